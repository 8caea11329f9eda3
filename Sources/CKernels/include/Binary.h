#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Two rows of numbers combined number by number. A step is the distance between two numbers of an operand; it is 0 for
// one number that meets all of the other side. `output` may be an operand whose step is 1.

void glassbox_add(float *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                  ptrdiff_t count);
void glassbox_subtract(float *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                       ptrdiff_t count);
void glassbox_multiply(float *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                       ptrdiff_t count);
void glassbox_divide(float *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                     ptrdiff_t count);
void glassbox_maximum(float *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                      ptrdiff_t count);
void glassbox_minimum(float *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                      ptrdiff_t count);
void glassbox_power(float *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                    ptrdiff_t count);

// Comparisons: 1 where it holds, 0 elsewhere, NaN included.
void glassbox_equal(uint8_t *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                    ptrdiff_t count);
void glassbox_not_equal(uint8_t *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                        ptrdiff_t count);
void glassbox_less(uint8_t *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                   ptrdiff_t count);
void glassbox_less_or_equal(uint8_t *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                            ptrdiff_t count);
void glassbox_greater(uint8_t *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                      ptrdiff_t count);
void glassbox_greater_or_equal(uint8_t *output, const float *left, ptrdiff_t left_step, const float *right, ptrdiff_t right_step,
                               ptrdiff_t count);

// Takes `left` where the mask is not 0, and `right` elsewhere.
void glassbox_select(float *output, const uint8_t *mask, ptrdiff_t mask_step, const float *left, ptrdiff_t left_step,
                     const float *right, ptrdiff_t right_step, ptrdiff_t count);

#pragma clang assume_nonnull end
