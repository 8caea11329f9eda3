import Displays
import Foundation
import Testing

@testable import LanguageModels
@testable import Tensors

/// Each setting of a folder, one after the other, as something that it should not be: an error or a model, never the end of
/// the program.
@Suite("Model folders with odd settings") struct OddSettingTests {
  private static let values: [JSON] = [
    .boolean(true), .integer(-1), .integer(0), .integer(3), .integer(Int.max), .number(0.5), .number(1e300),
    .string(""),
    .array([]), .object([:]), ["rope_type": "dynamic", "factor": 1e18], ["rope_type": "yarn", "factor": -1],
  ]

  private func load(_ name: String, from folder: String) throws -> Any {
    func quiet(_ report: LoadingReport) { _ = report.description }
    return switch name.split(separator: "-").last {
    case "masked": try AutoModelForMaskedLM.load(from: folder, report: quiet)
    case "sequence": try AutoModelForSequenceClassification.load(from: folder, report: quiet)
    case "token": try AutoModelForTokenClassification.load(from: folder, report: quiet)
    case "question": try AutoModelForQuestionAnswering.load(from: folder, report: quiet)
    case "bert": try AutoModel.load(from: folder, report: quiet)
    default: try AutoModelForCausalLM.load(from: folder, report: quiet)
    }
  }

  @Test(
    "No setting ends the program",
    arguments: [
      "gpt2-sequence", "llama-dynamic", "llama-yarn", "bert-masked", "bert-sequence", "bert-token",
      "distilbert-question",
    ])
  func settings(name: String) throws {
    let temporary = try TemporaryFolder()
    let copy = try temporary.copy(ModelFixture(name))
    let path = "\(copy)/config.json"
    let members = try #require(JSON(parsing: String(contentsOfFile: path, encoding: .utf8)).objectValue)
    let more = [
      "rope_scaling", "n_inner", "classifier_dropout", "pad_token_id", "problem_type", "head_dim", "num_labels",
    ]
    var refused = 0
    for field in members.keys.sorted() + more {
      for value in Self.values {
        try JSON.object(members.merging([field: value]) { $1 }).text
          .write(toFile: path, atomically: true, encoding: .utf8)
        do { _ = try load(name, from: copy) } catch {
          refused += 1
          #expect("\(error)".hasPrefix(copy), "\(field) \(value): \(error)")
        }
      }
    }
    #expect(refused > 100)
  }
}
