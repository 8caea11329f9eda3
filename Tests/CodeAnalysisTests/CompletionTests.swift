import Testing

@testable import CodeAnalysis

@Suite("Completion", .timeLimit(.minutes(10)))
struct CompletionTests {
  private let laboratory: Laboratory

  init() throws { laboratory = try Laboratory() }

  @Test("offers the members that begin with what was typed") func members() async throws {
    let list = try await laboratory.completions("var values = [1, 2]\nvalues.app|")
    #expect(list.start == 27)
    #expect(list.end == 30)
    let append = try #require(list.completions.first { $0.text == "append" })
    #expect(append.kind == .function)
    #expect(append.signature.hasPrefix("append(_ newElement: Int)"))
    #expect(append.summary?.isEmpty == false)
    #expect(list.completions.allSatisfy { $0.text.lowercased().hasPrefix("app") })
  }

  @Test("never offers a placeholder") func noPlaceholders() async throws {
    for marked in ["|", "var values = [1]\nvalues.|", "func f(x: Int, y: Int) {}\nf(|", "let s = \"\"\ns.|"] {
      let list = try await laboratory.completions(marked)
      #expect(!list.completions.isEmpty)
      #expect(list.completions.allSatisfy { !$0.text.contains("<#") && !$0.signature.contains("<#") })
      #expect(list.completions.allSatisfy { !$0.text.contains("\n") })
    }
  }

  @Test("counts in bytes after an emoji") func offsets() async throws {
    let text = "let face = \"👩‍🏫\"; let length = 1\nprint(face, leng|"
    let list = try await laboratory.completions(text)
    #expect(list.completions.first?.text == "length")
    #expect(list.end - list.start == 4)
    #expect(list.end == text.utf8.count - 1)
  }

  @Test("puts the session's own names first and hidden ones last") func order() async throws {
    let list = try await laboratory.completions("let printed = 1\nlet x = pri|")
    #expect(list.completions.first?.text == "printed")
    let all = try await laboratory.completions("var values = [1, 2]\nvalues.|")
    let hidden = all.completions.firstIndex { $0.text.hasPrefix("_") } ?? all.completions.endIndex
    #expect(all.completions[hidden...].allSatisfy { $0.text.hasPrefix("_") })
    #expect(all.completions.count <= 200)
  }

  @Test("offers each text once and counts its overloads") func overloads() async throws {
    let list = try await laboratory.completions("func go(_ x: Int) {}\nfunc go(_ x: Double) {}\ng|")
    #expect(list.completions.filter { $0.text == "go" }.count == 1)
    #expect(list.completions.first { $0.text == "go" }?.signature.hasSuffix("(+1 overload)") == true)
    #expect(Set(list.completions.map(\.text)).count == list.completions.count)
  }

  @Test("knows the symbols of earlier cells") func earlierCells() async throws {
    let earlier =
      "let perplexity = 2.5\n/// Halves a loss.\nfunc halved(_ loss: Double) -> Double { loss / 2 }\nstruct Net { var depth = 1 }\n"
    try await laboratory.withModule("Cell3", earlier) { folder in
      let arguments = ["-module-name", "Cell9", "-I", folder]
      let names = try await laboratory.completions("@testable import Cell3\nlet y = perp|", arguments: arguments)
      #expect(names.completions.first?.text == "perplexity")
      #expect(names.completions.first?.signature == "perplexity: Double")
      #expect(names.completions.first?.module == "Cell3")
      let members = try await laboratory.completions("@testable import Cell3\nNet().de|", arguments: arguments)
      #expect(members.completions.first?.text == "depth")
      #expect(members.completions.first?.kind == .property)
      let halved = try await laboratory.inspection("@testable import Cell3\nlet z = hal|ved(1)", arguments: arguments)
      #expect(halved?.declaration == "func halved(_ loss: Double) -> Double")
      #expect(halved?.markdown == "Halves a loss.")
    }
  }

  @Test("offers labels within a call") func labels() async throws {
    let list = try await laboratory.completions("func train(steps: Int, rate: Double) {}\ntrain(steps: 1, ra|")
    #expect(list.completions.first?.text == "rate: ")
    #expect(list.completions.first?.kind == .param)
  }

  @Test("goes through an optional") func optionals() async throws {
    let list = try await laboratory.completions("let name: String? = nil\nname.coun|")
    #expect(list.start == 28)
    #expect(list.completions.first?.text == "?.count")
  }

  @Test("offers modules to import") func modules() async throws {
    let list = try await laboratory.completions("import Foun|")
    #expect(list.completions.contains { $0.text == "Foundation" && $0.kind == .module })
  }

  @Test(
    "keeps silent in comments, strings and numbers",
    arguments: ["// pri|", "/* pri|", "let s = \"pri|\"", "let x = 12|"])
  func inert(_ marked: String) async throws {
    #expect(try await laboratory.completions(marked).completions.isEmpty)
  }

  @Test("works within an interpolation") func interpolation() async throws {
    let list = try await laboratory.completions("let total = 1\nprint(\"sum \\(tot|)\")")
    #expect(list.completions.first?.text == "total")
  }

  @Test("does not mind text that is no Swift", arguments: ["|", "))))|", "\u{0}\u{0}|", "}}}} x.|", "let = = |"])
  func nonsense(_ marked: String) async throws {
    let list = try await laboratory.completions(marked)
    #expect(list.start <= list.end)
  }
}

@Suite("A text with placeholders")
struct PlaceholderTextTests {
  @Test(
    "is inserted up to the first and shown as a declaration",
    arguments: [
      ("append(<#T##newElement: Int##Int#>)", "append", "append(_ newElement: Int) -> Int"),
      ("insert(<#T##newElement: Int##Int#>, at: <#T##Int#>)", "insert", "insert(_ newElement: Int, at: Int) -> Int"),
      ("popLast()", "popLast()", "popLast() -> Int"),
      ("map { <#code#> }", "map", "map { code } -> Int"),
      ("train(steps: <#T##Int#>)", "train", "train(steps: Int) -> Int"),
    ])
  func forms(_ source: String, _ insertable: String, _ signature: String) {
    let text = PlaceholderText(source)
    #expect(text.insertable == insertable)
    #expect(text.signature(kind: .function, type: "Int") == signature)
  }

  @Test("does not mind broken placeholders", arguments: ["<#", "a<#b", "#>", "<##>", ""])
  func broken(_ source: String) {
    #expect(!PlaceholderText(source).signature(kind: .function, type: "").contains("##"))
  }
}
