// The kernels, once for each kind of processor. NAME(x) names them and LANES is the length of a vector; GATHER_PAIRS loads
// pairs of neighbours at indices that do not fall from lane to lane and lie, unless they are wide apart, within NEAR, which
// is two vectors; LEAST puts the least of a vector into all its lanes; STREAM stores past the caches; SPREAD_FOURS turns
// fours of floats among vectors, and the four others shuffle two vectors within their fours.

static const float atalaya_ramp[ATALAYA_SEGMENT] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                                                   16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31};

typedef float fv __attribute__((vector_size(LANES * 4), aligned(4)));
typedef int32_t iv __attribute__((vector_size(LANES * 4), aligned(4)));

static inline fv NAME(load)(const float *p) { return *(const fv *)p; }
static inline void NAME(store)(float *p, fv v) { *(fv *)p = v; }
static inline fv NAME(all)(float v) { return v - (fv){}; }
static inline fv NAME(select)(iv mask, fv a, fv b) { return (fv)((mask & (iv)a) | (~mask & (iv)b)); }
static inline fv NAME(larger)(fv a, fv b) { return NAME(select)(a > b, a, b); }
static inline fv NAME(smaller)(fv a, fv b) { return NAME(select)(a < b, a, b); }
// Zeros of which the compiler knows nothing: with others it makes three steps of a maximum.
static inline fv NAME(zeros)(void) {
  float zero = 0;
  __asm__("" : "+m"(zero));
  return NAME(all)(zero);
}
static inline iv NAME(whole)(fv v) { return __builtin_convertvector(v, iv); }
static inline fv NAME(number)(iv v) { return __builtin_convertvector(v, fv); }

// What a kind of vector may have better: pairs of neighbours at indices that rise by at most one from lane to lane, in an
// array that begins at a line of the caches; what is known where a value is below a limit; what is left of a number beside
// its whole part; the first floats of a vector.
#ifndef GATHER_CLOSE
#define GATHER_CLOSE(base, index, low, high) GATHER_PAIRS(base, index, 0, low, high)
#define KNOWN(value, limit, known, unknown) NAME(select)((value) < (limit), known, unknown)
#define PART(value, whole) ((value) - NAME(number)(whole))
#define STORE_FIRST(p, v, count)                                                                                       \
  for (int32_t lane = 0; lane < (count); lane++) (p)[lane] = (v)[lane]
#endif

// Heights above sea level to w = h/(1 + h/R'), h above the antenna, by its series.
static inline fv NAME(bent)(fv height, fv antenna, fv inverse) {
  const fv one = NAME(all)(1), h = height - antenna, part = h * inverse;
  return h * (one - part * (one - part));
}

// The same; a wall stays one.
static inline fv NAME(bent_or_wall)(fv height, fv antenna, fv inverse) {
  const fv wall = NAME(all)(ATALAYA_WALL);
  return NAME(select)(height < NAME(all)(ATALAYA_WALL_FROM), NAME(bent)(height, antenna, inverse), wall);
}

// Unknown ground is a wall.
static inline fv NAME(walled)(fv height) { return NAME(select)(height == height, height, NAME(all)(ATALAYA_WALL)); }

// The same of one.
static inline float NAME(bent_one)(float height, const atalaya_lines *lines) {
  const float h = height - lines->antenna, part = h * lines->inverse_radius;
  return height < ATALAYA_WALL_FROM ? h * (1 - part * (1 - part)) : ATALAYA_WALL;
}

// A ray that passes two rows or more between two lines: every crossing, one by one.
static float NAME(crossings)(const atalaya_lines *lines, const float *heights, float x, float dx, float distance,
                             float d_distance, float drop, float d_drop, int32_t from, int32_t to, float horizon) {
  const float *before = heights - lines->pitch;
  int32_t low = from < to ? from : to, high = from < to ? to : from;
  for (int32_t row = low + 1; row <= high; row++) {
    if (row < 0 || row >= lines->posts) continue;
    float tau = (x - (float)row) / dx;
    tau = tau < 0 ? 0 : tau > 1 ? 1 : tau;
    const float here = heights[row] == heights[row] ? heights[row] : ATALAYA_WALL;
    const float there = before[row] == before[row] ? before[row] : ATALAYA_WALL;
    float w = NAME(bent_one)(here + (there - here) * tau, lines);
    float d = distance - d_distance * tau;
    float slope = w / (d > 1e-6f ? d : 1e-6f) - (drop - d_drop * tau);
    if (slope > horizon) horizon = slope;
  }
  return horizon;
}

