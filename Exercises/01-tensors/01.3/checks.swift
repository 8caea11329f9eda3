import CourseChecks
import Glassbox
import Testing

@Suite struct MatrixProduct {
  @Test("two by two, by hand (1 point)") func small() throws {
    try Check.equal(product([[1, 2], [3, 4]], [[5, 6], [7, 8]]), [[19, 22], [43, 50]], "[[1, 2], [3, 4]] · [[5, 6], [7, 8]]")
  }

  @Test("sizes that are not square (1 point)") func oblong() throws {
    let lesson = product([[1, 2], [3, 4], [5, 6]], [[1, 0, 2], [0, 1, 1]])
    try Check.equal(lesson, [[1, 2, 4], [3, 4, 10], [5, 6, 16]], "the product of the lesson")
    try Check.equal(product([[2]], [[3, 4, 5]]), [[6, 8, 10]], "[[2]] · [[3, 4, 5]]")
  }

  @Test("inner sizes that differ, and empty sides, give an empty list (1 point)") func misfit() throws {
    try Check.equal(product([[1, 2, 3]], [[1], [2]]), [], "[1, 3] · [2, 1]")
    try Check.equal(product([], []), [], "[] · []")
  }

  @Test("random numbers, against the library (1 point)") func random() throws {
    let (left, right) = withRandomness(seed: 13) { (Tensor.normal([5, 7]), Tensor.normal([7, 3])) }
    let got = product((0..<5).map { left[$0].doubles }, (0..<7).map { right[$0].doubles })
    try Check.equal(got.map(\.count), [3, 3, 3, 3, 3], "the counts of the rows")
    try Check.close(Tensor(got), to: left.matmul(right), within: 1e-4)
  }
}
