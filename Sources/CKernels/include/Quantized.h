#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Matrices whose rows are whole numbers from -127 to 127, each row with a scale of its own: W[i, j] = scale[i] q[i, j].

void glassbox_quantize_rows(int8_t *output, float *scales, const float *matrix, ptrdiff_t rows, ptrdiff_t columns);
void glassbox_dequantize_rows(float *output, const int8_t *matrix, const float *scales, ptrdiff_t rows,
                              ptrdiff_t columns);
void glassbox_quantized_matrix_vector(float *output, const int8_t *matrix, const float *scales, const float *vector,
                                      const float *_Nullable bias, ptrdiff_t rows, ptrdiff_t columns);

#pragma clang assume_nonnull end
