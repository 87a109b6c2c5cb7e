#ifndef ATALAYA_BENCH_PEERS_H
#define ATALAYA_BENCH_PEERS_H

#include <stddef.h>

/// A plain C loop over geod_inverse of libproj on WGS 84: `count` distances in metres between places in degrees.
/// Each place is latitude, longitude.
void atalaya_peer_geod_inverse(const double *starts, const double *ends, double *distances, size_t count);

#endif
