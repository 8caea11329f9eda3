import ArgumentParser
import Foundation
import KernelInstallation

/// The one place where the command meets the kernel and the engine behind it.
enum KernelLaunch {
  /// Runs a cell for the doctor.
  static let probe: (any CellProbe)? = nil

  /// Serves the front end that wrote the connection file, until it asks for the end.
  static func run(connectionFile: URL) async throws {
    throw ValidationError("This build of glassbox has no kernel.")
  }
}
