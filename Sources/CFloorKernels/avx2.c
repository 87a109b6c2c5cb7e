// The kernels for x86-64 processors with AVX2 and FMA; chosen when the program runs, so that no build flag is needed.
#include "CFloorKernels.h"

#pragma clang diagnostic ignored "-Wpsabi"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME(x) x##_avx2
#include "eights.h"

// Neighbouring rays lie beside neighbouring posts: mostly all within sixteen, which two registers hold.
#define GATHER_PAIRS(base, index, is_wide, low, high)                                                                 \
  do {                                                                                                               \
    if (__builtin_expect(!(is_wide), 1)) {                                                                            \
      const int32_t start = (index)[0];                                                                              \
      const float *from = (base) + start;                                                                            \
      const __m256i place = _mm256_sub_epi32((__m256i)(index), _mm256_set1_epi32(start));                            \
      const __m256 second = _mm256_castsi256_ps(_mm256_cmpgt_epi32(place, _mm256_set1_epi32(7)));                    \
      low = (fv)_mm256_blendv_ps(_mm256_permutevar8x32_ps(_mm256_loadu_ps(from), place),                             \
                                 _mm256_permutevar8x32_ps(_mm256_loadu_ps(from + 8), place), second);                \
      high = (fv)_mm256_blendv_ps(_mm256_permutevar8x32_ps(_mm256_loadu_ps(from + 1), place),                        \
                                  _mm256_permutevar8x32_ps(_mm256_loadu_ps(from + 9), place), second);               \
    } else {                                                                                                         \
      low = (fv)_mm256_i32gather_ps(base, (__m256i)(index), 4);                                                      \
      high = (fv)_mm256_i32gather_ps((base) + 1, (__m256i)(index), 4);                                               \
    }                                                                                                                \
  } while (0)
#include "kernels.h"
#pragma clang attribute pop
#endif
