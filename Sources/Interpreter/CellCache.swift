import Foundation

/// Keeps what the compiler has made, across sessions, under a key that stands for everything that went in.
struct CellCache: Sendable {
  /// The folder of the cache.
  let folder: String
  /// The most bytes to keep.
  let limit: Int

  /// The cache in `GLASSBOX_CACHE`, or in the user's cache folder.
  static func located(environment: [String: String]) -> CellCache {
    let folder: String
    if let path = environment["GLASSBOX_CACHE"], !path.isEmpty {
      folder = path
    } else if let path = environment["XDG_CACHE_HOME"], !path.isEmpty {
      folder = path + "/glassbox"
    } else {
      folder = (environment["HOME"] ?? "/tmp") + "/.cache/glassbox"
    }
    return CellCache(folder: folder, limit: 1 << 30)
  }

  private var cells: String { folder + "/cells" }

  func entry(_ key: String) -> String { "\(cells)/\(key.prefix(2))/\(key)" }

  /// The folder of an entry that is whole, or `nil`.
  func find(_ key: String) -> String? {
    let path = entry(key)
    guard access(path + "/complete", R_OK) == 0 else { return nil }
    // The time of the last use decides what goes first when the cache is full.
    utimes(path + "/complete", nil)
    return path
  }

  /// A new folder to work in, on the same file system as the entries.
  func makeWorkFolder() throws -> String {
    let path = "\(cells)/work-\(getpid())-\(UInt64.random(in: .min ... .max))"
    try makeFolder(path)
    return path
  }

  /// Writes the text for the compiler to a place that stays, so that notes of later cells can point into it.
  func writeSource(_ text: String, name: String, key: String) throws -> String {
    let folder = entry(key) + ".source"
    let path = "\(folder)/\(name)"
    if access(path, R_OK) == 0 { return path }
    try makeFolder(folder)
    let fresh = "\(path).\(getpid()).\(UInt64.random(in: .min ... .max))"
    try write(Array(text.utf8), to: fresh)
    guard rename(fresh, path) == 0 else {
      throw InterpreterError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
    return path
  }

  /// Makes a finished work folder the entry for a key. If another session was quicker, its entry stays.
  func publish(_ work: String, as key: String) throws -> String {
    let path = entry(key)
    try makeFolder("\(cells)/\(key.prefix(2))")
    try write([], to: work + "/complete")
    if rename(work, path) != 0 {
      guard find(key) != nil else {
        try? FileManager.default.removeItem(atPath: path)
        guard rename(work, path) == 0 else {
          throw InterpreterError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
        }
        return path
      }
      try? FileManager.default.removeItem(atPath: work)
    }
    return path
  }

  func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if errno == ENOENT, parent != path {
      try makeFolder(parent)
      if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    }
    throw InterpreterError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw InterpreterError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        throw InterpreterError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
      }
    }
  }

  static func reason(of error: any Error) -> String {
    let error = error as NSError
    if let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError, cause.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(cause.code)))
    }
    return error.localizedDescription
  }

  /// Removes the entries that were not used for the longest time until the rest fits, and what dead sessions left.
  func trim() {
    let manager = FileManager.default
    var entries: [(path: String, used: Int, size: Int)] = []
    for prefix in (try? manager.contentsOfDirectory(atPath: cells)) ?? [] {
      let path = "\(cells)/\(prefix)"
      if prefix.hasPrefix("work-") {
        let owner = prefix.split(separator: "-").dropFirst().first.flatMap { pid_t($0) } ?? 0
        if owner > 0 && kill(owner, 0) != 0 && errno == ESRCH { try? manager.removeItem(atPath: path) }
        continue
      }
      for key in (try? manager.contentsOfDirectory(atPath: path)) ?? [] where !key.hasSuffix(".source") {
        var size = 0
        for file in (try? manager.contentsOfDirectory(atPath: "\(path)/\(key)")) ?? [] {
          var information = stat()
          if stat("\(path)/\(key)/\(file)", &information) == 0 { size += Int(information.st_size) }
        }
        var information = stat()
        let used = stat("\(path)/\(key)/complete", &information) == 0 ? Int(information.st_mtim.tv_sec) : 0
        entries.append((path: "\(path)/\(key)", used: used, size: size))
      }
    }
    var total = entries.reduce(0) { $0 + $1.size }
    for entry in entries.sorted(by: { $0.used < $1.used }) where total > limit {
      try? manager.removeItem(atPath: entry.path)
      try? manager.removeItem(atPath: entry.path + ".source")
      total -= entry.size
    }
  }
}
