import Pipelines
import Tokenizers

/// What is wrong with one of several texts: which, and what.
struct TextMistake: Error, CustomStringConvertible {
  let number: Int
  let mistake: any Error

  var description: String { "Text \(number): \(mistake)" }
}

extension InputTexts {
  /// How many texts are worked on at a time: enough to read those of one length together.
  private static let part = 128

  /// Works on some texts after the others, tells how far it is, and gives the results of each part as soon as they are there.
  /// - Throws: ``TextMistake`` for a text that cannot be worked on, where there are several.
  static func inParts<Result>(
    _ texts: [String], _ work: ([String]) throws -> [Result], take: ([(text: String, result: Result)]) -> Void
  ) throws {
    let progress = ProgressLine("texts", of: texts.count)
    for first in stride(from: 0, to: texts.count, by: part) {
      let some = Array(texts[first..<min(first + part, texts.count)])
      progress.show(first)
      let results = try checked(some, first, of: texts.count, work)
      progress.clear()
      take(zip(some, results).map { (text: $0, result: $1) })
    }
  }

  private static func checked<Result>(
    _ texts: [String], _ first: Int, of count: Int, _ work: ([String]) throws -> [Result]
  ) throws -> [Result] {
    do { return try work(texts) } catch {
      guard isOfText(error) else { throw error }
      // One by one it shows which it is.
      for (number, text) in texts.enumerated() {
        _ = try numbered(first + number, of: count) { try work([text]) }
      }
      throw error
    }
  }

  /// Works on one of several texts.
  /// - Parameter number: Which it is, counted from 0.
  /// - Throws: ``TextMistake`` if it cannot be worked on, where there are several.
  static func numbered<Result>(_ number: Int, of count: Int, _ work: () throws -> Result) throws -> Result {
    do { return try work() } catch {
      guard count > 1, isOfText(error) else { throw error }
      throw TextMistake(number: number + 1, mistake: error)
    }
  }

  /// Whether a text is what is wrong, and another one may be right.
  static func isOfText(_ error: any Error) -> Bool {
    switch error {
    case PipelineError.nonFinite: false
    case is PipelineError, is TokenizerError: true
    default: false
    }
  }
}
