import FoundationEssentials
import Testing

@testable import Displays

@Suite("Forms of a display") struct DisplayTests {
  @Test(
    "Each wrapper shows its form and a text",
    arguments: [
      (HTML("<i>a</i>", text: "a") as any Displayable & Sendable, MIMEType.html, Display.Content.text("<i>a</i>"), "a"),
      (SVG("<svg/>", text: "empty"), .svg, .text("<svg/>"), "empty"),
      (Markdown("**a**"), .markdown, .text("**a**"), "**a**"),
      (LaTeX("x^2"), .latex, .text("$\\displaystyle x^2$"), "x^2"), (LaTeX("$y$"), .latex, .text("$y$"), "$y$"),
      (JSON.array([1, "a"]), .json, .json([1, "a"]), #"[1,"a"]"#),
      (VegaLite(["mark": "line"]), .vegaLite, .json(["mark": "line"]), "Vega-Lite chart"),
      (PNG(Data([1])), .png, .data(Data([1])), "PNG picture, 1 byte"),
      (JPEG(Data([1, 2])), .jpeg, .data(Data([1, 2])), "JPEG picture, 2 bytes"),
    ] as [(any Displayable & Sendable, MIMEType, Display.Content, String)])
  func wrappers(value: any Displayable & Sendable, type: MIMEType, content: Display.Content, text: String) {
    let display = Display(of: value)
    #expect(display[type] == content)
    #expect(display.text == text)
    #expect(display.contents.count == 2)
  }

  @Test("Names of the forms are those of Jupyter")
  func names() {
    #expect(MIMEType.vegaLite.rawValue == "application/vnd.vegalite.v5+json")
    #expect(MIMEType.svg.rawValue == "image/svg+xml")
    #expect(MIMEType.plainText.rawValue == "text/plain")
  }

  @Test("Bytes travel in base64, JSON as JSON")
  func transport() {
    let display = Display.png(Data([0, 255]), text: "dots").adding(.json, .json(["a": nil]))
    #expect(display.dataJSON == ["text/plain": "dots", "image/png": "AP8=", "application/json": ["a": nil]])
    #expect(display.metadataJSON == [:])
  }

  @Test("Data that holds a picture is a picture")
  func pictures() {
    let png = Display(of: pngHeader(width: 4, height: 100))
    #expect(png.text == "PNG picture, 260 × 100 pixels, 24 bytes")
    #expect(png[.png] == .data(pngHeader(width: 4, height: 100)))
    #expect(png.metadataJSON == ["image/png": ["width": 260, "height": 100]])
    let jpeg = Display(of: jpegHeader)
    #expect(jpeg.text == "JPEG picture, 256 × 40 pixels, 24 bytes")
    #expect(jpeg[.jpeg] == .data(jpegHeader))
  }

  @Test("Data that only begins like a picture is data", arguments: [0, 4, 8, 12, 16, 20, 23])
  func truncatedPictures(length: Int) {
    #expect(ImageHeader(pngHeader(width: 1, height: 1).prefix(length)) == nil)
    #expect(ImageHeader(jpegHeader.prefix(min(length, 17))) == nil)
    #expect(text(of: pngHeader(width: 1, height: 1).prefix(length)) == "Data (\(length) bytes)")
  }

  @Test("A slice of data is read from its own start")
  func slicedPicture() {
    let data = (Data([1, 2, 3]) + pngHeader(width: 1, height: 2)).dropFirst(3)
    #expect(ImageHeader(data)?.height == 2)
  }

  @Test("Escaping keeps every character visible")
  func escaping() {
    #expect(HTML.escaped(#"<a href="x">'&'</a>"#) == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
    #expect(HTML.escaped("a\u{1B}\nb") == "a␛\nb")
  }

  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 kB"), (1_250, "1.3 kB"), (99_949, "99.9 kB"),
    (123_456, "123 kB"), (999_999, "1 MB"), (40_000_000_000, "40 GB"), (Int.max, "9223372 TB"),
  ])
  func byteCounts(bytes: Int, expected: String) { #expect(ByteCount(bytes).description == expected) }
}
