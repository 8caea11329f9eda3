#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Softmax of each row, and what follows from it. `output` may be an input.

void glassbox_softmax(float *output, const float *input, ptrdiff_t rows, ptrdiff_t columns);
void glassbox_softmax_backward(float *output, const float *probabilities, const float *upstream, ptrdiff_t rows,
                               ptrdiff_t columns);
void glassbox_log_softmax(float *output, const float *input, ptrdiff_t rows, ptrdiff_t columns);
void glassbox_log_softmax_backward(float *output, const float *log_probabilities, const float *upstream, ptrdiff_t rows,
                                   ptrdiff_t columns);

// Of each row only the first `visible[row]` scores count; the probabilities of the others are 0.
void glassbox_masked_softmax(float *scores, const ptrdiff_t *visible, float scale, ptrdiff_t rows, ptrdiff_t columns);
void glassbox_masked_softmax_backward(float *output, const float *probabilities, const float *upstream,
                                      const ptrdiff_t *visible, float scale, ptrdiff_t rows, ptrdiff_t columns);

#pragma clang assume_nonnull end
