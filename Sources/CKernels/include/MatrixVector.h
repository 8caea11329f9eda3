#pragma once
#include <stddef.h>

#pragma clang assume_nonnull begin

// A matrix of `rows` by `columns` times a vector, and a vector times a matrix, plus a bias that may be left out.

void glassbox_matrix_vector(float *output, const float *matrix, ptrdiff_t row_stride, const float *vector,
                            const float *_Nullable bias, ptrdiff_t rows, ptrdiff_t columns);
void glassbox_vector_matrix(float *output, const float *matrix, ptrdiff_t row_stride, const float *vector,
                            const float *_Nullable bias, ptrdiff_t rows, ptrdiff_t columns);

#pragma clang assume_nonnull end
