/// What stands beside a tokenizer in `tokenizer_config.json`: how long a text may be, what its marks are called, how a chat is
/// written.
///
///     let tokenizer = try AutoTokenizer.load(from: folder)
///     tokenizer.settings.maximumLength       // 512
///     tokenizer.settings.marks[.padding]     // "[PAD]"
///
/// What the files say of how a text is cut, and which marks are around it, is done when they are read, and stands in the
/// tokenizer itself.
public struct TokenizerSettings: Equatable, Sendable {
  /// What a token marks, under its name in the file.
  public enum Mark: String, CaseIterable, Sendable {
    case beginning = "bos_token"
    case end = "eos_token"
    case unknown = "unk_token"
    case separator = "sep_token"
    case padding = "pad_token"
    case classification = "cls_token"
    case mask = "mask_token"
  }

  /// How many tokens the model takes; `nil` if the file has no limit.
  public var maximumLength: Int?
  /// How the marks are written, as far as there are any.
  public var marks: [Mark: String] = [:]
  /// Whether a batch is filled up before the beginning of its texts, if the file says so.
  public var padsAtStart: Bool?
  /// How a chat is written for the model: a template in the language Jinja, which `ChatTemplate` fills in.
  public var chatTemplate: String?
  /// Whether decoded text loses the spaces before its signs, as English has it. Byte pairs know their spaces, and keep them.
  public var cleansUpSpaces = false

  public init() {}
}
