/// Code that was run before, as triples of session, line and input, or of session, line and the pair of input and output.
package struct HistoryReply: Encodable, Sendable {
  private let entries: [HistoryEntry]
  private let withOutput: Bool

  package init(_ entries: [HistoryEntry], withOutput: Bool) {
    self.entries = entries
    self.withOutput = withOutput
  }

  private enum CodingKeys: String, CodingKey {
    case history
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    var list = fields.nestedUnkeyedContainer(forKey: .history)
    for entry in entries {
      var triple = list.nestedUnkeyedContainer()
      try triple.encode(entry.session)
      try triple.encode(entry.line)
      if withOutput {
        var pair = triple.nestedUnkeyedContainer()
        try pair.encode(entry.input)
        try pair.encode(entry.output)
      } else {
        try triple.encode(entry.input)
      }
    }
  }
}
