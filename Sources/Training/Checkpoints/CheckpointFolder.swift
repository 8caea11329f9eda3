import Files
import Glibc

/// A folder of checkpoints, `step-20`, `step-40`, …: each is there as a whole or not at all.
///
/// A checkpoint is written under another name and renamed once it is on the disk. What a kill leaves half written is
/// removed by the next save.
package struct CheckpointFolder {
  let path: String
  private static let unfinished = ".unfinished-step-"

  package init(path: String) { self.path = path }

  /// The steps of which there are checkpoints, the last one first.
  package var steps: [Int] { names.compactMap(Self.step).sorted(by: >) }

  func path(of step: Int) -> String { "\(path)/step-\(step)" }

  /// Writes a checkpoint, and puts it in the place of one of the same step.
  func write(_ step: Int, _ files: (_ folder: String) throws -> Void) throws {
    try WholeFile.makeFolder(path)
    for name in names where name.hasPrefix(Self.unfinished) { remove(name) }
    let temporary = "\(path)/\(Self.unfinished)\(step)"
    try WholeFile.makeFolder(temporary)
    do { try files(temporary) } catch {
      // On a full disk the half of a checkpoint would be in the way of what makes room.
      remove("\(Self.unfinished)\(step)")
      throw error
    }
    // A folder that holds something cannot be replaced, but the two can change places at once.
    if rename(temporary, self.path(of: step)) != 0 {
      guard exchange(temporary, self.path(of: step)) else {
        throw FileError(path: self.path(of: step), .cannotWrite(code: errno))
      }
      remove("\(Self.unfinished)\(step)")
    }
    sync()
  }

  /// Removes all checkpoints but the last ones and the best.
  func prune(keeping count: Int, best: Int?) {
    for step in steps.dropFirst(count) where step != best { remove("step-\(step)") }
  }

  /// Moves all checkpoints into the folder `earlier`, in place of those that were set aside before.
  func setAside() throws {
    let steps = steps
    guard !steps.isEmpty else { return }
    let earlier = CheckpointFolder(path: "\(path)/earlier")
    for step in earlier.steps { earlier.remove("step-\(step)") }
    try WholeFile.makeFolder(earlier.path)
    for step in steps where rename(self.path(of: step), earlier.path(of: step)) != 0 {
      throw FileError(path: earlier.path(of: step), .cannotWrite(code: errno))
    }
  }

  private var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  /// The number in `step-20`, if it is written as it is here.
  private static func step(_ name: String) -> Int? {
    guard name.hasPrefix("step-"), let step = Int(name.dropFirst(5)), step >= 0, name == "step-\(step)" else {
      return nil
    }
    return step
  }

  /// Removes a checkpoint's folder with the files that checkpoints have, and nothing else.
  private func remove(_ name: String) {
    let folder = CheckpointFolder(path: "\(path)/\(name)")
    for file in folder.names where file != "." && file != ".." { unlink("\(folder.path)/\(file)") }
    rmdir(folder.path)
  }

  /// The new name survives a power failure once the folder is on the disk.
  private func sync() {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}

/// Lets two folders change places in one act. Swift's module of the C library lacks the function, so it is looked up.
private func exchange(_ first: String, _ second: String) -> Bool {
  typealias Rename = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
  guard let symbol = dlsym(nil, "renameat2") else {
    errno = ENOSYS
    return false
  }
  let exchanging: UInt32 = 2
  return unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, first, AT_FDCWD, second, exchanging) == 0
}
