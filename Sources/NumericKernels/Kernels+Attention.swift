internal import CKernels

/// Attention where few keys are looked at.
extension Kernels {
  /// Whether ``attend(_:_:_:into:stride:rows:keys:size:scale:)`` can be called for these sizes.
  public static func canAttend(keys: Int, size: Int) -> Bool {
    1...glassbox_attention_keys ~= keys && 16...glassbox_attention_size ~= size && size % 16 == 0
  }

  /// One head's attention: softmax(scale · Q Kᵀ) V, for queries `[rows, size]`, keys and values `[keys, size]`.
  public static func attend(
    _ query: KernelRows, _ key: KernelRows, _ value: KernelRows, into output: UnsafeMutablePointer<Float>, stride: Int,
    rows: Int, keys: Int, size: Int, scale: Float
  ) {
    glassbox_attend(output, stride, query.inC, key.inC, value.inC, rows, keys, size, scale)
  }
}

extension KernelRows {
  fileprivate var inC: glassbox_rows { glassbox_rows(start: start, stride: stride) }
}
