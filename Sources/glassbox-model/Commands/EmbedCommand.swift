import ArgumentParser
import Displays
import LanguageModels
import Tensors

struct EmbedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed", abstract: "Turn sentences into vectors, and compare them.",
    discussion: "Without --json it shows how alike the sentences are: the cosine between the vectors of each two.")

  @OptionGroup var folder: FolderOptions

  @Argument(help: "The sentences; lines of the standard input without any.")
  var sentences: [String] = []

  @Option(help: "How many sentences are read at once.")
  var batchSize = 32

  func validate() throws {
    guard batchSize >= 1 else { throw ValidationError("--batch-size is \(batchSize). It should be 1 or more.") }
  }

  func run() async throws {
    let encoder = try SentenceEncoder.load(from: folder.model, report: folder.report)
    let sentences = try InputTexts.read(sentences)
    var parts: [Tensor] = []
    try InputTexts.inParts(sentences) { some -> [Tensor] in
      let vectors = try encoder.vectors(of: some, batchSize: batchSize)  // [sentences, features]
      // Their tokens are known to be there.
      try encoder.body.checkFinite([vectors], "the encoder") { encoder(some, batchSize: batchSize) }
      return some.indices.map { vectors[$0] }
    } take: {
      for (sentence, vector) in $0 where folder.json {
        Output.json(["text": .string(sentence), "vector": JSON(vector)])
      }
      if !folder.json { parts += $0.map(\.result) }
    }
    if folder.json { return }
    let vectors = stacked(parts)  // [sentences, features]
    let lengths = vectors.norm(axis: -1, keepDims: true)
    let units = vectors / maximum(lengths, Tensor(1e-12))
    let likeness = units.matmul(units.transposed())  // [sentences, sentences]
    Output.line(
      "\(sentences.count) vectors of \(vectors.shape[1]) numbers. How alike they are, 1 for the same direction:")
    for (row, sentence) in sentences.enumerated() {
      let numbers = likeness[row].doubles.map { Output.fixed($0, 2, width: 6) }.joined()
      Output.line("\(Output.padded("\(row)", 3))\(numbers)  \(sentence)")
    }
  }
}
