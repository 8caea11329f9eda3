#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Rows picked from a table, and a bias for each row.

// Whether all numbers are from 0 to size - 1.
int glassbox_are_indices(const ptrdiff_t *numbers, ptrdiff_t count, ptrdiff_t size);
void glassbox_gather(float *output, const float *input, const ptrdiff_t *indices, ptrdiff_t count);
void glassbox_gather_rows(float *output, const float *table, const ptrdiff_t *indices, ptrdiff_t count,
                          ptrdiff_t columns);
void glassbox_scatter_add_rows(float *table, const float *rows, const ptrdiff_t *indices, ptrdiff_t count,
                               ptrdiff_t columns);
void glassbox_add_bias(float *output, const float *input, const float *bias, ptrdiff_t rows, ptrdiff_t columns);
void glassbox_add_bias_gelu(float *output, float *sums, const float *input, const float *bias, ptrdiff_t rows,
                            ptrdiff_t columns);
void glassbox_add_bias_gelu_tanh(float *output, float *sums, const float *input, const float *bias, ptrdiff_t rows,
                                 ptrdiff_t columns);

#pragma clang assume_nonnull end
