// The inner loops of the coverage floor. See Sources/Coverage/Floor/FanWedge.swift for what they compute and for the
// path in Swift that gives the same answer.
#ifndef ATALAYA_FLOOR_KERNELS_H
#define ATALAYA_FLOOR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// What stands for the height of unknown terrain: a wall that nothing sees over.
#define ATALAYA_WALL 1e20f
// A height above which a floor is unknown rather than high, metres.
#define ATALAYA_UNKNOWN_ABOVE 1e9f

// The rays of a wedge within a segment of lines. Arrays hold `count` values, a multiple of eight. Along a segment every
// quantity is linear in t, the number of lines since its start.
typedef struct {
  int32_t count;
  const float *x, *dx;           // lateral position, posts, from the block's first
  const float *inverse_dx;       // 1/dx; 0 where dx is 0
  const float *distance, *d_distance;  // D = R' sin(s/kR), metres
  const float *bulge, *d_bulge;  // (1 - cos(s/kR)) / (y sin(s/kR)): times y the slope that the bulge takes, 1/lines
  float *horizon;                // highest slope so far
  float *lower, *upper;          // heights w of the posts on both sides on the line before
  int32_t *index;                // the lower of these posts
  float *altitude;               // out: the lowest altitude in sight at this line, metres above sea level
} atalaya_rays;

// One line of posts.
typedef struct {
  const float *heights;    // w of each post of the block
  const float *before;     // the same of the line before
  int32_t posts;           // posts in the block
  float t;                 // lines since the segment's start
  float y;                 // lines since the antenna
  float antenna;           // altitude of the antenna, metres
  float inverse_radius;    // 1/R'
} atalaya_line;

// Tells each ray's lowest altitude in sight at a line, then raises its horizon by the line's posts and by those it
// passed between this line and the one before. Rays first..<last (rounded to eights).
void atalaya_floor_rays_vector(const atalaya_rays *rays, const atalaya_line *line, int32_t first, int32_t last);
void atalaya_floor_rays_avx2(const atalaya_rays *rays, const atalaya_line *line, int32_t first, int32_t last);

// Floors of the posts first..<last of a line, between rays `ray` and `ray + rays` whose positions are x and x_end:
// linear between neighbouring rays, never below the ground, NaN where unknown.
void atalaya_floor_posts_vector(
    const float *altitude, int32_t limit, float ray, float step, float x, const float *ground, float *out, int32_t first,
    int32_t last, int32_t may_spill);
void atalaya_floor_posts_avx2(
    const float *altitude, int32_t limit, float ray, float step, float x, const float *ground, float *out, int32_t first,
    int32_t last, int32_t may_spill);

// Heights above sea level to w = h'/(1 + h'/R'), h' above the antenna; NaN becomes a wall.
void atalaya_floor_heights(const float *ground, float *out, size_t count, float antenna, float inverse_radius);

// Turns `rows` x `columns` posts: out[column * out_pitch + row] = in[row * pitch + column]; out_pitch may be negative.
void atalaya_floor_turn(const float *in, ptrdiff_t pitch, size_t rows, size_t columns, float *out, ptrdiff_t out_pitch);

// Turns `lines` x `posts` floors back: out[post * out_pitch + line] = in[line * pitch + post]; pitch may be negative.
void atalaya_floor_turn_back(const float *in, ptrdiff_t pitch, size_t lines, size_t posts, float *out, ptrdiff_t out_pitch);

// Whether this processor runs the AVX2 kernels.
int atalaya_floor_has_avx2(void);

#endif
