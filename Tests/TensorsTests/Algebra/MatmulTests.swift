import Foundation
import Glibc
import Testing

@testable import Tensors

@Suite("The matrix product") struct MatmulTests {
  /// Numbers that repeat in no simple way, all of them small and whole so that every order of adding gives the same sum.
  private func numbers(_ shape: [Int], seed: Int) -> Tensor {
    Tensor.arange(shape.reduce(1, *)).map { Double((Int($0) * 31 + seed * 17) % 13 - 6) }.reshaped(to: shape)
  }

  @Test("By hand")
  func byHand() {
    #expect(Tensor([[1, 2]]).matmul(Tensor([[3], [4]])) == Tensor([[11]]))
    #expect(Tensor([[1, 2], [3, 4]]).matmul(Tensor([[0, 1], [1, 0]])) == Tensor([[2, 1], [4, 3]]))
  }

  @Test(
    "The fast version equals the loops",
    arguments: [
      ([1, 1], [1, 1]), ([3, 4], [4, 5]), ([17, 33], [33, 9]), ([2, 3, 4], [2, 4, 5]), ([2, 3, 4], [4, 5]),
      ([3, 4], [2, 4, 5]), ([2, 1, 3, 4], [5, 4, 2]), ([0, 3], [3, 2]), ([2, 0], [0, 3]), ([2, 3], [3, 0]),
      ([0, 2, 3], [3, 4]),
      ([4, 1], [1, 4]),
    ])
  func equalsLoops(left: [Int], right: [Int]) {
    let (a, b) = (numbers(left, seed: 1), numbers(right, seed: 2))
    let product = a.matmul(b)
    #expect(product == a.matmulByHand(b))
    #expect(product.shape.suffix(2) == [left[left.count - 2], right[right.count - 1]])
    // The same matrices as views: transposed, and with gaps between the rows.
    let (turnedA, turnedB) = (numbers(left, seed: 1).turnedInMemory, numbers(right, seed: 2).turnedInMemory)
    #expect(turnedA.matmul(turnedB) == product)
    let wide = numbers(left.dropLast() + [left[left.count - 1] + 3], seed: 3).sliced(
      1..<left[left.count - 1] + 1, axis: -1)
    #expect(wide.matmul(b) == wide.matmulByHand(b))
  }

  @Test(
    "Small results with much work behind each number are shared out too",
    arguments: [1, 15, 16, 17, 24, 31, 32, 33, 47], [1, 6, 16, 20, 33])
  func shared(rows: Int, columns: Int) {
    let inner = 210_000 / (rows * columns) + 1
    let (a, b) = (numbers([rows, inner], seed: 5), numbers([columns, inner], seed: 6))
    let product = a.matmulByHand(b.transposed())
    #expect(a.matmul(b.transposed()) == product)
    #expect(a.turnedInMemory.matmul(b.turnedInMemory.transposed()) == product)
    #expect(a.converted(to: .double).matmul(b.transposed().converted(to: .double)) == product.converted(to: .double))
  }

  @Test(
    "With oneDNN, where it is installed, and without it the product is that of the loops", arguments: [false, true],
    [[5, 300, 250], [16, 96, 40], [33, 257, 48], [130, 70, 65], [400, 9, 100]])
  func libraries(isWithoutOneDNN: Bool, sizes: [Int]) async {
    await #expect(processExitsWith: .success) { [isWithoutOneDNN, sizes] in
      // It is read when the first matrices are multiplied.
      if isWithoutOneDNN { setenv("GLASSBOX_WITHOUT_ONEDNN", "1", 1) }
      let tests = MatmulTests()
      let a = tests.numbers([sizes[0], sizes[1]], seed: 7)
      let b = tests.numbers([sizes[1], sizes[2]], seed: 8)
      let product = a.matmulByHand(b)
      #expect(a.matmul(b) == product)
      #expect(a.turnedInMemory.matmul(b) == product)
      #expect(a.matmul(b.turnedInMemory) == product)
      #expect(a.turnedInMemory.matmul(b.turnedInMemory) == product)
      // What is not a number stays where it belongs, and what lay in the memory before does not matter.
      let broken = concatenated([.full([1, sizes[1]], .nan), a]).matmul(b)
      #expect(broken.isClose(to: concatenated([.full([1, sizes[2]], .nan), product]), tolerance: 0))
    }
  }

  /// Other threads may be reading it: what they read must not be moved. The libraries are loaded by the first product.
  @Test("Loading the libraries leaves the environment where and as it was")
  func environment() async {
    await #expect(processExitsWith: .success) {
      let place = dlsym(nil, "environ")?.assumingMemoryBound(to: OpaquePointer?.self)
      let (start, lines) = (place?.pointee, ProcessInfo.processInfo.environment)
      let matrix = MatmulTests().numbers([300, 300], seed: 9)
      #expect(matrix.matmul(matrix).isFinite().all())
      #expect(place != nil && place?.pointee == start)
      #expect(ProcessInfo.processInfo.environment == lines)
    }
  }

  @Test("Matrices whose rows and columns both have gaps are copied, not misread")
  func strided() {
    let block = numbers([4, 3, 5], seed: 4)
    let matrix = block.transposed(0, 2)[1]
    #expect(matrix.matmul(matrix.transposed()) == matrix.matmulByHand(matrix.transposed()))
    let stretched = Tensor([[1, 2, 3]]).broadcast(to: [4, 3])
    #expect(stretched.matmul(stretched.transposed()) == Tensor.full([4, 4], 14))
    let column = Tensor([[1], [2]]).broadcast(to: [2, 3])
    #expect(column.matmul(Tensor.ones([3, 1])) == Tensor([[3], [6]]))
  }

  @Test("What is no number stays so")
  func notANumber() {
    #expect(Tensor([[Float.nan, 0]]).matmul(Tensor([[0], [1]])).item.isNaN)
    #expect(Tensor([[Float.infinity]]).matmul(Tensor([[2]])).item == .infinity)
  }
}

extension Tensor {
  /// An equal tensor whose numbers lie column by column.
  fileprivate var turnedInMemory: Tensor {
    let turned = transposed()
    return Tensor(turned.floats, shape: turned.shape).transposed()
  }
}
