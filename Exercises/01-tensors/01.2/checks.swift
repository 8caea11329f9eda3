import CourseChecks
import Glassbox
import Testing

@Suite struct OneLiners {
  let table = Tensor([[1, 2, 1], [3, 1, 4]])

  @Test("each with each (1 point)") func outer() throws {
    try Check.close(outerProduct(Tensor([1, 2]), Tensor([3, 4, 5])), to: Tensor([[3, 4, 5], [6, 8, 10]]))
  }

  @Test("each row divided by its sum (1 point)") func rows() throws {
    try Check.close(normalizedRows(table), to: Tensor([[0.25, 0.5, 0.25], [0.375, 0.125, 0.5]]))
  }

  @Test("true on and below the diagonal (1 point)") func triangle() throws {
    let expected = Tensor([[true, false, false], [true, true, false], [true, true, true]])
    try Check.close(lowerTriangle(3), to: expected)
  }

  @Test("one number from each row (1 point)") func pick() throws {
    try Check.close(picked(table, columns: Tensor(indices: [1, 2])), to: Tensor([2, 4]))
  }

  @Test("the mean so far (1 point)") func mean() throws {
    try Check.close(runningMean(Tensor([4, 2, 6, 0])), to: Tensor([4, 3, 4, 3]))
  }
}