// Of the lines of a segment: the first post beside a vector of rays, and a bound of its rays' lowest altitudes in sight.
typedef struct {
  fv drop, d_drop, nearest, d_nearest, farthest, d_farthest;
  int32_t post[ATALAYA_SEGMENT];
  float bound[ATALAYA_SEGMENT];
} NAME(shadow);

static inline fv NAME(least)(fv v) {
  LEAST(v);
  return v;
}

// Of quantities linear in each lane the least is nowhere below the line between what it is at the ends, and the greatest
// nowhere above.
static void NAME(begin_shadow)(NAME(shadow) *shadow, const atalaya_rays *rays, const atalaya_lines *lines, int32_t k) {
  const fv n = NAME(all)((float)(lines->lines > 1 ? lines->lines - 1 : 1)), part = NAME(all)(1) / n;
  const fv t = NAME(all)(lines->t), zero = NAME(all)(0), end = NAME(all)((float)(lines->posts - 2));
  const fv d_drop = NAME(load)(rays->d_drop + k), drop = NAME(load)(rays->drop + k) + d_drop * t;
  const fv d_distance = NAME(load)(rays->d_distance + k), distance = NAME(load)(rays->distance + k) + d_distance * t;
  shadow->drop = NAME(least)(drop);
  shadow->d_drop = (NAME(least)(drop + d_drop * n) - shadow->drop) * part;
  shadow->nearest = NAME(least)(distance);
  shadow->d_nearest = (NAME(least)(distance + d_distance * n) - shadow->nearest) * part;
  shadow->farthest = -NAME(least)(-distance);
  shadow->d_farthest = (-NAME(least)(-(distance + d_distance * n)) - shadow->farthest) * part;
  for (int l = 0; l < lines->lines; l += LANES) {
    const fv place = NAME(all)(rays->x[k]) + NAME(all)(rays->dx[k]) * (t + NAME(load)(atalaya_ramp + l));
    *(iv *)(shadow->post + l) = NAME(whole)(NAME(smaller)(NAME(larger)(place, zero), end));
  }
}

// A little below what the lanes may come to, whose distances and drops are sums of up to 32 steps.
static void NAME(bound_shadow)(NAME(shadow) *shadow, const atalaya_lines *lines, fv horizon) {
  const fv antenna = NAME(all)(lines->antenna), inverse = NAME(all)(lines->inverse_radius), zero = NAME(all)(0);
  const fv least = NAME(least)(horizon), n = NAME(all)((float)lines->lines);
  const fv far = shadow->farthest + shadow->d_farthest * n, high = shadow->drop + shadow->d_drop * n;
  const fv slope = NAME(larger)(least, -least) + high + high;
  const fv rounding = NAME(all)(8e-6f) * (NAME(larger)(antenna, -antenna) + far * slope);
  for (int l = 0; l < lines->lines; l += LANES) {
    const fv t = NAME(load)(atalaya_ramp + l), slope = least + (shadow->drop + shadow->d_drop * t);
    const fv nearest = shadow->nearest + shadow->d_nearest * t, farthest = shadow->farthest + shadow->d_farthest * t;
    const fv w = slope * NAME(select)(slope < zero, farthest, nearest), part = w * inverse;
    NAME(store)(shadow->bound + l, antenna - rounding + (w + w * (part + part * part)));
  }
}

// Posts beside a vector of rays.
static inline void NAME(fetch_row)(const float *near) {
  for (int i = 0; i < 2 * LANES; i += 16) __builtin_prefetch(near + i, 0, 2);
}

// What rows hold of the columns that are turned next: up to three lines of the caches each.
static inline const float *NAME(fetch_columns)(const float *next, const float *end, ptrdiff_t pitch, int32_t rows) {
  for (; rows > 0 && next < end; rows--, next += pitch) {
    __builtin_prefetch(next, 0, 2);
    __builtin_prefetch(next + 16, 0, 2);
    __builtin_prefetch(next + 31, 0, 2);
  }
  return next;
}

