import Displays
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("What models look like") struct ModelShowingTests {
  @Test("A table of layers, of repeated blocks the first one")
  func table() {
    #expect(
      "\(SmallGPT())" == """
        SmallGPT: 3,664 parameters, 14.7 kB
        layer                            kind              parameters                 count     memory
        ───────────────────────────────  ────────────────  ─────────────────────────  ─────  ─────────
        tokens                           Embedding         weight [65, 8]               520     2.1 kB
        positions                        LearnedPositions  weight [64, 8]               512       2 kB
        blocks.0.attentionNorm           LayerNorm         weight [8], bias [8]          16   64 bytes
        blocks.0.attention.projection    Linear            weight [24, 8], bias [24]    216  864 bytes
        blocks.0.attention.output        Linear            weight [8, 8], bias [8]       72  288 bytes
        blocks.0.feedForwardNorm         LayerNorm         weight [8], bias [8]          16   64 bytes
        blocks.0.feedForward.up          Linear            weight [32, 8], bias [32]    288     1.2 kB
        blocks.0.feedForward.activation  GELU
        blocks.0.feedForward.down        Linear            weight [8, 32], bias [8]     264     1.1 kB
        blocks.1 … blocks.2              2 like blocks.0                              1,744       7 kB
        norm                             LayerNorm         weight [8], bias [8]          16   64 bytes
        head                             Linear            weight = tokens.weight
        """)
  }

  @Test("A layer alone, one without parameters, and frozen ones")
  func small() {
    let layer = Linear(2, 3)
    let text = """
      Linear: 9 parameters, 36 bytes
      layer   kind    parameters               count    memory
      ──────  ──────  ───────────────────────  ─────  ────────
      itself  Linear  weight [3, 2], bias [3]      9  36 bytes
      """
    #expect("\(layer)" == text)
    layer.weight.isTrainable = false
    #expect("\(layer)".hasPrefix("Linear: 9 parameters, 36 bytes; 3 of them learn\n"))
    layer.convert(to: .double)
    #expect("\(layer)".hasPrefix("Linear: 9 parameters, 72 bytes; 3 of them learn\n"))
    #expect("\(ReLU())".hasPrefix("ReLU: 0 parameters, 0 bytes\n"))

  }

  @Test("Two blocks that are alike, and one that is not")
  func folding() {
    func block(_ hidden: Int) -> Sequential { Sequential(Linear(2, hidden), Tanh(), Linear(hidden, 2)) }
    let names = ModelTable(Sequential(block(4), block(4), block(5), block(5), block(5))).rows.map(\.name)
    #expect(names == ["0.0", "0.1", "0.2", "1", "2.0", "2.1", "2.2", "3 … 4"])
  }

  @Test("The shape after each layer")
  func summary() {
    let model = SmallGPT()
    #expect(
      "\(model.summary(Tensor([[1, 2, 3]], dtype: .int)))" == """
        SmallGPT: 3,664 parameters
        layer                            kind              result        parameters
        ───────────────────────────────  ────────────────  ────────────  ──────────
        input                                              [1, 3]
        tokens                           Embedding         [1, 3, 8]            520
        positions                        LearnedPositions  [1, 3, 8]            512
        blocks.0.attentionNorm           LayerNorm         [1, 3, 8]             16
        blocks.0.attention.projection    Linear            [1, 3, 24]           216
        blocks.0.attention.weights                         [1, 2, 3, 3]
        blocks.0.attention.output        Linear            [1, 3, 8]             72
        blocks.0.feedForwardNorm         LayerNorm         [1, 3, 8]             16
        blocks.0.feedForward.up          Linear            [1, 3, 32]           288
        blocks.0.feedForward.activation  GELU              [1, 3, 32]
        blocks.0.feedForward.down        Linear            [1, 3, 8]            264
        blocks.1 … blocks.2              2 like blocks.0                      1,744
        norm                             LayerNorm         [1, 3, 8]             16
        head                             Linear            [1, 3, 65]
        result                           SmallGPT          [1, 3, 65]
        """)
  }

  @Test("Of a model with several inputs, each parameter counted once")
  func closure() {
    let block = TransformerBlock(.originalDecoder(features: 8, heads: 2))
    let summary = block.summary { _ = block(Tensor.zeros([1, 5, 8]), memory: Tensor.zeros([1, 9, 8])) }
    #expect(summary.steps.reduce(0) { $0 + $1.parameterCount } == block.parameterCount)
    #expect(
      summary.steps.map(\.name) == [
        "attention.projection", "attention.weights", "attention.output", "attentionNorm", "memoryAttention.weights",
        "memoryAttention.output", "memoryAttention", "memoryNorm", "feedForward.up", "feedForward.activation",
        "feedForward.down", "feedForwardNorm", "",
      ])
    // The memory's projection is no call of its own: a part of it works on the text and a part on the memory.
    #expect(
      summary.steps[6]
        == .init(name: "memoryAttention", kind: "MultiHeadAttention", shape: [1, 5, 8], parameterCount: 216))
  }

  @Test("A summary drops nothing out and leaves no trace")
  func noTrace() {
    let model = Sequential(Linear(2, 2), Dropout(1))
    _ = model.summary(Tensor.ones([1, 2]))
    #expect(model.parameters.allSatisfy { $0.gradient == nil })
    #expect(model.summary(Tensor.ones([1, 2])).steps.map(\.name) == ["input", "0", "1", ""])
  }

  @Test("In a notebook tables in the colours of the page")
  func html() {
    let model = MLP([2, 16, 1], activation: .tanh)
    for display in [Display(of: model), Display(of: model.summary(Tensor.zeros([5, 2])))] {
      guard case .text(let html) = display[.html] else {
        Issue.record("no HTML")
        continue
      }
      #expect(html.contains("<td style=\"text-align: left\">layers.0</td>"))
      #expect(html.hasPrefix("<div>MLP: 65 parameters"))
      // No colour of its own: it would suit either a light or a dark page.
      #expect(!html.contains("color"))
      #expect(display.text.contains("layers.0"))
    }
  }

  @Test("Words for names in HTML are escaped")
  func escaping() {
    final class Model<Kind>: Module {
      let layer = Linear(1, 1)
    }
    guard case .text(let html) = Display(of: Model<Int>())[.html] else { return }
    #expect(html.hasPrefix("<div>Model&lt;Int&gt;: 2 parameters"))
  }

  @Test("A parameter shows its numbers")
  func parameter() {
    let weight = Parameter(Tensor([[1, 2], [3, 4]]))
    #expect("\(weight)" == "Parameter [2, 2] Float\n  1  2\n  3  4")
    #expect(weight.display.text == weight.value.display.text)
  }
}
