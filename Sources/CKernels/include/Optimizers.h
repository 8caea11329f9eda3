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

typedef struct {
  double learning_rate;
  double momentum;
  double dampening;
  double weight_decay;
  double gradient_scale;
  int is_nesterov;
  int is_first;
} glassbox_sgd_settings;

// Without `velocities` there is no momentum.
void glassbox_sgd(float *parameters, const float *gradients, float *_Nullable velocities, ptrdiff_t count,
                  glassbox_sgd_settings settings);

typedef struct {
  double learning_rate;
  double smoothing;
  double epsilon;
  double momentum;
  double weight_decay;
  double gradient_scale;
} glassbox_rmsprop_settings;

// With `means` the gradients are centred, with `velocities` there is momentum.
void glassbox_rmsprop(float *parameters, const float *gradients, float *squares, float *_Nullable means,
                      float *_Nullable velocities, ptrdiff_t count, glassbox_rmsprop_settings settings);

#pragma clang assume_nonnull end
