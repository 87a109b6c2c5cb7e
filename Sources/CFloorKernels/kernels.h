// The kernels, once for each kind of processor. NAME(x) names them, LANES is the length of a vector, GATHER_PAIRS loads
// pairs of neighbours at indices that do not fall from lane to lane, STREAM stores past the caches.

typedef float fv __attribute__((vector_size(LANES * 4), aligned(4)));
typedef int32_t iv __attribute__((vector_size(LANES * 4), aligned(4)));

static inline fv NAME(load)(const float *p) { return *(const fv *)p; }
static inline void NAME(store)(float *p, fv v) { *(fv *)p = v; }
static inline fv NAME(all)(float v) { return v - (fv){}; }
static inline fv NAME(select)(iv mask, fv a, fv b) { return (fv)((mask & (iv)a) | (~mask & (iv)b)); }
static inline fv NAME(larger)(fv a, fv b) { return NAME(select)(a > b, a, b); }
static inline fv NAME(smaller)(fv a, fv b) { return NAME(select)(a < b, a, b); }
static inline iv NAME(whole)(fv v) { return __builtin_convertvector(v, iv); }
static inline fv NAME(number)(iv v) { return __builtin_convertvector(v, fv); }

// A ray that passes two rows or more between two lines: every crossing, one by one.
static float NAME(crossings)(const float *heights, const float *before, int32_t posts, float x, float dx, float distance,
                             float d_distance, float bulge, float y, int32_t from, int32_t to, float horizon) {
  int32_t low = from < to ? from : to, high = from < to ? to : from;
  for (int32_t row = low + 1; row <= high; row++) {
    if (row < 0 || row >= posts) continue;
    float tau = (x - (float)row) / dx;
    tau = tau < 0 ? 0 : tau > 1 ? 1 : tau;
    float w = heights[row] + (before[row] - heights[row]) * tau;
    float d = distance - d_distance * tau;
    float slope = w / (d > 1e-6f ? d : 1e-6f) - bulge * (y - tau);
    if (slope > horizon) horizon = slope;
  }
  return horizon;
}

// A vector of rays along the lines. `direction` is 1 where all go to growing posts, -1 where none does, else 0.
__attribute__((always_inline)) static inline void NAME(follow)(
    const atalaya_rays *rays, const atalaya_lines *lines, int32_t k, const int direction) {
  const fv tiny = NAME(all)(1e-6f), zero = NAME(all)(0), one = NAME(all)(1);
  const fv unknown = NAME(all)(1e12f), antenna = NAME(all)(lines->antenna), inverse = NAME(all)(lines->inverse_radius);
  const fv end = NAME(all)((float)(lines->posts - 2));
  const fv x0 = NAME(load)(rays->x + k), dx = NAME(load)(rays->dx + k), inverse_dx = NAME(load)(rays->inverse_dx + k);
  const fv distance0 = NAME(load)(rays->distance + k), d_distance = NAME(load)(rays->d_distance + k);
  const fv bulge0 = NAME(load)(rays->bulge + k), d_bulge = NAME(load)(rays->d_bulge + k);
  const iv up = direction > 0 ? (iv){} - 1 : direction < 0 ? (iv){} : dx > zero;
  const fv shift = NAME(select)(up, zero, one);
  fv horizon = NAME(load)(rays->horizon + k), old_low = NAME(load)(rays->lower + k), old_high = NAME(load)(rays->upper + k);
  iv before = *(const iv *)(rays->index + k);
  const float *heights = lines->heights;
  float *altitude = rays->altitude + k;
  for (int32_t l = 0; l < lines->lines; l++, heights += lines->pitch, altitude += rays->count) {
    const fv t = NAME(all)(lines->t + (float)l), y = NAME(all)(lines->y + (float)l);
    const fv distance = distance0 + d_distance * t;
    const fv bulge = bulge0 + d_bulge * t;
    const fv by = bulge * y;

    // The lowest altitude in sight here: w back to metres, by the series of w/(1 - w/R').
    const fv sight = horizon + by, lowest = sight * distance, w = NAME(smaller)(lowest, unknown);
    const fv part = w * inverse;
    NAME(store)(altitude, antenna + (w + w * (part + part * part)));

    // Beyond the block stand walls: a ray that has left it may stay at its edge.
    const fv x = NAME(smaller)(NAME(larger)(x0 + dx * t, zero), end);
    const iv index = NAME(whole)(x);
    const fv f = x - NAME(number)(index);
    fv low, high;
    GATHER_PAIRS(heights, index, low, high);

    // Where the ray has passed a row since the line before: tau lines ago.
    const iv moved = direction > 0 ? index - before : direction < 0 ? before - index : ((index - before) ^ ~up) - ~up;
    const fv tau = (f - shift) * inverse_dx;
    const fv here = NAME(select)(up, low, high), there = NAME(select)(up, old_high, old_low);
    const fv between = NAME(larger)(distance - d_distance * tau, tiny);
    const fv height = low + (high - low) * f, crossed = here + (there - here) * tau;
    // Most terrain lies in the shadow: of the rest alone the slopes are told.
    const iv above = height > lowest, aside = (moved == 1) & (crossed > (sight - bulge * tau) * between);
    if (ANY(above | aside)) {
      const fv share = one / (distance * between);
      const fv ahead = NAME(larger)(height * (share * between) - by, horizon);
      horizon = NAME(select)(above, ahead, horizon);
      const fv slope = crossed * (share * distance) - (by - bulge * tau);
      horizon = NAME(select)(aside & (slope > horizon), slope, horizon);
    }
    const iv far = moved > 1;
    if (__builtin_expect(ANY(far), 0)) {
      for (int lane = 0; lane < LANES; lane++) {
        if (far[lane]) {
          horizon[lane] = NAME(crossings)(heights, heights - lines->pitch, lines->posts, x[lane], dx[lane], distance[lane],
                                          d_distance[lane], bulge[lane], y[lane], before[lane], index[lane], horizon[lane]);
        }
      }
    }
    old_low = low;
    old_high = high;
    before = index;
  }
  NAME(store)(rays->horizon + k, horizon);
  NAME(store)(rays->lower + k, old_low);
  NAME(store)(rays->upper + k, old_high);
  *(iv *)(rays->index + k) = before;
}

