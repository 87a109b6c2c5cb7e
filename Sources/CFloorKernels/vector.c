// The kernels for any processor: vectors of four in whatever registers there are.
#include "CFloorKernels.h"

#pragma clang diagnostic ignored "-Wpsabi"
#define LANES 4
typedef float four __attribute__((vector_size(16)));
#define NAME(x) x##_vector
#define ANY(mask) (__builtin_reduce_or(mask) != 0)
#define STREAM(p, v) __builtin_nontemporal_store((v), (four *)(p))
#define LEAST(v)                                                                     \
  do {                                                                               \
    v = NAME(smaller)(v, __builtin_shufflevector(v, v, 2, 3, 0, 1));                 \
    v = NAME(smaller)(v, __builtin_shufflevector(v, v, 1, 0, 3, 2));                 \
  } while (0)
#define SPREAD_FOURS(rows) ((void)(rows))
#define LOWER_PAIRS(a, b) __builtin_shufflevector(a, b, 0, 4, 1, 5)
#define UPPER_PAIRS(a, b) __builtin_shufflevector(a, b, 2, 6, 3, 7)
#define LOWER_HALVES(a, b) __builtin_shufflevector(a, b, 0, 1, 4, 5)
#define UPPER_HALVES(a, b) __builtin_shufflevector(a, b, 2, 3, 6, 7)
// Both neighbours of a post in one load.
typedef double pairs __attribute__((vector_size(16)));
static inline double pair_at(const float *base, int32_t index) {
  double both;
  __builtin_memcpy(&both, base + index, sizeof both);
  return both;
}
#define NEAR 8
#define GATHER_PAIRS(base, index, is_wide, low, high)                                  \
  do {                                                                               \
    (void)(is_wide);                                                                  \
    iv at = (index);                                                                 \
    __asm__("" : "+m"(at)); /* one store and four loads are faster than shuffles */  \
    const pairs first = {pair_at(base, at[0]), pair_at(base, at[1])};                \
    const pairs second = {pair_at(base, at[2]), pair_at(base, at[3])};               \
    low = __builtin_shufflevector((fv)first, (fv)second, 0, 2, 4, 6);                \
    high = __builtin_shufflevector((fv)first, (fv)second, 1, 3, 5, 7);               \
  } while (0)
#include "kernels.h"

void atalaya_floor_blank(float *out, size_t count) {
  typedef float f4 __attribute__((vector_size(16)));
  const float nan = __builtin_nanf("");
  const f4 all = {nan, nan, nan, nan};
  while (count > 0 && (uintptr_t)out % 16 != 0) {
    *out++ = nan;
    count--;
  }
  for (; count >= 4; count -= 4, out += 4) __builtin_nontemporal_store(all, (f4 *)out);
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
  void atalaya_floor_places_##kind(const atalaya_places *places) { atalaya_floor_places_vector(places); }              \
  void atalaya_floor_segment_##kind(const atalaya_segment *segment) { atalaya_floor_segment_vector(segment); }         \
  void atalaya_floor_turn_##kind(const atalaya_turn *turn) { atalaya_floor_turn_vector(turn); }                        \
  void atalaya_floor_count_##kind(atalaya_counts *counts) { atalaya_floor_count_vector(counts); }
ATALAYA_SAME(avx)
ATALAYA_SAME(avx2)
ATALAYA_SAME(avx512)
#endif