// A vector of rays along the lines. `direction` is 1 where all go to growing posts, -1 where none does, else 0.
__attribute__((always_inline)) static inline void NAME(follow)(
    const atalaya_rays *rays, const atalaya_lines *lines, int32_t k, const float *next, const float *end_next,
    const int direction) {
  const fv tiny = NAME(all)(1e-6f), zero = NAME(zeros)(), one = NAME(all)(1), highest = NAME(all)(1e12f);
  const fv antenna = NAME(all)(lines->antenna), inverse = NAME(all)(lines->inverse_radius);
  const fv end = NAME(all)((float)(lines->posts - 2));
  fv t = NAME(all)(lines->t);
  const fv dx = NAME(load)(rays->dx + k), d_distance = NAME(load)(rays->d_distance + k), d_drop = NAME(load)(rays->d_drop + k);
  const fv x0 = NAME(load)(rays->x + k), first = x0 + dx * t;
  fv distance = NAME(load)(rays->distance + k) + d_distance * t, drop = NAME(load)(rays->drop + k) + d_drop * t;
  const iv up = direction > 0 ? (iv){} - 1 : direction < 0 ? (iv){} : dx > zero;
  fv horizon = NAME(load)(rays->horizon + k);
  iv before = *(const iv *)(rays->index + k), lit = *(const iv *)(rays->lit + k);
  // Rays beside the active ones may have stayed at the edge of a block that reached farther.
  const iv most = (iv){} + (lines->posts - 2), is_within = before < most;
  before = ((before & is_within) | (most & ~is_within)) & (before > 0);
  const float *heights = lines->heights, *slower = rays->inverse_dx + k;
  float *altitude = rays->altitude + k;
  const ptrdiff_t pitch = lines->pitch, ahead = lines->ahead, count = rays->count;
  const int32_t last = lines->lines;
  const float spread = first[LANES - 1] - first[0], growth = dx[LANES - 1] - dx[0];
  const int is_wide = !(spread - growth < NEAR - 2) || !(spread + growth * (float)(lines->lines - 1) < NEAR - 2);
  const int is_oblique = ANY((dx > one) | (dx < -one));
  int was_lit = is_oblique | ANY(lit);
  // What is read after this segment is fetched meanwhile: of rows what this place has on the lines of the next segment; of
  // columns a vector's share of the rows in which the next ones lie.
  const ptrdiff_t next_pitch = lines->next ? lines->next->pitch : 0;
  const int32_t rows = (ATALAYA_SEGMENT + last - 1) / last;
  NAME(shadow) shadow;
  int has_shadow = 0, has_bounds = 0;
  for (int32_t l = 0; l < last; l++, heights += pitch, altitude += count) {
    // Most terrain lies so deep in the shadow that the highest post near the vector is below its lowest ray.
    if (!(was_lit | is_wide)) {
      if (!has_shadow) NAME(begin_shadow)(&shadow, rays, lines, k);
      if (!has_bounds) NAME(bound_shadow)(&shadow, lines, horizon);
      has_shadow = has_bounds = 1;
      const int32_t from = l;
      for (; l < last; l++, heights += pitch, altitude += count) {
        const float *near = heights + shadow.post[l];
        if (next_pitch) next = NAME(fetch_columns)(next, end_next, next_pitch, rows);
        else NAME(fetch_row)(near + ahead);
        const fv bound = NAME(all)(shadow.bound[l]);
        if (ANY(~(NAME(load)(near) <= bound) | ~(NAME(load)(near + LANES) <= bound))) break;
        const fv w = (horizon + drop) * distance, part = w * inverse;
        NAME(store)(altitude, antenna + (w + w * (part + part * part)));
        distance += d_distance;
        drop += d_drop;
      }
      if (l > from) {
        t = NAME(all)(lines->t + (float)l);
        before = NAME(whole)(NAME(smaller)(NAME(larger)(x0 + dx * (t - one), zero), end));
        lit = (iv){};
      }
      if (l == last) break;
    } else if (next_pitch) {
      next = NAME(fetch_columns)(next, end_next, next_pitch, rows);
    } else {
      NAME(fetch_row)(heights + before[0] + ahead);
    }
    // The lowest altitude in sight here: w back to metres, by the series of w/(1 - w/R').
    const fv sight = horizon + drop, w = sight * distance;
    const fv part = w * inverse, lowest = antenna + (w + w * (part + part * part));
    NAME(store)(altitude, lowest);

    // Beyond the block all is unknown: a ray that has left it may stay at its edge.
    const fv x = NAME(smaller)(NAME(larger)(x0 + dx * t, zero), end);
    const iv index = NAME(whole)(x);
    // Where all posts beside the rays lie in the shadow, on this line and on the line before, nothing between them is in
    // sight.
    fv low, high;
    GATHER_PAIRS(heights, index, is_wide, low, high);
    lit = ~((low <= lowest) & (high <= lowest));
    const int is_lit = ANY(lit);
    if (is_lit | was_lit) {
      fv old_low, old_high;
      GATHER_PAIRS(heights - pitch, before, is_wide, old_low, old_high);
      // Where the ray has passed a row since the line before: tau lines ago. On the way the lowest altitude in sight is
      // linear but for the square of a line's part of R'.
      const fv f = x - NAME(number)(index);
      const iv moved = direction > 0 ? index - before : direction < 0 ? before - index : ((index - before) ^ ~up) - ~up;
      const fv since = (f - NAME(select)(up, zero, one)) * NAME(load)(slower);
      // A ray along a line of posts may drift over it by less than a Float resolves.
      const fv tau = NAME(smaller)(NAME(larger)(since, zero), one);
      const fv here = NAME(select)(up, low, high), there = NAME(select)(up, old_high, old_low);
      const iv aside = moved == 1, far = moved > 1;
      const iv above = ~(low + (high - low) * f <= lowest);
      const iv beyond = aside & ~(here + (there - here) * tau <= lowest - (sight * d_distance + d_drop * distance) * tau);
      // Of what is above, and of what is unknown, only the slopes are given.
      if (ANY(above | beyond | far)) {
        const fv between = NAME(larger)(distance - d_distance * tau, tiny);
        const fv left = NAME(walled)(low), right = NAME(walled)(high);
        const fv height = NAME(bent_or_wall)(left + (right - left) * f, antenna, inverse);
        const fv nearer = NAME(select)(up, left, right), farther = NAME(walled)(there);
        const fv crossed = NAME(bent_or_wall)(nearer + (farther - nearer) * tau, antenna, inverse);
        const fv share = one / (distance * between);
        fv raised = NAME(larger)(height * (share * between) - drop, horizon);
        const fv slope = crossed * (share * distance) - (drop - d_drop * tau);
        raised = NAME(select)(aside & (slope > raised), slope, raised);
        if (ANY(far)) {
          for (int lane = 0; lane < LANES; lane++) {
            if (far[lane]) {
              raised[lane] = NAME(crossings)(lines, heights, x[lane], dx[lane], distance[lane], d_distance[lane],
                                             drop[lane], d_drop[lane], before[lane], index[lane], raised[lane]);
            }
          }
        }
        // The slope of a wall times a distance stays a number.
        horizon = NAME(smaller)(raised, highest);
        has_bounds = 0;
      }
    }
    before = index;
    was_lit = is_lit | is_oblique;
    t += one;
    distance += d_distance;
    drop += d_drop;
  }
  NAME(store)(rays->horizon + k, horizon);
  *(iv *)(rays->index + k) = before;
  *(iv *)(rays->lit + k) = lit;
}

