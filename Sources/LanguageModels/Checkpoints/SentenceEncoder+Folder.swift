import Displays
import Tokenizers

extension SentenceEncoder {
  /// Reads the folder of a sentence encoder as `sentence-transformers` keeps it.
  ///
  /// `modules.json` names what is done after the model has read a sentence; without that file it is the mean of the
  /// positions, as it is. `sentence_bert_config.json` says how long sentences are cut, or else the tokenizer's settings, and
  /// `config_sentence_transformers.json` what is put before them.
  /// - Throws: ``CheckpointError`` for settings and tensors, `TokenizerFileError` for the tokenizer,
  ///   ``TokenizerMismatch`` if the two do not belong together, `FileError` and `TensorFileError` for files.
  public static func load(
    from folder: String, report: (LoadingReport) -> Void = { $0.announce() }
  ) throws -> SentenceEncoder {
    let steps = try SentenceSteps(folder: folder)
    let prompts = try SentencePrompts(folder: folder)
    if let file = steps.promptless, prompts.standard?.isEmpty == false {
      throw file.unsupported("include_prompt", "false", "true where there is a default prompt")
    }
    let length = try ConfigurationFile(optional: "\(folder)/sentence_bert_config.json")
    try length?.require("do_lower_case", is: false)
    let longest = try length?["max_seq_length"] == nil ? nil : length?.integer("max_seq_length")
    if let longest, let length, longest < 3 {
      throw length.wrong("max_seq_length", .integer(longest), "3 or more: two marks and a token")
    }
    // What is not pooled is not read, so that nobody is told that a pooler is untrained which takes no part.
    let body = try ModelFolder(folder).loadedEncoder(hasPooler: false, report)
    let tokenizer = try AutoTokenizer.load(from: folder)
    try tokenizer.check(vocabularySize: body.vocabularySize)
    return SentenceEncoder(
      body, tokenizer: tokenizer, pooling: steps.pooling, normalizes: steps.normalizes,
      maximumLength: longest ?? tokenizer.settings.maximumLength, prompts: prompts.named, prompt: prompts.standard ?? ""
    )
  }
}

/// What `config_sentence_transformers.json` says is put before sentences.
private struct SentencePrompts {
  var named: [String: String] = [:]
  /// The one that is used unless told otherwise.
  var standard: String?

  init(folder: String) throws {
    guard let file = try ConfigurationFile(optional: "\(folder)/config_sentence_transformers.json") else { return }
    if let prompts = file["prompts"] {
      guard let members = prompts.objectValue else {
        throw file.wrong("prompts", prompts, "an object of texts by name")
      }
      for (name, prompt) in members where prompt != .null {
        guard let text = prompt.stringValue else { throw file.wrong("prompts.\(name)", prompt, "a text in quotes") }
        named[name] = text
      }
    }
    guard let name = try file.text("default_prompt_name") else { return }
    guard let prompt = named[name] else {
      throw file.wrong(
        "default_prompt_name", .string(name), "one of the prompts: \(named.keys.sorted().joined(separator: ", "))")
    }
    standard = prompt
  }
}

/// What `modules.json` says is done with a sentence.
private struct SentenceSteps {
  var pooling = SentencePooling.mean
  var normalizes = false
  /// The settings of the pooling, if they leave the prompt out.
  var promptless: ConfigurationFile?

  init(folder: String) throws {
    let path = "\(folder)/modules.json"
    guard let modules = try ConfigurationFile.json(optional: path) else { return }
    guard let list = modules.arrayValue else {
      throw CheckpointError(path, .notJSON(reason: "it is no list of modules"))
    }
    for module in list {
      let type = module["type"]?.stringValue ?? "missing"
      switch type.split(separator: ".").last {
      case "Transformer": try Self.checkPath(module, in: path, isEmpty: true)
      case "Pooling":
        try Self.checkPath(module, in: path, isEmpty: false)
        let file = try ConfigurationFile(folder: "\(folder)/\(module["path"]?.stringValue ?? "")")
        pooling = try Self.pooling(file)
        promptless = try file.flag("include_prompt", default: true) ? nil : file
      case "Normalize": normalizes = true
      default:
        throw CheckpointError(
          path, .unsupported("type", value: "\"\(type)\"", supported: "Transformer, Pooling, Normalize"))
      }
    }
  }

  /// A module is in the folder itself or in one inside of it, and nowhere else.
  private static func checkPath(_ module: JSON, in file: String, isEmpty: Bool) throws {
    let path = module["path"]?.stringValue ?? ""
    let isInside = !path.hasPrefix("/") && !path.split(separator: "/").contains("..") && !path.utf8.contains(0)
    guard isInside, path.isEmpty == isEmpty else {
      let wanted = isEmpty ? "empty: the model is in the folder itself" : "the name of a folder inside of this one"
      throw CheckpointError(file, .field("path", found: "\"\(path)\"", wanted: wanted))
    }
  }

  /// Newer files name the way in `pooling_mode`, older ones have a switch for each.
  private static func pooling(_ file: ConfigurationFile) throws -> SentencePooling {
    let switches = [
      "pooling_mode_cls_token": "cls", "pooling_mode_mean_tokens": "mean", "pooling_mode_max_tokens": "max",
      "pooling_mode_mean_sqrt_len_tokens": "mean_sqrt_len_tokens",
      "pooling_mode_weightedmean_tokens": "weightedmean", "pooling_mode_lasttoken": "lasttoken",
    ]
    let listed = file["pooling_mode"]?.arrayValue?.map { $0.stringValue ?? $0.text }
    let named = try listed ?? file.text("pooling_mode").map { [$0] }
    var chosen = try named ?? switches.filter { try file.flag($0.key, default: false) }.values.sorted()
    if chosen.isEmpty, switches.keys.contains(where: { file[$0] != nil }) { chosen = ["mean"] }
    guard chosen.count == 1, let pooling = SentencePooling(rawValue: chosen[0]) else {
      let known = SentencePooling.allCases.map(\.rawValue).joined(separator: ", ")
      throw CheckpointError(
        file.path,
        .unsupported("pooling_mode", value: chosen.joined(separator: " and "), supported: "one of \(known)"))
    }
    return pooling
  }
}
