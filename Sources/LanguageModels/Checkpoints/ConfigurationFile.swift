import Displays
import Files

/// A file of a model folder such as `config.json`: an object whose settings are asked for one by one, each with its kind.
package struct ConfigurationFile {
  package let path: String
  let members: [String: JSON]
  /// Where in the file the settings stand: `rope_scaling.`, or empty if they are those of the file.
  private var place = ""

  /// A configuration is a page of text; what is longer is something else.
  private static let longest = 1 << 22

  /// The settings of an object within a file.
  init(_ path: String, _ members: [String: JSON], within name: String) {
    (self.path, self.members, place) = (path, members, "\(name).")
  }

  /// The file `config.json` of a folder.
  init(folder: String) throws {
    let path = "\(folder)/config.json"
    guard let file = try ConfigurationFile(optional: path) else {
      throw CheckpointError(path, .missing(wanted: "config.json, model.safetensors and tokenizer.json"))
    }
    self = file
  }

  /// A file of settings, or `nil` if it is not there.
  package init?(optional path: String) throws {
    guard let json = try Self.json(optional: path) else { return nil }
    guard case .object(let members) = json else {
      throw CheckpointError(path, .notJSON(reason: "it is another value"))
    }
    (self.path, self.members) = (path, members)
  }

  /// What a file says, or `nil` if it is not there.
  static func json(optional path: String) throws -> JSON? {
    guard WholeFile.exists(path) else { return nil }
    let text = try WholeFile.text(path, limit: longest)
    do { return try JSON(parsing: text) } catch let error as InvalidJSON {
      throw CheckpointError(path, .notJSON(reason: error.description))
    }
  }

  /// A setting, `nil` if it is not there or null.
  package subscript(name: String) -> JSON? {
    let value = members[name]
    return value == .null ? nil : value
  }

  package func integer(_ name: String, default standard: Int? = nil) throws -> Int {
    guard let value = self[name] else { return try standard ?? missing(name, "a whole number") }
    guard let number = value.integerValue else { throw wrong(name, value, "a whole number") }
    return number
  }

  package func number(_ name: String, default standard: Double? = nil) throws -> Double {
    guard let value = self[name] else { return try standard ?? missing(name, "a number") }
    guard let number = value.doubleValue else { throw wrong(name, value, "a number") }
    return number
  }

  package func flag(_ name: String, default standard: Bool) throws -> Bool {
    guard let value = self[name] else { return standard }
    guard case .boolean(let flag) = value else { throw wrong(name, value, "true or false") }
    return flag
  }

  func text(_ name: String) throws -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.stringValue else { throw wrong(name, value, "a text in quotes") }
    return text
  }

  /// Sees to it that a setting has the one value which is supported.
  func require(_ name: String, is wanted: Bool) throws {
    let flag = try flag(name, default: wanted)
    guard flag == wanted else {
      throw unsupported(name, "\(flag)", "\(wanted)")
    }
  }

  /// The names of the classes in their order, from `id2label`; `LABEL_0` and so on where there are none.
  func labels() throws -> [String] {
    guard let value = self["id2label"] else {
      let count = try integer("num_labels", default: 2)
      guard 1...100_000 ~= count else { throw wrong("num_labels", .integer(count), "from 1 to 100000") }
      return (0..<count).map { "LABEL_\($0)" }
    }
    guard let names = value.objectValue, !names.isEmpty else {
      throw wrong("id2label", value, "an object of names by number, with one class or more")
    }
    let labels = try (0..<names.count).map { number in
      guard let name = names[String(number)]?.stringValue else {
        throw wrong("id2label", value, "an object of names by number, from 0 to \(names.count - 1)")
      }
      return name
    }
    guard Set(labels).count == labels.count else { throw wrong("id2label", value, "another name for each class") }
    return labels
  }

  /// What the scores of a classifier stand for, if the file says so.
  func problemType() throws -> ProblemType? {
    guard let value = self["problem_type"] else { return nil }
    guard let type = value.stringValue.flatMap(ProblemType.init) else {
      let known = ProblemType.allCases.map(\.rawValue).joined(separator: ", ")
      throw wrong("problem_type", value, "one of \(known)")
    }
    return type
  }

  package func wrong(_ name: String, _ value: JSON, _ wanted: String) -> CheckpointError {
    let text = value.text
    let found = text.unicodeScalars.count > 60 ? "\(String(text.unicodeScalars.prefix(60)))…" : text
    return CheckpointError(path, .field(place + name, found: found, wanted: wanted))
  }

  package func unsupported(_ name: String, _ value: String, _ supported: String) -> CheckpointError {
    CheckpointError(path, .unsupported(place + name, value: value, supported: supported))
  }

  private func missing<Value>(_ name: String, _ wanted: String) throws -> Value {
    throw CheckpointError(path, .field(place + name, found: "missing", wanted: wanted))
  }
}
