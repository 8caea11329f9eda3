import ArgumentParser
import Corpora

/// What is learned from.
struct TextOptions: ParsableArguments {
  /// Corpora by name.
  enum Name: String, CaseIterable, ExpressibleByArgument {
    case stories
    case chinesePoems = "chinese-poems"
    case tangPoems = "tang-poems"
    case givenNames = "given-names"
    case englishWords = "english-words"

    func load() throws -> Corpus {
      switch self {
      case .stories: KitCorpus.stories
      case .chinesePoems: KitCorpus.chinesePoems
      case .tangPoems: try SystemCorpus.tangPoems.load()
      case .givenNames: try SystemCorpus.givenNames.load()
      case .englishWords: try SystemCorpus.englishWords.load()
      }
    }
  }

  @Option(help: ArgumentHelp("A file of text in UTF-8; may be given several times.", valueName: "file"))
  var text: [String] = []

  @Option(help: "Texts of the kit (stories, chinese-poems) or of Debian (tang-poems, given-names, english-words).")
  var corpus: Name?

  @Option(help: ArgumentHelp("Which share of the texts is looked at only.", valueName: "share"))
  var validationShare = 0.1

  /// The two parts of the texts. A single long text is cut at nine tenths, as there is nothing else to hold out.
  func read() throws -> (training: Corpus, validation: Corpus) {
    var documents = try corpus.map { try $0.load().documents } ?? []
    for path in text { documents += try Corpus(file: path).documents }
    guard !documents.isEmpty else {
      throw ValidationError("There is nothing to learn from. Name a file with --text, or texts with --corpus stories.")
    }
    let corpus = Corpus(corpus?.rawValue ?? text.joined(separator: ", "), documents: documents)
    let (training, validation) = try corpus.split(validationShare: validationShare)
    if !validation.documents.isEmpty { return (training, validation) }
    let scalars = Array(documents[0].unicodeScalars)
    let cut = Int(Double(scalars.count) * (1 - validationShare))
    func part(_ range: Range<Int>) -> Corpus {
      Corpus(corpus.name, documents: [String(String.UnicodeScalarView(scalars[range]))])
    }
    return (part(0..<cut), part(cut..<scalars.count))
  }
}
