#pragma once
#include <stdint.h>

#pragma clang assume_nonnull begin

/// `dnnl_sgemm`: result = scale · left · right + keeping · result, in matrices that lie row by row, `N`, or transposed,
/// `T`. Returns 0, or what kept it from multiplying.
typedef int (*glassbox_onednn_sgemm)(char leftForm, char rightForm, int64_t rows, int64_t columns, int64_t inner,
                                     float scale, const float *left, int64_t leftStride, const float *right,
                                     int64_t rightStride, float keeping, float *result, int64_t resultStride);

/// The multiplication of oneDNN, or NULL where the library is not installed or does not suit the processor.
glassbox_onednn_sgemm _Nullable glassbox_load_onednn(void);

#pragma clang assume_nonnull end
