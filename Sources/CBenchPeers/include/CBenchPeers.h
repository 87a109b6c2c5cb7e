#ifndef ATALAYA_BENCH_PEERS_H
#define ATALAYA_BENCH_PEERS_H

#include <stddef.h>

/// A plain C loop over geod_inverse of libproj on WGS 84: `count` distances in metres between places in degrees.
/// Each place is latitude, longitude.
void atalaya_peer_geod_inverse(const double *starts, const double *ends, double *distances, size_t count, double axis,
                                double flattening);

// GDAL's viewshed on an array in memory: the lowest visible height above sea level of each cell of a window, whose first
// column and row, width and height are given; see viewshed.c.
int atalaya_peer_gdal_viewshed(const float *terrain, int columns, int rows, const double transform[6], const char *crs,
                               double x, double y, double antenna_height, double curvature, double range, double *out,
                               int window[4]);

#endif