// Floors of posts in whole vectors, as far as may be. `is_close` promises that neighbouring posts lie less than a ray apart,
// `is_edge` allows posts beyond the rays.
__attribute__((always_inline)) static inline void NAME(fill)(const atalaya_posts *posts, const int is_close,
                                                             const int is_wide, const int is_edge) {
  const float *altitude = posts->altitude, *ground = posts->ground;
  const fv step = NAME(all)(posts->step), ray = NAME(all)(posts->ray), from = NAME(all)(posts->x);
  const fv zero = NAME(zeros)(), unknown = (fv)((iv){} - 1), above = NAME(all)(ATALAYA_UNKNOWN_ABOVE),
           highest = NAME(all)((float)posts->limit), lanes = NAME(all)((float)LANES);
  float *out = posts->out;
  const int32_t last = posts->last;
  int32_t i = posts->first;
  fv post = NAME(all)((float)i) + NAME(load)(atalaya_ramp), value;
  // Of a post alone, wherever a vector begins: parts of a line get the floors of the whole.
#define FLOORS(surfaces)                                                                                               \
  do {                                                                                                                 \
    fv at = (post - from) * step + ray;                                                                                \
    if (is_edge) at = NAME(smaller)(NAME(larger)(at, zero), highest);                                                  \
    const iv index = NAME(whole)(at);                                                                                  \
    const fv f = PART(at, index);                                                                                      \
    fv low, high;                                                                                                      \
    if (is_close) GATHER_CLOSE(altitude, index, low, high);                                                            \
    else GATHER_PAIRS(altitude, index, is_wide, low, high);                                                            \
    const fv floor = low + (high - low) * f;                                                                           \
    value = KNOWN(floor, above, NAME(larger)(floor, NAME(load)(surfaces)), unknown);                                   \
  } while (0)
  // Whole lines of the caches that nobody reads soon go past them; what is not whole does not, for that is slow.
  if (posts->is_far && last - i >= 2 * ATALAYA_CACHE_LINE) {
    const int32_t whole_end = last - (int32_t)((uintptr_t)(out + last) / 4 % ATALAYA_CACHE_LINE);
    int32_t head = (int32_t)(-(uintptr_t)(out + i) / 4 % ATALAYA_CACHE_LINE);
    for (; head > 0; head -= LANES) {
      const int32_t count = head < LANES ? head : LANES;
      FLOORS(ground + i);
      STORE_FIRST(out + i, value, count);
      i += count;
      post += NAME(all)((float)count);
    }
    for (; i < whole_end; i += LANES, post += lanes) {
      FLOORS(ground + i);
      STREAM(out + i, value);
    }
  }
  // A vector may pass the end where the posts behind it are written later, by the same task.
  const int32_t whole = posts->may_spill ? last : last - LANES + 1;
  for (; i < whole; i += LANES, post += lanes) {
    FLOORS(ground + i);
    NAME(store)(out + i, value);
  }
  if (i < last) {
    // Behind the last row's ground there is no more.
    float rest[LANES] = {0};
    for (int32_t lane = 0; lane < last - i; lane++) rest[lane] = ground[i + lane];
    FLOORS(rest);
    STORE_FIRST(out + i, value, last - i);
  }
#undef FLOORS
}

