import FoundationEssentials
import Testing

@testable import Diagnostics

@Suite("The symbolizer")
struct SymbolizerTests {
  private static let source = """
    struct Row {
      var values: [Int]
      func next(_ i: Int) -> Int {
        values[i &+ 1]
      }
      @inline(never) func twice(_ i: Int) -> Int { next(i) &* 2 }
    }
    @inline(never) func open(_ value: Int?) -> Int {
      value!
    }
    print(Row(values: [1]).twice(CommandLine.argc > 5 ? 0 : 3), open(CommandLine.argc > 5 ? 1 : nil))
    """

  @Test("finds reason, place and inlined callers of every trap in a library") func traps() throws {
    try Compiler.withFolder { folder in
      let library = try build(in: folder)
      let symbolizer = Symbolizer(toolchain: try #require(Compiler.toolchain))
      let traces = try trapOffsets(in: library).map {
        try symbolizer.symbolize([CodeAddress(library: library, offset: $0, isReturnAddress: false)])
      }
      let index = try #require(traces.first { $0.reason == "Index out of range" && $0.frames.count == 2 })
      #expect(index.frames.map(\.location.line) == [4, 6])
      #expect(index.frames.map(\.function) == ["next", "Row.twice(_:)"])
      let missing = try #require(traces.first { $0.reason?.contains("found nil") == true })
      #expect(missing.frames.map(\.location.line) == [9])
      #expect(missing.frames.map(\.function) == ["open(_:)"])
      #expect(missing.frames.first?.location.file.hasSuffix("/cell.swift") == true)
    }
  }

  @Test(
    "writes names as a person did",
    arguments: [
      ("specialized Row.next(_:)", "Row.next(_:)"), ("closure #1 in step(_:)", "a closure in step(_:)"),
      ("closure #2 in closure #1 in step(_:)", "a closure in a closure in step(_:)"),
      ("Row.last.getter", "Row.last"), ("subscript.get", "subscript"), ("get", "get"), ("Row.get()", "Row.get()"),
    ])
  func names(_ name: String, _ tidied: String) {
    #expect(NameDemangler.tidied(name) == tidied)
  }

  @Test("looks at the call before the address to return to") func returnAddresses() throws {
    try Compiler.withFolder { folder in
      let library = try build(in: folder)
      let trap = try #require(try trapOffsets(in: library).last)
      let symbolizer = Symbolizer(toolchain: try #require(Compiler.toolchain))
      let exact = try symbolizer.symbolize([CodeAddress(library: library, offset: trap, isReturnAddress: false)])
      let after = try symbolizer.symbolize([CodeAddress(library: library, offset: trap + 1, isReturnAddress: true)])
      #expect(exact == after)
    }
  }

  @Test("answers nothing for a library that is not there") func noLibrary() throws {
    let symbolizer = Symbolizer(toolchain: try #require(Compiler.toolchain))
    let trace = try symbolizer.symbolize([CodeAddress(library: "/no/such.so", offset: 16, isReturnAddress: false)])
    #expect(trace == SymbolizedTrace(reason: nil, frames: []))
  }

  @Test("says so when the tool is missing") func noTool() {
    let symbolizer = Symbolizer(toolchain: "/no/toolchain")
    #expect(throws: ToolError.self) {
      try symbolizer.symbolize([CodeAddress(library: "/no/such.so", offset: 16, isReturnAddress: false)])
    }
  }

  @Test("ends a tool that takes too long or writes too much") func limits() {
    #expect(throws: ToolError.tookTooLong(tool: "/bin/sleep")) {
      try ToolRun.run("/bin/sleep", ["100"], timeout: .milliseconds(50), greatestOutput: 100)
    }
    #expect(throws: ToolError.wroteTooMuch(tool: "/usr/bin/yes")) {
      try ToolRun.run("/usr/bin/yes", [], timeout: .seconds(60), greatestOutput: 100_000)
    }
  }

  private func build(in folder: URL) throws -> String {
    let source = folder.appending(path: "cell.swift")
    let library = folder.appending(path: "libCell.so").path
    try Self.source.write(to: source, atomically: true, encoding: .utf8)
    let object = folder.appending(path: "cell.o").path
    let compiled = try Compiler.run(
      "swift-frontend",
      [
        "-frontend", "-c", "-primary-file", source.path, "-module-name", "Cell", "-O", "-gline-tables-only",
        "-entry-point-function-name", "cell_main", "-o", object,
      ])
    try #require(compiled.exitStatus == 0)
    let linked = try Compiler.run("ld.lld", ["-shared", object, "-o", library])
    try #require(linked.exitStatus == 0)
    return library
  }

  /// The offsets of the instructions with which compiled code traps.
  private func trapOffsets(in library: String) throws -> [UInt64] {
    let listing = try Compiler.run("llvm-objdump", ["--disassemble", "--no-show-raw-insn", library]).output
    return String(decoding: listing, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasSuffix("ud2") || $0.contains("\tbrk\t") }
      .compactMap { $0.split(separator: ":").first }
      .compactMap { UInt64($0.filter { !$0.isWhitespace }, radix: 16) }
  }
}
