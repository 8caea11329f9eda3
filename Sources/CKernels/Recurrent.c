#include "Exponential.h"
#include "include/CKernels.h"

// The part of a recurrent cell after its matrix products, number by number. Gates lie side by side in a row, in PyTorch's
// order.

// i, f, o = sigmoid, g = tanh of the four quarters;   c' = f c + i g,   h' = o tanh c'
KERNEL void glassbox_lstm(float *gates, float *next_cells, float *next_hidden, const float *cells, ptrdiff_t rows,
                          ptrdiff_t width) {
  for (ptrdiff_t r = 0; r < rows; r++, gates += 4 * width, next_cells += width, next_hidden += width, cells += width) {
    EACH_WIDE for (ptrdiff_t j = 0; j < width; j++) {
      float input = logistic(gates[j]);
      float forget = logistic(gates[j + width]);
      float candidate = hyperbolic_tangent(gates[j + 2 * width]);
      float output = logistic(gates[j + 3 * width]);
      float cell = forget * cells[j] + input * candidate;
      gates[j] = input;
      gates[j + width] = forget;
      gates[j + 2 * width] = candidate;
      gates[j + 3 * width] = output;
      next_cells[j] = cell;
      next_hidden[j] = output * hyperbolic_tangent(cell);
    }
  }
}

KERNEL void glassbox_lstm_backward(float *gate_gradients, float *cell_gradients, const float *hidden_upstream,
                                   const float *cell_upstream, const float *gates, const float *cells,
                                   const float *next_cells, ptrdiff_t rows, ptrdiff_t width) {
  for (ptrdiff_t r = 0; r < rows; r++) {
    EACH_WIDE for (ptrdiff_t j = 0; j < width; j++) {
      float input = gates[j];
      float forget = gates[j + width];
      float candidate = gates[j + 2 * width];
      float output = gates[j + 3 * width];
      float squashed = hyperbolic_tangent(next_cells[j]);
      float dh = hidden_upstream[j];
      float dc = cell_upstream[j] + dh * output * (1.0f - squashed * squashed);
      gate_gradients[j] = dc * candidate * (input * (1.0f - input));
      gate_gradients[j + width] = dc * cells[j] * (forget * (1.0f - forget));
      gate_gradients[j + 2 * width] = dc * input * (1.0f - candidate * candidate);
      gate_gradients[j + 3 * width] = dh * squashed * (output * (1.0f - output));
      cell_gradients[j] = dc * forget;
    }
    gate_gradients += 4 * width, cell_gradients += width, hidden_upstream += width, cell_upstream += width;
    gates += 4 * width, cells += width, next_cells += width;
  }
}

// With the products x W + b and h U + d, each in three thirds:
//   r = sigmoid(x_r + h_r),   z = sigmoid(x_z + h_z),   n = tanh(x_n + r h_n),   h' = (1 - z) n + z h
KERNEL void glassbox_gru(float *gates, float *next_hidden, const float *input_products, const float *hidden_products,
                         const float *hidden, ptrdiff_t rows, ptrdiff_t width) {
  for (ptrdiff_t r = 0; r < rows; r++) {
    EACH_WIDE for (ptrdiff_t j = 0; j < width; j++) {
      float reset = logistic(input_products[j] + hidden_products[j]);
      float update = logistic(input_products[j + width] + hidden_products[j + width]);
      float candidate = hyperbolic_tangent(input_products[j + 2 * width] + reset * hidden_products[j + 2 * width]);
      gates[j] = reset;
      gates[j + width] = update;
      gates[j + 2 * width] = candidate;
      next_hidden[j] = (1.0f - update) * candidate + update * hidden[j];
    }
    gates += 3 * width, next_hidden += width, input_products += 3 * width, hidden_products += 3 * width;
    hidden += width;
  }
}

KERNEL void glassbox_gru_backward(float *input_gradients, float *hidden_product_gradients, float *hidden_gradients,
                                  const float *upstream, const float *gates, const float *hidden_products,
                                  const float *hidden, ptrdiff_t rows, ptrdiff_t width) {
  for (ptrdiff_t r = 0; r < rows; r++) {
    EACH_WIDE for (ptrdiff_t j = 0; j < width; j++) {
      float reset = gates[j];
      float update = gates[j + width];
      float candidate = gates[j + 2 * width];
      float dh = upstream[j];
      float dn = dh * (1.0f - update) * (1.0f - candidate * candidate);
      float dr = dn * hidden_products[j + 2 * width] * (reset * (1.0f - reset));
      float dz = dh * (hidden[j] - candidate) * (update * (1.0f - update));
      input_gradients[j] = dr;
      input_gradients[j + width] = dz;
      input_gradients[j + 2 * width] = dn;
      hidden_product_gradients[j] = dr;
      hidden_product_gradients[j + width] = dz;
      hidden_product_gradients[j + 2 * width] = dn * reset;
      hidden_gradients[j] = dh * update;
    }
    input_gradients += 3 * width, hidden_product_gradients += 3 * width, hidden_gradients += width, upstream += width;
    gates += 3 * width, hidden_products += 3 * width, hidden += width;
  }
}
