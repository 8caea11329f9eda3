import Displays
import Testing

@testable import Charts

@Suite("Colours") struct ColorTests {
  @Test("The colours of series stand out from a white and from a black page", arguments: SeriesStyle.colors)
  func series(color: String) {
    for ground in ["#ffffff", "#111111"] { #expect(contrast(color, ground) >= 3, "\(color) on \(ground)") }
  }

  @Test("No two of 36 series look the same, and no two of six have the same dashes or shape")
  func looks() {
    let styles = (0..<36).map(SeriesStyle.init)
    #expect(Set(styles.map { "\($0.color) \($0.dashes)" }).count == 36)
    #expect(Set(styles.prefix(6).map(\.dashes)).count == 6)
    #expect(Set(styles.prefix(6).map(\.marker)).count == 6)
    #expect(Set(styles.prefix(8).map(\.glyph)).count == 8)
  }

  @Test("Numbers in fields can be read on each colour of the scale")
  func ink() {
    let scale = ColorScale(0...1)
    for number in stride(from: 0.0, through: 1, by: 0.01) {
      #expect(contrast(scale.color(number), scale.ink(on: number)) >= 4.5, "\(number)")
    }
  }

  @Test("The scale grows brighter from the smallest to the largest number")
  func brightness() {
    let scale = ColorScale(-2...5)
    let steps = stride(from: -2.0, through: 5, by: 0.25).map { contrast(scale.color($0), "#000000") }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
    #expect(scale.color(-3) == scale.color(-2))
    #expect(ColorScale(1...1).color(1) == "rgb(124,123,120)")
  }

  @Test("A page of another brightness changes the ground and the words together")
  func page() {
    let svg = LineChart([1, 2]).svg
    #expect(svg.contains("--ground:var(--jp-layout-color0,#ffffff);--text:var(--jp-content-font-color1,#212121)"))
    #expect(svg.contains("@media (prefers-color-scheme:dark){.glassbox{--ground:var(--jp-layout-color0,#111111);"))
    for (words, ground) in [
      ("#212121", "#ffffff"), ("#545454", "#ffffff"), ("#e6e6e6", "#111111"), ("#bdbdbd", "#111111"),
    ] {
      #expect(contrast(words, ground) >= 7)
    }
  }
}
