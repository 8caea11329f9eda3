import Foundation
import JupyterKernel
import KernelInstallation
import SwiftNotebook

/// The one place where the command meets the kernel and the engine behind it.
enum KernelLaunch {
  /// Runs a cell for the doctor.
  static let probe: (any CellProbe)? = SessionProbe()

  /// Serves the front end that wrote the connection file, until it asks for the end.
  static func run(connectionFile: URL) async throws {
    try await JupyterKernel.KernelCommand.run(NotebookLanguage(), connectionFile: connectionFile.path)
  }
}

/// Runs a few cells in a session of their own.
struct SessionProbe: CellProbe {
  func run() async throws -> CellTimings {
    let probe = try await EngineProbe.run()
    return CellTimings(
      start: probe.start, firstCell: probe.firstCell, warmCell: probe.warmCell, sameCellAgain: probe.sameCellAgain)
  }
}
