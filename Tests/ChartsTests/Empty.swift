import Displays
import Charts
import ComputationGraphs
import Foundation
import Testing

@Test func preview() throws {
  var all: [(String, any Displayable, String)] = []
  func add(_ name: String, _ c: some Chart) { all.append((name, c, c.svg)); print("=== \(name)\n\(c.text(width: 80))\n"); print(c.words) }
  let losses = (0..<2000).map { 4.2 * exp(-Double($0) / 300) + 1.6 + 0.2 * sin(Double($0)) }
  add("line", LineChart(losses, title: "loss", x: "step"))
  add("lines", LineChart(["training": [4.1, 2.6, 2.2, .nan, 2.0, 1.9], "validation": [4.2, 2.9, 2.5, 2.45, 2.5, 2.6]], title: "loss of a small GPT", x: "epoch", y: "nats per character"))
  add("log", LineChart(["SGD": losses.map { $0 - 1.3 }, "Adam": losses.map { ($0 - 1.3) / 10 }, "none": [0, -1]], title: "on a log axis", x: "step", scale: .logarithmic))
  add("six", LineChart((0..<7).map { k in Series("series number \(k)", (0..<30).map { Double($0 * k) }) }, title: "seven lines"))
  add("scatter", ScatterChart((0..<30).map { [cos(Double($0)) * Double($0), sin(Double($0)) * Double($0)] }, labels: (0..<30).map { "word\($0)" }, groups: (0..<30).map { ["animals", "numbers", "colours"][$0 % 3] }, title: "word vectors"))
  add("dense", ScatterChart((0..<60).map { [Double($0 % 8) / 100, Double($0 % 7) / 100] }, labels: (0..<60).map { "label \($0)" }))
  add("bars", BarChart(["cat": 0.62, "dog": 0.3, "seven": 0.08, "猫": 0.004], title: "the next token"))
  add("bars2", BarChart(["up": 3, "down": -2, "a rather long name of a bar": 1.5, "nan": .nan]))
  var numbers: [Double] = []
  for i in 0..<5000 { var sum = -6.0; for k in 0..<12 { let n: Int = (i * i * 7919 + k * i * 104729 + k * 31) % 1000; sum += Double(n) / 1000 }; numbers.append(sum) }
  add("hist", Histogram(numbers, title: "weights"))
  add("heat", HeatMap([[0.9, 0.1, -0.2], [0.4, 0.6, .nan]], rows: ["the", "cat"], columns: ["the", "cat", "sat on it"], title: "scores"))
  add("heatbig", HeatMap((0..<200).map { r in (0..<300).map { c in sin(Double(r) / 20) * cos(Double(c) / 30) } }, title: "positions"))
  let tokens = ["[CLS]", "the", "cat", "sat", "on", "the", "mat", ".", "[SEP]"]
  var weights: [[Double]] = []
  for r in 0..<9 { var raw: [Double] = []; for c in 0..<9 { let n: Int = (r * 5 + c * 3) % 7; raw.append(c <= r ? exp(Double(n) / 2) : 0) }; let sum = raw.reduce(0, +); weights.append(raw.map { $0 / sum }) }
  add("attention", AttentionMap(weights, tokens: tokens, title: "layer 3, head 2"))
  add("heat30", HeatMap((0..<30).map { r in (0..<30).map { c in Double(r * c) } }, rows: (0..<30).map { "token\($0)" }, columns: (0..<30).map { "token\($0)" }, title: "30 by 30"))
  add("strip", TokenStrip(["The", " cat", " sat", " on", " the", " mat", ".", "\n", "今天", "天气", "很", "好", " unbelievably", " long"], ids: [464, 3797, 3332, 319, 262, 2603, 13, 198, 20015, 25465, 36181, 25001, 48943, 890], title: "GPT-2's tokens"))
  add("strip2", TokenStrip((0..<60).map { " token\($0 * $0)" }, scores: (0..<60).map { Double($0 % 9) }))
  add("tree", ProbabilityTree("The", [Branch(" cat", 0.6, [Branch(" sat", 0.5, [Branch(" down", 0.9), Branch(" on", 0.1)]), Branch(" ran", 0.2)]), Branch(" dog", 0.4, [Branch(" ran", 0.9)])], title: "beam search, width 3"))
  var points: [[Double]] = []
  func score(_ p: [Double], _ c: Int) -> Double { let a = Double(c) * 2.1; let dx = p[0] - cos(a) * 2; let dy = p[1] - sin(a) * 2; return -dx * dx - dy * dy }
  for i in 0..<60 { let a = Double(i % 3) * 2.1, t = Double(i); points.append([cos(a) * 2 + sin(t * 1.7), sin(a) * 2 + cos(t * 2.3)]) }
  add("boundary", DecisionBoundary(points: points, classes: (0..<60).map { $0 % 3 }, names: ["first", "second", "third"], title: "three classes") { places in places.map { p in [score(p, 0), score(p, 1), score(p, 2)] } })
  let flow = Diagram.flow("input", "embedding", "encoder", "decoder", "output")
  all.append(("flow", flow, flow.svg)); print(flow)
  var branching = Diagram.flow("text", "pre-training", "model")
  branching.connect("model", to: "fine-tuning", "direct use")
  branching.connect("fine-tuning", to: "classifier", "chat")
  all.append(("branch", branching, branching.svg)); print(branching)
  add("empty", LineChart([Double]()))
  add("emptyheat", HeatMap([]))
  add("emptybar", BarChart([], labels: []))
  var page = "<html><head><meta charset=utf-8></head><body style='background:PAGE'>"
  for (name, _, svg) in all {
    page += "<div>\(svg)</div><br>"
    try svg.write(toFile: "/tmp/pv/\(name).svg", atomically: true, encoding: .utf8)
    print(name, svg.utf8.count)
  }
  try page.replacingOccurrences(of: "PAGE", with: "#ffffff").write(toFile: "/tmp/pv/light.html", atomically: true, encoding: .utf8)
  try page.replacingOccurrences(of: "PAGE", with: "#111111").write(toFile: "/tmp/pv/dark.html", atomically: true, encoding: .utf8)
}
