import FoundationEssentials
import Testing

@testable import Diagnostics

@Suite("The names of the library")
struct LibraryNamesTests {
  @Test("are those that its modules declare in no type")
  func complete() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let umbrella = try String(contentsOf: sources.appending(path: "Glassbox/Glassbox.swift"), encoding: .utf8)
    let modules = umbrella.matches(of: /@_exported import (\w+)/).map { String($0.1) }
    #expect(modules.count > 10)
    var declared: Set<String> = []
    for module in modules {
      let folder = sources.appending(path: module)
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        declared.formUnion(text.matches(of: Self.declaration).map { String($0.1) })
      }
    }
    #expect(Set(LibraryNames.all).subtracting(declared).sorted() == [], "These are gone.")
    #expect(declared.subtracting(LibraryNames.all).sorted() == [], "These are new.")
    #expect(LibraryNames.all == LibraryNames.all.sorted())
  }

  private static var declaration: some RegexComponent<(Substring, Substring)> {
    /(?m)^(?:@\w+(?:\([^)]*\))? )*public (?:final |indirect )?(?:struct|class|enum|protocol|func|actor|typealias|let|var|macro) (\w+)/
  }

  @Test(
    "tell what a misspelt call means",
    arguments: [
      ("sofmax", "softmax"), ("Tensr", "Tensor"), ("tensor", "Tensor"), ("cross_entropy", "crossEntropy"),
      ("concat", "concatenated"), ("LayerNormalization", "LayerNorm"), ("gpt", "GPT"), ("layernorm", "layerNorm"),
      ("Embeding", "Embedding"), ("AutoModelForCausal", "AutoModelForCausalLM"),
    ])
  func misspelt(_ name: String, _ meant: String) {
    #expect(LibraryNames.nearest(to: name, isCalled: true) == meant)
  }

  @Test(
    "say nothing about what is more likely a variable",
    arguments: ["loss", "model", "layer", "score", "batch", "text", "x", "token", "data", "schedule"])
  func variable(_ name: String) {
    #expect(LibraryNames.nearest(to: name, isCalled: false) == nil)
  }
}
