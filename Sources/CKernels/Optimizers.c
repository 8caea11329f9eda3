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
    EACH for (ptrdiff_t i = 0; i < count; i++) {
      float parameter = parameters[i] * keep;
      adam_step(&parameter, scale * gradients[i], first_moments + i, second_moments + i, first_rate, second_keep,
                second_rate, step, inverse_root, epsilon);
      parameters[i] = parameter;
    }
  } else {
    EACH for (ptrdiff_t i = 0; i < count; i++) {
      float gradient = scale * gradients[i] + decay * parameters[i];
      adam_step(parameters + i, gradient, first_moments + i, second_moments + i, first_rate, second_keep, second_rate,
                step, inverse_root, epsilon);
    }
  }
}
