import CourseChecks
import Glassbox
import Testing

@Suite struct LookingUp {
  let table = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])

  @Test("W · [1, 0, 0] (1 point)") func article() throws {
    try Check.close(articleEmbedding.map { Double($0) }, to: [0, 1, 0])
  }

  @Test("the rows of two words (1 point)") func rows() throws {
    try Check.close(embedding(of: Tensor(indices: [2, 0]), in: table), to: Tensor([[7, 8, 9], [1, 2, 3]]))
  }

  @Test("a word that comes twice gets the same row twice (1 point)") func repeated() throws {
    let got = embedding(of: Tensor(indices: [1, 1, 2]), in: table)
    try Check.close(got, to: Tensor([[4, 5, 6], [4, 5, 6], [7, 8, 9]]))
  }
}
