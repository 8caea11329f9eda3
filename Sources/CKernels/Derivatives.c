#include "ErrorFunction.h"
#include "include/CKernels.h"

/// A kernel of the chain rule: the gradient `upstream` times the derivative at x, which is the input of the function or
/// its output, whichever makes the derivative cheaper.
#define DERIVATIVE(kind, name, expression)                                                                   \
  KERNEL void glassbox_##name(float *output, const float *upstream, const float *value, ptrdiff_t count) {   \
    kind for (ptrdiff_t i = 0; i < count; i++) {                                                             \
      float x = value[i];                                                                                    \
      float gradient = upstream[i];                                                                          \
      output[i] = expression;                                                                                \
    }                                                                                                        \
  }

// From the output.
DERIVATIVE(EACH, exp_derivative, gradient * x)
DERIVATIVE(EACH, sqrt_derivative, gradient / (2.0f * x))
DERIVATIVE(EACH, tanh_derivative, gradient * (1.0f - x * x))
DERIVATIVE(EACH, sigmoid_derivative, gradient * (x * (1.0f - x)))
DERIVATIVE(EACH, reciprocal_derivative, -gradient * (x * x))

// From the input.
DERIVATIVE(EACH, log_derivative, gradient / x)
DERIVATIVE(EACH, relu_derivative, x != x ? x : x > 0 ? gradient : 0.0f)
DERIVATIVE(EACH_WIDE, gelu_derivative, gradient * gelu_derivative(x))
DERIVATIVE(EACH_WIDE, gelu_tanh_derivative, gradient * gelu_tanh_derivative(x))
DERIVATIVE(EACH_WIDE, silu_derivative, gradient * silu_derivative(x))
DERIVATIVE(EACH_WIDE, erf_derivative, gradient * (1.12837917f * exponential_for_weights(-x * x)))
DERIVATIVE(EACH, abs_derivative, x != x ? x : gradient * (float)((x > 0) - (x < 0)))
DERIVATIVE(EACH, square_derivative, gradient * (2.0f * x))
