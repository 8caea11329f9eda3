import Glibc

/// Runs a program to its end.
enum Subprocess {
  struct NotStarted: Error {}

  static func run(_ executable: String, _ arguments: [String]) throws -> Int32 {
    var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var processID: pid_t = 0
    guard posix_spawn(&processID, executable, nil, nil, words, environ) == 0 else { throw NotStarted() }
    var status: Int32 = 0
    while waitpid(processID, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
