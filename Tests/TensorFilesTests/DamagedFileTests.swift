import Testing

@testable import TensorFiles

/// Thousands of damaged headers, the same in every run: each is refused with an error, or is a header after all, and then
/// everything that the checks promise holds. A trap would end the test run.
@Suite("Damaged files") struct DamagedFileTests {
  @Test("Damaged headers of safetensors", arguments: 0..<4 as Range<UInt64>)
  func safetensors(block: UInt64) throws {
    let bytes = try Fixture.bytes("formats.safetensors")
    let headerEnd = 8 + (Int(bytes[0]) | Int(bytes[1]) << 8)
    let header = Array(bytes[8..<headerEnd])
    var (refused, accepted) = (0, 0)
    for seed in block * 2000..<(block + 1) * 2000 {
      do {
        let header = try SafetensorsHeader(
          parsing: damaged(header, seed: seed), dataByteCount: bytes.count - headerEnd, path: "file")
        checkPromises(header, dataByteCount: bytes.count - headerEnd)
        accepted += 1
      } catch is TensorFileError {
        refused += 1
      }
    }
    #expect(refused > 1000)
    #expect(accepted > 10)
  }

  private func checkPromises(_ header: SafetensorsHeader, dataByteCount: Int) {
    #expect(Set(header.entries.map(\.name)).count == header.entries.count)
    var end = 0
    for entry in header.entries {
      #expect(entry.range.lowerBound == end)
      #expect(entry.range.count == entry.shape.reduce(entry.format.byteCount, *))
      end = entry.range.upperBound
    }
    #expect(end == dataByteCount)
  }

  @Test("Damaged files of safetensors, the length of the header included")
  func safetensorsFiles() throws {
    let bytes = try Fixture.bytes("formats.safetensors")
    let folder = try TemporaryFolder()
    var refused = 0
    for seed in 0..<500 as Range<UInt64> {
      // Half of the damages hit the length and the first few bytes.
      let damage = seed % 2 == 0 ? damaged(bytes, seed: seed) : damaged(Array(bytes[..<16]), seed: seed) + bytes[16...]
      let path = try folder.write(damage, to: "file")
      do {
        let file = try SafetensorsFile(path: path)
        for name in file.names { _ = try file[name].doubles() }
      } catch is TensorFileError {
        refused += 1
      }
    }
    #expect(refused > 200)
  }

  @Test("Files that end too early, at any byte")
  func shortFiles() throws {
    let folder = try TemporaryFolder()
    for name in ["formats.safetensors", "float16-big-fortran.npy"] {
      let bytes = try Fixture.bytes(name)
      for count in bytes.indices {
        let path = try folder.write(bytes[..<count], to: "file")
        #expect(throws: TensorFileError.self) {
          if name.hasSuffix(".npy") { _ = try NumPyFile(path: path) } else { _ = try SafetensorsFile(path: path) }
        }
      }
    }
  }

  @Test("Damaged headers of NumPy")
  func numPyHeaders() {
    let headers = [
      "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3, 4), }                   \n",
      "{\"shape\": (3L,), \"fortran_order\": True, \"descr\": \"|b1\"}\n",
      "{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (), }\n",
    ]
    var (refused, accepted) = (0, 0)
    for header in headers {
      for seed in 0..<2000 as Range<UInt64> {
        var parser = NumPyHeaderParser(bytes: damaged(Array(header.utf8), seed: seed))
        do {
          let header = try parser.parse()
          #expect(header.shape.allSatisfy { $0 >= 0 } && header.shape.count <= 64)
          accepted += 1
        } catch {
          #expect(error is NumPyProblem)
          refused += 1
        }
      }
    }
    #expect(refused > 2000)
    #expect(accepted > 50)
  }

  @Test("Damaged files of NumPy")
  func numPyFiles() throws {
    let bytes = try Fixture.bytes("int16-big-fortran.npy")
    let folder = try TemporaryFolder()
    var refused = 0
    for seed in 0..<500 as Range<UInt64> {
      let path = try folder.write(damaged(bytes, seed: seed), to: "file")
      do {
        let array = try NumPyFile(path: path).array
        #expect(try array.doubles().count == array.shape.reduce(1, *))
      } catch is TensorFileError {
        refused += 1
      }
    }
    #expect(refused > 200)
  }

  @Test("Damaged indices")
  func indices() throws {
    let bytes = try Fixture.bytes("sharded/model.safetensors.index.json")
    let folder = try TemporaryFolder()
    var refused = 0
    for seed in 0..<1000 as Range<UInt64> {
      let path = try folder.write(damaged(bytes, seed: seed), to: "file")
      do {
        let index = try SafetensorsIndex(path: path)
        #expect(index.tensors.keys.allSatisfy { !$0.contains("/") })
      } catch is TensorFileError {
        refused += 1
      }
    }
    #expect(refused > 200)
  }
}
