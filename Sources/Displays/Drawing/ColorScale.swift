import Glibc

/// The colours of numbers: dark blue for the smallest, yellow for the largest.
///
/// It is the scale "cividis" (Nuñez, Anderton and Renslow, "Optimizing colormaps with consideration for color vision
/// deficiency", 2018): people with any colour vision can tell its colours apart, and it grows brighter steadily, so that it
/// can be read on a light and on a dark page and in print.
package struct ColorScale: Sendable {
  /// The numbers that get the darkest and the brightest colour.
  package let range: ClosedRange<Double>

  package init(_ range: ClosedRange<Double>) { self.range = range }

  /// Five colours of the scale; between them the colour is mixed.
  private static let colors: [(Double, Double, Double)] = [
    (0, 34, 78), (65, 77, 107), (124, 123, 120), (187, 174, 113), (254, 232, 56),
  ]

  /// Where a number stands in the range, from 0 to 1; one half if the range is a single number.
  package func share(_ number: Double) -> Double {
    // Halves, as the difference of two very large numbers may not be a number any more.
    let span = range.upperBound / 2 - range.lowerBound / 2
    return span > 0 ? min(max((number / 2 - range.lowerBound / 2) / span, 0), 1) : 0.5
  }

  /// The colour of a number, in SVG's words.
  package func color(_ number: Double) -> String {
    let (red, green, blue) = mixed(number)
    return "rgb(\(Int(red.rounded())),\(Int(green.rounded())),\(Int(blue.rounded())))"
  }

  /// The colour for words that stand on the colour of a number: black or white, whichever has the greater contrast.
  ///
  /// Both have the same on a ground of luminance 0.179 (Web Content Accessibility Guidelines 2.1, section 1.4.3).
  package func ink(on number: Double) -> String {
    let (red, green, blue) = mixed(number)
    let linear = [red, green, blue].map { part in
      let share = part / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.179 ? "#000000" : "#ffffff"
  }

  private func mixed(_ number: Double) -> (Double, Double, Double) {
    let position = share(number) * Double(ColorScale.colors.count - 1)
    let index = min(Int(position), ColorScale.colors.count - 2)
    let (from, to, part) = (ColorScale.colors[index], ColorScale.colors[index + 1], position - Double(index))
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * part }
    return (mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2))
  }
}
