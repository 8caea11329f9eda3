import ArgumentParser
import Corpora

/// What is learned from.
struct TextOptions: ParsableArguments {
  /// Corpora by name.
  enum Name: String, CaseIterable, ExpressibleByArgument {
    case stories
    case chinesePoems = "chinese-poems"
    case tangPoems = "tang-poems"
    case tangPoems5 = "tang-poems-5"
    case tangPoems7 = "tang-poems-7"
    case givenNames = "given-names"
    case englishWords = "english-words"
    case bible

    func load() throws -> Corpus {
      switch self {
      case .stories: KitCorpus.stories
      case .chinesePoems: KitCorpus.chinesePoems
      case .tangPoems: try SystemCorpus.tangPoems.load()
      case .tangPoems5: try poems(ofLineLength: 5)
      case .tangPoems7: try poems(ofLineLength: 7)
      case .givenNames: try SystemCorpus.givenNames.load()
      case .englishWords: try SystemCorpus.englishWords.load()
      case .bible: try SystemCorpus.bible.load()
      }
    }

    private func poems(ofLineLength length: Int) throws -> Corpus {
      Corpus(rawValue, documents: try TangPoems.load(lineLength: length).map(\.text))
    }
  }

  @Option(help: ArgumentHelp("A file of text in UTF-8; may be given several times.", valueName: "file"))
  var text: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Texts of the kit (stories, chinese-poems) or of Debian: tang-poems, of them those with lines of 5 or 7 characters \
      (tang-poems-5, tang-poems-7), given-names, english-words, bible.
      """, valueName: "name"))
  var corpus: Name?

  @Option(
    help: ArgumentHelp("Which share of the texts is looked at only; 0.1 unless told otherwise.", valueName: "share"))
  var validationShare: Double?

  /// The share that is looked at only.
  var heldShare: Double { validationShare ?? 0.1 }

  func validate() throws {
    if let validationShare, !(validationShare > 0 && validationShare < 1) {
      throw ValidationError("--validation-share is \(validationShare). It should be above 0 and below 1.")
    }
  }

  /// The two parts of the texts. A single long text is cut at nine tenths, as there is nothing else to hold out.
  func read() throws -> (training: Corpus, validation: Corpus) {
    var documents = try corpus.map { try $0.load().documents } ?? []
    for path in text { documents += try Corpus(file: path).documents }
    guard !documents.isEmpty else {
      throw ValidationError("There is nothing to learn from. Name a file with --text, or texts with --corpus stories.")
    }
    let corpus = Corpus(corpus?.rawValue ?? text.joined(separator: ", "), documents: documents)
    let (training, validation) = try corpus.split(validationShare: heldShare)
    if !validation.documents.isEmpty { return (training, validation) }
    let scalars = Array(documents[0].unicodeScalars)
    let cut = Int(Double(scalars.count) * (1 - heldShare))
    func part(_ range: Range<Int>) -> Corpus {
      Corpus(corpus.name, documents: [String(String.UnicodeScalarView(scalars[range]))])
    }
    return (part(0..<cut), part(cut..<scalars.count))
  }
}
