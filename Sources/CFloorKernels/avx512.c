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
// Of two lines of the caches, among which an index chooses by its lowest five bits.
#define GATHER_CLOSE(base, index, low, high)                                                                         \
  do {                                                                                                               \
    const int32_t first = (index)[0];                                                                                \
    const __m512 even = _mm512_load_ps((base) + ((first + 16) & ~31)), odd = _mm512_load_ps((base) + (first & ~31) + 16); \
    const __m512i next = _mm512_add_epi32((__m512i)(index), _mm512_set1_epi32(1));                                   \
    low = (fv)_mm512_permutex2var_ps(even, (__m512i)(index), odd);                                                   \
    high = (fv)_mm512_permutex2var_ps(even, next, odd);                                                              \
  } while (0)
#define KNOWN(value, limit, known, unknown)                                                                          \
  (fv) _mm512_mask_mov_ps((__m512)(unknown), _mm512_cmp_ps_mask((__m512)(value), (__m512)(limit), _CMP_LT_OQ),       \
                          (__m512)(known))
#define PART(value, whole) ((void)(whole), (fv)_mm512_reduce_ps((__m512)(value), _MM_FROUND_TO_ZERO))
#define STORE_FIRST(p, v, count) _mm512_mask_storeu_ps((p), (__mmask16)((1u << (count)) - 1), (__m512)(v))
#include "kernels.h"
#pragma clang attribute pop
#endif
