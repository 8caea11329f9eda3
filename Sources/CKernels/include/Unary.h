#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Each number of `input` changed by the same function. `output` may be `input`.

void glassbox_exp(float *output, const float *input, ptrdiff_t count);
void glassbox_log(float *output, const float *input, ptrdiff_t count);
void glassbox_expm1(float *output, const float *input, ptrdiff_t count);
void glassbox_log1p(float *output, const float *input, ptrdiff_t count);
void glassbox_sqrt(float *output, const float *input, ptrdiff_t count);
void glassbox_tanh(float *output, const float *input, ptrdiff_t count);
void glassbox_sigmoid(float *output, const float *input, ptrdiff_t count);
void glassbox_relu(float *output, const float *input, ptrdiff_t count);
void glassbox_gelu(float *output, const float *input, ptrdiff_t count);
void glassbox_gelu_tanh(float *output, const float *input, ptrdiff_t count);
void glassbox_silu(float *output, const float *input, ptrdiff_t count);
void glassbox_erf(float *output, const float *input, ptrdiff_t count);
void glassbox_sin(float *output, const float *input, ptrdiff_t count);
void glassbox_cos(float *output, const float *input, ptrdiff_t count);
void glassbox_abs(float *output, const float *input, ptrdiff_t count);
void glassbox_sign(float *output, const float *input, ptrdiff_t count);
void glassbox_floor(float *output, const float *input, ptrdiff_t count);
void glassbox_ceil(float *output, const float *input, ptrdiff_t count);
void glassbox_round(float *output, const float *input, ptrdiff_t count);
void glassbox_reciprocal(float *output, const float *input, ptrdiff_t count);
void glassbox_square(float *output, const float *input, ptrdiff_t count);
void glassbox_clip(float *output, const float *input, float lowest, float highest, ptrdiff_t count);
void glassbox_power_scalar(float *output, const float *input, float exponent, ptrdiff_t count);
void glassbox_affine(float *output, const float *input, float factor, float summand, ptrdiff_t count);

#pragma clang assume_nonnull end