void NAME(atalaya_floor_rays)(const atalaya_rays *rays, const atalaya_lines *lines, int32_t first, int32_t last) {
  for (int32_t k = first & ~(LANES - 1); k < last; k += LANES) {
    const iv up = NAME(load)(rays->dx + k) > 0;
    if (!ANY(~up)) {
      NAME(follow)(rays, lines, k, 1);
    } else if (!ANY(up)) {
      NAME(follow)(rays, lines, k, -1);
    } else {
      NAME(follow)(rays, lines, k, 0);
    }
  }
}

void NAME(atalaya_floor_posts)(const atalaya_posts *posts) {
  const float *altitude = posts->altitude;
  const fv step = NAME(all)(posts->step), ray = NAME(all)(posts->ray), from = NAME(all)(posts->x);
  fv ramp;
  for (int lane = 0; lane < LANES; lane++) ramp[lane] = (float)lane;
  const fv zero = NAME(all)(0), unknown = NAME(all)(__builtin_nanf("")),
           above = NAME(all)(ATALAYA_UNKNOWN_ABOVE), highest = NAME(all)((float)posts->limit);
  const int32_t last = posts->last;
  int streams = 0;
  for (int32_t i = posts->first; i < last; i += LANES) {
    // Of a post alone, wherever a vector begins: parts of a line get the floors of the whole.
    const fv place = ((NAME(all)((float)i) + ramp) - from) * step + ray;
    const fv at = NAME(smaller)(NAME(larger)(place, zero), highest);
    const iv index = NAME(whole)(at);
    const fv f = at - NAME(number)(index);
    fv low, high;
    GATHER_PAIRS(altitude, index, low, high);
    const fv floor = low + (high - low) * f, surface = NAME(load)(posts->ground + i);
    const fv value = NAME(select)(floor < above, NAME(larger)(floor, surface), unknown);
    // A vector may pass the end where the posts behind it are written later, by the same task.
    if (last - i < LANES && !posts->may_spill) {
      for (int32_t lane = 0; lane < last - i; lane++) posts->out[i + lane] = value[lane];
      return;
    }
    float *out = posts->out + i;
    if (streams) {
      STREAM(out, value);
    } else {
      NAME(store)(out, value);
      // Whole vectors that nobody reads soon go past the caches from where memory is aligned to them.
      streams = posts->is_far && last - i >= 2 * LANES;
      if (streams) i -= (int32_t)((uintptr_t)out / 4 % LANES);
    }
  }
}

