import Files

/// A file that a package of the system brings.
struct SystemFile {
  let path: String
  let package: String

  init(_ path: String, package: String) { (self.path, self.package) = (path, package) }

  var isThere: Bool { WholeFile.exists(path) }

  /// The text of the file, unpacked if it is packed.
  /// - Throws: ``CorpusError`` with the line that installs the package, if it is not there; else as
  ///   ``Corpus/init(file:)`` does.
  func text() throws -> String {
    guard isThere else { throw CorpusError.missingPackage(package, file: path) }
    return try Corpus.text(file: path)
  }

  func bytes(limit: Int) throws -> [UInt8] {
    guard isThere else { throw CorpusError.missingPackage(package, file: path) }
    return try WholeFile.bytes(path, limit: limit)
  }
}
