import Foundation
import Glibc
import NeuralNetworks
import Randomness
import Tensors
import Testing

@testable import Training

@Suite("Checkpoints") struct CheckpointTests {
  private let folder = TemporaryFolder()

  @Test("A kill at any moment leaves the last whole checkpoint", arguments: 0..<6)
  func kill(run: Int) async throws {
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let loop = try Tiny.loop(Tiny.model(), Tiny.settings(100_000, folder: path))
      loop.settings.checkpointInterval = 1
      loop.settings.schedule = ConstantSchedule(0.001)
      var generator = SystemRandomNumberGenerator()
      let delay = UInt32.random(in: 20_000..<200_000, using: &generator)
      Thread.detachNewThread {
        while access("\(path)/step-1", F_OK) != 0 { usleep(500) }
        usleep(delay)
        Glibc.kill(getpid(), SIGKILL)
      }
      try loop.run()
    }
    let steps = CheckpointFolder(path: path).steps
    let last = try #require(steps.first)
    let resumed = Tiny.model(seed: 8)
    let loop = try Tiny.loop(resumed, Tiny.settings(last, folder: path))
    loop.settings.schedule = ConstantSchedule(0.001)
    try loop.resume()
    #expect(loop.step == last)
    // It is what a training without a break has at this step.
    let whole = Tiny.model()
    let other = try Tiny.loop(whole, Tiny.settings(last))
    other.settings.schedule = ConstantSchedule(0.001)
    try other.run()
    #expect(resumed.state == whole.state)
  }

  private func saved() throws -> (TrainingLoop<TokenBatch>, String) {
    let loop = try Tiny.loop(Tiny.model(), Tiny.settings(3, folder: folder.path))
    try loop.run()
    return (loop, "\(folder.path)/step-3")
  }

  @Test(
    "A folder that is wrong is an error, and the training stays as it is",
    arguments: ["model.safetensors", "optimizer.safetensors", "training.json"])
  func hostile(file: String) throws {
    let (loop, path) = try saved()
    let (model, optimizer) = (loop.model.state, loop.optimizer.state)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)"))
    var generator = RandomGenerator(seed: 2)
    var broken: [Data] = [Data(), Data([0xFF]), Data(Array("{}".utf8)), bytes.prefix(bytes.count / 2)]
    for _ in 0..<20 {
      var copy = bytes
      copy[generator.integer(below: min(bytes.count, 300))] = UInt8(generator.integer(below: 256))
      broken.append(copy)
    }
    for (number, data) in broken.enumerated() {
      try data.write(to: URL(fileURLWithPath: "\(path)/\(file)"))
      if number < 4 {
        #expect(throws: (any Error).self) { try loop.resume() }
        #expect(loop.step == 3 && loop.model.state == model && loop.optimizer.state == optimizer)
      } else {
        // A changed digit may still be a checkpoint; nothing may end the process.
        _ = try? loop.resume()
        try loop.optimizer.load(optimizer)
        try loop.model.load(model)
        loop.step = 3
      }
    }
    try FileManager.default.removeItem(atPath: "\(path)/\(file)")
    #expect(throws: (any Error).self) { try loop.resume() }
  }

  @Test("A broken checkpoint is passed over for the one before")
  func passesOver() throws {
    let loop = try Tiny.loop(Tiny.model(), Tiny.settings(4, folder: folder.path))
    loop.settings.checkpointInterval = 2
    try loop.run()
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: "\(folder.path)/step-4/model.safetensors"))
    try loop.resume()
    #expect(loop.step == 2)
  }

  @Test("A training that begins anew is gone on with itself, and not the longer one that was in its folder")
  func beginsAnew() throws {
    let long = try Tiny.loop(Tiny.model(), Tiny.settings(30, folder: folder.path))
    long.settings.checkpointInterval = 10
    try long.run()
    #expect(CheckpointFolder(path: folder.path).steps == [30, 20])
    let model = Tiny.model(seed: 5)
    let short = try Tiny.loop(model, Tiny.settings(6, folder: folder.path))
    short.settings.checkpointInterval = 2
    try short.run()
    #expect(CheckpointFolder(path: folder.path).steps == [6, 4])
    #expect(CheckpointFolder(path: "\(folder.path)/earlier").steps == [30, 20])
    let resumed = Tiny.model(seed: 6)
    let loop = try Tiny.loop(resumed, Tiny.settings(6, folder: folder.path))
    try loop.resume()
    #expect(loop.step == 6 && resumed.state == model.state)
  }

  @Test("A checkpoint that could not be written leaves nothing half done, and the one before as it was")
  func cannotBeWritten() throws {
    let checkpoints = CheckpointFolder(path: folder.path)
    try checkpoints.write(1) { try Data([1]).write(to: URL(fileURLWithPath: "\($0)/model.safetensors")) }
    struct Full: Error {}
    #expect(throws: Full.self) {
      try checkpoints.write(2) { folder in
        try Data([2]).write(to: URL(fileURLWithPath: "\(folder)/model.safetensors"))
        throw Full()
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["step-1"])
  }

  @Test("An empty folder, another model and other settings are told by words")
  func words() throws {
    let empty = try Tiny.loop(Tiny.model(), Tiny.settings(3, folder: folder.path))
    #expect(throws: TrainingError.noCheckpoint(folder: folder.path)) { try empty.resume() }
    let (loop, path) = try saved()
    loop.settings.accumulation = 2
    #expect(
      throws: TrainingError.otherTraining(file: "\(path)/training.json", field: "accumulation", found: 1, wanted: 2)
    ) { try loop.resume() }
  }
}
