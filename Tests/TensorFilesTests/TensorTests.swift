import Tensors
import Testing

@testable import TensorFiles

/// Tensors in files, there and back.
@Suite("Tensors in files") struct TensorTests {
  static let samples = [
    Tensor([[1.5, -2], [0, .infinity]]), Tensor([0.1, 3e300], dtype: .double),
    Tensor([-1, 1 << 60], shape: [2], dtype: .int),
    Tensor([[true], [false]]), Tensor(7), Tensor.zeros([0, 3]), Tensor.arange(6).reshaped(to: [2, 3]).transposed(),
    Tensor.arange(10).sliced(2..., by: 3),
  ]

  @Test("What was saved is loaded again", arguments: samples.indices, ["a.npy", "a.safetensors"])
  func roundTrip(number: Int, name: String) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/\(name)"
    let tensor = TensorTests.samples[number]
    try tensor.save(to: path)
    #expect(try Tensor.load(path) == tensor)
  }

  @Test("What NumPy and PyTorch wrote, whatever the format", arguments: StoredFormat.allCases)
  func formats(format: StoredFormat) throws {
    let array = try StoredArray(shape: [2], format: format, bytes: Array(repeating: 0, count: 2 * format.byteCount))
    let tensor = try Tensor(array)
    #expect(tensor == Tensor.zeros([2], dtype: tensor.dtype))
    switch format {
    case .float64: #expect(tensor.dtype == .double)
    case .float32, .float16, .bfloat16: #expect(tensor.dtype == .float)
    case .bool: #expect(tensor.dtype == .bool)
    default: #expect(tensor.dtype == .int)
    }
    #expect(try Tensor(array, dtype: .float) == Tensor.zeros([2]))
  }

  @Test("Less precision rounds to the nearest number")
  func rounding() throws {
    let folder = try TemporaryFolder()
    // A float16 has eleven digits in base 2: 2049 lies between 2048 and 2050, halfway, and goes to the even one.
    try Tensor([1, 2049, 0.1]).save(to: "\(folder.path)/a.npy", format: .float16)
    #expect(try Tensor.load("\(folder.path)/a.npy") == Tensor([1, 2048, 0.099_975_586]))
    try Tensor.save(
      ["x": Tensor([257]), "i": Tensor(indices: [257])], to: "\(folder.path)/b.safetensors", format: .bfloat16)
    #expect(try Tensor.loadAll("\(folder.path)/b.safetensors") == ["x": Tensor([256]), "i": Tensor(indices: [257])])
  }

  @Test("A file of safetensors may have any name, and what is no file is called none")
  func names() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/state"
    try Tensor.save(["x": Tensor([1])], to: path)
    #expect(try Tensor.loadAll(path) == ["x": Tensor([1])])
    let error = #expect(throws: TensorFileError.self) { try Tensor.loadAll("\(folder.path)/none") }
    #expect("\(try #require(error))".contains("No such file"))
  }

  @Test("One of several by its name, and all of a folder")
  func several() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/model.safetensors"
    try Tensor.save(["a": Tensor(1), "b": Tensor(2)], to: path, metadata: ["format": "pt", "by": "me"])
    #expect(try Tensor.load(path, named: "b") == Tensor(2))
    #expect(try Tensor.loadAll(folder.path) == ["a": Tensor(1), "b": Tensor(2)])
    #expect(try SafetensorsFile(path: path).metadata["by"] == "me")
    let error = #expect(throws: TensorFileError.self) { try Tensor.load(path) }
    #expect(error?.description.contains("There are 2 tensors in the file; say which one by its name") == true)
  }

  @Test("What cannot be is refused with a sentence")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let wrongKind = #expect(throws: TensorFileError.self) { try Tensor(3).save(to: "\(folder.path)/a.txt") }
    #expect(wrongKind?.description.contains("told by the end of its name, which is .npy or .safetensors") == true)
    let wrongFormat = #expect(throws: TensorFileError.self) { try StoredArray(Tensor(indices: [1]), format: .float16) }
    #expect(wrongFormat?.description.contains("stored as int64 cannot be stored as float16") == true)
    #expect(throws: TensorFileError.self) { try StoredArray(Tensor([1.5]), format: .int8) }
    let floats = try StoredArray(Tensor([1.5]))
    #expect(throws: TensorFileError.self) { try Tensor(floats, dtype: .int) }
  }

  @Test("The tensor that is read shares nothing with the one that was written")
  func values() throws {
    var tensor = Tensor([1, 2])
    let array = try StoredArray(tensor)
    tensor[0] = Tensor(5)
    #expect(try Tensor(array) == Tensor([1, 2]))
  }
}
