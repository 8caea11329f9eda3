import Foundation
import Testing

@testable import LanguageModels
@testable import Tensors

/// Folders that `transformers` makes now, with a seed that nobody has seen, in both directions.
@Suite("Fresh model folders", .enabled(if: Peers.python != nil, "there is no Python with transformers"))
struct FreshFolderTests {
  /// The models of a folder that writes, and of encoders by their heads.
  private func load(_ name: String, from folder: String) throws -> any PretrainedModel {
    switch name.split(separator: "-").last {
    case "masked": try AutoModelForMaskedLM.load(from: folder)
    case "sequence": try AutoModelForSequenceClassification.load(from: folder)
    case "token": try AutoModelForTokenClassification.load(from: folder)
    case "question": try AutoModelForQuestionAnswering.load(from: folder)
    case "bert": try AutoModel.load(from: folder)
    default: try AutoModelForCausalLM.load(from: folder)
    }
  }

  @Test("Ours reads theirs, and theirs reads ours, with the same numbers")
  func bothDirections() throws {
    let temporary = try TemporaryFolder()
    let (theirs, ours) = ("\(temporary.path)/theirs", "\(temporary.path)/ours")
    let seed = Int.random(in: 1000..<1_000_000_000)
    try Peers.run("make.py", [theirs, String(seed)])
    let names = try FileManager.default.contentsOfDirectory(atPath: theirs).sorted()
    #expect(names.count == 131)
    for name in names {
      let fixture = try ModelFixture(name, in: theirs)
      let model = try load(name, from: fixture.folder)
      if let model = model as? any CausalLanguageModel {
        let logits = try withoutGradients { () throws in model.logits(try fixture.table("tokens"), cache: nil) }
        expectClose(logits, try fixture.numbers("logits"))
      } else if let model = model as? any SequenceClassificationModel, model.body is any CausalLanguageModel {
        let scores = try withoutGradients { () throws in
          model(try fixture.table("tokens"), mask: try fixture.table("mask") .> 0)
        }
        expectClose(scores, try fixture.numbers("logits"))
      } else if let model = model as? MaskedLanguageModel {
        let scores = try withoutGradients { () throws in
          model(
            try fixture.table("tokens"), types: try fixture.table("types"), mask: try fixture.table("mask") .> 0)
        }
        expectClose(scores, try fixture.numbers("logits"))
      }
      try model.savePretrained(to: "\(ours)/\(name)")
      try FileManager.default.copyItem(
        atPath: "\(theirs)/\(name)/expected.json", toPath: "\(ours)/\(name)/expected.json")
    }
    try Peers.run("make.py", ["--check", ours])
  }
}

/// A Python with `transformers`, from `Scripts/peers.sh` or where a variable says.
enum Peers {
  static var python: String? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["GLASSBOX_PEERS_PYTHON"] ?? "\(root)/.venv-peers/bin/python"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Runs a script of the fixtures; what it complains of is an issue of the test.
  static func run(_ script: String, _ arguments: [String]) throws {
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path
    let (process, errors) = (Process(), Pipe())
    process.executableURL = URL(filePath: try #require(python))
    process.arguments = ["\(fixtures)/\(script)"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["HF_HUB_OFFLINE": "1"]) { $1 }
    process.standardError = errors
    try process.run()
    let words = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: words, as: UTF8.self))")
  }
}
