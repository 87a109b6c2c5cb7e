// Vectors of eight floats, as AVX and AVX2 have them: what both kernels take for kernels.h.
#define LANES 8
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
