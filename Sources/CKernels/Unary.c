#include "ErrorFunction.h"
#include "Logarithm.h"
#include "include/CKernels.h"

/// A kernel that computes `expression` of each number x, in a loop of the given kind.
#define UNARY(kind, name, expression)                                               \
  KERNEL void glassbox_##name(float *output, const float *input, ptrdiff_t count) { \
    kind for (ptrdiff_t i = 0; i < count; i++) {                                    \
      float x = input[i];                                                           \
      output[i] = expression;                                                       \
    }                                                                               \
  }

UNARY(EACH_WIDE, exp, exponential(x))
UNARY(EACH_WIDE, log, logarithm(x))
UNARY(EACH_WIDE, expm1, exponential_minus_one(x))
UNARY(EACH_WIDE, log1p, logarithm_of_one_plus(x))
UNARY(EACH_WIDE, sqrt, sqrtf(x))
UNARY(EACH_WIDE, tanh, hyperbolic_tangent(x))
UNARY(EACH_WIDE, sigmoid, logistic(x))
UNARY(EACH, relu, at_least(0.0f, x))
UNARY(EACH_WIDE, gelu, gelu(x))
UNARY(EACH_WIDE, gelu_tanh, gelu_tanh(x))
UNARY(EACH_WIDE, silu, x * logistic(x))
UNARY(EACH_WIDE, erf, error_function(x))
UNARY(EACH, abs, fabsf(x))
UNARY(EACH, sign, x != x ? x : (float)((x > 0) - (x < 0)))
UNARY(EACH, floor, floorf(x))
UNARY(EACH, ceil, ceilf(x))
UNARY(EACH, round, rintf(x))
UNARY(EACH, reciprocal, 1.0f / x)
UNARY(EACH, square, x * x)

KERNEL void glassbox_clip(float *output, const float *input, float lowest, float highest, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = at_most(highest, at_least(lowest, input[i]));
}

KERNEL void glassbox_affine(float *output, const float *input, float factor, float summand, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = factor * input[i] + summand;
}
