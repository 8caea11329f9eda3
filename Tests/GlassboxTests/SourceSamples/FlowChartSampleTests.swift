import Glassbox
import Testing

/// The flow charts of the articles, which are written for Mermaid there.
@Suite("Sample: flow charts") struct FlowChartSampleTests {
  @Test("Input, embedding, encoder, decoder, output")
  func layers() {
    let chart = Diagram.flow("input", "embedding", "encoder", "decoder", "output")
    #expect("\(chart)" == "input → embedding → encoder → decoder → output")
    #expect(chart.svg.hasPrefix("<svg"))
  }

  @Test("Fine-tune, or use it as it is")
  func branches() {
    var chart = Diagram.flow("输入处理", "词向量嵌入", "是否微调？")
    chart.connect("是否微调？", to: "微调训练", "直接应用")
    chart.connect("微调训练", to: "模型优化")
    chart.connect("模型优化", to: "任务输出")
    chart.connect("直接应用", to: "任务输出")
    #expect("\(chart)".contains("输入处理 → 词向量嵌入 → 是否微调？"))
    #expect(chart.svg.contains("微调训练"))
  }
}
