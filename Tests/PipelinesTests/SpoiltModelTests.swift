import LanguageModels
import NeuralNetworks
import Pipelines
import Tensors
import Testing
import TextGeneration

/// Models with a number that is none, and with numbers that are far too large.
@Suite("Models whose numbers are spoilt") struct SpoiltModelTests {
  /// Puts a number into a parameter.
  private func spoil(_ model: any Module, _ name: String, at place: Int = 5, _ number: Float = .nan) throws {
    let parameter = try #require(model.namedParameters.first { $0.0 == name }?.1)
    var numbers = parameter.value.floats
    numbers[place] = number
    parameter.value = Tensor(numbers, shape: parameter.shape)
  }

  private func words<Result>(_ body: () throws(PipelineError) -> Result) -> String {
    do throws(PipelineError) {
      _ = try body()
      return ""
    } catch { return error.description }
  }

  @Test("Writing names the parameter and the place", arguments: ["gpt2", "llama"])
  func writing(name: String) throws {
    let write = try pipeline(.textGeneration, model: Expected.folder(name))
    // A row of 16 numbers: the sixth number of the second row.
    let parameter = name == "gpt2" ? "blocks.1.feedForward.down.weight" : "blocks.1.attention.value.weight"
    let columns = name == "gpt2" ? 64 : 16
    try spoil(write.model, parameter, at: columns + 5)
    let wanted = "The model's parameter \(parameter) is nan at [1, 5], so that nothing can be computed with it. Get"
    #expect(words { () throws(PipelineError) in try write("The old river") }.hasPrefix(wanted))
    #expect(words { () throws(PipelineError) in try write(["The old river", "The"]) }.hasPrefix(wanted))
    let search = BeamSearch(beams: 3, maximumNewTokens: 4)
    #expect(words { () throws(PipelineError) in try write.likeliest("The old river", search) }.hasPrefix(wanted))
  }

  @Test("Where all parameters are finite the first layer is named whose result is not")
  func results() throws {
    let write = try pipeline(.textGeneration, model: Expected.folder("gpt2"))
    try spoil(write.model, "blocks.0.feedForward.up.bias", 3e38)
    try spoil(write.model, "blocks.0.feedForward.down.weight", 3e38)
    let found = words { () throws(PipelineError) in try write("The old river") }
    #expect(found.contains("The result of blocks.0.feedForward.down is inf at [0, 0, 0]"), "\(found)")
    #expect(found.contains("beyond what 32 bits can hold"))
  }

  @Test("Gaps, classes, answers and features")
  func reading() throws {
    let wanted = "The model's parameter body.blocks.0.attention.value.bias is inf at [5]"
    let fill = try pipeline(.fillMask, model: Expected.folder("bert-masked"))
    try spoil(fill.model, "body.blocks.0.attention.value.bias", .infinity)
    #expect(words { () throws(PipelineError) in try fill("The old [MASK].") }.hasPrefix(wanted))
    let classify = try pipeline(.textClassification, model: Expected.folder("bert-sequence"))
    try spoil(classify.model, "body.blocks.0.attention.value.bias", .infinity)
    #expect(words { () throws(PipelineError) in try classify("The old river.") }.hasPrefix(wanted))
    let answer = try pipeline(.questionAnswering, model: Expected.folder("bert-question"))
    try spoil(answer.model, "body.blocks.0.attention.value.bias", .infinity)
    #expect(words { () throws(PipelineError) in try answer(question: "Who?", context: "Ada did.") }.hasPrefix(wanted))
    let read = try pipeline(.featureExtraction, model: Expected.folder("bert-masked"))
    try spoil(read.model, "blocks.0.attention.value.bias", .infinity)
    #expect(
      words { () throws(PipelineError) in try read("The old river.") }
        .hasPrefix("The model's parameter blocks.0.attention.value.bias is inf at [5]"))
  }
}
