import Displays
import LanguageModels

/// Settings that are lists, and those that are not supported.
extension ConfigurationFile {
  /// Ids, `[]` if nothing is said. Some files have -1 for none, and ids that are no tokens change nothing.
  func ids(_ name: String) throws -> [Int] {
    guard let value = self[name] else { return [] }
    guard let ids = Self.ids(value) else { throw wrong(name, value, "a list of ids") }
    return ids
  }

  /// Rows of ids.
  func rows(_ name: String) throws -> [[Int]] {
    guard let value = self[name] else { return [] }
    guard let rows = value.arrayValue?.map(Self.ids), rows.allSatisfy({ $0?.isEmpty == false && $0?.min() ?? 0 >= 0 })
    else { throw wrong(name, value, "a list of lists of ids, such as [[5], [7, 9]]") }
    return rows.compactMap { $0 }
  }

  /// A text or several.
  func texts(_ name: String) throws -> [String] {
    guard let value = self[name] else { return [] }
    let members = value.arrayValue ?? [value]
    let texts = members.compactMap(\.stringValue)
    guard texts.count == members.count, !texts.contains("") else {
      throw wrong(name, value, "a text or a list of texts, none of them empty")
    }
    return texts
  }

  private static func ids(_ value: JSON) -> [Int]? {
    let ids = value.arrayValue?.compactMap(\.integerValue)
    return ids?.count == value.arrayValue?.count ? ids : nil
  }

  /// Sees to it that nothing is set that changes the text in `transformers` and would change nothing here.
  func checkTextSettings(isChance: Bool, hasBeams: Bool) throws {
    // What stands for no such wish, besides null, false and what is empty.
    var neutral: [(name: String, number: Double?)] = [
      ("constraints", nil), ("dola_layers", nil), ("encoder_no_repeat_ngram_size", 0),
      ("encoder_repetition_penalty", 1), ("exponential_decay_length_penalty", nil), ("force_words_ids", nil),
      ("forced_bos_token_id", nil),
      ("forced_eos_token_id", nil), ("guidance_scale", 1), ("max_time", nil), ("penalty_alpha", 0),
      ("sequence_bias", nil), ("token_healing", nil), ("watermarking_config", nil),
    ]
    if isChance { neutral += [("epsilon_cutoff", 0), ("eta_cutoff", 0), ("top_h", nil), ("typical_p", 1)] }
    if hasBeams { neutral += [("diversity_penalty", 0), ("num_beam_groups", 1), ("renormalize_logits", nil)] }
    for (name, number) in neutral {
      guard let value = self[name], value != .boolean(false), value.arrayValue?.isEmpty != true,
        value.objectValue?.isEmpty != true, number == nil || value.doubleValue != number
      else { continue }
      let supported = number.map { $0 == 0 ? "0" : "1" } ?? "null"
      throw unsupported(name, String(value.text.prefix(60)), "\(supported), as if it were not in the file")
    }
  }
}
