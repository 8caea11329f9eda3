#pragma once
#include <stddef.h>

#pragma clang assume_nonnull begin

/// The most keys that `glassbox_attend` looks at, and the most numbers that each of them has.
enum { glassbox_attention_keys = 64, glassbox_attention_size = 128 };

/// Rows that lie `stride` numbers apart.
typedef struct {
  const float *start;
  ptrdiff_t stride;
} glassbox_rows;

// output = softmax(scale query keyᵀ) value, for queries `[rows, size]`, keys and values `[keys, size]`. There is at least
// one key, and the size is a multiple of 16.
void glassbox_attend(float *output, ptrdiff_t output_stride, glassbox_rows query, glassbox_rows key,
                     glassbox_rows value, ptrdiff_t rows, ptrdiff_t keys, ptrdiff_t size, float scale);

#pragma clang assume_nonnull end
