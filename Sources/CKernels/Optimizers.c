#include "Kernel.h"
#include "include/CKernels.h"

// The numbers of a step come as doubles and become floats last, as PyTorch does it: 1 - beta, for one, keeps its digits.

/// One number's step of Adam, after its gradient is known.
INLINE void adam_step(float *parameter, float gradient, float *first, float *second, float first_rate,
                      float second_keep, float second_rate, float step, float inverse_root, float epsilon) {
  *first = *first + (gradient - *first) * first_rate;
  *second = *second * second_keep + second_rate * gradient * gradient;
  *parameter = *parameter - step * (*first / (sqrtf(*second) * inverse_root + epsilon));
}

KERNEL void glassbox_adam(float *parameters, const float *gradients, float *first_moments, float *second_moments,
                          ptrdiff_t count, glassbox_adam_settings settings) {
  float scale = (float)settings.gradient_scale;
  float decay = (float)settings.weight_decay;
  float keep = (float)(1.0 - settings.learning_rate * settings.weight_decay);
  float first_rate = (float)(1.0 - settings.first_decay);
  float second_keep = (float)settings.second_decay;
  float second_rate = (float)(1.0 - settings.second_decay);
  float step = (float)(settings.learning_rate / settings.first_correction);
  float inverse_root = (float)(1.0 / sqrt(settings.second_correction));
  float epsilon = (float)settings.epsilon;
  if (settings.is_decoupled) {
    EACH_WIDE for (ptrdiff_t i = 0; i < count; i++) {
      float parameter = parameters[i] * keep;
      adam_step(&parameter, scale * gradients[i], first_moments + i, second_moments + i, first_rate, second_keep,
                second_rate, step, inverse_root, epsilon);
      parameters[i] = parameter;
    }
  } else {
    EACH_WIDE for (ptrdiff_t i = 0; i < count; i++) {
      float gradient = scale * gradients[i] + decay * parameters[i];
      adam_step(parameters + i, gradient, first_moments + i, second_moments + i, first_rate, second_keep, second_rate,
                step, inverse_root, epsilon);
    }
  }
}

KERNEL void glassbox_sgd(float *parameters, const float *gradients, float *velocities, ptrdiff_t count,
                         glassbox_sgd_settings settings) {
  float scale = (float)settings.gradient_scale;
  float decay = (float)settings.weight_decay;
  float rate = (float)settings.learning_rate;
  if (!velocities) {
    EACH for (ptrdiff_t i = 0; i < count; i++) {
      parameters[i] -= rate * (scale * gradients[i] + decay * parameters[i]);
    }
    return;
  }
  // The first velocity is the gradient itself, without damping, whatever stood there.
  float momentum = (float)settings.momentum;
  float share = settings.is_first ? 1 : (float)(1.0 - settings.dampening);
  float look_ahead = settings.is_nesterov ? momentum : 1;
  float own = settings.is_nesterov ? 1 : 0;
  if (settings.is_first) memset(velocities, 0, (size_t)(count > 0 ? count : 0) * sizeof(float));
  EACH for (ptrdiff_t i = 0; i < count; i++) {
    float gradient = scale * gradients[i] + decay * parameters[i];
    float velocity = momentum * velocities[i] + share * gradient;
    velocities[i] = velocity;
    parameters[i] -= rate * (own * gradient + look_ahead * velocity);
  }
}

/// The mean of the squares moved on by one gradient.
INLINE float moved_square(float square, float gradient, float keep, float rate) {
  return square * keep + rate * gradient * gradient;
}

KERNEL void glassbox_rmsprop(float *parameters, const float *gradients, float *squares, float *means,
                             float *velocities, ptrdiff_t count, glassbox_rmsprop_settings settings) {
  float scale = (float)settings.gradient_scale;
  float decay = (float)settings.weight_decay;
  float rate = (float)settings.learning_rate;
  float keep = (float)settings.smoothing;
  float share = (float)(1.0 - settings.smoothing);
  float epsilon = (float)settings.epsilon;
  float momentum = (float)settings.momentum;
  // Each of the four ways has a loop of its own: with or without the mean of the gradients, with or without momentum.
#define STEP(center, move)                                                        \
  EACH_WIDE for (ptrdiff_t i = 0; i < count; i++) {                                    \
    float gradient = scale * gradients[i] + decay * parameters[i];                \
    float square = moved_square(squares[i], gradient, keep, share);               \
    squares[i] = square;                                                          \
    center;                                                                       \
    float change = gradient / (sqrtf(square) + epsilon);                          \
    move;                                                                         \
    parameters[i] -= rate * change;                                               \
  }
// Where a gradient hardly varies, rounding may leave less than nothing.
#define CENTER                                                        \
  float mean = means[i] + (gradient - means[i]) * share;              \
  means[i] = mean;                                                    \
  float variance = square - mean * mean;                              \
  square = variance > 0 ? variance : 0
#define MOVE velocities[i] = change = momentum * velocities[i] + change
  if (means && velocities) {
    STEP(CENTER, MOVE)
  } else if (means) {
    STEP(CENTER, )
  } else if (velocities) {
    STEP(, MOVE)
  } else {
    STEP(, )
  }
}
