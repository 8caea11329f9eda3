/// What stands beside a tokenizer in `tokenizer_config.json`: how long a text may be, what its marks are called, how a chat is
/// written.
///
///     let tokenizer = try AutoTokenizer.load(from: folder)
///     tokenizer.settings.maximumLength       // 512
///     tokenizer.settings.marks[.padding]     // "[PAD]"
///
/// Nothing of it changes how a text is encoded: the marks around a text are those of `tokenizer.json`.
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
  /// Whether the tokenizer is to put ``Mark/beginning`` before a text and ``Mark/end`` behind it, if the file says so.
  public var addsBeginning: Bool?
  public var addsEnd: Bool?
  /// Whether a batch is filled up before the beginning of its texts, if the file says so.
  public var padsAtStart: Bool?
  /// How a chat is written for the model: a template in the language Jinja, which `ChatTemplate` fills in.
  public var chatTemplate: String?
  /// Whether case counts for nothing; for vocabularies without a `tokenizer.json`.
  var lowercases: Bool?

  public init() {}
}
