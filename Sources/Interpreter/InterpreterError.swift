import Foundation

/// What keeps the interpreter from doing its work. Mistakes in a learner's code are no such errors.
public enum InterpreterError: Error, Sendable, Equatable {
  case missingTool(String, path: String)
  case missingPart(String, path: String)
  case cannotStart(program: String, reason: String)
  case cannotWrite(path: String, reason: String)
  case internalFailure(String)
}

extension InterpreterError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingTool(let name, let path):
      "The \(name) is missing: \(path) cannot be read. Install a Swift 6.2 or newer toolchain from swift.org, or set GLASSBOX_TOOLCHAIN to the folder of one."
    case .missingPart(let name, let path):
      "The \(name) is missing: \(path) cannot be read. Run `make kernel`, which builds every part of Glassbox."
    case .cannotStart(let program, let reason):
      "\(program) cannot be started: \(reason)."
    case .cannotWrite(let path, let reason):
      "\(path) cannot be written: \(reason). "
        + (reason == String(cString: strerror(ENOSPC))
          ? "Free some space or set GLASSBOX_CACHE to a folder with space."
          : "Set GLASSBOX_CACHE to a folder that can be written.")
    case .internalFailure(let what):
      "Glassbox met a situation that it does not know: \(what)."
    }
  }
}
