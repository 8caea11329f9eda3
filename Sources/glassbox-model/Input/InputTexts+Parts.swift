import Pipelines

/// What is wrong with one of several texts: which, and what.
struct TextMistake: Error, CustomStringConvertible {
  let number: Int
  let mistake: PipelineError

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
    do { return try work(texts) } catch let mistake as PipelineError {
      if case .nonFinite = mistake { throw mistake }
      guard count > 1 else { throw mistake }
      // One by one it shows which it is.
      for (number, text) in texts.enumerated() {
        do { _ = try work([text]) } catch let mistake as PipelineError {
          throw TextMistake(number: first + number + 1, mistake: mistake)
        }
      }
      throw mistake
    }
  }
}
