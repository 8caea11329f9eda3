import Foundation

/// What PyTorch made of the same numbers; `Fixtures/make_traces.py` has asked it.
struct Traces: Decodable {
  let start: [Float]
  let gradients: [[Float]]
  /// The parameters after each step.
  let optimizers: [String: [[Double]]]
  let lstm: [String: [Double]]
  let gru: [String: [Double]]

  static func load(from file: String = #filePath) throws -> Traces {
    let fixture = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures/traces.json")
    return try JSONDecoder().decode(Traces.self, from: Data(contentsOf: fixture))
  }
}
