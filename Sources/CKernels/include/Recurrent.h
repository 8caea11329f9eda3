#pragma once
#include <stddef.h>

#pragma clang assume_nonnull begin

// Recurrent cells after their matrix products. `gates` of the LSTM are sums on the way in and activations on the way out.

void glassbox_lstm(float *gates, float *next_cells, float *next_hidden, const float *cells, ptrdiff_t rows,
                   ptrdiff_t width);
void glassbox_lstm_backward(float *gate_gradients, float *cell_gradients, const float *hidden_upstream,
                            const float *cell_upstream, const float *gates, const float *cells,
                            const float *next_cells, ptrdiff_t rows, ptrdiff_t width);

void glassbox_gru(float *gates, float *next_hidden, const float *input_products, const float *hidden_products,
                  const float *hidden, ptrdiff_t rows, ptrdiff_t width);
void glassbox_gru_backward(float *input_gradients, float *hidden_product_gradients, float *hidden_gradients,
                           const float *upstream, const float *gates, const float *hidden_products,
                           const float *hidden, ptrdiff_t rows, ptrdiff_t width);

#pragma clang assume_nonnull end
