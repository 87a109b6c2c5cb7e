// The inner loops of the coverage floor. See Sources/Coverage/Floor/FanWedge.swift for what they compute and
// SwiftFloorKernel.swift beside it for the same in Swift.
#ifndef ATALAYA_FLOOR_KERNELS_H
#define ATALAYA_FLOOR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// What stands for the height of unknown terrain: a wall that nothing sees over. Between it and known ground too the
// terrain is one, from this height up.
#define ATALAYA_WALL 1e20f
#define ATALAYA_WALL_FROM 1e9f
// A height above which a floor is unknown rather than high, metres.
#define ATALAYA_UNKNOWN_ABOVE 1e9f
// Floats behind the end of an array that a kernel may read.
#define ATALAYA_SLACK 64

// The most lines of a segment.
enum { ATALAYA_SEGMENT = 32 };

// The rays of a wedge within a segment of lines. Arrays hold `count` values, a multiple of sixteen. Along a segment every
// quantity is linear in t, the number of lines since its start.
typedef struct {
  int32_t count;
  float *x, *dx;                 // lateral position, posts, from the block's first
  float *inverse_dx;             // 1/dx; 0 where dx is 0
  float *distance, *d_distance;  // D = R' sin(s/kR), metres
  float *drop, *d_drop;          // (1 - cos(s/kR)) / sin(s/kR): the slope that the Earth's bulge takes
  float *horizon;                // highest slope so far
  int32_t *index;                // the lower of the posts on both sides on the line before
  int32_t *lit;                  // all bits set where one of these posts may be in sight
  float *altitude;               // out, line by line: the lowest altitude in sight, metres above sea level
} atalaya_rays;

// Columns that are turned while the rays on those before are followed: out[line * out_pitch + post] =
// in[post * pitch + column], line and column rising or falling together.
typedef struct {
  const float *in;  // the lowest of the columns, at the block's first post
  ptrdiff_t pitch;
  float *out;       // the lowest column's line, at the block's first post
  ptrdiff_t out_pitch;
  float t;          // where rays cross the first of them, lines since the segment's start
  int32_t fetched;  // in: the first post that is wanted
  int32_t turned;   // in: the same; out: the posts before this one are turned
  int32_t last;     // the post behind the last
} atalaya_ahead;

// The lines of a segment.
typedef struct {
  const float *heights;   // ground of the block's posts on the first line, metres above sea level, NaN where unknown; the
                          // line before it lies `pitch` earlier
  ptrdiff_t pitch;        // from one line's heights to the next one's
  ptrdiff_t ahead;        // from a line's heights to those of the next segment, which are fetched meanwhile
  atalaya_ahead *next;    // of columns: those that are turned next, fetched and turned meanwhile; else NULL
  int32_t posts;          // posts in the block
  int32_t lines;          // lines, at most ATALAYA_SEGMENT
  float t;                // of the first line: lines since the segment's start
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

// The rays of a wedge from one end of a segment to the other, in double precision: places, lengths, D and B/D at the other
// end, see FanWedge, from which each quantity becomes linear.
typedef struct {
  const atalaya_rays *rays;       // in: D and B/D at the start; out: the other quantities
  int32_t first, count;           // the rays, whole vectors
  int32_t shift;                  // how many posts the block's first has moved down since the last segment
  int32_t terms;                  // terms of the series, 0 on a plane
  const double *lateral, *length;  // the series at y: powers of slope * scale, lowest first
  double scale, y, start, antenna;
  double slope, slope_step;       // of ray 0, in steps; of one step
  const double *per_line, *inverse_radius, *start_x;  // of the rays
  double *x, *lengths;            // out, at y
  float *distance, *drop;         // out, at y
  double lines, base;             // lines between both ends; the block's first post
} atalaya_segment;

// Posts to be turned: out[column * out_pitch + row] = in[row * pitch + column]; out_pitch may be negative.
typedef struct {
  const float *in;
  float *out;
  ptrdiff_t pitch, out_pitch;
  size_t rows, columns;
} atalaya_turn;

// Floats of a line of the caches.
#define ATALAYA_CACHE_LINE 16

// Floors of columns to be turned back: out[row * out_pitch + column] = in[column * pitch + row]; pitch may be negative.
// Whole lines of the caches go past them. The floats of a line that is not whole before the columns beside these come stay
// in `kept`: sixteen for each row, those at the edge where the next columns will be.
typedef struct {
  const float *in;
  float *out;
  ptrdiff_t pitch, out_pitch;
  size_t rows, columns;  // at most ATALAYA_COLUMNS; at least sixteen where they do not go on
  float *kept;           // in and out, at a multiple of 64 bytes
  int32_t grows;         // whether the next columns are those behind these, else those before
  int32_t goes_on;       // whether the columns on the other side are the last ones, whose end is in `kept`
} atalaya_flush;
enum { ATALAYA_COLUMNS = 64 };

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
  void atalaya_floor_segment_##kind(const atalaya_segment *segment);                                                   \
  void atalaya_floor_turn_##kind(const atalaya_turn *turn);                                                            \
  void atalaya_floor_flush_##kind(const atalaya_flush *flush);                                                         \
  /* Counts and copies floors. */                                                                                      \
  void atalaya_floor_count_##kind(atalaya_counts *counts);
ATALAYA_KERNELS(vector)
ATALAYA_KERNELS(avx)
ATALAYA_KERNELS(avx2)
ATALAYA_KERNELS(avx512)

// Fills with NaN past the caches; atalaya_floor_settle() makes it seen.
void atalaya_floor_blank(float *out, size_t count);

// Lets other threads see floors that went past the caches.
void atalaya_floor_settle(void);

// The widest kernels that this processor runs: 0 vector, 1 AVX, 2 AVX2, 3 AVX-512.
int atalaya_floor_processor(void);

#endif
