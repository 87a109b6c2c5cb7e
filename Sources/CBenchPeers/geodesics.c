#include "CBenchPeers.h"

#include <geodesic.h>

void atalaya_peer_geod_inverse(const double *starts, const double *ends, double *distances, size_t count, double axis,
                                double flattening) {
  struct geod_geodesic geodesic;
  geod_init(&geodesic, axis, flattening);
  for (size_t i = 0; i < count; i++) {
    geod_inverse(&geodesic, starts[2 * i], starts[2 * i + 1], ends[2 * i], ends[2 * i + 1], &distances[i], 0, 0);
  }
}
