/// Numbers in rows, tables and blocks of any number of axes.
///
///     let scores = Tensor([[1, 2, 2]])
///     scores.shape              // [1, 3]
///     softmax(scores)           // 0.155  0.422  0.422
///
/// A tensor is a value: a copy changes on its own. Copies and views (``reshaped(to:)``, ``transposed()``, slices) share
/// one storage until one of them is changed.
///
/// A tensor that was computed from parameters remembers how: see ``backward(_:keepingGraph:)``.
public struct Tensor: Sendable {
  /// The type of the numbers.
  public let dtype: DType
  /// The size of each axis, outermost first. A single number has no axis: `[]`.
  public let shape: [Int]
  /// How far apart in the storage two neighbours along each axis lie, in numbers. The numbers of a broadcast axis are the
  /// same one, so its stride is 0.
  public let strides: [Int]
  /// How many numbers there are.
  public let count: Int
  /// Whether the numbers lie one after the other in row-major order.
  public let isContiguous: Bool
  /// Where in the storage the first number lies.
  let offset: Int
  var storage: Storage
  /// How this tensor was computed, if a gradient may be asked for.
  package var tapeEntry: TapeEntry?

  /// Lays a view over a storage. The caller has seen to it that the view lies inside.
  init(storage: Storage, dtype: DType, shape: [Int], strides: [Int], offset: Int) {
    self.dtype = dtype
    self.shape = shape
    self.strides = strides
    self.offset = offset
    self.storage = storage
    count = shape.reduce(1, *)
    isContiguous = Shape.isRowMajor(shape, strides)
  }

  /// Lays a contiguous view over a storage.
  init(storage: Storage, dtype: DType, shape: [Int], count: Int, offset: Int = 0) {
    self.dtype = dtype
    self.shape = shape
    self.offset = offset
    self.storage = storage
    self.count = count
    strides = Shape.rowMajorStrides(shape)
    isContiguous = true
  }

  /// Makes a tensor whose numbers are still to be written.
  init(unwritten shape: [Int], _ dtype: DType) {
    let count = Shape.checkedCount(shape, dtype)
    self.init(storage: Storage(shape: shape, dtype: dtype, count: count), dtype: dtype, shape: shape, count: count)
  }

  /// How many axes there are.
  public var rank: Int { shape.count }
}
