#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// The loss of each row, and the derivative of the sum of the losses by the logits. `gradient` may be `logits`.

void glassbox_cross_entropy(float *losses, float *_Nullable gradient, const float *logits, const ptrdiff_t *targets,
                            ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t ignored_target, float smoothing,
                            const float *_Nullable weights);

#pragma clang assume_nonnull end
