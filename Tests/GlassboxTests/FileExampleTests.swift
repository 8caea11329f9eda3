import Foundation
import Glassbox
import Testing

/// The examples that turn what is in files into tensors.
@Suite("The examples of files") struct FileExampleTests {
  @Test("Tensors and stored arrays")
  func stored() throws {
    let words = try StoredArray(shape: [2, 3], floats: [1, 2, 3, 4, 5, 6], format: .bfloat16)
    #expect(try Tensor(words) == Tensor([[1, 2, 3], [4, 5, 6]]))
    let half = try StoredArray(Tensor([[1, 2], [3, 4]]), format: .float16)
    #expect(half.byteCount == 8)
  }

  @Test("Tensors in files")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "glassbox-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Tensor([[1, 2], [3, 4]]).save(to: "\(folder)/scores.npy")
    #expect(try Tensor.load("\(folder)/scores.npy") == Tensor([[1, 2], [3, 4]]))
    let tensors = ["weight": Tensor([[1, 2], [3, 4]]), "bias": Tensor([0, 0, 1])]
    try Tensor.save(tensors, to: "\(folder)/weights.safetensors")
    let weights = try Tensor.loadAll("\(folder)/weights.safetensors")
    #expect(weights["bias"] == Tensor([0, 0, 1]))
  }
}
