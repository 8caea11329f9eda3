#include "ErrorFunction.h"
#include "include/CKernels.h"

/// A kernel of the chain rule: the gradient `upstream` times the derivative at x, which is the input of the function or
/// its output, whichever makes the derivative cheaper.
#define DERIVATIVE(name, expression)                                                                         \
  KERNEL void glassbox_##name(float *output, const float *upstream, const float *value, ptrdiff_t count) {   \
    EACH for (ptrdiff_t i = 0; i < count; i++) {                                                             \
      float x = value[i];                                                                                    \
      float gradient = upstream[i];                                                                          \
      output[i] = expression;                                                                                \
    }                                                                                                        \
  }

// From the output.
DERIVATIVE(exp_derivative, gradient * x)
DERIVATIVE(sqrt_derivative, gradient / (2.0f * x))
DERIVATIVE(tanh_derivative, gradient * (1.0f - x * x))
DERIVATIVE(sigmoid_derivative, gradient * (x * (1.0f - x)))
DERIVATIVE(reciprocal_derivative, -gradient * (x * x))

// From the input.
DERIVATIVE(log_derivative, gradient / x)
DERIVATIVE(relu_derivative, x != x ? x : x > 0 ? gradient : 0.0f)
DERIVATIVE(gelu_derivative, gradient * gelu_derivative(x))
DERIVATIVE(gelu_tanh_derivative, gradient * gelu_tanh_derivative(x))
DERIVATIVE(silu_derivative, gradient * silu_derivative(x))
DERIVATIVE(erf_derivative, gradient * (1.12837917f * exponential_for_weights(-x * x)))
DERIVATIVE(abs_derivative, x != x ? x : gradient * (float)((x > 0) - (x < 0)))
DERIVATIVE(square_derivative, gradient * (2.0f * x))
