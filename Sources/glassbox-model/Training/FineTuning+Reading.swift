import ArgumentParser
import Corpora
import Displays
import Evaluation
import LanguageModels
import NeuralNetworks
import Pipelines
import Tensors
import Tokenizers
import Training

extension FineTuning {
  /// A text as a model reads it, and the number of its class.
  private typealias Classified = (text: Encoding, label: Int)

  /// Teaches a model to put texts into classes.
  func classify(_ path: String, validationShare: Double) throws -> Outcome {
    let lines = try ExampleFile(path, fields: ExampleFields.classify).examples
    let all = try lines.map { example in
      let text = try example.text("text", "sentence")
      guard !text.allSatisfy(\.isWhitespace) else { throw example.mistake("the text is empty.") }
      return LabeledText(text, label: try example.label("label"))
    }
    // Numbers come in their own order, 10 behind 9.
    let labels =
      all.labels.allSatisfy { Int($0) != nil } ? all.labels.sorted { Int($0) ?? 0 < Int($1) ?? 0 } : all.labels
    guard labels.count >= 2 else {
      throw ValidationError("\(path) has one class, \(labels.first ?? ""). There should be two or more.")
    }
    try Self.checkClasses(of: all, path)
    let (training, validation) = try all.split(validationShare: validationShare, seed: length.seed)
    Self.tellLeftOut(of: all, kept: training + validation)
    let tokenizer = try AutoTokenizer.load(from: source)
    let model = try AutoModelForSequenceClassification.load(
      from: source, labels: labels, paddingToken: tokenizer.padding?.token.id ?? tokenizer.id(of: .padding),
      report: report)
    try tokenizer.check(model.body)
    let cut = model.body.contextLength.map { Truncation(maximumLength: $0) }
    let places = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
    func encoded(_ text: String) throws -> Encoding {
      do { return try tokenizer.encoding(of: text, pair: nil, truncation: cut) } catch {
        let line = lines.first { (try? $0.text("text", "sentence")) == text }
        throw line?.mistake("\(error)") ?? error
      }
    }
    let examples = try training.map { example -> Classified in
      (try encoded(example.text), places[example.label] ?? 0)
    }
    // Better now than behind the training.
    for example in validation { _ = try encoded(example.text) }
    let mean = examples.reduce(0) { $0 + $1.text.count } / examples.count
    let measure = try TextClassificationPipeline(model, tokenizer: tokenizer)
    let result = try run(model, tokenizer, body: model.body, heads: model.head) {
      try train(
        model, examples, of: path, rate: isFrozen ? 1e-3 : 1e-4, tokensPerStep: length.batch * mean,
        secondsAfter: length.minutes == nil ? 0 : try Self.seconds(validation) { _ = try measure($0, isCut: true) },
        collate: { $0 }, targetCount: \.count
      ) { batch in
        let rows = TextRows(batch.map(\.text), padding: tokenizer.padding, token: model.paddingToken)
        return crossEntropy(
          model(rows.tokens, types: rows.types, mask: rows.mask), Tensor(indices: batch.map(\.label)))
      }
    }
    guard !validation.isEmpty else { return (result, model.parameterCount, [:]) }
    let found = try measure(validation.map(\.text), isCut: true)
    let right = accuracy(predicted: found.map(\.label), actual: validation.map(\.label))
    return (
      result, model.parameterCount,
      ["validation_accuracy": .number(right), "labels": .array(labels.map { .string($0) })]
    )
  }

  /// Looks whether the labels can be classes.
  /// - Throws: `ValidationError` if most examples have a class of their own, as when texts are taken for labels.
  private static func checkClasses(of examples: [LabeledText], _ path: String) throws {
    let rare = Dictionary(grouping: examples, by: \.label).filter { $0.value.count == 1 }.keys.sorted()
    guard let first = rare.first else { return }
    guard examples.count <= 20 || rare.count <= examples.count / 2 else {
      throw ValidationError(
        "Of \(examples.count) examples in \(path), \(rare.count) have a class that no other has, such as "
          + "\"\(first.count > 60 ? "\(first.prefix(60))…" : first)\". Are texts and labels in the order text, tab, label? A first "
          + "line with the names text and label allows any order.")
    }
    let names = rare.prefix(5).joined(separator: ", ") + (rare.count > 5 ? " and \(rare.count - 5) more classes" : "")
    Output.note("Of \(names) there is one example only. Is it a class, and is it spelled so?")
  }

