import ArgumentParser
import Foundation

/// Another program takes over the process, so that signals, the terminal and the exit status are its own.
enum ProgramChange {
  /// - Throws: `ValidationError` if it cannot be started; else it does not return.
  static func replaceThisProcess(by program: String, _ arguments: [String]) throws {
    // Swift's threads hold signals back, and what a thread holds back a program that takes its place never gets.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    pointers.append(nil)
    execv(program, pointers)
    let reason = String(cString: strerror(errno))
    for pointer in pointers { free(pointer) }
    throw ValidationError("\(program) cannot be started: \(reason).")
  }
}
