/// What was wrong with a folder that holds one or more files of safetensors.
public enum FolderProblem: Error, Equatable, Sendable {
  case nothingFound(wanted: [String])
  case invalidIndex(line: Int, column: Int, expectation: String)
  case indexTooLong(byteCount: Int, limit: Int)
  case noWeightMap
  case duplicateName
  case unsafeShardName(String)
  case missingShard(String)
  case notInShard(String)
}