void NAME(atalaya_floor_posts)(const atalaya_posts *posts) {
  const int is_wide = !(posts->step * LANES < NEAR - 2);
  // Whether posts may lie beyond the rays. What a vector takes behind the last is of no use, but must lie in memory.
  const float start = ((float)posts->first - posts->x) * posts->step + posts->ray;
  const float end = ((float)posts->last - posts->x) * posts->step + posts->ray, limit = (float)posts->limit;
  const int is_edge = !(start >= 0 && end <= limit && end + LANES * posts->step <= limit + ATALAYA_SLACK / 2);
  if (is_edge) NAME(fill)(posts, 0, is_wide, 1);
  else if (posts->step < 0.99f) NAME(fill)(posts, 1, 0, 0);
  else if (is_wide) NAME(fill)(posts, 0, 1, 0);
  else NAME(fill)(posts, 0, 0, 0);
}

// As many doubles as a vector has floats.
typedef double NAME(wide) __attribute__((vector_size(LANES * 8), aligned(8)));
static inline NAME(wide) NAME(wide_load)(const double *p) { return *(const NAME(wide) *)p; }
static inline void NAME(wide_store)(double *p, NAME(wide) v) { *(NAME(wide) *)p = v; }
static inline NAME(wide) NAME(wide_all)(double v) { return v - (NAME(wide)){}; }
static inline fv NAME(narrow)(NAME(wide) v) { return __builtin_convertvector(v, fv); }

