#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// The chain rule: `upstream` times the derivative of a function. `output` may be any of the inputs.

// From what the function has returned.
void glassbox_tanh_derivative(float *output, const float *upstream, const float *result, ptrdiff_t count);
void glassbox_sigmoid_derivative(float *output, const float *upstream, const float *result, ptrdiff_t count);

// From what the function was given.
void glassbox_relu_derivative(float *output, const float *upstream, const float *input, ptrdiff_t count);
void glassbox_gelu_derivative(float *output, const float *upstream, const float *input, ptrdiff_t count);
void glassbox_gelu_tanh_derivative(float *output, const float *upstream, const float *input, ptrdiff_t count);
void glassbox_silu_derivative(float *output, const float *upstream, const float *input, ptrdiff_t count);

#pragma clang assume_nonnull end
