// The inner loops of the coverage floor. See Sources/Coverage/Floor/FanWedge.swift for what they compute and
// SwiftFloorKernel.swift beside it for the same in Swift.
#ifndef ATALAYA_FLOOR_KERNELS_H
#define ATALAYA_FLOOR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// What stands for the height of unknown terrain: a wall that nothing sees over.
#define ATALAYA_WALL 1e20f
// A height above which a floor is unknown rather than high, metres.
#define ATALAYA_UNKNOWN_ABOVE 1e9f
// Floats behind the end of an array that a kernel may read.
#define ATALAYA_SLACK 64

// The rays of a wedge within a segment of lines. Arrays hold `count` values, a multiple of sixteen. Along a segment every
// quantity is linear in t, the number of lines since its start.
typedef struct {
  int32_t count;
  const float *x, *dx;                 // lateral position, posts, from the block's first
  const float *inverse_dx;             // 1/dx; 0 where dx is 0
  const float *distance, *d_distance;  // D = R' sin(s/kR), metres
  const float *bulge, *d_bulge;        // (1 - cos(s/kR)) / (y sin(s/kR)): times y the slope that the bulge takes, 1/lines
  float *horizon;                      // highest slope so far
  float *lower, *upper;                // heights w of the posts on both sides on the line before
  int32_t *index;                      // the lower of these posts
  float *altitude;                     // out, line by line: the lowest altitude in sight, metres above sea level
} atalaya_rays;

// The lines of a segment.
typedef struct {
  const float *heights;   // w of each post of the block on the first line; the line before it lies `pitch` earlier
  ptrdiff_t pitch;        // from one line's heights to the next one's
  int32_t posts;          // posts in the block
  int32_t lines;          // lines
  float t;                // of the first line: lines since the segment's start
  float y;                // of the first line: lines since the antenna
  float antenna;          // altitude of the antenna, metres
  float inverse_radius;   // 1/R'
} atalaya_lines;

// The posts of a line between two rays.
typedef struct {
  const float *altitude;  // of the rays
  int32_t limit;          // the last ray that has a next one
  float ray, x, step;     // the ray at the post x, and rays per post
  const float *ground;    // of the posts, metres above sea level
  float *out;             // their floors
  int32_t first, last;    // posts first..<last
  int32_t may_spill;      // whether some more may be written behind the last
  int32_t is_far;         // whether the floors are of no use in the caches; atalaya_floor_settle() makes them seen
} atalaya_posts;

// The rays of a wedge at one line, in double precision: places, lengths, D and B/(D y); see FanWedge.
typedef struct {
  int32_t count, terms;                                // terms of the series, 0 on a plane
  const double *lateral, *length;                      // the series at y: powers of slope * scale, lowest first
  double scale, y, start, antenna;
  const double *slope, *per_line, *radius;             // of the rays
  double *x, *lengths, *sines, *bulges;                // out
} atalaya_places;

// Floors of a line and how high above ground they lie.
enum { ATALAYA_LIMITS = 8 };
typedef struct {
  const float *floors, *ground;  // metres above sea level
  float *out;                    // the floors again, with no_data for NaN
  int32_t count;
  float no_data;
  ptrdiff_t floors_pitch, ground_pitch;  // to the line that comes next, which is fetched meanwhile
  float limits[ATALAYA_LIMITS];  // heights above ground
  int64_t known;                 // in and out: floors that are no NaN
  int64_t seen[ATALAYA_LIMITS];  // in and out: floors at most as high as the limits
} atalaya_counts;

#define ATALAYA_KERNELS(kind)                                                                                          \
  /* Tells each ray's lowest altitude in sight at each line, then raises its horizon by the line's posts and by those  \
     it passed since the line before. Rays first..<last (rounded to whole vectors). */                                 \
  void atalaya_floor_rays_##kind(const atalaya_rays *rays, const atalaya_lines *lines, int32_t first, int32_t last);   \
  /* Floors of posts: linear between neighbouring rays, never below the ground, NaN where unknown. */                  \
  void atalaya_floor_posts_##kind(const atalaya_posts *posts);                                                         \
  /* Heights above sea level to w = h/(1 + h/R'), h above the antenna; NaN becomes a wall. Fetches meanwhile what lies  \
     `ahead` floats further, which is read next. */                                                                    \
  void atalaya_floor_heights_##kind(                                                                                   \
      const float *ground, float *out, size_t count, float antenna, float inverse_radius, ptrdiff_t ahead);            \
  void atalaya_floor_places_##kind(const atalaya_places *places);                                                      \
  /* Counts and copies floors. */                                                                                      \
  void atalaya_floor_count_##kind(atalaya_counts *counts);
ATALAYA_KERNELS(vector)
ATALAYA_KERNELS(avx2)
ATALAYA_KERNELS(avx512)

// Turns `rows` x `columns` posts: out[column * out_pitch + row] = in[row * pitch + column]; out_pitch may be negative.
// Fetches meanwhile what lies `ahead` floats further, which is read next.
void atalaya_floor_turn(
    const float *in, ptrdiff_t pitch, size_t rows, size_t columns, float *out, ptrdiff_t out_pitch, ptrdiff_t ahead);

// Turns `lines` x `posts` floors back: out[post * out_pitch + line] = in[line * pitch + post]; pitch may be negative.
void atalaya_floor_turn_back(const float *in, ptrdiff_t pitch, size_t lines, size_t posts, float *out, ptrdiff_t out_pitch);

// Lets other threads see floors that went past the caches.
void atalaya_floor_settle(void);

// The widest kernels that this processor runs: 0 vector, 1 AVX2, 2 AVX-512.
int atalaya_floor_processor(void);

#endif
