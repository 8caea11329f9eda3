/// A package that is built and can be loaded.
struct InstalledPackage: Sendable, Equatable {
  var library: String
  var modules: [String]
  /// Arguments with which the compiler finds the modules.
  var flags: [String]
}
