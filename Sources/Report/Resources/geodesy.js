"use strict";
// Geodesics on the ellipsoid `earth`, and the figures that are drawn with them.
const geodesy = (() => {
  const { a, f, mean } = earth, b = a * (1 - f);
  const rad = Math.PI / 180;

  /// Geodesic distance in metres and azimuth in degrees (Vincenty 1975, inverse; 0.5 mm). Nearly antipodal places, for
  /// which it does not converge, give the great circle of the mean radius.
  function inverse(p, q) {
    const L = (q[1] - p[1]) * rad;
    const u1 = Math.atan((1 - f) * Math.tan(p[0] * rad)), u2 = Math.atan((1 - f) * Math.tan(q[0] * rad));
    const s1 = Math.sin(u1), c1 = Math.cos(u1), s2 = Math.sin(u2), c2 = Math.cos(u2);
    let lambda = L;
    for (let step = 0; step < 200; step++) {
      const sl = Math.sin(lambda), cl = Math.cos(lambda);
      const ss = Math.hypot(c2 * sl, c1 * s2 - s1 * c2 * cl);
      if (ss === 0) return { distance: 0, azimuth: 0 };
      const cs = s1 * s2 + c1 * c2 * cl, sigma = Math.atan2(ss, cs);
      const sa = c1 * c2 * sl / ss, ca2 = 1 - sa * sa;
      const c2m = ca2 > 0 ? cs - 2 * s1 * s2 / ca2 : 0;
      const C = f / 16 * ca2 * (4 + f * (4 - 3 * ca2));
      const last = lambda;
      lambda = L + (1 - C) * f * sa * (sigma + C * ss * (c2m + C * cs * (2 * c2m * c2m - 1)));
      if (Math.abs(lambda - last) < 1e-13) {
        const k = ca2 * (a * a - b * b) / (b * b);
        const A = 1 + k / 16384 * (4096 + k * (k * (320 - 175 * k) - 768));
        const B = k / 1024 * (256 + k * (k * (74 - 47 * k) - 128));
        const ds = B * ss * (c2m + B / 4 * (cs * (2 * c2m * c2m - 1) - B / 6 * c2m * (4 * ss * ss - 3) * (4 * c2m * c2m - 3)));
        return { distance: b * A * (sigma - ds), azimuth: Math.atan2(c2 * sl, c1 * s2 - s1 * c2 * cl) / rad };
      }
    }
    const h = Math.sin((q[0] - p[0]) * rad / 2) ** 2 + Math.cos(p[0] * rad) * Math.cos(q[0] * rad) * Math.sin(L / 2) ** 2;
    return { distance: 2 * mean * Math.asin(Math.sqrt(Math.min(h, 1))), azimuth: 0 };
  }

  /// The place at a distance (m) and azimuth (degrees) from another (Vincenty 1975, direct); longitude runs on past 180.
  function direct(p, azimuth, distance) {
    const alpha = azimuth * rad, sa1 = Math.sin(alpha), ca1 = Math.cos(alpha);
    const t1 = (1 - f) * Math.tan(p[0] * rad), c1 = 1 / Math.sqrt(1 + t1 * t1), s1 = t1 * c1;
    const sigma1 = Math.atan2(t1, ca1), sa = c1 * sa1, ca2 = 1 - sa * sa;
    const k = ca2 * (a * a - b * b) / (b * b);
    const A = 1 + k / 16384 * (4096 + k * (k * (320 - 175 * k) - 768));
    const B = k / 1024 * (256 + k * (k * (74 - 47 * k) - 128));
    let sigma = distance / (b * A), c2m = 0, ss = 0, cs = 0;
    for (let step = 0; step < 50; step++) {
      c2m = Math.cos(2 * sigma1 + sigma); ss = Math.sin(sigma); cs = Math.cos(sigma);
      const ds = B * ss * (c2m + B / 4 * (cs * (2 * c2m * c2m - 1) - B / 6 * c2m * (4 * ss * ss - 3) * (4 * c2m * c2m - 3)));
      const next = distance / (b * A) + ds, done = Math.abs(next - sigma) < 1e-13;
      sigma = next;
      if (done) break;
    }
    c2m = Math.cos(2 * sigma1 + sigma); ss = Math.sin(sigma); cs = Math.cos(sigma);
    const x = s1 * ss - c1 * cs * ca1;
    const latitude = Math.atan2(s1 * cs + c1 * ss * ca1, (1 - f) * Math.hypot(sa, x));
    const lambda = Math.atan2(ss * sa1, c1 * cs - s1 * ss * ca1);
    const C = f / 16 * ca2 * (4 + f * (4 - 3 * ca2));
    const L = lambda - (1 - C) * f * sa * (sigma + C * ss * (c2m + C * cs * (2 * c2m * c2m - 1)));
    return [latitude / rad, p[1] + L / rad];
  }

  function circle(centre, radius, count) {
    const points = [];
    for (let i = 0; i < count; i++) points.push(direct(centre, 360 * i / count, radius));
    return points;
  }

  /// An angle in degrees, 0 to 360.
  const turned = (angle) => ((angle % 360) + 360) % 360;

  /// The edges of an area between two distances, within azimuths from `begin` on: closed lines; a hole is one of its own.
  function area(centre, [begin, width], inner, outer, count) {
    if (width === 360) return (inner > 0 ? [outer, inner] : [outer]).map((radius) => circle(centre, radius, count));
    const steps = Math.max(1, Math.ceil(width / 360 * count));
    const arc = (radius) => Array.from({ length: steps + 1 }, (_, i) => direct(centre, begin + width * i / steps, radius));
    return [arc(outer).concat(inner > 0 ? arc(inner).reverse() : [centre])];
  }

  return { inverse, direct, circle, area, turned };
})();
