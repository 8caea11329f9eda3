import FoundationEssentials
import Glibc
import JupyterProtocol

/// The command line by which Jupyter starts a kernel: a program, `-f`, and the path of a connection file.
public enum KernelCommand {
  /// Runs a kernel until it is asked to end.
  ///
  /// - Parameter path: The connection file.
  public static func run(_ language: any Language, connectionFile path: String) async throws(KernelStartError) {
    let json: Data
    do {
      json = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw .cannotRead(path: path, reason: reason(of: error))
    }
    let connection: ConnectionFile
    do {
      connection = try ConnectionFile(json: Array(json))
    } catch {
      throw .connection(path: path, error)
    }
    try await Kernel(language: language, connection: connection).run()
  }

  /// Runs a kernel from a program's arguments, and ends the program: with status 0 after an orderly end, with status 1
  /// and a sentence on standard error when the kernel could not start.
  public static func main(_ language: any Language, arguments: [String] = CommandLine.arguments) async -> Never {
    do {
      guard let flag = arguments.firstIndex(of: "-f"), arguments.indices.contains(flag + 1) else {
        throw KernelStartError.noConnectionFile
      }
      try await run(language, connectionFile: arguments[flag + 1])
      exit(0)
    } catch {
      KernelLog(name: language.information.implementation).note(String(describing: error))
      exit(1)
    }
  }

  private static func reason(of error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile: "there is no such file"
    case .fileReadNoPermission: "this user may not read it"
    default: String(describing: error)
    }
  }
}
