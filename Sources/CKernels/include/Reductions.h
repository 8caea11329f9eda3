#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// One number from many.

double glassbox_sum(const float *x, ptrdiff_t count);
double glassbox_sum_of_squares(const float *x, ptrdiff_t count);
double glassbox_dot(const float *x, const float *y, ptrdiff_t count);
float glassbox_max(const float *x, ptrdiff_t count);
float glassbox_min(const float *x, ptrdiff_t count);
ptrdiff_t glassbox_argmax(const float *x, ptrdiff_t count);
ptrdiff_t glassbox_argmin(const float *x, ptrdiff_t count);
float glassbox_log_sum_exp(const float *x, ptrdiff_t count);
ptrdiff_t glassbox_count_non_finite(const float *x, ptrdiff_t count);

// Adds the sum of each column to `output`.
void glassbox_column_sums(float *output, const float *input, ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t row_stride);

#pragma clang assume_nonnull end
