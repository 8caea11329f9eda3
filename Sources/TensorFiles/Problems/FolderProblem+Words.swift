extension FolderProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothingFound(let wanted):
      "There is no model in this folder: neither \(wanted.joined(separator: " nor ")). "
        + "A file of another name opens with SafetensorsFile."
    case .invalidIndex(let line, let column, let expectation):
      "The index is not as it should be, in line \(line), column \(column): expected \(expectation.shortened)."
    case .indexTooLong(let byteCount, let limit):
      "The index has \(byteCount) bytes, and at most \(limit) are read."
    case .noWeightMap: "The index has no 'weight_map', which tells the file of each tensor."
    case .duplicateName: "The index names this tensor twice."
    case .unsafeShardName(let name):
      "The index says that it lies in '\(name.shortened)', and only the plain name of a file in the same folder is allowed."
    case .missingShard(let name):
      "The index names the file '\(name.shortened)', which is not in the folder. Was the model downloaded whole?"
    case .notInShard(let name):
      "The index says that it lies in '\(name.shortened)', and that file does not have it. Do the files belong together?"
    }
  }
}
