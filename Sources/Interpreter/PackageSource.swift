/// Where a package comes from.
enum PackageSource: Sendable, Equatable {
  case folder(String)
  case remote(address: String, version: String)

  static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 1)[0].split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  /// The name by which SwiftPM knows the package.
  var identity: String {
    let path: String
    switch self {
    case .folder(let folder): path = folder
    case .remote(let address, _): path = address
    }
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return (last.hasSuffix(".git") ? String(last.dropLast(4)) : last)
  }

  /// The line for `Package.swift`.
  var dependency: String {
    switch self {
    case .folder(let folder): ".package(path: \(folder.swiftLiteral))"
    case .remote(let address, let version): ".package(url: \(address.swiftLiteral), from: \(version.swiftLiteral))"
    }
  }
}
