import Foundation

/// One thing to be measured, as `Benchmarks/cases.json` describes it for every side.
struct BenchmarkCase: Decodable {
  /// The sizes of the work; which of them there are depends on the kind.
  struct Sizes: Decodable {
    var shape: [Int] = []
    var axes: [Int] = []
    var axis: Int?
    var widths: [Int] = []
    private var numbers: [String: Int] = [:]

    /// A size that the case must have.
    subscript(name: String) -> Int { numbers[name] ?? 0 }

    private struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      for key in values.allKeys {
        switch key.stringValue {
        case "shape": shape = try values.decode([Int].self, forKey: key)
        case "axes": axes = try values.decode([Int].self, forKey: key)
        case "widths": widths = try values.decode([Int].self, forKey: key)
        case "axis": axis = try values.decodeIfPresent(Int.self, forKey: key)
        default: numbers[key.stringValue] = try values.decode(Int.self, forKey: key)
        }
      }
    }
  }

  struct Repetitions: Decodable {
    let full: Int
    let quick: Int
  }

  let name: String
  let kind: String
  let sizes: Sizes
  let repetitions: Repetitions
  let calls: Int
  let memory: Bool?

  static func all(in file: URL) throws -> [BenchmarkCase] {
    struct File: Decodable { let cases: [BenchmarkCase] }
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).cases
  }
}
