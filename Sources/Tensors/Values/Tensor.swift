/// Numbers in rows, tables and blocks of any number of axes.
///
///     let scores = Tensor([[1, 2, 2]])
///     scores.shape              // [1, 3]
///     softmax(scores)           // 0.155  0.422  0.422
///
/// A tensor is a value: a copy changes on its own. Copies and views (``reshaped(to:)``, ``transposed()``, slices) share
/// one buffer of numbers until one of them is changed.
public struct Tensor: Sendable {
  /// The size of each axis, outermost first. A single number has no axis: `[]`.
  public let shape: [Int]
  /// How far apart in the buffer two neighbours along each axis lie. The numbers of a broadcast axis are the same one,
  /// so its stride is 0.
  public let strides: [Int]
  /// Where in the buffer the first number lies.
  let offset: Int
  /// The numbers. Swift's array counts its owners, which makes it copy on write.
  var buffer: [Float]

  /// Lays a view over a buffer. The caller has seen to it that the view lies inside.
  init(buffer: [Float], shape: [Int], strides: [Int], offset: Int) {
    self.buffer = buffer
    self.shape = shape
    self.strides = strides
    self.offset = offset
  }

  /// Makes a tensor of numbers in row-major order, of which there are as many as the shape asks for.
  init(buffer: [Float], shape: [Int]) {
    self.init(buffer: buffer, shape: shape, strides: Shape.rowMajorStrides(shape), offset: 0)
  }

  /// How many axes there are.
  public var rank: Int { shape.count }

  /// How many numbers there are.
  public var count: Int { shape.reduce(1, *) }

  /// Whether the numbers lie one after the other in row-major order.
  public var isContiguous: Bool {
    var expected = 1
    for axis in shape.indices.reversed() where shape[axis] != 1 {
      guard strides[axis] == expected || count == 0 else { return false }
      expected *= shape[axis]
    }
    return true
  }

  /// The numbers in row-major order: the last index runs fastest.
  public var elements: [Float] {
    if isContiguous { return offset == 0 && buffer.count == count ? buffer : Array(buffer[offset..<offset + count]) }
    var elements: [Float] = []
    elements.reserveCapacity(count)
    let step = strides.last ?? 0
    forEachRow(of: shape, strides, strides) { start, _ in
      for column in 0..<(shape.last ?? 1) { elements.append(buffer[offset + start + column * step]) }
    }
    return elements
  }

  /// The number of a tensor that holds exactly one.
  public var item: Float {
    guard count == 1 else { stop(.notOneNumber(shape: shape)) }
    return buffer[offset]
  }
}