void NAME(atalaya_floor_segment)(const atalaya_segment *segment) {
  typedef NAME(wide) wide;
  const atalaya_rays *rays = segment->rays;
  const wide one = NAME(wide_all)(1), y = NAME(wide_all)(segment->y), start = NAME(wide_all)(segment->start),
             base = NAME(wide_all)(segment->base), antenna = NAME(wide_all)(segment->antenna);
  const double part = segment->lines > 0 ? 1 / segment->lines : 0;
  const fv zero = NAME(all)(0), unity = NAME(all)(1), gain = NAME(all)((float)part);
  const wide ramp = __builtin_convertvector(NAME(load)(atalaya_ramp), wide);
  for (int32_t k = segment->first; k < segment->first + segment->count; k += LANES) {
    const wide slope = (ramp + (segment->slope + k)) * segment->slope_step;
    wide lateral = {}, length = {};
    for (int32_t i = segment->terms - 1; i >= 0; i--) {
      lateral = lateral * (slope * segment->scale) + segment->lateral[i];
      length = length * (slope * segment->scale) + segment->length[i];
    }
    const wide x = lateral + (start + slope * y);
    const wide whole = y * (NAME(wide_load)(segment->per_line + k) * (one + length));
    const wide angle = whole * NAME(wide_load)(segment->inverse_radius + k), a2 = angle * angle;
    // sin(angle)/angle, and tan(angle/2), which is (1 - cos(angle))/sin(angle).
    const wide sine = one - a2 * (1. / 6) * (one - a2 * (1. / 20) * (one - a2 * (1. / 42) * (one - a2 * (1. / 72))));
    const wide tangent =
        angle * 0.5 * (one + a2 * (1. / 12) * (one + a2 * (1. / 10) * (one + a2 * (17. / 168) * (one + a2 * (31. / 306)))));
    const fv distance = NAME(narrow)((whole + antenna * angle) * sine), drop = NAME(narrow)(tangent);
    const wide before = NAME(wide_load)(segment->start_x + k);
    const fv dx = NAME(narrow)((x - before) * part);
    NAME(wide_store)(segment->x + k, x);
    NAME(wide_store)(segment->lengths + k, whole);
    NAME(store)(segment->distance + k, distance);
    NAME(store)(segment->drop + k, drop);
    NAME(store)(rays->x + k, NAME(narrow)(before - base));
    NAME(store)(rays->dx + k, dx);
    NAME(store)(rays->inverse_dx + k, NAME(select)(dx == zero, zero, unity / dx));
    NAME(store)(rays->d_distance + k, (distance - NAME(load)(rays->distance + k)) * gain);
    NAME(store)(rays->d_drop + k, (drop - NAME(load)(rays->drop + k)) * gain);
    *(iv *)(rays->index + k) += segment->shift;
  }
}

// A square of posts, each row read at once: on a grid whose rows lie a power of two apart they share a place in the caches.
static inline void NAME(square)(const float *in, ptrdiff_t pitch, float *out, ptrdiff_t out_pitch) {
  enum { fours = LANES / 4 };
  fv blocks[fours][4];
#pragma unroll
  for (int i = 0; i < 4; i++) {
    fv rows[fours];
#pragma unroll
    for (int j = 0; j < fours; j++) rows[j] = NAME(load)(in + (i + 4 * j) * pitch);
    SPREAD_FOURS(rows);
#pragma unroll
    for (int j = 0; j < fours; j++) blocks[j][i] = rows[j];
  }
#pragma unroll
  for (int j = 0; j < fours; j++) {
    const fv a = blocks[j][0], b = blocks[j][1], c = blocks[j][2], d = blocks[j][3];
    const fv ab_low = LOWER_PAIRS(a, b), ab_high = UPPER_PAIRS(a, b);
    const fv cd_low = LOWER_PAIRS(c, d), cd_high = UPPER_PAIRS(c, d);
    float *to = out + 4 * j * out_pitch;
    NAME(store)(to, LOWER_HALVES(ab_low, cd_low));
    NAME(store)(to + out_pitch, UPPER_HALVES(ab_low, cd_low));
    NAME(store)(to + 2 * out_pitch, LOWER_HALVES(ab_high, cd_high));
    NAME(store)(to + 3 * out_pitch, UPPER_HALVES(ab_high, cd_high));
  }
}

// The posts that the rays before one may be beside on the columns that are turned next.
static inline int32_t NAME(next_post)(const atalaya_rays *rays, const atalaya_ahead *next, int32_t ray) {
  const float dx = rays->dx[ray], post = rays->x[ray] + dx * next->t + (dx > 0 ? dx * ATALAYA_SEGMENT : 0);
  return post < (float)next->fetched ? next->fetched : post > (float)next->last ? next->last : (int32_t)post;
}

