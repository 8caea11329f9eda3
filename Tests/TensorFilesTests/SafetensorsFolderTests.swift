import Testing

@testable import TensorFiles

@Suite("Folders of safetensors") struct SafetensorsFolderTests {
  @Test("Each tensor is found in its file")
  func shards() throws {
    let model = try SafetensorsFolder(path: Fixture.path("sharded"))
    #expect(model.names == ["embedding.bias", "embedding.weight", "head.weight"])
    #expect(model.contains("head.weight"))
    #expect(!model.contains("head"))
    #expect(try model["embedding.weight"].floats() == [0, 1, 2, 3, 4, 5])
    #expect(try model["head.weight"].format == .bfloat16)
    #expect(try model["head.weight"].floats() == [0, 1, 2, 3])
    #expect(throws: TensorFileError(file: model.path, .noSuchTensor(name: "x", known: model.names))) { try model["x"] }
  }

  @Test("A folder with one file needs no index")
  func singleFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.bytes("formats.safetensors"), to: "model.safetensors")
    let model = try SafetensorsFolder(path: folder.path)
    #expect(model.names.count == 16)
    #expect(try model["scalar"].floats() == [42])
  }

  @Test("A folder without a model is told what is missing")
  func nothing() throws {
    let folder = try TemporaryFolder()
    let wanted = ["model.safetensors.index.json", "model.safetensors"]
    #expect(throws: TensorFileError(file: folder.path, .folder(.nothingFound(wanted: wanted)))) {
      try SafetensorsFolder(path: folder.path)
    }
  }

  /// Opens a folder with this index and one shard, `a.safetensors`, which has the tensor `scalar`.
  private func refused(_ index: String) throws -> TensorFileError? {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.bytes("formats.safetensors"), to: "a.safetensors")
    try folder.write(index.utf8, to: SafetensorsFolder.indexName)
    do {
      _ = try SafetensorsFolder(path: folder.path)
      return nil
    } catch let error as TensorFileError {
      return error
    }
  }

  @Test(
    "An index that leads nowhere, or out of the folder",
    arguments: [
      (#"{"weight_map":{"scalar":"b.safetensors"}}"#, nil, .missingShard("b.safetensors")),
      (#"{"weight_map":{"weight":"a.safetensors"}}"#, "weight", .notInShard("a.safetensors")),
      (#"{"weight_map":{"scalar":"../a.safetensors"}}"#, "scalar", .unsafeShardName("../a.safetensors")),
      (#"{"weight_map":{"scalar":"/etc/passwd"}}"#, "scalar", .unsafeShardName("/etc/passwd")),
      (#"{"weight_map":{"scalar":"x/../a.safetensors"}}"#, "scalar", .unsafeShardName("x/../a.safetensors")),
      (#"{"weight_map":{"scalar":".."}}"#, "scalar", .unsafeShardName("..")),
      (#"{"weight_map":{"scalar":""}}"#, "scalar", .unsafeShardName("")),
      (#"{"weight_map":{"scalar":"a.safetensors\u0000b"}}"#, "scalar", .unsafeShardName("a.safetensors\0b")),
      (#"{"weight_map":{"scalar":"a.safetensors","scalar":"a.safetensors"}}"#, "scalar", .duplicateName),
      (#"{"metadata":{"total_size":0}}"#, nil, .noWeightMap),
      (#"[]"#, nil, .invalidIndex(line: 1, column: 1, expectation: "'{'")),
      ("{\n\"weight_map\":[]}", nil, .invalidIndex(line: 2, column: 14, expectation: "'{'")),
      (
        #"{"weight_map":{"a":1}}"#, nil, .invalidIndex(line: 1, column: 20, expectation: "the name of a file in quotes")
      ),
      (#"{"weight_map":{},"weight_map":{}}"#, nil, .invalidIndex(line: 1, column: 31, expectation: "one weight_map")),
      (#"{"weight_map":{}} x"#, nil, .invalidIndex(line: 1, column: 19, expectation: "the end of the text")),
    ] as [(String, String?, FolderProblem)])
  func wrongIndex(index: String, tensor: String?, problem: FolderProblem) throws {
    let error = try refused(index)
    #expect(error?.problem == .folder(problem))
    #expect(error?.tensor == tensor)
  }

  @Test("Other members of an index are passed over")
  func otherMembers() throws {
    #expect(try refused(#"{"metadata":[{"x":null}],"weight_map":{"scalar":"a.safetensors"},"y":1}"#) == nil)
  }
}
