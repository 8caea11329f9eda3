/// Reading the parts that come behind the model: what puts marks around a text, and what makes text of tokens.
extension TokenizerFile {
  static func postProcessor(_ section: TokenizerSection) throws -> PostProcessor {
    switch try section.kind() {
    case "TemplateProcessing":
      let marks = try section.optional("special_tokens")?.members() ?? [:]
      return .template(
        single: try section.section("single").elements().map { try templatePart($0, marks) },
        pair: try section.section("pair").elements().map { try templatePart($0, marks) })
    case "BertProcessing": return .bert(end: try mark(section.section("sep")), start: try mark(section.section("cls")))
    case "RobertaProcessing":
      return .roberta(
        end: try mark(section.section("sep")), start: try mark(section.section("cls")),
        trimsOffsets: try section.flag("trim_offsets", default: true),
        addsPrefixSpace: try section.flag("add_prefix_space", default: true))
    case "ByteLevel":
      return .byteLevel(
        trimsOffsets: try section.flag("trim_offsets", default: true),
        addsPrefixSpace: try section.flag("add_prefix_space", default: true))
    case "Sequence": return .sequence(try section.section("processors").elements().map(postProcessor))
    default:
      throw try section.section("type").unsupported([
        "BertProcessing", "ByteLevel", "RobertaProcessing", "Sequence", "TemplateProcessing",
      ])
    }
  }

  static func decoder(_ section: TokenizerSection) throws -> TokenDecoder {
    switch try section.kind() {
    case "ByteLevel": return .byteLevel
    case "WordPiece":
      return .wordPiece(
        prefix: try section.text("prefix", default: "##"), cleansUp: try section.flag("cleanup", default: true))
    case "Metaspace":
      return .metaspace(
        replacement: try scalar(section, "replacement", default: "\u{2581}"), prefix: try metaspacePrefix(section))
    case "BPEDecoder": return .endOfWord(suffix: try section.text("suffix", default: "</w>"))
    case "ByteFallback": return .byteFallback
    case "Fuse": return .fuse
    case "Strip":
      return .strip(
        try scalar(section, "content", default: " "), start: try section.count("start", default: 0),
        stop: try section.count("stop", default: 0))
    case "Replace":
      return .replace(try pattern(section.section("pattern")), with: try section.section("content").text())
    case "Sequence": return .sequence(try section.section("decoders").elements().map(decoder))
    default:
      throw try section.section("type").unsupported([
        "BPEDecoder", "ByteFallback", "ByteLevel", "Fuse", "Metaspace", "Replace", "Sequence", "Strip", "WordPiece",
      ])
    }
  }

  private static func templatePart(
    _ section: TokenizerSection, _ marks: [String: TokenizerSection]
  ) throws -> PostProcessor.Part {
    if let text = section.optional("Sequence") {
      let name = try text.section("id").text()
      guard name == "A" || name == "B" else { throw try text.section("id").unsupported(["A", "B"]) }
      return .text(isSecond: name == "B", typeID: try text.count("type_id", default: 0))
    }
    let special = try section.section("SpecialToken")
    let name = try special.section("id").text()
    guard let mark = marks[name] else { throw try special.section("id").wrong("one of the special_tokens") }
    let ids = try mark.section("ids").elements().map { try $0.count() }
    let tokens = try mark.section("tokens").elements().map { try $0.text() }
    guard ids.count == tokens.count else { throw mark.wrong("a list of ids and one of tokens, equally long") }
    return .marks(
      zip(ids, tokens).map { PostProcessor.Mark(id: $0, token: $1) }, typeID: try special.count("type_id", default: 0))
  }

  private static func mark(_ section: TokenizerSection) throws -> PostProcessor.Mark {
    let parts = try section.elements()
    guard parts.count == 2 else { throw section.wrong("a token and its id") }
    return PostProcessor.Mark(id: try parts[1].count(), token: try parts[0].text())
  }
}
