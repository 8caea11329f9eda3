#include "ErrorFunction.h"
#include "Logarithm.h"
#include "include/CKernels.h"

/// A kernel that computes `expression` of each number x.
#define UNARY(name, expression)                                                             \
  KERNEL void glassbox_##name(float *output, const float *input, ptrdiff_t count) {         \
    EACH for (ptrdiff_t i = 0; i < count; i++) {                                            \
      float x = input[i];                                                                   \
      output[i] = expression;                                                               \
    }                                                                                       \
  }

UNARY(exp, exponential(x))
UNARY(log, logarithm(x))
UNARY(sqrt, sqrtf(x))
UNARY(tanh, hyperbolic_tangent(x))
UNARY(sigmoid, logistic(x))
UNARY(relu, at_least(0.0f, x))
UNARY(gelu, gelu(x))
UNARY(gelu_tanh, gelu_tanh(x))
UNARY(silu, x * logistic(x))
UNARY(erf, error_function(x))
UNARY(abs, fabsf(x))
UNARY(sign, x != x ? x : (float)((x > 0) - (x < 0)))
UNARY(negate, -x)
UNARY(reciprocal, 1.0f / x)
UNARY(square, x * x)

KERNEL void glassbox_clip(float *output, const float *input, float lowest, float highest, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = at_most(highest, at_least(lowest, input[i]));
}

KERNEL void glassbox_affine(float *output, const float *input, float factor, float summand, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = factor * input[i] + summand;
}
