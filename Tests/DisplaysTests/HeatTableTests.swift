import Testing

@testable import Displays

@Suite("A table of shares") struct HeatTableTests {
  private func table(_ count: Int) -> HeatTable {
    let names = (0..<count).map { "w\($0)" }
    return HeatTable(
      corner: "after", rows: names, columns: names,
      shares: names.map { _ in Array(repeating: 0.5, count: count) })
  }

  @Test("leaves out columns in the middle that have no room, and says so", arguments: [24, 40, 60])
  func narrow(width: Int) {
    let lines = table(12).text(width: width).split(separator: "\n")
    #expect(lines.dropLast().allSatisfy { $0.count <= width })
    #expect(lines[0].hasPrefix("after    w0") && lines[0].hasSuffix("w11"))
    #expect(lines[0].contains("…"))
    #expect(lines.last?.hasSuffix(" of 12 columns are not shown.") == true)
  }

  @Test("stays whole where there is room") func wide() {
    #expect(!table(12).text(width: 80).contains("not shown"))
    #expect(table(1).text(width: 8).contains("0.50"))
  }
}
