import Foundation

extension Drawing {
  /// The drawing for a page, and for programs that show SVG alone.
  package static func display(_ svg: String, words: String, text: String) -> Display {
    .html(page(svg, words: words), text: text).adding(.svg, .text(svg))
  }

  /// The drawing in the page itself, where it knows the colours of the theme and can be scrolled if the page is too narrow.
  ///
  /// JupyterLab does not trust the outputs of a notebook that somebody else has run: it takes style sheets and drawings out,
  /// and would leave the bare words of the drawing. So the drawing is hidden until a style sheet shows it, and an image stands
  /// in its place where there is none. It takes `hidden` out too if it has no value.
  package static func page(_ svg: String, words: String) -> String {
    let image = Data(svg.utf8).base64EncodedString()
    return """
      <style>.glassbox-live{display:block!important}.glassbox-still{display:none!important}</style>\
      <div class="glassbox-live" style="display:none;overflow-x:auto" hidden="hidden">\(svg)</div>\
      <img class="glassbox-still" src="data:image/svg+xml;base64,\(image)" alt="\(HTML.escaped(words))">
      """
  }
}
