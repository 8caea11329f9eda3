import Foundation
import Testing

@testable import Tensors

@Suite("Every mistake ends the cell with its sentence") struct MistakenCallTests {
  @Test(arguments: MistakenCall.all.indices)
  func sentence(number: Int) async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [number] in
      MistakenCall.all[number].call()
    }
    let words = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(words.contains(MistakenCall.all[number].mistake.description))
  }

  @Test("None is forgotten")
  func all() throws {
    let source = URL(filePath: #filePath).appending(path: "../../../../Sources/Tensors/Mistakes/TensorMistake.swift")
    let names = try String(contentsOf: source.standardized, encoding: .utf8).matches(of: /\ \ case (\w+)\(/)
    let reached = MistakenCall.all.compactMap { Mirror(reflecting: $0.mistake).children.first?.label }
    // Nobody has a matrix for the first at hand, nor the memory for the second; their words are tested beside.
    let others = ["notConverged", "tooLongForBLAS"]
    #expect(names.count > 50)
    #expect(Set(names.map { String($0.1) }) == Set(reached + others))
  }

  @Test(
    "What is wrong with a pattern of einsum is told",
    arguments: [
      ("i->j->k", [[1]], EinsumProblem.arrows), ("i1", [[1]], .character("1")), ("...i...", [[1, 1]], .character(".")),
      ("ij,jk", [[1, 1]], .operandCount(named: 2, given: 1)),
      ("ij", [[1]], .axisCount(operand: 0, named: "ij", shape: [1])),
      ("ij,jk->ik", [[2, 3], [4, 5]], .sizes("j", 3, 4)), ("ii", [[2, 3]], .sizes("i", 2, 3)),
      ("...,...", [[2], [3]], .otherSizes(2, 3)), ("i->j", [[1]], .unknownResult("j")),
      ("i->ii", [[1]], .repeatedResult("i")),
    ] as [(String, [[Int]], EinsumProblem)])
  func einsum(pattern: String, shapes: [[Int]], problem: EinsumProblem) async throws {
    #expect(TensorMistake.einsum(pattern: pattern, problem).description.hasPrefix("einsum cannot read '\(pattern)': "))
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [pattern, shapes] in
      _ = Tensors.einsum(pattern, shapes.map { Tensor.zeros($0) })
    }
    #expect(String(decoding: try #require(result).standardErrorContent, as: UTF8.self).contains(problem.description))
  }
}
