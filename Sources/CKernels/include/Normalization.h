#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Normalization of each row. `output` may be an input. Gradients of gamma and beta are added to what is there.

void glassbox_layer_norm(float *output, float *means, float *inverse_deviations, const float *input,
                         const float *_Nullable gamma, const float *_Nullable beta, float epsilon, ptrdiff_t rows,
                         ptrdiff_t columns);
void glassbox_layer_norm_backward(float *output, float *_Nullable gamma_gradient, float *_Nullable beta_gradient,
                                  const float *upstream, const float *input, const float *means,
                                  const float *inverse_deviations, const float *_Nullable gamma, ptrdiff_t rows,
                                  ptrdiff_t columns);

void glassbox_rms_norm(float *output, float *inverse_roots, const float *input, const float *_Nullable gamma,
                       float epsilon, ptrdiff_t rows, ptrdiff_t columns);
void glassbox_rms_norm_backward(float *output, float *_Nullable gamma_gradient, const float *upstream,
                                const float *input, const float *inverse_roots, const float *_Nullable gamma,
                                ptrdiff_t rows, ptrdiff_t columns);

#pragma clang assume_nonnull end
