import ArgumentParser
import Displays

extension ExampleFile.Example {
  /// An answer, and where in its context it begins, in Unicode scalars, if the file says so.
  struct Answer {
    let text: String
    let start: Int?
  }

  /// The answers to a question: `answer` with or without `answer_start`; or `answers`, as a list of texts or of
  /// `{"text": …, "answer_start": …}`, or as Hugging Face's data sets have it, `{"text": […], "answer_start": […]}`.
  /// - Throws: `ValidationError` that names the line.
  func answers() throws -> [Answer] {
    guard let answers = members["answers"] else {
      return [Answer(text: try text("answer"), start: try members["answer_start"].map(place))]
    }
    if let list = answers.arrayValue {
      return try list.map { answer in
        guard let text = answer.stringValue ?? answer["text"]?.stringValue else { throw noAnswers(answers) }
        return Answer(text: text, start: try answer["answer_start"].map(place))
      }
    }
    guard let texts = answers["text"]?.arrayValue else { throw noAnswers(answers) }
    let starts = answers["answer_start"]?.arrayValue
    guard starts.map({ $0.count == texts.count }) ?? (answers["answer_start"] == nil) else { throw noAnswers(answers) }
    return try texts.enumerated().map { number, answer in
      guard let text = answer.stringValue else { throw noAnswers(answers) }
      return Answer(text: text, start: try starts.map { try place($0[number]) })
    }
  }

  /// Where an answer stands in its context, in Unicode scalars: where the file says, else where it stands first.
  /// - Throws: `ValidationError` that names the line if it does not stand there.
  func place(of answer: Answer, in context: [Unicode.Scalar]) throws -> Range<Int> {
    let wanted = Array(answer.text.unicodeScalars)
    guard let start = answer.start else {
      guard !wanted.isEmpty, let place = context.indices.first(where: { context[$0...].starts(with: wanted) }) else {
        throw mistake("the answer \"\(answer.text)\" does not stand in the context.")
      }
      return place..<place + wanted.count
    }
    guard !wanted.isEmpty, 0..<context.count ~= start, context[start...].starts(with: wanted) else {
      let found = String(String.UnicodeScalarView(context.dropFirst(max(start, 0)).prefix(max(wanted.count, 1))))
      throw mistake(
        "\"answer_start\" is \(start), and the context has \"\(found)\" there, not the answer \"\(answer.text)\". It should be "
          + "how many characters (Unicode code points, as Python counts) stand before the answer.")
    }
    return start..<start + wanted.count
  }

  /// A place in a text; in a `.tsv` it is written as text.
  private func place(_ json: JSON) throws -> Int {
    guard let place = json.integerValue ?? json.stringValue.flatMap({ Int($0) }) else {
      throw mistake("\"answer_start\" is \(json.text). It should be a whole number.")
    }
    return place
  }

  private func noAnswers(_ json: JSON) -> ValidationError {
    mistake(
      "\"answers\" is \(json.text.count > 60 ? "\(json.text.prefix(60))…" : json.text). It should be a list of texts, or "
        + "{\"text\": [\"…\"], \"answer_start\": [0]} with as many places as texts.")
  }
}
