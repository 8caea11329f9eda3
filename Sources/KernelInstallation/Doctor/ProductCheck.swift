import Foundation

/// Looks for the parts of the kit that must lie beside this program.
struct ProductCheck {
  var surroundings: Surroundings

  func findings() -> [Finding] { [worker(), library()] }

  private let remedy = "Run `make kernel`, which builds every part of the kit."

  private func worker() -> Finding {
    let file = surroundings.neighbour("glassbox-worker")
    return FileManager.default.isExecutableFile(atPath: file.path)
      ? .ok("worker", file.path) : .failure("worker", "\(file.path) is not there", remedy: remedy)
  }

  private func library() -> Finding {
    let subject = "library"
    let file = surroundings.neighbour("libGlassbox.so")
    let module = surroundings.neighbour("Modules/Glassbox.swiftmodule")
    for part in [file, module] where !FileManager.default.fileExists(atPath: part.path) {
      return .failure(subject, "\(part.path) is not there, so `import Glassbox` fails in a cell", remedy: remedy)
    }
    return .ok(subject, file.path)
  }
}
