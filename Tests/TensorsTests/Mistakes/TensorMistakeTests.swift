import Foundation
import Testing

@testable import Tensors

@Suite("Mistakes are told in sentences") struct TensorMistakeTests {
  @Test("The inner sizes of a product, with what would fit")
  func innerSizes() {
    #expect(
      TensorMistake.innerSizes(left: [12, 64], right: [32, 64]).description == """
        matmul needs the inner sizes to agree.
           left  [12, 64]        right [32, 64]
                      ^^                ^^      64 and 32 differ
        Did you mean  left.matmul(right.transposed())  ->  [12, 32] ?
        """)
    #expect(
      TensorMistake.innerSizes(left: [3, 4], right: [3, 5]).description.hasSuffix(
        "Did you mean  left.transposed().matmul(right)  ->  [4, 5] ?"))
    #expect(!TensorMistake.innerSizes(left: [3, 4], right: [5, 6]).description.contains("Did you mean"))
  }

  @Test("Shapes that cannot be combined")
  func broadcasting() {
    #expect(
      TensorMistake.broadcast(operation: "+", left: [4, 3], right: [4]).description == """
        + needs sizes that are equal, or 1 on one side, counted from the last axis.
           left  [4, 3]        right [4]
                     ^                ^      3 and 4 differ
        Did you mean  left + right.reshaped(to: [4, 1])  ->  [4, 3] ?
        """)
    #expect(
      TensorMistake.broadcast(operation: "matmul", left: [2, 3, 4], right: [5, 4, 6]).description.contains(
        "2 and 5 differ"))
  }

  @Test(
    "Every mistake names what was given and what is wanted",
    arguments: [
      (TensorMistake.ragged(axis: 1, expected: 2, found: 3), "one on level 2 has 3 elements, the first one has 2."),
      (.negativeSize(shape: [2, -1]), "A size cannot be negative: [2, -1]."),
      (
        .tooLarge(shape: [100_000, 100_000], dtype: .float, memory: 8_000_000_000),
        "40.0 GB are needed, this machine has 8 GB."
      ),
      (
        .tooLarge(shape: [Int.max, Int.max], dtype: .float, memory: 8_000_000_000),
        "more than 9,000,000,000 GB are needed"
      ),
      (.endlessRange(start: 0, end: 1, step: 0), "from 0.0 to 1.0 by 0.0."),
      (.notOneNumber(shape: [2]), "this one is [2]"),
      (.stretch(from: [2], to: [3]), "[2] cannot be stretched to [3]."),
      (.reshape(from: [2, 3], to: [4]), "[2, 3] holds 6, [4] would hold 4."),
      (.reshape(from: [2, 3], to: [4, -1]), "[2, 3] holds 6."),
      (.tooFewAxes(operation: "matmul", needed: 2, shape: [3]), "Did you mean  reshaped(to: [1, 3]) ?"),
      (.noSuchAxis(axis: 2, shape: [2, 3]), "the axes 0 to 1, or from the end -1 to -2."),
      (.noSuchAxis(axis: 0, shape: []), "a single number has no axes"),
      (.indexCount(given: 2, shape: [1, 2, 3]), "2 indices for a tensor [1, 2, 3]"),
      (
        .indexOutOfRange(index: 5, axis: 0, shape: [5]),
        "5 on axis 0 of [5], where indices go from 0 to 4, or from the end from -1 to -5."
      ),
      (.indexOutOfRange(index: 0, axis: 1, shape: [2, 0]), "0 on axis 1 of [2, 0], which has no parts."),
      (.sliceOutOfRange(range: "0..<9", axis: 0, shape: [5]), "0..<9 on axis 0 of [5], which has 5 parts."),
      (.sliceOutOfRange(range: "-2..<5", axis: 0, shape: [5]), "the bounds of a range do not count from the end."),
      (.assignment(of: [2], to: [3]), "shape [3] can only be replaced by one of the same shape, not by [2]."),
      (.assignedNumber("0.5", to: .int), "0.5 cannot be put into a tensor of type Int, which holds integers."),
      (.assignedNumber("7", to: .bool), "which holds true and false, or 1 and 0 for them. Convert the tensor first"),
      (.chunkCount(0, shape: [3]), "Ask for 1 or more."),
      (.chunkCount(1 << 60, shape: [0]), "So many tensors do not fit into memory"),
      (.nothingToCompare(operation: "max", shape: [0]), "max needs at least one number"),
      (.tooLongForBLAS(operation: "matmul", [[1, 1 << 40], [1 << 40, 1]]), "sizes up to 2147483647"),
      (.notConverged(operation: "svd", shape: [2, 2]), "svd has not arrived at a result for [2, 2]."),
    ])
  func words(mistake: TensorMistake, part: String) { #expect(mistake.description.contains(part)) }

  @Test("Arrays of different depth end the cell")
  func uneven() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor([[[1], [2]], [[3], [4, 5]]])
    }
    #expect(try words(of: result).contains("one on level 3 has 2 elements, the first one has 1."))
  }

  private func words(of result: ExitTest.Result?) throws -> String {
    String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
  }
}