void NAME(atalaya_floor_rays)(const atalaya_rays *rays, const atalaya_lines *lines, int32_t first, int32_t last) {
  atalaya_ahead *next = lines->next;
  const float *from = NULL, *to = NULL;
  for (int32_t k = first & ~(LANES - 1); k < last; k += LANES) {
    const int32_t fetched = next ? next->fetched : 0;
    if (next) {
      // What was fetched beside the rays before is turned behind these.
      const int32_t ray = k + 2 * LANES < last ? k + 2 * LANES : last - 1;
      next->fetched = NAME(next_post)(rays, next, ray);
      from = next->in + fetched * next->pitch;
      to = next->in + next->fetched * next->pitch;
    }
    const iv up = NAME(load)(rays->dx + k) > 0;
    if (!ANY(~up)) {
      NAME(follow)(rays, lines, k, from, to, 1);
    } else if (!ANY(up)) {
      NAME(follow)(rays, lines, k, from, to, -1);
    } else {
      NAME(follow)(rays, lines, k, from, to, 0);
    }
    for (; next && next->turned + LANES <= fetched; next->turned += LANES) {
      const float *in = next->in + next->turned * next->pitch;
      for (int column = 0; column < ATALAYA_SEGMENT; column += LANES)
        NAME(square)(in + column, next->pitch, next->out + next->turned + column * next->out_pitch, next->out_pitch);
    }
  }
}

void NAME(atalaya_floor_turn)(const atalaya_turn *turn) {
  const ptrdiff_t pitch = turn->pitch, out_pitch = turn->out_pitch;
  const ptrdiff_t rows = (ptrdiff_t)turn->rows, columns = (ptrdiff_t)turn->columns;
  const ptrdiff_t whole_rows = rows - rows % LANES, whole_columns = columns - columns % LANES;
  for (ptrdiff_t row = 0; row < whole_rows; row += LANES) {
    const float *in = turn->in + row * pitch;
    float *out = turn->out + row;
    for (ptrdiff_t column = 0; column < whole_columns; column += LANES)
      NAME(square)(in + column, pitch, out + column * out_pitch, out_pitch);
  }
  for (ptrdiff_t column = 0; column < columns; column++)
    for (ptrdiff_t row = column < whole_columns ? whole_rows : 0; row < rows; row++)
      turn->out[column * out_pitch + row] = turn->in[row * pitch + column];
}

// Floats from memory to memory, none of them past the caches.
static inline void NAME(copy)(const float *from, float *to, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) to[i] = from[i];
}

// A line of the caches, past them where `to` begins one.
static inline void NAME(copy_line)(const float *from, float *to, const int is_past) {
  for (int i = 0; i < ATALAYA_CACHE_LINE; i += LANES) {
    const fv value = NAME(load)(from + i);
    if (is_past) STREAM(to + i, value);
    else NAME(store)(to + i, value);
  }
}

void NAME(atalaya_floor_flush)(const atalaya_flush *flush) {
  enum { line = ATALAYA_CACHE_LINE, width = line + ATALAYA_COLUMNS + line };
  // Some rows, each with what was kept of the columns before or behind.
  _Alignas(64) float turned[LANES][width];
  const ptrdiff_t rows = (ptrdiff_t)flush->rows, columns = (ptrdiff_t)flush->columns, pitch = flush->pitch;
  const int grows = flush->grows, goes_on = flush->goes_on;
  for (ptrdiff_t row = 0; row < rows; row += LANES) {
    const float *in = flush->in + row;
    const ptrdiff_t count = rows - row < LANES ? rows - row : LANES;
    ptrdiff_t column = 0;
    if (count == LANES)
      for (; column + LANES <= columns; column += LANES)
        NAME(square)(in + column * pitch, pitch, turned[0] + line + column, width);
    for (; column < columns; column++)
      for (ptrdiff_t i = 0; i < count; i++) turned[i][line + column] = in[column * pitch + i];
    for (ptrdiff_t i = 0; i < count; i++) {
      float *to = flush->out + (row + i) * flush->out_pitch, *kept = flush->kept + (row + i) * line;
      float *values = turned[i] + line;
      // Floats of the line that the columns begin in, before them, and of the line that they end in.
      const ptrdiff_t before = (ptrdiff_t)((uintptr_t)to / 4 % line), over = (before + columns) % line;
      ptrdiff_t from = (line - before) % line, end = columns - over;
      if (goes_on) {
        NAME(copy_line)(kept, grows ? turned[i] : values + columns, 0);
        if (grows) from = -before;
        else end = columns + (line - over) % line;
      } else if (grows) {
        NAME(copy)(values, to, from);
      } else {
        NAME(copy)(values + end, to + end, over);
      }
      for (; from < end; from += line) NAME(copy_line)(values + from, to + from, 1);
      NAME(copy_line)(grows ? values + columns - line : values, kept, 0);
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
