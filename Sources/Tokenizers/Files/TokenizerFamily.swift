import Displays

/// Which class of `transformers` a folder's tokenizer belongs to, which decides what of its files counts.
///
/// The class of GPT-2, of BERT and of Llama take the vocabulary from `tokenizer.json`, and how a text is normalized and cut from the
/// settings beside it. Source: `AutoTokenizer.from_pretrained` of transformers 5.23.
enum TokenizerFamily: Equatable {
  case gpt2, bert, llama
  /// All is as `tokenizer.json` has it.
  case asWritten
  /// A class that is not known here: as it is written, and without a `tokenizer.json` nothing is known of it.
  case other(name: String)

  /// Types of models whose tokenizers are read as they are written, whatever class their settings name.
  private static let writtenTypes: Set<String> = [
    "gpt_bigcode", "granite", "internlm2", "internlm3", "llama", "minicpm3", "ministral", "ministral3", "mistral",
    "mistral3", "mixtral", "modernbert", "nemotron", "olmo2", "olmo3", "phi3", "stablelm",
  ]

  /// - Parameters:
  ///   - name: The class that `tokenizer_config.json` names, or else `config.json`.
  ///   - modelType: The `model_type` of `config.json`.
  init(className name: String?, modelType: String?) {
    guard let name else {
      switch modelType {
      case "gpt2": self = .gpt2
      case "bert", "distilbert": self = .bert
      case nil: self = .asWritten
      case let type?: self = Self.writtenTypes.contains(type) ? .asWritten : .other(name: type)
      }
      return
    }
    // Llama's own type does not say which class it has.
    if let modelType, modelType != "llama", Self.writtenTypes.contains(modelType) {
      self = .asWritten
      return
    }
    switch name.hasSuffix("Fast") ? String(name.dropLast(4)) : name {
    case "GPT2Tokenizer": self = .gpt2
    case "BertTokenizer", "DistilBertTokenizer": self = .bert
    case "LlamaTokenizer": self = .llama
    case "PreTrainedTokenizer", "TokenizersBackend": self = .asWritten
    default: self = .other(name: name)
    }
  }

  /// What the family's marks are called where nothing is said of them.
  var marks: [TokenizerSettings.Mark: String] {
    switch self {
    case .gpt2: [.beginning: "<|endoftext|>", .end: "<|endoftext|>", .unknown: "<|endoftext|>"]
    case .bert:
      [.unknown: "[UNK]", .separator: "[SEP]", .padding: "[PAD]", .classification: "[CLS]", .mask: "[MASK]"]
    case .llama: [.beginning: "<s>", .end: "</s>", .unknown: "<unk>"]
    case .asWritten, .other: [:]
    }
  }

  /// The name of the class.
  var name: String {
    switch self {
    case .gpt2: "GPT2Tokenizer"
    case .bert: "BertTokenizer"
    case .llama: "LlamaTokenizer"
    case .asWritten: "PreTrainedTokenizerFast"
    case .other(let name): name
    }
  }

  /// The kind of model that the family has; `nil` if any will do.
  var model: String? {
    switch self {
    case .gpt2, .llama: "BPE"
    case .bert: "WordPiece"
    case .asWritten, .other: nil
    }
  }
}
