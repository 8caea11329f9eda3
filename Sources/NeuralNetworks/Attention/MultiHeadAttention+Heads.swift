import Tensors

extension MultiHeadAttention {
  /// Queries `[batch, heads, time, size]`, and the keys and values that they may look at,
  /// `[batch, shared heads, other time, size]`.
  func heads(
    _ x: Tensor, _ memory: Tensor?, _ values: Tensor?, _ cache: KeyValueCache?
  ) -> (query: Tensor, key: Tensor, value: Tensor) {
    if let memory {
      let query = sizes.split(projectedQuery(x), sizes.heads)
      // What has been computed of a memory stays as it is.
      if let known = cache?.contents { return (query, known.keys, known.values) }
      let (key, value) = projectedMemory(memory, values ?? memory)
      let known = cache?.append(keys: key, values: value)
      return (query, known?.keys ?? key, known?.values ?? value)
    }
    let first = cache?.count ?? 0
    let (query, key, value) = projectedSelf(x)
    let turned = rotary.map { ($0(query, from: first), $0(key, from: first)) } ?? (query, key)
    guard let cache else { return (turned.0, turned.1, value) }
    let all = cache.append(keys: turned.1, values: value)
    return (turned.0, all.keys, all.values)
  }

  /// Queries, keys and values of a sequence that looks at itself, before they are turned.
  func projectedSelf(_ x: Tensor) -> (query: Tensor, key: Tensor, value: Tensor) {
    guard let projection else {
      let (key, value) = projectedMemory(x, x)
      return (sizes.split(projectedQuery(x), sizes.heads), key, value)
    }
    let packed = projection(x)  // [batch, time, queryFeatures + 2 · keyValueFeatures]
    let (keys, values) = (sizes.queryFeatures, sizes.queryFeatures + sizes.keyValueFeatures)
    return (
      sizes.split(packed.sliced(..<keys, axis: 2), sizes.heads),
      sizes.split(packed.sliced(keys..<values, axis: 2), sizes.keyValueHeads),
      sizes.split(packed.sliced(values..., axis: 2), sizes.keyValueHeads)
    )
  }

  private func projectedQuery(_ x: Tensor) -> Tensor {
    query?(x) ?? projected(x, rows: 0..<sizes.queryFeatures)
  }

  private func projectedMemory(_ keys: Tensor, _ values: Tensor) -> (key: Tensor, value: Tensor) {
    let (first, second) = (sizes.queryFeatures, sizes.queryFeatures + sizes.keyValueFeatures)
    let key = key?(keys) ?? projected(keys, rows: first..<second)
    let value = value?(values) ?? projected(values, rows: second..<second + sizes.keyValueFeatures)
    return (sizes.split(key, sizes.keyValueHeads), sizes.split(value, sizes.keyValueHeads))
  }

  /// A linear function by some rows of the packed weights.
  private func projected(_ x: Tensor, rows: Range<Int>) -> Tensor {
    guard let projection else { return x }
    // An adapter knows of whole outputs only.
    guard projection.adapter == nil else { return projection(x).sliced(rows, axis: -1) }
    return linear(x, weight: projection.weight.value.sliced(rows), bias: projection.bias?.value.sliced(rows))
  }

  func check(_ x: Tensor, _ memory: Tensor?) {
    for input in [x, memory].compactMap({ $0 }) where input.rank != 3 {
      stop(.tooFewAxes(layer: "MultiHeadAttention", input: input.shape, wanted: "[batch, time, features]"))
    }
    guard x.shape[2] == sizes.features else {
      stop(.features(operation: "MultiHeadAttention", input: x.shape, expected: sizes.features, axis: -1))
    }
    if memory != nil, rotary != nil { stop(.noRotationOfMemory) }
  }
}
