import Foundation
import Testing

@Suite("Packages")
struct PackageTests {
  /// A package with a target in Swift and one in C.
  private static func makePackage() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      // swift-tools-version: 5.9
      import PackageDescription
      let package = Package(
        name: "Shapes",
        products: [.library(name: "Shapes", targets: ["Shapes"]), .library(name: "CShapes", targets: ["CShapes"])],
        targets: [.target(name: "Shapes", dependencies: ["CShapes"]), .target(name: "CShapes")])
      """, to: "Shapes/Package.swift")
    try folder.write(
      """
      import CShapes
      public struct Square: CustomStringConvertible {
        public var side: Int
        public init(side: Int) { self.side = side }
        public var area: Int { Int(c_square(Int32(side))) }
        public var description: String { "Square of \\(side)" }
      }
      """, to: "Shapes/Sources/Shapes/Square.swift")
    try folder.write("int c_square(int side);\n", to: "Shapes/Sources/CShapes/include/CShapes.h")
    try folder.write(
      "#include \"CShapes.h\"\nint c_square(int side) { return side * side; }\n", to: "Shapes/Sources/CShapes/square.c")
    return folder
  }

  @Test("a package in a folder is built, imported, and found by the next session")
  func install() async throws {
    let folder = try Self.makePackage()
    let cache = try TemporaryFolder()
    for _ in 0..<2 {
      try await TestSession.with(environment: ["GLASSBOX_CACHE": cache.path], directory: folder.path) { session in
        await session.run("let kept = 1")
        let ran = await session.run("%install Shapes")
        #expect(ran.isSuccess, "\(ran.report)")
        #expect(ran.text.contains("import Shapes"), "\(ran.text)")
        #expect(await session.run("import Shapes\nlet s = Square(side: 3)\ns.area").value == "9")
        #expect(await session.run("s").value?.contains("Square of 3") == true)
        let c = await session.run("import CShapes\nc_square(4) + Int32(kept)")
        #expect(c.value == "17", "\(c.report)")
        await session.killWorker()
        _ = await session.run("1")
        #expect(await session.run("Square(side: 5).area").value == "25")
      }
    }
  }

  @Test("an interrupt ends a build, and the next attempt succeeds")
  func interrupted() async throws {
    let folder = try Self.makePackage()
    let cache = try TemporaryFolder()
    try await TestSession.with(environment: ["GLASSBOX_CACHE": cache.path], directory: folder.path) { session in
      let cell = session.start("%install Shapes")
      try await Task.sleep(for: .milliseconds(700))
      session.session.interrupt()
      #expect(await cell.value.isInterrupted)
      #expect(await session.run("%install Shapes Shapes").isSuccess)
      #expect(await session.run("import Shapes\nSquare(side: 2).area").value == "4")
    }
  }

  @Test("mistakes are explained")
  func mistakes() async throws {
    let folder = try Self.makePackage()
    try folder.write("let broken: Int = \"text\"\n", to: "Shapes/Sources/Shapes/Broken.swift")
    try await TestSession.with(directory: folder.path) { session in
      #expect(await session.run("%install").report.contains("needs a folder or an address"))
      #expect(await session.run("%install Nowhere").report.contains("is no Swift package"))
      #expect(await session.run("%install Shapes Circles").report.contains("There is no product Circles") == false)
      #expect(await session.run("%install Shapes Circles").report.contains("no product Circles"))
      #expect(await session.run("%install https://example.invalid/x").report.contains("needs a version"))
      let broken = await session.run("%install Shapes")
      #expect(broken.report.contains("cannot convert value of type 'String'"), "\(broken.report)")
    }
  }
}