void NAME(atalaya_floor_heights)(
    const float *ground, float *out, size_t count, float antenna, float inverse_radius, ptrdiff_t ahead) {
  const fv from = NAME(all)(antenna), inverse = NAME(all)(inverse_radius), one = NAME(all)(1), wall = NAME(all)(ATALAYA_WALL);
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    __builtin_prefetch(ground + (ptrdiff_t)i + ahead);
    const fv h = NAME(load)(ground + i) - from, part = h * inverse, w = h * (one - part * (one - part));
    NAME(store)(out + i, NAME(select)(h == h, w, wall));
  }
  for (; i < count; i++) {
    const float h = ground[i] - antenna, part = h * inverse_radius;
    out[i] = h == h ? h * (1 - part * (1 - part)) : ATALAYA_WALL;
  }
}

void NAME(atalaya_floor_places)(const atalaya_places *places) {
  const double y = places->y, antenna = places->antenna, start = places->start, scale = places->scale;
  enum { block = 32 };
  for (int32_t first = 0; first < places->count; first += block) {
    const int32_t count = places->count - first < block ? places->count - first : block;
    const double *slope = places->slope + first, *per_line = places->per_line + first, *radius = places->radius + first;
    double lateral[block] = {0}, length[block] = {0};
    for (int32_t i = places->terms - 1; i >= 0; i--) {
      const double p = places->lateral[i], q = places->length[i];
      for (int32_t k = 0; k < count; k++) {
        lateral[k] = lateral[k] * (slope[k] * scale) + p;
        length[k] = length[k] * (slope[k] * scale) + q;
      }
    }
    double *x = places->x + first, *lengths = places->lengths + first, *sines = places->sines + first,
           *bulges = places->bulges + first;
    for (int32_t k = 0; k < count; k++) {
      x[k] = lateral[k] + (start + slope[k] * y);
      const double lines = per_line[k] * (1 + length[k]);
      const double whole = y * lines;
      const double inverse = 1 / radius[k];
      const double angle = whole * inverse;
      const double a2 = angle * angle;
      const double sine = angle * (1 - a2 * (1. / 6) * (1 - a2 * (1. / 20) * (1 - a2 * (1. / 42) * (1 - a2 * (1. / 72)))));
      lengths[k] = whole;
      sines[k] = (radius[k] + antenna) * sine;
      // tan(angle/2)/y, which is (1 - cos(angle))/(sin(angle) y).
      bulges[k] = lines * inverse * 0.5
                  * (1 + a2 * (1. / 12) * (1 + a2 * (1. / 10) * (1 + a2 * (17. / 168) * (1 + a2 * (31. / 306)))));
    }
  }
}

void NAME(atalaya_floor_count)(atalaya_counts *counts) {
  const float *floors = counts->floors, *ground = counts->ground;
  float *out = counts->out;
  const int32_t count = counts->count, whole = count - count % LANES;
  const fv no_data = NAME(all)(counts->no_data);
  fv limits[ATALAYA_LIMITS];
  iv seen[ATALAYA_LIMITS] = {0}, known = {0};
  for (int i = 0; i < ATALAYA_LIMITS; i++) limits[i] = NAME(all)(counts->limits[i]);
  for (int32_t k = 0; k < whole; k += LANES) {
    __builtin_prefetch(floors + k + counts->floors_pitch);
    __builtin_prefetch(ground + k + counts->ground_pitch);
    const fv floor = NAME(load)(floors + k), height = floor - NAME(load)(ground + k);
    const iv is_known = floor == floor;
    known -= is_known;
    for (int i = 0; i < ATALAYA_LIMITS; i++) seen[i] -= height <= limits[i];
    NAME(store)(out + k, NAME(select)(is_known, floor, no_data));
  }
  for (int lane = 0; lane < LANES; lane++) {
    counts->known += known[lane];
    for (int i = 0; i < ATALAYA_LIMITS; i++) counts->seen[i] += seen[i][lane];
  }
  for (int32_t k = whole; k < count; k++) {
    const int is_known = floors[k] == floors[k];
    counts->known += is_known;
    for (int i = 0; i < ATALAYA_LIMITS; i++) counts->seen[i] += floors[k] - ground[k] <= counts->limits[i];
    out[k] = is_known ? floors[k] : counts->no_data;
  }
}
