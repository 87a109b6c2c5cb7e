// The kernels for x86-64 processors with AVX2 and FMA; chosen when the program runs, so that no build flag is needed.
#include "CFloorKernels.h"

#pragma clang diagnostic ignored "-Wpsabi"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME(x) x##_avx2
#define ANY(mask) (_mm256_movemask_ps((__m256)(mask)) != 0)
#define PAIR(p) _mm_castpd_ps(_mm_load_sd((const double *)(p)))
#define GATHER_PAIRS(base, index, low, high)                                                                         \
  do {                                                                                                               \
    const __m128i first = _mm256_castsi256_si128((__m256i)(index)), second = _mm256_extracti128_si256((__m256i)(index), 1); \
    const __m256 a = _mm256_castpd_ps(_mm256_i32gather_pd((const double *)(base), first, 4));                        \
    const __m256 b = _mm256_castpd_ps(_mm256_i32gather_pd((const double *)(base), second, 4));                       \
    const __m256d even = _mm256_castps_pd(_mm256_shuffle_ps(a, b, 0x88)), odd = _mm256_castps_pd(_mm256_shuffle_ps(a, b, 0xDD)); \
    low = (f8)_mm256_permute4x64_pd(even, 0xD8);                                                                     \
    high = (f8)_mm256_permute4x64_pd(odd, 0xD8);                                                                     \
  } while (0)
#include "kernels.h"
#pragma clang attribute pop
#else
void atalaya_floor_rays_avx2(const atalaya_rays *rays, const atalaya_line *line, int32_t first, int32_t last) {
  atalaya_floor_rays_vector(rays, line, first, last);
}
void atalaya_floor_posts_avx2(const float *altitude, int32_t limit, float ray, float step, float x, const float *ground,
                              float *out, int32_t first, int32_t last, int32_t may_spill) {
  atalaya_floor_posts_vector(altitude, limit, ray, step, x, ground, out, first, last, may_spill);
}
#endif
