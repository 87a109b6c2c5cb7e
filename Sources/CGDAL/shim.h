#include <gdal.h>
#include <gdal_alg.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_minixml.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

// Raises an error of GDAL's; its own function takes any arguments, which Swift cannot call.
static inline void atalaya_raise(const char *text) { CPLError(CE_Failure, CPLE_NotSupported, "%s", text); }

#ifdef __linux__
#include <sys/types.h>
// <fcntl.h> shows it to GNU programs alone. Mode 1 keeps the file's size.
int fallocate(int descriptor, int mode, off_t offset, off_t length);
#endif
