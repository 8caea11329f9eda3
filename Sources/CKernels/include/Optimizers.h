#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// One step of an optimizer, in place.

typedef struct {
  double learning_rate;
  double first_decay;
  double second_decay;
  double epsilon;
  double weight_decay;
  double first_correction;
  double second_correction;
  double gradient_scale;
  int is_decoupled;
} glassbox_adam_settings;

void glassbox_adam(float *parameters, const float *gradients, float *first_moments, float *second_moments,
                   ptrdiff_t count, glassbox_adam_settings settings);

#pragma clang assume_nonnull end
