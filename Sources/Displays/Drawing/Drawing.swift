/// The frame of every drawing in SVG: its size, its colours, and its words for those who do not see it.
package struct Drawing {
  /// What the drawing is called; a pointer that rests on it shows this.
  package var title: String
  /// What there is to see, in sentences.
  package var words: String
  package var width: Double
  package var height: Double
  /// Where the corner at the top left lies in the drawing's own numbers.
  package var origin = 0.0

  package init(title: String, words: String, width: Double, height: Double, origin: Double = 0) {
    self.title = title
    self.words = words
    self.width = width
    self.height = height
    self.origin = origin
  }

  /// The whole document around the shapes.
  package func svg(_ shapes: String) -> String {
    let name = HTML.escaped(title.label(length: Drawing.longestTitle))
    let box = "\(origin.short) \(origin.short) \(width.short) \(height.short)"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" class="glassbox" width="\(width.short)" \
      height="\(height.short)" viewBox="\(box)" font-family="sans-serif"><title>\(name)</title>\
      <desc>\(HTML.escaped(words))</desc><style>\(Paint.rules)</style><rect x="\(origin.short)" y="\(origin.short)" \
      width="\(width.short)" height="\(height.short)" rx="4" \(Paint.ground.fill)/>\(shapes)</svg>
      """
  }

  private static let longestTitle = 80
}
