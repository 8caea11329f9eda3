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
DERIVATIVE(EACH, tanh_derivative, gradient * (1.0f - x * x))
DERIVATIVE(EACH, sigmoid_derivative, gradient * (x * (1.0f - x)))

// From the input.
DERIVATIVE(EACH, relu_derivative, x != x ? x : x > 0 ? gradient : 0.0f)
DERIVATIVE(EACH_WIDE, gelu_derivative, gradient * gelu_derivative(x))
DERIVATIVE(EACH_WIDE, gelu_tanh_derivative, gradient * gelu_tanh_derivative(x))
DERIVATIVE(EACH_WIDE, silu_derivative, gradient * silu_derivative(x))
