import Displays

extension TokenizerSettings {
  /// The settings as `tokenizer_config.json` has them. The class says that all is as `tokenizer.json` has it.
  var json: JSON {
    var members: [String: JSON] = ["tokenizer_class": "PreTrainedTokenizerFast"]
    for (mark, text) in marks { members[mark.rawValue] = .string(text) }
    members["model_max_length"] = maximumLength.map { .integer($0) }
    if cleansUpSpaces { members["clean_up_tokenization_spaces"] = true }
    members["padding_side"] = padsAtStart.map { $0 ? "left" : "right" }
    members["chat_template"] = chatTemplate.map { .string($0) }
    return .object(members)
  }
}
