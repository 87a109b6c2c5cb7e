// The kernels for any processor: vectors of four in whatever registers there are.
#include "CFloorKernels.h"

#pragma clang diagnostic ignored "-Wpsabi"
#define LANES 4
#define NAME(x) x##_vector
#define ANY(mask) (__builtin_reduce_or(mask) != 0)
#define STREAM(p, v) (*(fv *)(p) = (v))
// Both neighbours of a post in one load.
typedef double pairs __attribute__((vector_size(16)));
static inline double pair_at(const float *base, int32_t index) {
  double both;
  __builtin_memcpy(&both, base + index, sizeof both);
  return both;
}
#define GATHER_PAIRS(base, index, low, high)                                          \
  do {                                                                               \
    iv at = (index);                                                                 \
    __asm__("" : "+m"(at)); /* one store and four loads are faster than shuffles */  \
    const pairs first = {pair_at(base, at[0]), pair_at(base, at[1])};                \
    const pairs second = {pair_at(base, at[2]), pair_at(base, at[3])};               \
    low = __builtin_shufflevector((fv)first, (fv)second, 0, 2, 4, 6);                \
    high = __builtin_shufflevector((fv)first, (fv)second, 1, 3, 5, 7);               \
  } while (0)
#include "kernels.h"

typedef float f4 __attribute__((vector_size(16), aligned(4)));

static inline void turn4(const float *in, ptrdiff_t pitch, float *out, ptrdiff_t out_pitch) {
  f4 a = *(const f4 *)in, b = *(const f4 *)(in + pitch), c = *(const f4 *)(in + 2 * pitch), d = *(const f4 *)(in + 3 * pitch);
  f4 ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5), ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  f4 cd_low = __builtin_shufflevector(c, d, 0, 4, 1, 5), cd_high = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  *(f4 *)out = __builtin_shufflevector(ab_low, cd_low, 0, 1, 4, 5);
  *(f4 *)(out + out_pitch) = __builtin_shufflevector(ab_low, cd_low, 2, 3, 6, 7);
  *(f4 *)(out + 2 * out_pitch) = __builtin_shufflevector(ab_high, cd_high, 0, 1, 4, 5);
  *(f4 *)(out + 3 * out_pitch) = __builtin_shufflevector(ab_high, cd_high, 2, 3, 6, 7);
}

void atalaya_floor_turn(
    const float *in, ptrdiff_t pitch, size_t rows, size_t columns, float *out, ptrdiff_t out_pitch, ptrdiff_t ahead) {
  size_t row = 0;
  for (; row + 4 <= rows; row += 4) {
    const float *from = in + (ptrdiff_t)row * pitch;
    for (int i = 0; i < 4; i++)
      for (size_t column = 0; column < columns; column += 16) __builtin_prefetch(from + i * pitch + (ptrdiff_t)column + ahead);
    size_t column = 0;
    for (; column + 4 <= columns; column += 4)
      turn4(from + column, pitch, out + (ptrdiff_t)column * out_pitch + row, out_pitch);
    for (; column < columns; column++)
      for (int i = 0; i < 4; i++) out[(ptrdiff_t)column * out_pitch + row + i] = from[i * pitch + column];
  }
  for (; row < rows; row++)
    for (size_t column = 0; column < columns; column++)
      out[(ptrdiff_t)column * out_pitch + row] = in[(ptrdiff_t)row * pitch + column];
}

void atalaya_floor_turn_back(
    const float *in, ptrdiff_t pitch, size_t lines, size_t posts, float *out, ptrdiff_t out_pitch) {
  size_t post = 0;
  for (; post + 4 <= posts; post += 4) {
    float *to = out + (ptrdiff_t)post * out_pitch;
    for (int i = 16; i < 20; i++)
      for (size_t line = 0; line < lines + 16; line += 16) __builtin_prefetch(to + i * out_pitch + (ptrdiff_t)line, 1);
    size_t line = 0;
    for (; line + 4 <= lines; line += 4) turn4(in + (ptrdiff_t)line * pitch + post, pitch, to + line, out_pitch);
    for (; line < lines; line++)
      for (int i = 0; i < 4; i++) to[i * out_pitch + line] = in[(ptrdiff_t)line * pitch + post + i];
  }
  for (; post < posts; post++)
    for (size_t line = 0; line < lines; line++)
      out[(ptrdiff_t)post * out_pitch + line] = in[(ptrdiff_t)line * pitch + post];
}

void atalaya_floor_settle(void) {
#if defined(__x86_64__)
  __builtin_ia32_sfence();
#endif
}

int atalaya_floor_processor(void) {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return 0;
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
             && __builtin_cpu_supports("avx512vl")
         ? 2
         : 1;
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
  void atalaya_floor_heights_##kind(                                                                                   \
      const float *ground, float *out, size_t count, float antenna, float inverse_radius, ptrdiff_t ahead) {           \
    atalaya_floor_heights_vector(ground, out, count, antenna, inverse_radius, ahead);                                  \
  }                                                                                                                    \
  void atalaya_floor_places_##kind(const atalaya_places *places) { atalaya_floor_places_vector(places); }              \
  void atalaya_floor_count_##kind(atalaya_counts *counts) { atalaya_floor_count_vector(counts); }
ATALAYA_SAME(avx2)
ATALAYA_SAME(avx512)
#endif
