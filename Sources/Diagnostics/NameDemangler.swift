import Glibc

/// Turns the names that the compiler gives to functions back into those that a person wrote.
struct NameDemangler: Sendable {
  private typealias Demangle = @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<CChar>?, Int) -> Int

  private let demangle: Demangle

  /// Loads the toolchain's demangler; `nil` if it is not there.
  init?(toolchain: String) {
    // The library stays loaded: it is shared by all demanglers, and what it costs is paid once.
    guard let library = dlopen(toolchain + "/lib/libswiftDemangle.so", RTLD_NOW | RTLD_LOCAL),
      let symbol = dlsym(library, "swift_demangle_getSimplifiedDemangledName")
    else { return nil }
    demangle = unsafeBitCast(symbol, to: Demangle.self)
  }

  /// Returns a name such as `Network.step(_:)`, or `nil` if the compiler did not make the mangled one.
  func readableName(of mangled: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 1_024)
    let length = demangle(mangled, &buffer, buffer.count)
    guard length > 0 else { return nil }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return Self.tidied(String(decoding: bytes, as: UTF8.self))
  }

  /// The name without what the optimiser did to the function, and of an accessor only what it gives access to.
  static func tidied(_ name: String) -> String {
    var name = name[...]
    let prefixes = ["specialized ", "merged ", "partial apply for ", "generic specialization of ", "thunk for "]
    while let prefix = prefixes.first(where: { name.hasPrefix($0) }) { name = name.dropFirst(prefix.count) }
    if name.hasPrefix("closure #"), let found = name.split(separator: " ", maxSplits: 3).dropFirst(3).first {
      return "a closure in " + tidied(String(found))
    }
    let suffixes = [".getter", ".setter", ".modify", ".read", ".get", ".set"]
    if let suffix = suffixes.first(where: { name.hasSuffix($0) }) { name = name.dropLast(suffix.count) }
    return String(name)
  }
}
