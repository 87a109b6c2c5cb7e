#include "CBenchPeers.h"

#include <geodesic.h>

void atalaya_peer_geod_inverse(const double *starts, const double *ends, double *distances, size_t count) {
  struct geod_geodesic geodesic;
  geod_init(&geodesic, 6378137, 1 / 298.257223563);
  for (size_t i = 0; i < count; i++) {
    geod_inverse(&geodesic, starts[2 * i], starts[2 * i + 1], ends[2 * i], ends[2 * i + 1], &distances[i], 0, 0);
  }
}
