// The kernels for x86-64 processors with AVX; chosen when the program runs, so that no build flag is needed.
#include "CFloorKernels.h"

#pragma clang diagnostic ignored "-Wpsabi"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx"))), apply_to = function)
#define LANES 8
#define NAME(x) x##_avx
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
#define NEAR 16
// Two loads of four floats, side by side.
#define HALVES(p, q) _mm256_insertf128_ps(_mm256_castps128_ps256(_mm_loadu_ps(p)), _mm_loadu_ps(q), 1)
// Half a vector lies beside neighbouring posts: mostly within eight, which two registers hold. Places are counted in
// floats, for there is no arithmetic of whole numbers as wide.
#define GATHER_PAIRS(base, index, is_wide, low, high)                                                                 \
  do {                                                                                                               \
    const __m256 places = _mm256_cvtepi32_ps((__m256i)(index));                                                       \
    const __m256 beyond = _mm256_sub_ps(places, _mm256_permute_ps(places, 0));                                       \
    if (!ANY(_mm256_cmp_ps(beyond, _mm256_set1_ps(8), _CMP_NLT_UQ))) {                                               \
      const float *p = (base) + (index)[0], *q = (base) + (index)[4];                                                \
      const __m256i place = _mm256_cvttps_epi32(beyond);                                                             \
      low = (fv)_mm256_permutevar_ps(HALVES(p, q), place);                                                           \
      high = (fv)_mm256_permutevar_ps(HALVES(p + 1, q + 1), place);                                                  \
      const __m256 second = _mm256_cmp_ps(beyond, _mm256_set1_ps(3), _CMP_GT_OQ);                                    \
      if (ANY(second)) {                                                                                             \
        low = (fv)_mm256_blendv_ps((__m256)low, _mm256_permutevar_ps(HALVES(p + 4, q + 4), place), second);          \
        high = (fv)_mm256_blendv_ps((__m256)high, _mm256_permutevar_ps(HALVES(p + 5, q + 5), place), second);        \
      }                                                                                                              \
    } else {                                                                                                         \
      for (int lane = 0; lane < LANES; lane++) {                                                                     \
        low[lane] = (base)[(index)[lane]];                                                                           \
        high[lane] = (base)[(index)[lane] + 1];                                                                      \
      }                                                                                                              \
    }                                                                                                                \
  } while (0)
#include "kernels.h"
#pragma clang attribute pop
#endif
