import FoundationEssentials

/// The usual displays. Each takes the rich form and the text that stands in for it where only text can be shown.
extension Display {
  /// Plain text.
  public static func text(_ text: String) -> Display { Display().adding(.plainText, .text(text)) }

  /// HTML. Escape what you did not write yourself with ``HTML/escaped(_:)``.
  public static func html(_ markup: String, text: String) -> Display { .text(text).adding(.html, .text(markup)) }

  /// Markdown, which reads well as text.
  public static func markdown(_ source: String, text: String? = nil) -> Display {
    .text(text ?? source).adding(.markdown, .text(source))
  }

  /// A formula in LaTeX, with or without its dollar signs.
  public static func latex(_ formula: String, text: String? = nil) -> Display {
    let isDelimited = formula.hasPrefix("$") || formula.hasPrefix("\\begin") || formula.hasPrefix("\\[")
    let source = isDelimited ? formula : "$\\displaystyle \(formula)$"
    return .text(text ?? formula).adding(.latex, .text(source))
  }

  /// A drawing in SVG.
  public static func svg(_ drawing: String, text: String) -> Display { .text(text).adding(.svg, .text(drawing)) }

  /// A picture in PNG.
  public static func png(_ data: Data, text: String? = nil) -> Display { picture(data, .png, text) }

  /// A picture in JPEG.
  public static func jpeg(_ data: Data, text: String? = nil) -> Display { picture(data, .jpeg, text) }

  /// JSON, which JupyterLab shows as a tree.
  public static func json(_ value: JSON, text: String? = nil) -> Display {
    .text(text ?? value.text.shortened(to: 400)).adding(.json, .json(value))
  }

  /// A chart: a specification for [Vega-Lite](https://vega.github.io/vega-lite/) 5.
  public static func vegaLite(_ specification: JSON, text: String) -> Display {
    .text(text).adding(.vegaLite, .json(specification))
  }

  private static func picture(_ data: Data, _ type: MIMEType, _ text: String?) -> Display {
    let header = ImageHeader(data)
    let size: JSON? = header.map { ["width": .integer($0.width), "height": .integer($0.height)] }
    let name = type == .png ? "PNG" : "JPEG"
    let caption = header?.caption(bytes: data.count) ?? "\(name) picture, \(ByteCount(data.count))"
    return .text(text ?? caption).adding(type, .data(data), metadata: size)
  }
}
