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
// Neighbouring rays lie beside neighbouring posts: mostly all within 32, which two registers hold.
#define GATHER_PAIRS(base, index, low, high)                                                                         \
  do {                                                                                                               \
    const int32_t start = (index)[0];                                                                                \
    const float *from = (base) + start;                                                                              \
    if ((index)[15] - start < 32) {                                                                                  \
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
