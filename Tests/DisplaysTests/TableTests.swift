import Testing

@testable import Displays

@Suite("Collections of like things are tables") struct TableTests {
  struct City {
    var name: String
    var people: Int?
  }

  @Test("An array of structures has a column for each property")
  func structures() {
    let cities = [City(name: "Ulm", people: 126_000), City(name: "Köln", people: nil)]
    let expected = """
      name    people
      ──────  ──────
      "Ulm"   126000
      "Köln"     nil
      """
    #expect(text(of: cities) == expected)
    let markup = html(of: cities)
    #expect(markup?.contains(#"<th style="text-align: right">people</th>"#) == true)
    #expect(markup?.contains(#"<td style="text-align: left">&quot;Köln&quot;</td>"#) == true)
  }

  @Test("A long name of parts may be broken behind a point, and nothing else is")
  func longNames() {
    let names = ["blocks.0.feedForward.activation", "layers.0", "A sentence. And one more. And one more."]
    let table = ValueTable(columns: ["layer"], rows: names.map { [$0] }, isNumeric: [false])
    #expect(table.html.contains(">blocks.<wbr>0.<wbr>feedForward.<wbr>activation</td>"))
    #expect(table.html.contains(">layers.0</td>") && table.html.contains(">\(names[2])</td>"))
    #expect(table.text.contains(names[0]))
  }

  @Test("An array of dictionaries has a column for each key")
  func dictionaries() {
    #expect(text(of: [["a": 1], ["a": 3, "b": 4]]) == "a  b\n─  ─\n1\n3  4")
  }

  @Test("An array of arrays of numbers is a grid")
  func grid() {
    #expect(text(of: [[1, 20], [300, 4]]) == "  1  20\n300   4")
    #expect(html(of: [[1, 20], [300, 4]])?.contains("<thead>") == false)
    #expect(text(of: [[1], [2, 3]]) == "1\n2  3")
    #expect(text(of: [["a"], ["b"]]) == #"[["a"], ["b"]]"#)
  }

  @Test("A dictionary of three entries and more is a table, its text one line")
  func dictionary() {
    #expect(text(of: ["a": 1, "b": 2, "c": 3]) == #"["a": 1, "b": 2, "c": 3]"#)
    #expect(html(of: ["a": 1, "b": 2, "c": 3])?.contains("<th style=\"text-align: left\">key</th>") == true)
    #expect(html(of: ["a": 1]) == nil)
  }

  @Test("Many rows and many columns are cut and counted")
  func elision() {
    let points = (0..<1_000).map { Point(x: $0, y: 0) }
    #expect(text(of: points).hasSuffix("\n… 980 more rows"))
    #expect(text(of: points).split(separator: "\n").count == 2 + 20 + 1)
    let wide = Array(repeating: Array(0..<100), count: 3)
    #expect(text(of: wide).hasSuffix("  …\n… 84 more columns"))
    #expect(html(of: wide)?.contains("… 84 more columns") == true)
  }

  @Test(
    "Numbers in a table have six significant digits",
    arguments: [
      (1.0 / 3, "0.333333"), (0.5, "0.5"), (1234567.891, "1234567.9"), (-2.0 / 3, "-0.666667"), (.infinity, "inf"),
      (12345.678, "12345.7"), (.nan, "nan"), (100, "100.0"),
    ])
  func digits(number: Double, text: String) {
    #expect(ValueTable([(1, number), (2, number)])?.rows.first?.last == text)
    #expect(ValueTable([(1, Float(0.1)), (2, 0.2)])?.rows.first?.last == "0.1")
  }

  @Test("One structure and structures with one property stay text")
  func noTable() {
    struct Single { var value = 1 }
    #expect(html(of: [Point(x: 1, y: 2)]) == nil)
    #expect(html(of: [Single(), Single()]) == nil)
    #expect(html(of: [1, 2, 3]) == nil)
    #expect(html(of: ["a", "b"]) == nil)
  }

  @Test("Hostile values cannot leave their cell of the table")
  func escaping() throws {
    let attack = "</td><script>alert('1')</script>\u{0}"
    let markup = try #require(html(of: [City(name: attack, people: 1), City(name: "b", people: 2)]))
    #expect(!markup.contains("<script"))
    #expect(!markup.contains("\u{0}"))
    #expect(markup.contains("&lt;/td&gt;&lt;script&gt;alert(&#39;1&#39;)"))
    let keys = try #require(html(of: [["<b>": 1], ["<b>": 2]]))
    #expect(keys.contains("&lt;b&gt;</th>"))
  }

  @Test("A table brings no colours of its own, so that it fits light and dark pages")
  func theme() throws {
    let markup = try #require(html(of: (0..<30).map { Point(x: $0, y: 0) }))
    #expect(markup.contains("var(--jp-ui-font-color2, gray)"))
    #expect(
      !markup.contains("#fff") && !markup.contains("#000") && !markup.contains("black") && !markup.contains("white"))
  }
}
