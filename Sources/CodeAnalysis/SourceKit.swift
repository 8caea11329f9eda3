import CSourceKit

/// The compiler as a library, loaded from a toolchain.
///
/// It answers one request at a time; whoever holds it uses it from one thread.
final class SourceKit {
  private let functions: CSourceKitFunctions
  private var names: [String: CSourceKitName] = [:]
  /// The text that the compiler has open for inspection.
  var shownQuery: SourceQuery?

  /// Loads and starts the library.
  ///
  /// - Parameter toolchain: The folder that holds `bin` and `lib`, for instance `/usr`.
  init(toolchain: String) throws(CodeAnalysisError) {
    let path = toolchain + "/lib/libsourcekitdInProc.so"
    var functions = CSourceKitFunctions()
    var reason = [CChar](repeating: 0, count: 512)
    guard CSourceKitLoad(path, &functions, &reason, reason.count) else {
      let bytes = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw .libraryNotLoaded(path: path, reason: String(decoding: bytes, as: UTF8.self))
    }
    self.functions = functions
    functions.initialize()
    // Each question has modules that the one before did not know. The compiler would keep what it has read and look for
    // changes every five seconds only; then the names of the newest cells are missing.
    let freshness: [(key: String, value: Argument)] = [
      ("key.completion_check_dependency_interval", .integer(0)),
      ("key.completion_max_astcontext_reuse_count", .integer(0)),
    ]
    try? send("source.request.configuration.global", freshness) { _ in }
  }

  /// A value in a request.
  enum Argument {
    case integer(Int)
    case string(String)
    case name(String)
    case strings([String])
    case dictionary([(key: String, value: Argument)])
  }

  /// A dictionary in an answer.
  struct Answer {
    fileprivate let kit: SourceKit
    fileprivate let value: CSourceKitValue

    /// The text under a key.
    func string(_ key: String) -> String? {
      kit.functions.stringForKey(value, kit.name(key)).map { String(cString: $0) }
    }

    /// The number under a key, 0 if there is none.
    func integer(_ key: String) -> Int {
      Int(kit.functions.integerForKey(value, kit.name(key)))
    }

    /// The compiler's name under a key.
    func name(_ key: String) -> String? {
      kit.functions.nameForKey(value, kit.name(key)).flatMap { kit.functions.nameString($0) }.map {
        String(cString: $0)
      }
    }

    /// The dictionaries of the list under a key.
    func list(_ key: String) -> [Answer] {
      let array = kit.functions.valueForKey(value, kit.name(key))
      return (0..<kit.functions.arrayCount(array)).map {
        Answer(kit: kit, value: kit.functions.arrayElement(array, $0))
      }
    }
  }

  /// Sends a request and lets `read` take from the answer what it needs.
  func send<Result>(
    _ request: String, _ arguments: [(key: String, value: Argument)], read: (Answer) throws -> Result
  ) throws -> Result {
    let object = dictionary([("key.request", .name(request))] + arguments)
    defer { functions.requestRelease(object) }
    guard let response = functions.send(object) else { throw CodeAnalysisError.refused("no answer") }
    defer { functions.responseDispose(response) }
    if functions.responseIsError(response) {
      let description = functions.responseErrorDescription(response).map { String(cString: $0) }
      throw CodeAnalysisError.refused(description ?? "no reason given")
    }
    return try read(Answer(kit: self, value: functions.responseValue(response)))
  }

  private func name(_ string: String) -> CSourceKitName? {
    if let known = names[string] { return known }
    let name = functions.name(string)
    names[string] = name
    return name
  }

  private func dictionary(_ entries: [(key: String, value: Argument)]) -> CSourceKitObject? {
    let result = functions.dictionaryCreate(nil, nil, 0)
    for (key, value) in entries {
      switch value {
      case .integer(let value): functions.dictionarySetInteger(result, name(key), Int64(value))
      case .string(let value):
        var value = value
        value.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            functions.dictionarySetString(result, name(key), $0.baseAddress, $0.count)
          }
        }
      case .name(let value): functions.dictionarySetName(result, name(key), name(value))
      case .strings(let values):
        let array = array(values)
        functions.dictionarySetValue(result, name(key), array)
        functions.requestRelease(array)
      case .dictionary(let entries):
        let inner = dictionary(entries)
        functions.dictionarySetValue(result, name(key), inner)
        functions.requestRelease(inner)
      }
    }
    return result
  }

  private func array(_ strings: [String]) -> CSourceKitObject? {
    let result = functions.arrayCreate(nil, 0)
    for var string in strings {
      string.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          functions.arraySetString(result, Int(bitPattern: UInt.max), $0.baseAddress, $0.count)
        }
      }
    }
    return result
  }
}
