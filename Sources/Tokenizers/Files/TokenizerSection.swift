import Displays

/// A part of a `tokenizer.json`, with its place for the words of errors.
struct TokenizerSection {
  let file: String
  /// Where in the file this is: `normalizer.normalizers[1]`.
  let path: String
  let json: JSON

  /// A member, `nil` if it is missing or null.
  func optional(_ name: String) -> TokenizerSection? {
    guard let member = json[name], member != .null else { return nil }
    return TokenizerSection(file: file, path: path.isEmpty ? name : "\(path).\(name)", json: member)
  }

  func section(_ name: String) throws -> TokenizerSection {
    guard let member = optional(name) else {
      throw TokenizerFileError(
        file, .wrong(section: path.isEmpty ? name : "\(path).\(name)", found: "missing", wanted: "there"))
    }
    return member
  }

  /// What kind of part this is.
  func kind() throws -> String { try section("type").text() }

  func text() throws -> String {
    guard let text = json.stringValue else { throw wrong("a text in quotes") }
    return text
  }

  func text(_ name: String, default standard: String) throws -> String { try optional(name)?.text() ?? standard }

  func flag(_ name: String, default standard: Bool) throws -> Bool {
    guard let member = optional(name) else { return standard }
    guard case .boolean(let flag) = member.json else { throw member.wrong("true or false") }
    return flag
  }

  /// A number from 0 to what fits 31 bits: ids and lengths.
  func count() throws -> Int {
    guard let number = json.integerValue, 0...0x7FFF_FFFF ~= number else { throw wrong("a whole number from 0 up") }
    return number
  }

  func count(_ name: String, default standard: Int) throws -> Int { try optional(name)?.count() ?? standard }

  func elements() throws -> [TokenizerSection] {
    guard let elements = json.arrayValue else { throw wrong("a list") }
    return elements.enumerated().map { TokenizerSection(file: file, path: "\(path)[\($0)]", json: $1) }
  }

  func members() throws -> [String: TokenizerSection] {
    guard let members = json.objectValue else { throw wrong("an object") }
    let prefix = path.isEmpty ? "" : "\(path)."
    return Dictionary(
      uniqueKeysWithValues: members.map { ($0, TokenizerSection(file: file, path: prefix + $0, json: $1)) })
  }

  func wrong(_ wanted: String) -> TokenizerFileError {
    TokenizerFileError(file, .wrong(section: path, found: shown, wanted: wanted))
  }

  func unsupported(_ supported: [String]) -> TokenizerFileError {
    TokenizerFileError(file, .unsupported(section: path, found: shown, supported: supported))
  }

  private var shown: String {
    let text = json.text.unicodeScalars
    return text.count > 60 ? "\(String(text.prefix(60)))…" : String(text)
  }
}
