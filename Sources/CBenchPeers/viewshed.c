#include "CBenchPeers.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <gdal_alg.h>
#include <ogr_srs_api.h>
#include <stdio.h>

// GDAL's viewshed on an array in memory: the lowest visible height above sea level of each cell. `out` takes as many
// cells as the raster that GDAL makes, whose size and first cell are given.
int atalaya_peer_gdal_viewshed(const float *terrain, int columns, int rows, const double transform[6], const char *crs,
                               double x, double y, double antenna_height, double curvature, double range, double *out,
                               int window[4]) {
  GDALAllRegister();
  GDALDriverH memory = GDALGetDriverByName("MEM");
  GDALDatasetH source = GDALCreate(memory, "", columns, rows, 0, GDT_Float32, NULL);
  char pointer[64], value[128];
  int length = CPLPrintPointer(pointer, (void *)terrain, sizeof pointer);
  pointer[length] = 0;
  snprintf(value, sizeof value, "DATAPOINTER=%s", pointer);
  char **list = CSLAddString(CSLAddString(NULL, value), "DATATYPE=Float32");
  GDALAddBand(source, GDT_Float32, list);
  CSLDestroy(list);
  GDALSetGeoTransform(source, (double *)transform);
  if (crs && *crs) {
    OGRSpatialReferenceH system = OSRNewSpatialReference(NULL);
    OSRSetFromUserInput(system, crs);
    char *text = NULL;
    OSRExportToWkt(system, &text);
    GDALSetProjection(source, text);
    CPLFree(text);
    OSRDestroySpatialReference(system);
  }
  GDALDatasetH result = GDALViewshedGenerate(
      GDALGetRasterBand(source, 1), "MEM", "out", NULL, x, y, antenna_height, 0, 255, 0, 0, -1, curvature, GVM_Edge,
      range, NULL, NULL, GVOT_MIN_TARGET_HEIGHT_FROM_DEM, NULL);
  if (!result) {
    GDALClose(source);
    return 1;
  }
  double made[6];
  GDALGetGeoTransform(result, made);
  window[0] = (int)((made[0] - transform[0]) / transform[1] + 0.5);
  window[1] = (int)((made[3] - transform[3]) / transform[5] + 0.5);
  window[2] = GDALGetRasterXSize(result);
  window[3] = GDALGetRasterYSize(result);
  CPLErr failed = CE_None;
  if (out)
    failed = GDALRasterIO(GDALGetRasterBand(result, 1), GF_Read, 0, 0, window[2], window[3], out, window[2], window[3],
                          GDT_Float64, 0, 0);
  GDALClose(result);
  GDALClose(source);
  return failed != CE_None;
}
