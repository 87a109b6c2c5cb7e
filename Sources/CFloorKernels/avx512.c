// The kernels for x86-64 processors with AVX-512; chosen when the program runs, so that no build flag is needed.
#include "CFloorKernels.h"

#pragma clang diagnostic ignored "-Wpsabi"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma"))), apply_to = function)
#define LANES 16
#define NAME(x) x##_avx512
#define ANY(mask) (_mm512_movepi32_mask((__m512i)(mask)) != 0)
#define STREAM(p, v) _mm512_stream_ps((p), (__m512)(v))
#define LEAST(v) v = NAME(all)(_mm512_reduce_min_ps((__m512)(v)))
#define SPREAD_FOURS(rows)                                                                                           \
  do {                                                                                                               \
    const __m512 a = (__m512)(rows)[0], b = (__m512)(rows)[1], c = (__m512)(rows)[2], d = (__m512)(rows)[3];         \
    const __m512 ab_low = _mm512_shuffle_f32x4(a, b, 0x44), ab_high = _mm512_shuffle_f32x4(a, b, 0xee);              \
    const __m512 cd_low = _mm512_shuffle_f32x4(c, d, 0x44), cd_high = _mm512_shuffle_f32x4(c, d, 0xee);              \
    (rows)[0] = (fv)_mm512_shuffle_f32x4(ab_low, cd_low, 0x88);                                                      \
    (rows)[1] = (fv)_mm512_shuffle_f32x4(ab_low, cd_low, 0xdd);                                                      \
    (rows)[2] = (fv)_mm512_shuffle_f32x4(ab_high, cd_high, 0x88);                                                    \
    (rows)[3] = (fv)_mm512_shuffle_f32x4(ab_high, cd_high, 0xdd);                                                    \
  } while (0)
#define LOWER_PAIRS(a, b) (fv) _mm512_unpacklo_ps((__m512)(a), (__m512)(b))
#define UPPER_PAIRS(a, b) (fv) _mm512_unpackhi_ps((__m512)(a), (__m512)(b))
#define LOWER_HALVES(a, b) (fv) _mm512_shuffle_ps((__m512)(a), (__m512)(b), 0x44)
#define UPPER_HALVES(a, b) (fv) _mm512_shuffle_ps((__m512)(a), (__m512)(b), 0xee)
// Neighbouring rays lie beside neighbouring posts: mostly all within 32, which two registers hold.
#define NEAR 32
#define GATHER_PAIRS(base, index, is_wide, low, high)                                                                 \
  do {                                                                                                               \
    if (__builtin_expect(!(is_wide), 1)) {                                                                            \
      const int32_t start = (index)[0];                                                                              \
      const float *from = (base) + start;                                                                            \
      const __m512i place = _mm512_sub_epi32((__m512i)(index), _mm512_set1_epi32(start));                            \
      low = (fv)_mm512_permutex2var_ps(_mm512_loadu_ps(from), place, _mm512_loadu_ps(from + 16));                    \
      high = (fv)_mm512_permutex2var_ps(_mm512_loadu_ps(from + 1), place, _mm512_loadu_ps(from + 17));               \
    } else {                                                                                                         \
      low = (fv)_mm512_i32gather_ps((__m512i)(index), base, 4);                                                      \
      high = (fv)_mm512_i32gather_ps((__m512i)(index), (base) + 1, 4);                                               \
    }                                                                                                                \
  } while (0)
#include "kernels.h"
#pragma clang attribute pop
#endif
