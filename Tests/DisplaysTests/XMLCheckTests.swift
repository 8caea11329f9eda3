import DrawingChecks
import Testing

@Suite("The check of XML finds mistakes") struct XMLCheckTests {
  @Test(arguments: ["<a b=\"c\">d &lt; e<f/></a>", "<a/>"])
  func accepts(document: String) throws { _ = try XMLCheck(document) }

  @Test(arguments: [
    "", "text", "<a>", "<a></b>", "<a/><a/>", "<a b=c/>", "<a b=\"1\" b=\"2\"/>", "<a>&</a>", "<a>1 < 2</a>",
    "<a b=\"<\"/>", "<a>\u{1}</a>", "<a></a>text",
  ])
  func rejects(document: String) { #expect(throws: XMLCheck.Mistake.self) { try XMLCheck(document) } }
}
