#pragma once
#include <cblas.h>
#include <stddef.h>

#pragma clang assume_nonnull begin

// LAPACK as Fortran offers it: all arguments by address, matrices column by column. OpenBLAS contains it, but no header
// of Debian's package declares it.

// Solves A X = B by Gaussian elimination; the solution replaces B.
void sgesv_(const blasint *size, const blasint *columns, float *matrix, const blasint *matrixStride, blasint *pivots,
            float *right, const blasint *rightStride, blasint *status);
void dgesv_(const blasint *size, const blasint *columns, double *matrix, const blasint *matrixStride, blasint *pivots,
            double *right, const blasint *rightStride, blasint *status);

// The singular value decomposition, by divide and conquer. A string has its length as one more argument at the end.
void sgesdd_(const char *job, const blasint *rows, const blasint *columns, float *matrix, const blasint *matrixStride,
             float *values, float *left, const blasint *leftStride, float *right, const blasint *rightStride,
             float *work, const blasint *workCount, blasint *integerWork, blasint *status, size_t jobLength);
void dgesdd_(const char *job, const blasint *rows, const blasint *columns, double *matrix, const blasint *matrixStride,
             double *values, double *left, const blasint *leftStride, double *right, const blasint *rightStride,
             double *work, const blasint *workCount, blasint *integerWork, blasint *status, size_t jobLength);

/// The functions of OpenBLAS that are used here.
typedef struct {
  __typeof__(&cblas_sgemm) sgemm;
  __typeof__(&cblas_dgemm) dgemm;
  __typeof__(&sgesv_) sgesv;
  __typeof__(&dgesv_) dgesv;
  __typeof__(&sgesdd_) sgesdd;
  __typeof__(&dgesdd_) dgesdd;
  /// Whether the loops that were chosen multiply small matrices where they lie. Those for AVX-512 do.
  int multiplies_small_without_copies;
} glassbox_openblas;

/// Loads OpenBLAS. Returns why that was not possible, or NULL.
const char *_Nullable glassbox_load_openblas(glassbox_openblas *functions);

#pragma clang assume_nonnull end
