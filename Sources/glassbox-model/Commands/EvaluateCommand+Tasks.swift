import ArgumentParser
import Corpora
import Displays
import Evaluation
import LanguageModels
import NeuralNetworks
import Pipelines
import Tensors
import TextGeneration

/// The four measures.
extension EvaluateCommand {
  func perplexity(_ path: String) throws {
    let write = try pipeline(.textGeneration, model: folder.model, report: folder.report)
    try options.quantize(write.model)
    let text = try Corpus.text(file: path)
    let ids = try write.tokenizer.encoding(of: text, addingSpecialTokens: true).ids
    let unread = try UnreadText([text], write.tokenizer)
    unread.tell()
    guard ids.count >= 2 else { throw ValidationError("\(path) has \(ids.count) tokens. There should be two or more.") }
    let window = min(write.model.contextLength ?? 1024, 1024)
    if let stride, !(1...window ~= stride) {
      throw ValidationError("--stride is \(stride). It should be from 1 to \(window), what the model looks at.")
    }
    let progress = ProgressLine("tokens", of: ids.count - 1)
    let found = write.model.likelihood(of: ids, stride: stride, onProgress: progress.show)
    progress.clear()
    if !found.meanNats.isFinite {
      throw write.model.nonFiniteNumber(in: "the model") {
        write.model.logits(Tensor(indices: Array(ids.prefix(window))).unsqueezed(0), cache: nil)
      }
    }
    try show(
      "perplexity \(Output.fixed(found.perplexity, 4)), \(Output.fixed(found.meanNats, 4)) nats per token, "
        + "\(Output.fixed(found.bitsPerByte(of: unread.read[0]), 4)) bits per byte, \(found.tokens) tokens",
      [
        "perplexity": .number(found.perplexity), "nats_per_token": .number(found.meanNats),
        "bits_per_byte": .number(found.bitsPerByte(of: unread.read[0])), "tokens": .integer(found.tokens),
      ])
  }

  func classify(_ path: String) throws {
    let classify = try pipeline(.textClassification, model: folder.model, report: folder.report)
    let examples = try ExampleFile(path, fields: ExampleFields.classify).examples
    let labels = try examples.map { example in
      let (label, known) = (try example.label("label"), classify.model.labels)
      if known.contains(label) { return label }
      // A number is that of the class, as data sets of the field have it.
      guard let number = Int(label), known.indices ~= number else {
        throw example.mistake("the model has no class \"\(label)\": \(classify.model.labels.joined(separator: ", ")).")
      }
      return known[number]
    }
    var found: [String] = []
    try InputTexts.inParts(examples.map { try $0.text("text", "sentence") }) {
      try classify($0, isCut: true)
    } take: {
      found += $0.map(\.result.label)
    }
    // A class that no example has, and that nothing was taken for, says nothing of the model: scikit-learn leaves it out too.
    let occurring = Set(found + labels)
    let matrix = ConfusionMatrix(
      predicted: found, actual: labels, labels: classify.model.labels.filter(occurring.contains))
    let macro = matrix.average(.macro)
    try show(
      matrix.description,
      [
        "accuracy": .number(matrix.accuracy), "macro_f1": .number(macro.f1), "examples": .integer(matrix.total),
        "labels": .array(matrix.labels.map { .string($0) }),
        "confusion": .array(matrix.counts.map { .array($0.map { .integer($0) }) }),
      ])
  }

  func answer(_ path: String) throws {
    let answer = try pipeline(.questionAnswering, model: folder.model, report: folder.report)
    let examples = try ExampleFile(path, fields: ExampleFields.answer).examples
    let progress = ProgressLine("questions", of: examples.count)
    let scores = try examples.map { example in
      let references = try example.answers().map(\.text)
      guard !references.isEmpty else { throw example.mistake("\"answers\" is empty.") }
      defer { progress.advance() }
      let (question, context) = (try example.text("question"), try example.text("context"))
      let found = try example.naming { try answer(question: question, context: context) }
      return AnswerScore(found.text, references: references)
    }
    progress.clear()
    let count = Double(scores.count)
    let (exact, f1) = (Double(scores.count(where: \.isExact)) / count, scores.reduce(0) { $0 + $1.f1 } / count)
    try show(
      "exact \(Output.fixed(exact, 4)), F1 \(Output.fixed(f1, 4)), \(scores.count) questions",
      ["exact_match": .number(exact), "f1": .number(f1), "examples": .integer(scores.count)])
  }

  func generate(_ path: String) throws {
    let write = try TextWriter(folder, options, beams)
    let examples = try ExampleFile(path, fields: ExampleFields.generate).examples
    let references = try examples.map { try $0.text("reference", "answer") }
    let progress = ProgressLine("texts", of: examples.count)
    let written = try examples.map { example in
      defer { progress.advance() }
      let prompt = try example.text("prompt")
      return try example.naming { try write(prompt).text }
    }
    progress.clear()
    let bleu = BLEU().score(written, references: references.map { [$0] })
    let chrF = ChrF().score(written, references: references.map { [$0] })
    let scores = zip(written, references).map { ROUGE().score($0, references: [$1]) }
    func mean(_ kind: KeyPath<ROUGEScores, PrecisionAndRecall>) -> Double {
      scores.reduce(0) { $0 + $1[keyPath: kind].f1 } / Double(scores.count)
    }
    let rouge = [("1", mean(\.unigrams)), ("2", mean(\.bigrams)), ("L", mean(\.longestSeries))]
    try show(
      "BLEU \(Output.fixed(bleu.value, 2)), chrF \(Output.fixed(chrF, 2)), "
        + rouge.map { "ROUGE-\($0) \(Output.fixed($1, 4)), " }.joined() + "\(written.count) texts",
      [
        "bleu": .number(bleu.value), "chrf": .number(chrF), "rouge_1": .number(rouge[0].1),
        "rouge_2": .number(rouge[1].1), "rouge_l": .number(rouge[2].1), "examples": .integer(written.count),
      ])
  }
}
