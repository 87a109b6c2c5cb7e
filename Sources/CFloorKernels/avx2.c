// The kernels for x86-64 processors with AVX2 and FMA; chosen when the program runs, so that no build flag is needed.
#include "CFloorKernels.h"

#pragma clang diagnostic ignored "-Wpsabi"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define LANES 8
#define NAME(x) x##_avx2
#define ANY(mask) (_mm256_movemask_ps((__m256)(mask)) != 0)
#define STREAM(p, v) _mm256_stream_ps((p), (__m256)(v))
#define LEAST(v)                                                                                                     \
  do {                                                                                                               \
    v = (fv)_mm256_min_ps((__m256)v, _mm256_permute2f128_ps((__m256)v, (__m256)v, 1));                               \
    v = (fv)_mm256_min_ps((__m256)v, _mm256_permute_ps((__m256)v, 0x4e));                                            \
    v = (fv)_mm256_min_ps((__m256)v, _mm256_permute_ps((__m256)v, 0xb1));                                            \
  } while (0)
#define SPREAD_FOURS(rows)                                                                                           \
  do {                                                                                                               \
    const __m256 a = (__m256)(rows)[0], b = (__m256)(rows)[1];                                                       \
    (rows)[0] = (fv)_mm256_permute2f128_ps(a, b, 0x20);                                                              \
    (rows)[1] = (fv)_mm256_permute2f128_ps(a, b, 0x31);                                                              \
  } while (0)
#define LOWER_PAIRS(a, b) (fv) _mm256_unpacklo_ps((__m256)(a), (__m256)(b))
#define UPPER_PAIRS(a, b) (fv) _mm256_unpackhi_ps((__m256)(a), (__m256)(b))
#define LOWER_HALVES(a, b) (fv) _mm256_shuffle_ps((__m256)(a), (__m256)(b), 0x44)
#define UPPER_HALVES(a, b) (fv) _mm256_shuffle_ps((__m256)(a), (__m256)(b), 0xee)
// Neighbouring rays lie beside neighbouring posts: mostly all within sixteen, which two registers hold.
#define NEAR 16
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
