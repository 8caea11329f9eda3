/// Texts to learn from.
///
///     let corpus = Corpus("rain", documents: ["It rains.", "It rains.", "The sun is out."])
///     corpus.withoutDuplicates.documents.count     // 2
///
/// A corpus is a list of documents: what is split, shuffled and kept apart is always a whole document.
public struct Corpus: Sendable, Equatable {
  /// How the corpus is called in tables and messages.
  public let name: String
  public let documents: [String]

  public init(_ name: String, documents: [String]) {
    (self.name, self.documents) = (name, documents)
  }

  /// All documents, each followed by an empty line.
  public var text: String { documents.map { $0 + "\n\n" }.joined() }

  /// How many bytes the documents have in UTF-8.
  public var byteCount: Int { documents.reduce(0) { $0 + $1.utf8.count } }

  /// How many Unicode scalars the documents have.
  public var characterCount: Int { documents.reduce(0) { $0 + $1.unicodeScalars.count } }

  /// Each document once, the first of those that are alike. White space and the size of letters make no difference.
  public var withoutDuplicates: Corpus {
    var seen: Set<String> = []
    return Corpus(name, documents: documents.filter { seen.insert(Corpus.essence($0)).inserted })
  }

  /// What two documents share that are alike.
  static func essence(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Corpus: CustomStringConvertible {
  /// `rain: 3 documents, 24 characters`.
  public var description: String { "\(name): \(documents.count) documents, \(characterCount) characters" }
}