  /// Says how many texts are left out: one that is there twice tells nothing new, and might be learned and measured too.
  private static func tellLeftOut(of examples: [LabeledText], kept: [LabeledText]) {
    let count = examples.count - kept.count
    guard count > 0 else { return }
    Output.note(
      count == 1
        ? "1 text stands there twice, and is learned once" : "\(count) texts stand there already, and are left out")
    let lost = Set(examples.map(\.label)).subtracting(kept.map(\.label)).sorted()
    guard let first = lost.first else { return }
    Output.note(
      "Of \(first)\(lost.count > 1 ? " and \(lost.count - 1) more classes" : "") no text is left: each stands there before, "
        + "with another label")
  }

  /// About how long something takes with all texts, as measured with a few.
  private static func seconds(_ texts: [LabeledText], _ work: ([String]) throws -> Void) rethrows -> Double {
    let some = texts.prefix(64).map(\.text)
    guard !some.isEmpty else { return 0 }
    // The first time prepares memory, and another program may take the processor meanwhile: the quickest of three counts.
    let times = try (0..<3).map { _ in
      let start = ContinuousClock.now
      try work(some)
      return (ContinuousClock.now - start) / .seconds(1)
    }
    return (times.min() ?? 0) * Double(texts.count) / Double(some.count)
  }

  /// A question and its context as a model reads them, and the tokens of the answer.
  private typealias Answered = (text: Encoding, start: Int, end: Int)

  /// Teaches an encoder to find answers.
  func answer(_ path: String) throws -> Outcome {
    let model = try AutoModelForQuestionAnswering.load(from: source, report: report)
    let tokenizer = try AutoTokenizer.load(from: source)
    try tokenizer.check(model.body, isPair: true)
    let cut = Truncation(maximumLength: model.body.configuration.contextLength, strategy: .onlySecond)
    var examples: [Answered] = []
    var (lost, unanswered) = (0, 0)
    for example in try ExampleFile(path, fields: ExampleFields.answer).examples {
      let context = Array(try example.text("context").unicodeScalars)
      // Of several answers the first is learned, as is usual.
      guard let answer = try example.answers().first else {
        unanswered += 1
        continue
      }
      let place = try example.place(of: answer, in: context)
      let question = try example.text("question")
      let text: Encoding
      do {
        text = try tokenizer.encoding(
          of: question, pair: String(String.UnicodeScalarView(context)), truncation: cut)
      } catch { throw example.mistake("\(error)") }
      let tokens = text.ids.indices.filter {
        text.typeIDs[$0] == 1 && text.specialTokensMask[$0] == 0
          && text.offsets[$0].overlaps(place)
      }
      guard let start = tokens.first, let end = tokens.last else {
        lost += 1
        continue
      }
      examples.append((text, start, end))
    }
    if unanswered > 0 { Output.note("\(unanswered) questions have no answer, and are left out") }
    if lost > 0 { Output.note("\(lost) answers lie beyond what the model can look at, and are left out") }
    guard !examples.isEmpty else {
      throw ValidationError("\(path) has no answer that lies within what the model looks at.")
    }
    let mean = examples.reduce(0) { $0 + $1.text.count } / examples.count
    let result = try run(model, tokenizer, body: model.body, heads: [model.spans]) {
      try train(
        model, examples, of: path, rate: isFrozen ? 1e-3 : 1e-4, tokensPerStep: length.batch * mean, collate: { $0 },
        targetCount: \.count
      ) { batch in
        let rows = TextRows(batch.map(\.text), padding: tokenizer.padding)
        let scores = model(rows.tokens, types: rows.types, mask: rows.mask)
        return
          (crossEntropy(scores.start, Tensor(indices: batch.map(\.start)))
          + crossEntropy(scores.end, Tensor(indices: batch.map(\.end)))) / 2
      }
    }
    return (result, model.parameterCount, [:])
  }
}
