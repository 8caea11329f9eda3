/// What is asked of the helper process.
enum AnalysisRequest: Codable, Sendable {
  case complete(SourceQuery)
  case inspect(SourceQuery)
}

/// What the helper process answers.
enum AnalysisReply: Codable, Sendable {
  case completions(CompletionList)
  case inspection(Inspection?)
  case failure(String)
}

/// A message with the number that joins question and answer.
struct Numbered<Content: Codable & Sendable>: Codable, Sendable {
  var number: Int
  var content: Content
}
