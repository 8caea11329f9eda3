#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Copying, filling, adding to what is there.

void glassbox_fill(float *output, float value, ptrdiff_t count);
void glassbox_copy(float *output, ptrdiff_t output_step, const float *input, ptrdiff_t input_step, ptrdiff_t count);

// Copies rows of so many bytes, whose beginnings lie `input_stride` bytes apart, one after the other.
void glassbox_copy_rows(char *output, const char *input, ptrdiff_t input_stride, ptrdiff_t rows, ptrdiff_t bytes);

void glassbox_accumulate(float *output, const float *input, ptrdiff_t count);
void glassbox_accumulate_scaled(float *output, const float *input, float scale, ptrdiff_t count);

// Writes the transpose of a matrix of `rows` by `columns`. Strides are the distances between the beginnings of rows.
void glassbox_transpose(float *output, ptrdiff_t output_stride, const float *input, ptrdiff_t input_stride,
                        ptrdiff_t rows, ptrdiff_t columns);

#pragma clang assume_nonnull end
