// The kernels for x86-64 processors with AVX; chosen when the program runs, so that no build flag is needed.
#include "CFloorKernels.h"

#pragma clang diagnostic ignored "-Wpsabi"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx"))), apply_to = function)
#define NAME(x) x##_avx
#include "eights.h"

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
