import Displays
import Testing

@testable import Evaluation

@Suite("Classes are measured as scikit-learn does") struct ConfusionMatrixTests {
  @Test("Counts, accuracy, scores of each class and their averages") func fixture() throws {
    for entry in try PeerFixture("classification").list("cases") {
      let (predicted, actual) = (try #require(entry["predicted"]).strings, try #require(entry["actual"]).strings)
      let matrix = ConfusionMatrix(predicted: predicted, actual: actual)
      #expect(matrix.labels == entry["labels"]?.strings)
      #expect(matrix.counts.map { $0.map(Double.init) } == (try entry.array("counts")).map(\.numbers))
      expectClose(matrix.accuracy, try entry.number("accuracy"))
      expectClose(accuracy(predicted: predicted, actual: actual), try entry.number("accuracy"))
      let each = try entry.array("each").map(\.numbers)
      for (place, label) in matrix.labels.enumerated() {
        let score = matrix[label]
        let numbers = [score.precision, score.recall, score.f1, Double(matrix.support(place))]
        for (number, column) in zip(numbers, each) { expectClose(number, column[place], "\(label)") }
      }
      for kind in ClassAverage.allCases {
        let average = matrix.average(kind)
        let wanted = try #require(entry["averages"]?[kind.rawValue]).numbers
        for (number, wanted) in zip([average.precision, average.recall, average.f1], wanted) {
          expectClose(number, wanted, "\(kind)")
        }
      }
    }
  }

  @Test("A class that was never predicted has no precision, and one that never occurred no recall") func nothing() {
    let matrix = ConfusionMatrix(predicted: [0, 0, 2], actual: [0, 1, 0], labels: [0, 1, 2])
    #expect(matrix["1"] == PrecisionAndRecall(precision: 0, recall: 0))
    #expect(matrix["2"].recall == 0)
    #expect(matrix["2"].f1 == 0)
  }

  @Test("It shows itself as two tables") func display() {
    let text = ConfusionMatrix(predicted: ["b", "a"], actual: ["a", "a"]).display.text
    #expect(text.hasPrefix("accuracy 0.5000, 2 examples\nactual ↓ predicted →  a  b\n"))
    #expect(text.contains("a                    1.0000  0.5000  0.6667         2"))
  }
}
