import Displays
import Files

/// Reading a `tokenizer.json`: one function for each of its sections.
enum TokenizerFile {
  /// Vocabularies of a million tokens are smaller.
  static let longest = 1 << 27

  /// - Parameter settings: What stands beside the file, which changes what of it counts.
  static func read(_ path: String, _ settings: FolderSettings) throws -> FolderTokenizer {
    let text = try WholeFile.text(path, limit: longest)
    let json: JSON
    do { json = try JSON(parsing: text) } catch let error as InvalidJSON {
      throw TokenizerFileError(path, .notJSON(reason: error.description))
    }
    guard json.objectValue != nil else { throw TokenizerFileError(path, .notJSON(reason: "it is no object")) }
    var settings = settings
    // Files of Llama's third kind name the class of the first two, which cuts otherwise.
    if settings.family == .llama, text.contains("\"ByteLevel\"") { settings.family = .asWritten }
    return try tokenizer(TokenizerSection(file: path, path: "", json: json), Array(text.utf8), settings)
  }

  private static func tokenizer(
    _ file: TokenizerSection, _ bytes: [UInt8], _ settings: FolderSettings
  ) throws -> FolderTokenizer {
    let own = try file.optional("added_tokens")?.elements().map { try addedToken($0) } ?? []
    let padding = try file.optional("padding").map(padding)
    let marks = try settings.marks(padding: padding?.token)
    let tokens = try settings.tokens(marks, own: own)
    let unknown = marks.first { $0.mark == .unknown }?.token.content
    let model = try model(
      file.section("model"), bytes, as: settings.family, unknownToken: unknown,
      marks: (own + tokens).filter(\.isSpecial).map(\.content))
    var parts = TokenizerParts(model: model)
    switch settings.family {
    case .gpt2, .bert, .llama: try parts.setFamily(settings)
    case .asWritten, .other:
      parts.normalizer = try file.optional("normalizer").map(normalizer)
      parts.preTokenizer = try file.optional("pre_tokenizer").map(preTokenizer)
      parts.decoder = try file.optional("decoder").map(decoder)
      parts.add(own)
    }
    parts.add(tokens)
    parts.postProcessor =
      settings.family == .bert
      ? try parts.marksOfBERT(marks, in: settings) : try file.optional("post_processor").map(postProcessor)
    parts.truncation = try file.optional("truncation").map(truncation)
    parts.padding = padding
    return FolderTokenizer(parts: parts, marks: marks)
  }

  static func normalizer(_ section: TokenizerSection) throws -> Normalizer {
    switch try section.kind() {
    case "BertNormalizer":
      return .bert(
        cleansText: try section.flag("clean_text", default: true),
        setsChineseApart: try section.flag("handle_chinese_chars", default: true),
        stripsAccents: section.optional("strip_accents") == nil
          ? nil : try section.flag("strip_accents", default: true),
        lowercases: try section.flag("lowercase", default: true))
    case "NFC": return .nfc
    case "NFD": return .nfd
    case "NFKC": return .nfkc
    case "NFKD": return .nfkd
    case "Lowercase": return .lowercase
    case "StripAccents": return .stripAccents
    case "Strip":
      return .strip(
        left: try section.flag("strip_left", default: true), right: try section.flag("strip_right", default: true))
    case "Precompiled":
      let text = try section.section("precompiled_charsmap")
      guard let map = PrecompiledMap(base64: try text.text()) else { throw text.wrong("a map of characters in base64") }
      return .precompiled(map)
    case "Prepend": return .prepend(try section.section("prepend").text())
    case "Replace":
      return .replace(try pattern(section.section("pattern")), with: try section.section("content").text())
    case "Sequence": return .sequence(try section.section("normalizers").elements().map(normalizer))
    default:
      throw try section.section("type").unsupported([
        "BertNormalizer", "Lowercase", "NFC", "NFD", "NFKC", "NFKD", "Precompiled", "Prepend", "Replace", "Sequence",
        "Strip",
        "StripAccents",
      ])
    }
  }

  static func preTokenizer(_ section: TokenizerSection) throws -> PreTokenizer {
    switch try section.kind() {
    case "ByteLevel":
      return .byteLevel(
        addsPrefixSpace: try section.flag("add_prefix_space", default: true),
        trimsOffsets: try section.flag("trim_offsets", default: true),
        splits: try section.flag("use_regex", default: true))
    case "BertPreTokenizer": return .bert
    case "Whitespace": return .whitespace
    case "WhitespaceSplit": return .whitespaceSplit
    case "Metaspace":
      return .metaspace(
        replacement: try scalar(section, "replacement", default: "\u{2581}"), prefix: try metaspacePrefix(section),
        splits: try section.flag("split", default: true))
    case "Split":
      return .split(
        try pattern(section.section("pattern")), try behavior(section),
        isInverted: try section.flag("invert", default: false))
    case "Punctuation": return .punctuation(try section.optional("behavior") == nil ? .isolated : behavior(section))
    case "Digits": return .digits(areApart: try section.flag("individual_digits", default: false))
    case "CharDelimiterSplit": return .delimiter(try scalar(section, "delimiter", default: " "))
    case "Sequence": return .sequence(try section.section("pretokenizers").elements().map(preTokenizer))
    default:
      throw try section.section("type").unsupported([
        "BertPreTokenizer", "ByteLevel", "CharDelimiterSplit", "Digits", "Metaspace", "Punctuation", "Sequence",
        "Split",
        "Whitespace", "WhitespaceSplit",
      ])
    }
  }

  static func pattern(_ section: TokenizerSection) throws -> TextPattern {
    if let text = section.optional("String") { return TextPattern(text: try text.text()) }
    let expression = try section.section("Regex")
    do { return try TextPattern(expression: try expression.text()) } catch let error as TokenizerFileError {
      throw error
    } catch {
      throw expression.wrong("a regular expression that Swift reads")
    }
  }

  private static func behavior(_ section: TokenizerSection) throws -> SplitBehavior {
    let name = try section.section("behavior")
    guard let behavior = SplitBehavior(rawValue: try name.text()) else {
      throw name.unsupported(SplitBehavior.allCases.map(\.rawValue))
    }
    return behavior
  }

  static func metaspacePrefix(_ section: TokenizerSection) throws -> MetaspacePrefix {
    // Older files have a flag in its place.
    guard let name = section.optional("prepend_scheme") else {
      return try section.flag("add_prefix_space", default: true) ? .always : .never
    }
    guard let prefix = MetaspacePrefix(rawValue: try name.text()) else {
      throw name.unsupported(MetaspacePrefix.allCases.map(\.rawValue))
    }
    return prefix
  }

  static func scalar(
    _ section: TokenizerSection, _ name: String, default standard: Unicode.Scalar
  ) throws -> Unicode.Scalar {
    guard let member = section.optional(name) else { return standard }
    let scalars = try member.text().unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { throw member.wrong("one character") }
    return scalar
  }
}
