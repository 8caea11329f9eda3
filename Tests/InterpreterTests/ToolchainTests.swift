import Interpreter
import Testing

@Suite("The toolchain")
struct ToolchainTests {
  @Test("the toolchain whose libraries run here is found whole")
  func located() throws {
    let toolchain = try Toolchain.located(environment: [:])
    #expect(throws: Never.self) { try toolchain.check() }
  }

  @Test("a folder without a toolchain is refused with the missing part")
  func missing() {
    #expect(throws: InterpreterError.missingTool("Swift compiler", path: "/nonexistent/bin/swift-frontend")) {
      try Toolchain.located(environment: ["GLASSBOX_TOOLCHAIN": "/nonexistent"])
    }
  }
}
