// The kernels for any processor: vectors of four in whatever registers there are.
#include "CFloorKernels.h"

#pragma clang diagnostic ignored "-Wpsabi"
// Two vectors of four at a time: where registers are few, what they share counts.
#define LANES 8
#define NAME(x) x##_vector
#define FIRST(v) __builtin_shufflevector(v, v, 0, 1, 2, 3)
#define SECOND(v) __builtin_shufflevector(v, v, 4, 5, 6, 7)
#define BOTH(a, b) __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7)
typedef float four __attribute__((vector_size(16)));
typedef int32_t masks __attribute__((vector_size(16)));
static inline four smaller_of(four a, four b) {
  const masks mask = a < b;
  return (four)((mask & (masks)a) | (~mask & (masks)b));
}
static inline four least_of(four v) {
  const four pairs = smaller_of(v, __builtin_shufflevector(v, v, 2, 3, 0, 1));
  return smaller_of(pairs, __builtin_shufflevector(pairs, pairs, 1, 0, 3, 2));
}
static inline int is_any(masks mask) { return __builtin_reduce_or(mask) != 0; }
#define ANY(mask) is_any(FIRST(mask) | SECOND(mask))
#define LEAST(v)                                                      \
  do {                                                                \
    const four all = least_of(smaller_of(FIRST(v), SECOND(v)));       \
    v = BOTH(all, all);                                               \
  } while (0)
#define STREAM(p, v)                                                  \
  do {                                                                \
    __builtin_nontemporal_store(FIRST(v), (four *)(p));               \
    __builtin_nontemporal_store(SECOND(v), (four *)(p) + 1);          \
  } while (0)
#define SPREAD_FOURS(rows)                                            \
  do {                                                                \
    const fv a = (rows)[0], b = (rows)[1];                            \
    (rows)[0] = BOTH(FIRST(a), FIRST(b));                             \
    (rows)[1] = BOTH(SECOND(a), SECOND(b));                           \
  } while (0)
#define LOWER_PAIRS(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13)
#define UPPER_PAIRS(a, b) __builtin_shufflevector(a, b, 2, 10, 3, 11, 6, 14, 7, 15)
#define LOWER_HALVES(a, b) __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13)
#define UPPER_HALVES(a, b) __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15)
// Both neighbours of two posts, each in one load.
static inline four pairs_at(const float *base, int32_t a, int32_t b) {
  typedef double pairs __attribute__((vector_size(16)));
  double first, second;
  __builtin_memcpy(&first, base + a, sizeof first);
  __builtin_memcpy(&second, base + b, sizeof second);
  return (four)(pairs){first, second};
}
#define NEAR 16
#define GATHER_PAIRS(base, index, is_wide, low, high)                                       \
  do {                                                                                      \
    (void)(is_wide);                                                                        \
    iv at = (index);                                                                        \
    __asm__("" : "+m"(at)); /* one store and many loads are faster than shuffles */         \
    const four a = pairs_at(base, at[0], at[1]), b = pairs_at(base, at[2], at[3]);          \
    const four c = pairs_at(base, at[4], at[5]), d = pairs_at(base, at[6], at[7]);          \
    low = BOTH(__builtin_shufflevector(a, b, 0, 2, 4, 6), __builtin_shufflevector(c, d, 0, 2, 4, 6));  \
    high = BOTH(__builtin_shufflevector(a, b, 1, 3, 5, 7), __builtin_shufflevector(c, d, 1, 3, 5, 7)); \
  } while (0)
#include "kernels.h"

void atalaya_floor_blank(float *out, size_t count) {
  typedef float f4 __attribute__((vector_size(16)));
  const float nan = __builtin_nanf("");
  const f4 all = {nan, nan, nan, nan};
  for (; count > 0 && (uintptr_t)out % (4 * ATALAYA_CACHE_LINE) != 0; count--) *out++ = nan;
  for (; count >= ATALAYA_CACHE_LINE; count -= ATALAYA_CACHE_LINE)
    for (int i = 0; i < ATALAYA_CACHE_LINE; i += 4, out += 4) __builtin_nontemporal_store(all, (f4 *)out);
  while (count-- > 0) *out++ = nan;
}

void atalaya_floor_settle(void) {
#if defined(__x86_64__)
  __builtin_ia32_sfence();
#endif
}

int atalaya_floor_processor(void) {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("avx")) return 0;
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return 1;
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
             && __builtin_cpu_supports("avx512vl")
         ? 3
         : 2;
#else
  return 0;
#endif
}

#if !defined(__x86_64__)
// Other processors have none of these: the generic kernels answer under their names.
#define ATALAYA_SAME(kind)                                                                                             \
  void atalaya_floor_rays_##kind(const atalaya_rays *rays, const atalaya_lines *lines, int32_t first, int32_t last) {  \
    atalaya_floor_rays_vector(rays, lines, first, last);                                                               \
  }                                                                                                                    \
  void atalaya_floor_posts_##kind(const atalaya_posts *posts) { atalaya_floor_posts_vector(posts); }                   \
  void atalaya_floor_segment_##kind(const atalaya_segment *segment) { atalaya_floor_segment_vector(segment); }         \
  void atalaya_floor_turn_##kind(const atalaya_turn *turn) { atalaya_floor_turn_vector(turn); }                        \
  void atalaya_floor_flush_##kind(const atalaya_flush *flush) { atalaya_floor_flush_vector(flush); }                   \
  void atalaya_floor_count_##kind(atalaya_counts *counts) { atalaya_floor_count_vector(counts); }
ATALAYA_SAME(avx)
ATALAYA_SAME(avx2)
ATALAYA_SAME(avx512)
#endif
