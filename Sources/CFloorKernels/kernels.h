// The two kernels, once for each kind of processor: NAME(x) names them, GATHER_PAIRS loads pairs of neighbours.

typedef float f8 __attribute__((vector_size(32), aligned(4)));
typedef int32_t i8 __attribute__((vector_size(32), aligned(4)));

static inline f8 NAME(load)(const float *p) { return *(const f8 *)p; }
static inline void NAME(store)(float *p, f8 v) { *(f8 *)p = v; }
static inline f8 NAME(all)(float v) { return (f8){v, v, v, v, v, v, v, v}; }
static inline f8 NAME(select)(i8 mask, f8 a, f8 b) { return (f8)((mask & (i8)a) | (~mask & (i8)b)); }
static inline f8 NAME(larger)(f8 a, f8 b) { return NAME(select)(a > b, a, b); }
static inline f8 NAME(smaller)(f8 a, f8 b) { return NAME(select)(a < b, a, b); }

static inline i8 NAME(whole)(f8 v) { return __builtin_convertvector(v, i8); }
static inline f8 NAME(number)(i8 v) { return __builtin_convertvector(v, f8); }

// A ray that passes two rows or more between two lines: every crossing, one by one.
static float NAME(crossings)(const atalaya_line *line, float x, float dx, float distance, float d_distance, float bulge,
                             int32_t from, int32_t to, float horizon) {
  int32_t low = from < to ? from : to, high = from < to ? to : from;
  for (int32_t row = low + 1; row <= high; row++) {
    if (row < 0 || row >= line->posts) continue;
    float tau = (x - (float)row) / dx;
    tau = tau < 0 ? 0 : tau > 1 ? 1 : tau;
    float w = line->heights[row] + (line->before[row] - line->heights[row]) * tau;
    float d = distance - d_distance * tau;
    float slope = w / (d > 1e-6f ? d : 1e-6f) - bulge * (line->y - tau);
    if (slope > horizon) horizon = slope;
  }
  return horizon;
}

void NAME(atalaya_floor_rays)(const atalaya_rays *rays, const atalaya_line *line, int32_t first, int32_t last) {
  const f8 t = NAME(all)(line->t), y = NAME(all)(line->y), tiny = NAME(all)(1e-6f), zero = NAME(all)(0), one = NAME(all)(1);
  const f8 antenna = NAME(all)(line->antenna), inverse = NAME(all)(line->inverse_radius);
  const i8 end = (i8)NAME(whole)(NAME(all)((float)(line->posts - 2)));
  for (int32_t k = first & ~7; k < last; k += 8) {
    const f8 dx = NAME(load)(rays->dx + k);
    const f8 x = NAME(load)(rays->x + k) + dx * t;
    const f8 d_distance = NAME(load)(rays->d_distance + k);
    const f8 raw = NAME(load)(rays->distance + k) + d_distance * t;
    const f8 distance = NAME(larger)(raw, tiny);
    const f8 bulge = NAME(load)(rays->bulge + k) + NAME(load)(rays->d_bulge + k) * t;
    const f8 horizon = NAME(load)(rays->horizon + k);

    // The lowest altitude in sight here: w back to metres, by the series of w/(1 - w/R').
    f8 w = (horizon + bulge * y) * distance;
    w = NAME(smaller)(NAME(larger)(w, NAME(all)(-2e5f)), NAME(all)(1e12f));
    const f8 part = w * inverse;
    NAME(store)(rays->altitude + k, antenna + w * (one + part * (one + part * (one + part))));

    i8 index = NAME(whole)(x);
    index = index & ~(index < 0);
    index = (end & (index > end)) | (index & ~(index > end));
    const f8 f = NAME(smaller)(NAME(larger)(x - NAME(number)(index), zero), one);
    f8 low, high;
    GATHER_PAIRS(line->heights, index, low, high);
    f8 raised = NAME(larger)((low + (high - low) * f) / distance - bulge * y, horizon);

    const i8 before = *(const i8 *)(rays->index + k);
    const i8 moved = index - before;
    const i8 up = moved > 0, down = moved < 0;
    const f8 old_low = NAME(load)(rays->lower + k), old_high = NAME(load)(rays->upper + k);
    const f8 tau = NAME(smaller)(
        NAME(larger)((f - NAME(select)(up, zero, one)) * NAME(load)(rays->inverse_dx + k), zero), one);
    const f8 here = NAME(select)(up, low, high), there = NAME(select)(up, old_high, old_low);
    const f8 between = NAME(larger)(distance - d_distance * tau, tiny);
    const f8 slope = (here + (there - here) * tau) / between - bulge * (y - tau);
    raised = NAME(select)((up | down) & (slope > raised), slope, raised);
    const i8 far = (moved > 1) | (moved < -1);
    if (ANY(far)) {
      for (int lane = 0; lane < 8; lane++) {
        if (far[lane]) {
          float limit = horizon[lane] > raised[lane] ? horizon[lane] : raised[lane];
          raised[lane] = NAME(crossings)(line, x[lane], dx[lane], distance[lane], d_distance[lane], bulge[lane],
                                         before[lane], index[lane], limit);
        }
      }
    }
    NAME(store)(rays->horizon + k, raised);
    NAME(store)(rays->lower + k, low);
    NAME(store)(rays->upper + k, high);
    *(i8 *)(rays->index + k) = index;
  }
}

static inline float NAME(post)(const float *altitude, int32_t limit, float at, float ground) {
  int32_t ray = (int32_t)at;
  ray = ray < 0 ? 0 : ray > limit ? limit : ray;
  float f = at - (float)ray;
  f = f < 0 ? 0 : f > 1 ? 1 : f;
  float floor = altitude[ray] + (altitude[ray + 1] - altitude[ray]) * f;
  float value = floor > ground ? floor : ground;
  return floor > ATALAYA_UNKNOWN_ABOVE ? __builtin_nanf("") : value;
}

void NAME(atalaya_floor_posts)(const float *altitude, int32_t limit, float ray, float step, float x, const float *ground,
                               float *out, int32_t first, int32_t last, int32_t may_spill) {
  const f8 ramp = {0, 1, 2, 3, 4, 5, 6, 7};
  const f8 zero = NAME(all)(0), one = NAME(all)(1), unknown = NAME(all)(__builtin_nanf("")),
           above = NAME(all)(ATALAYA_UNKNOWN_ABOVE), highest = NAME(all)((float)limit);
  int32_t i = first;
  // A block of eight may pass the end where the posts behind it are written later, by the same task.
  for (; i + 8 <= last || (may_spill && i < last); i += 8) {
    const f8 at = NAME(all)(ray + ((float)i - x) * step) + ramp * step;
    const f8 clamped = NAME(smaller)(NAME(larger)(at, zero), highest);
    const i8 index = NAME(whole)(clamped);
    const f8 f = NAME(smaller)(NAME(larger)(at - NAME(number)(index), zero), one);
    f8 low, high;
    GATHER_PAIRS(altitude, index, low, high);
    const f8 floor = low + (high - low) * f;
    const f8 surface = NAME(load)(ground + i);
    const f8 value = NAME(select)(floor > surface, floor, surface);
    NAME(store)(out + i, NAME(select)(floor > above, unknown, value));
  }
  for (; i < last; i++) out[i] = NAME(post)(altitude, limit, ray + ((float)i - x) * step, ground[i]);
}
