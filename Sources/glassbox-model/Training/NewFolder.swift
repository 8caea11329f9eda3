import Foundation

/// Makes room for a new model without losing an old one.
enum NewFolder {
  /// Gives a folder another name, the first that is free, and says which.
  static func setAside(_ folder: String) throws {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var number = 1
    while FileManager.default.fileExists(atPath: "\(path).old-\(number)") { number += 1 }
    try FileManager.default.moveItem(atPath: path, toPath: "\(path).old-\(number)")
    Output.note("The model that was in \(path) is now in \(path).old-\(number).")
  }
}
