import Testing

@testable import CodeAnalysis

@Suite("Inspection", .timeLimit(.minutes(10)))
struct InspectionTests {
  private let laboratory: Laboratory

  init() throws { laboratory = try Laboratory() }

  private static let source = """
    /// Doubles a number.
    ///
    /// Use `twice` **often**.
    func twice(_ x: Int, by factor: Int = 2) -> Int { x * factor }
    var values = [1.5, 2.5]

    """

  @Test("shows declaration, type and documentation", arguments: ["twi|ce(3)", "|twice(3)", "twice|(3)"])
  func function(_ marked: String) async throws {
    let found = try #require(try await laboratory.inspection(Self.source + marked))
    #expect(found.name == "twice(_:by:)")
    #expect(found.declaration == "func twice(_ x: Int, by factor: Int = 2) -> Int")
    #expect(found.type == "(Int, Int) -> Int")
    #expect(found.markdown == "Doubles a number.\n\nUse `twice` **often**.")
    #expect(found.documentation == "Doubles a number.\n\nUse twice often.")
    #expect(!found.usr.isEmpty)
  }

  @Test(
    "finds the function of a call that is being typed",
    arguments: ["twice(|", "twice(3, |", "print(twice(3, by: |", "twice(values.count + (1 + |"])
  func callInTheMakingOf(_ marked: String) async throws {
    let found = try #require(try await laboratory.inspection(Self.source + marked))
    #expect(found.declaration.hasPrefix("func twice(_ x: Int, by factor: Int"))
    #expect(found.markdown.hasPrefix("Doubles a number."))
  }

  @Test("shows the type of a variable") func variable() async throws {
    let found = try #require(try await laboratory.inspection(Self.source + "print(val|ues)"))
    #expect(found.declaration == "var values: [Double]")
    #expect(found.type == "[Double]")
  }

  @Test("shows a method of the standard library") func method() async throws {
    let found = try #require(try await laboratory.inspection(Self.source + "values.appe|nd(3)"))
    #expect(found.declaration == "mutating func append(_ newElement: Double)")
    #expect(found.module.hasPrefix("Swift"))
    #expect(found.markdown.contains("Adds a new element at the end of the array."))
  }

  @Test("finds a method although the line does not compile") func methodInABrokenLine() async throws {
    let found = try #require(try await laboratory.inspection("let fixed = [1]\nfixed.appe|nd(3)"))
    #expect(found.declaration.contains("append(_ newElement:"))
  }

  @Test("follows the text as it changes") func changingText() async throws {
    for type in ["Int", "String", "Int"] {
      let found = try await laboratory.inspection("func f() -> \(type)? { nil }\nprint(|f())")
      #expect(found?.declaration == "func f() -> \(type)?")
    }
  }

  @Test(
    "finds nothing where there is nothing", arguments: ["|", "let x = 1 + |", "// twi|ce", "nothing|", "\"twi|ce\""])
  func nothing(_ marked: String) async throws {
    #expect(try await laboratory.inspection(marked) == nil)
  }
}
