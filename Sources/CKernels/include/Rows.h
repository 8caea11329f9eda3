#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Numbers picked from a table, and rows added to one.

// Whether all numbers are from 0 to size - 1.
int glassbox_are_indices(const ptrdiff_t *numbers, ptrdiff_t count, ptrdiff_t size);
void glassbox_gather(float *output, const float *input, const ptrdiff_t *indices, ptrdiff_t count);
void glassbox_scatter_add_rows(float *table, const float *rows, const ptrdiff_t *indices, ptrdiff_t count,
                               ptrdiff_t columns);

#pragma clang assume_nonnull end
