import Displays

extension TokenizerSettings {
  /// The settings as `tokenizer_config.json` has them; `nil` if there are none.
  var json: JSON? {
    guard self != TokenizerSettings() else { return nil }
    var members: [String: JSON] = ["tokenizer_class": "PreTrainedTokenizerFast"]
    for (mark, text) in marks { members[mark.rawValue] = .string(text) }
    members["model_max_length"] = maximumLength.map { .integer($0) }
    members["add_bos_token"] = addsBeginning.map { .boolean($0) }
    members["add_eos_token"] = addsEnd.map { .boolean($0) }
    members["do_lower_case"] = lowercases.map { .boolean($0) }
    members["padding_side"] = padsAtStart.map { $0 ? "left" : "right" }
    members["chat_template"] = chatTemplate.map { .string($0) }
    return .object(members)
  }
}
