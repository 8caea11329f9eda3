internal import CWorkerRuntime
import Glibc

/// Where a C function that emits text leaves it.
private final class CollectedText { var bytes: [UInt8] = [] }

/// The learner's library, which knows what values look like. The worker does not link it: it is found at run time, and
/// without it values are shown as Swift describes them.
struct LearnersDisplays: @unchecked Sendable {
  /// Loading takes a moment; the first use waits for it.
  static let shared = LearnersDisplays()

  private typealias Emit = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, Int) -> Void
  private typealias Represent = @convention(c) (UnsafeRawPointer?, UnsafeMutableRawPointer?, Emit) -> Void
  private typealias Receive = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32

  private let resultFunction: Represent?
  private let describeFunction: Represent?
  private let commFunction: Receive?

  private init() {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let program = String(decoding: path.prefix(max(count, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let folder = program.lastIndex(of: "/").map { program[..<$0] } ?? "."
    let library = "\(folder)/libGlassbox.so"
    let handle = access(library, R_OK) == 0 ? dlopen(library, RTLD_NOW | RTLD_GLOBAL) : nil
    func find<Function>(_ name: String, as type: Function.Type) -> Function? {
      guard let handle, let symbol = dlsym(handle, name) else { return nil }
      return unsafeBitCast(symbol, to: type)
    }
    resultFunction = find("glassbox_displays_result", as: Represent.self)
    describeFunction = find("glassbox_displays_describe", as: Represent.self)
    commFunction = find("glassbox_displays_comm", as: Receive.self)
  }

  private func text<Value>(of value: Value, from function: Represent) -> String {
    let text = CollectedText()
    let any: Any = value
    withUnsafePointer(to: any) { pointer in
      function(UnsafeRawPointer(pointer), Unmanaged.passUnretained(text).toOpaque()) { context, bytes, count in
        guard let context, let bytes else { return }
        Unmanaged<CollectedText>.fromOpaque(context).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
      }
    }
    return withExtendedLifetime(text) { String(decoding: text.bytes, as: UTF8.self) }
  }

  /// The display message of a cell's result, or `nil` if there is nothing to show.
  func result<Value>(of value: Value) -> String? {
    if let resultFunction {
      let bundle = text(of: value, from: resultFunction)
      guard bundle.hasPrefix("{") else { return nil }
      return bundle == "{}" ? nil : #"{"kind":"result","# + bundle.dropFirst()
    }
    let plain = (value as? String).map { String(reflecting: $0) } ?? String(describing: value)
    return #"{"kind":"result","data":{"text/plain":\#(JSONText.string(plain))},"metadata":{}}"#
  }

  /// What is to be known about a value, in the learner's words.
  struct Description {
    var type: String
    var value: String
    var shape: String
    var bytes: Int
  }

  func description<Value>(of value: Value, type: String) -> Description {
    if let describeFunction {
      let json = text(of: value, from: describeFunction)
      return Description(
        type: JSONText.stringField("type", in: json) ?? type, value: JSONText.stringField("value", in: json) ?? "",
        shape: JSONText.stringField("shape", in: json) ?? "",
        bytes: JSONText.integerField("bytes", in: json) ?? estimatedBytes(of: value))
    }
    let plain = String(reflecting: value)
    let line = plain.prefix { !$0.isNewline }
    let count = (value as? any Collection).map { "\($0.count)" } ?? ""
    return Description(
      type: type, value: line.count > 80 ? line.prefix(79) + "…" : String(line), shape: count,
      bytes: estimatedBytes(of: value))
  }

  func bytes<Value>(of value: Value) -> Int {
    guard let describeFunction else { return estimatedBytes(of: value) }
    return JSONText.integerField("bytes", in: text(of: value, from: describeFunction)) ?? estimatedBytes(of: value)
  }

  /// Passes a comm message on; `false` if nothing takes it.
  func receive(_ message: String) -> Bool {
    guard let commFunction else { return false }
    var message = message
    return message.withUTF8 { commFunction($0.baseAddress, $0.count) } == 0
  }

  private func estimatedBytes<Value>(of value: Value) -> Int {
    func size<Elements: Collection>(_ elements: Elements) -> Int {
      elements.count * MemoryLayout<Elements.Element>.stride
    }
    let own = MemoryLayout<Value>.size
    if let text = value as? String { return own + text.utf8.count }
    guard let elements = value as? any Collection else { return own }
    return own + size(elements)
  }
}
