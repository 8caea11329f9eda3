import Foundation
import Testing

@testable import Displays

@Suite("A drawing in a page") struct DrawingPageTests {
  private let svg = Drawing(title: "a & b", words: "Says \"hello\".", width: 10, height: 10).svg("<text>word</text>")

  @Test("It stands in the page, and as an image for a page that takes drawings out")
  func bothForms() throws {
    let page = Drawing.page(svg, words: "Says \"hello\".")
    #expect(page.contains("hidden=\"hidden\">\(svg)</div>"))
    let data = try #require(page.firstMatch(of: /src="data:image\/svg\+xml;base64,([^"]*)"/)).1
    #expect(Data(base64Encoded: String(data)) == Data(svg.utf8))
    #expect(page.contains("alt=\"Says &quot;hello&quot;.\""))
  }

  /// What JupyterLab does with outputs that it does not trust: style sheets go with all that is in them, of other elements that
  /// it does not know only the words stay.
  @Test("Without its style sheet the words of the drawing are hidden, and the image is not")
  func untrusted() throws {
    let page = Drawing.page(svg, words: "words")
    let rest = page.replacing(/<style>.*?<\/style>/, with: "")
      .replacing(/<\/?(svg|title|desc|rect|text)[^>]*>/, with: "")
    let hidden = try #require(rest.firstMatch(of: /<div [^>]* hidden="hidden">(.*?)<\/div>/))
    #expect(hidden.1.contains("word"))
    #expect(rest.replacing(hidden.0, with: "").hasPrefix("<img class=\"glassbox-still\" src=\"data:image/svg+xml;"))
  }
}
