import JupyterKernel

extension EchoLanguage {
  func complete(_ code: String, at offset: Int) async -> Completion {
    let before = code.utf8.prefix(offset)
    let word = before.suffix(while: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") })
    let beginning = String(decoding: word, as: UTF8.self)
    let verbs = EchoCommand.Verb.allCases.filter { $0.rawValue.hasPrefix(beginning) }
    return Completion(
      matches: verbs.map { CompletionMatch($0.rawValue, kind: "keyword", signature: "\($0.rawValue) text") },
      replacing: before.count - word.count..<before.count)
  }

  func inspect(_ code: String, at offset: Int, detail: InspectionDetail) async -> Inspection {
    let isWord = { (byte: UInt8) in byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\n") }
    let word =
      Array(code.utf8.prefix(offset).suffix(while: isWord)) + Array(code.utf8.dropFirst(offset).prefix(while: isWord))
    guard let verb = EchoCommand.Verb(rawValue: String(decoding: word, as: UTF8.self)) else { return .notFound }
    let text = detail == .full ? "\(verb.rawValue): a verb of the echo language, in full" : "\(verb.rawValue): a verb"
    return .found(MIMEBundle(text: text))
  }

  func completeness(of code: String) async -> Completeness {
    if code.hasSuffix("\\") { return .incomplete(indent: "  ") }
    return code.contains("\u{0}") || code.hasPrefix("error syntax") ? .invalid : .complete
  }

  func evaluate(_ expression: String, after execution: Execution) async -> Evaluation {
    let command = EchoCommand(Substring(expression))
    guard command.verb != .error else { return .failure(LanguageError(name: "EchoError", message: command.argument)) }
    return .value(MIMEBundle(text: expression))
  }

  func receive(_ event: CommEvent) async -> CommReception {
    switch event.kind {
    case .open(let target) where target != "echo": return .refused
    case .close: event.output.stream(.stdout, "closed\n")
    default: event.comm.send(event.data, metadata: event.metadata, buffers: event.buffers, parent: event.output.parent)
    }
    return .accepted
  }
}

extension BidirectionalCollection {
  fileprivate func suffix(while matches: (Element) -> Bool) -> SubSequence {
    let start = lastIndex { !matches($0) }.map(index(after:)) ?? startIndex
    return self[start...]
  }
}
