/// Why a package cannot be used.
enum PackageError: Error, CustomStringConvertible {
  case stopped
  case notAPackage(String)
  case noProducts(String)
  case unknownProduct(String, available: [String])
  case building(String)

  var description: String {
    switch self {
    case .stopped: "the package build was interrupted"
    case .notAPackage(let folder): "\(folder) is no Swift package: it has no Package.swift."
    case .noProducts(let name): "\(name) offers no library to import."
    case .unknownProduct(let name, let available):
      "there is no product \(name) in this package. It has: \(available.joined(separator: ", "))."
    case .building(let report): "the package cannot be built.\n\(report)"
    }
  }
}
