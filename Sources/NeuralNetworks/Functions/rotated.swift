import Parallelism
import Tensors

/// How far each pair of features turns at each position.
struct Rotation: Sendable {
  /// `[positions, pairs]`
  let cosine: Tensor
  /// `[positions, pairs]`
  let sine: Tensor

  /// How many positions there are.
  var count: Int { cosine.shape[0] }
  /// How many pairs of features there are.
  var pairs: Int { cosine.shape[1] }

  subscript(positions: Range<Int>) -> Rotation {
    Rotation(cosine: cosine.sliced(positions), sine: sine.sliced(positions))
  }

  /// The other way round.
  var reversed: Rotation { Rotation(cosine: cosine, sine: -sine) }
}

/// Turns each pair (a, b) of features by its angle: (a cos - b sin, b cos + a sin).
///
/// Shapes: x `[…, time, size]`, result the same. The way back is the same turn the other way round.
/// ``rotatedByHand(_:_:_:)`` does the same in tensor operations.
func rotated(_ x: Tensor, _ rotation: Rotation, _ layout: RotaryPositions.Layout) -> Tensor {
  guard x.dtype == .float, x.count > 0, x.rank <= 4 else { return rotatedByHand(x, rotation, layout) }
  return turned(x.withFourAxes, rotation, layout).reshaped(to: x.shape).recorded("rotated", x) { upstream in
    rotated(upstream, rotation.reversed, layout)
  }
}

/// The same as ``rotated(_:_:_:)``, as it is written in books.
func rotatedByHand(_ x: Tensor, _ rotation: Rotation, _ layout: RotaryPositions.Layout) -> Tensor {
  let pairs = rotation.pairs
  let turning = x.sliced(..<(2 * pairs), axis: -1)  // […, time, 2 · pairs]
  let rest = x.sliced((2 * pairs)..., axis: -1)
  switch layout {
  case .halves:
    let (a, b) = (turning.sliced(..<pairs, axis: -1), turning.sliced(pairs..., axis: -1))
    return concatenated(
      [a * rotation.cosine - b * rotation.sine, b * rotation.cosine + a * rotation.sine, rest], axis: -1)
  case .neighbours:
    let (a, b) = (turning.sliced(0..., by: 2, axis: -1), turning.sliced(1..., by: 2, axis: -1))
    let turned = stacked([a * rotation.cosine - b * rotation.sine, b * rotation.cosine + a * rotation.sine], axis: -1)
    return concatenated([turned.reshaped(to: turning.shape), rest], axis: -1)
  }
}

/// Row by row, for `[batch, heads, time, size]` that may lie otherwise in memory.
private func turned(_ x: Tensor, _ rotation: Rotation, _ layout: RotaryPositions.Layout) -> Tensor {
  let x = x.strides[3] == 1 || x.shape[3] == 1 ? x : x.contiguous()
  let (heads, time, size, pairs) = (x.shape[1], x.shape[2], x.shape[3], rotation.pairs)
  let (cosine, sine) = (rotation.cosine.contiguous(), rotation.sine.contiguous())
  // Of a pair one lies so far behind the other, and the pairs lie so far apart.
  let (distance, step) = layout == .halves ? (pairs, 1) : (1, 2)
  let result = Tensor.unwritten(x.shape)
  withExtendedLifetime((x, cosine, sine)) {
    parallel(count: x.shape[0] * heads * time, smallest: smallestRows(size)) { rows in
      for row in rows {
        let (line, position) = (row / time, row % time)
        let start = line / heads * x.strides[0] + line % heads * x.strides[1] + position * x.strides[2]
        let source = x.start(Float.self) + start
        let target = result.freshStart(Float.self) + row * size
        let (c, s) = (cosine.start(Float.self) + position * pairs, sine.start(Float.self) + position * pairs)
        for pair in 0..<pairs {
          let (a, b) = (source[pair * step], source[pair * step + distance])
          target[pair * step] = a * c[pair] - b * s[pair]
          target[pair * step + distance] = b * c[pair] + a * s[pair]
        }
        (target + 2 * pairs).update(from: source + 2 * pairs, count: size - 2 * pairs)
      }
    }
  }
  return result
}
