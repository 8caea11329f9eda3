import Files
import Foundation
import Testing

@testable import Corpora

@Suite("Corpora") struct CorporaTests {
  @Test(
    "Whatever its lines end with, a text has the same documents",
    arguments: [
      "one\ntwo\n\nthree\n", "one\r\ntwo\r\n\r\nthree", "\u{FEFF}one\rtwo\r\rthree\r", "one\ntwo\n \t\n\n\nthree",
    ])
  func lines(text: String) throws {
    let corpus = try withFile(Array(text.utf8)) { try Corpus(file: $0) }
    #expect(corpus.documents == ["one\ntwo", "three"])
  }

  @Test("A file that is no text gets an error that says where")
  func binary() throws {
    #expect(throws: FileError.self) { try withFile([0x61, 0xFF, 0x62]) { try Corpus(file: $0) } }
    try withFile([0x61, 0, 0x62]) { path in
      #expect(throws: CorpusError.binary(file: path, offset: 1)) { try Corpus(file: path) }
    }
    try withFile(Array(" \n\n".utf8)) { path in
      #expect(throws: CorpusError.empty(file: path)) { try Corpus(file: path) }
    }
    #expect(throws: FileError.self) { try Corpus(file: "/") }
    #expect(throws: FileError.self) { try Corpus(file: "/nowhere/at/all") }
  }

  @Test("No document of the validation is learned from, not even in another spelling", arguments: 0..<8)
  func split(seed: Int) throws {
    let documents = (0..<40).flatMap { ["Text \($0 % 25)", "text  \($0 % 25)\n"] }
    let (training, validation) = try Corpus("test", documents: documents).split(
      validationShare: 0.2, seed: UInt64(seed))
    let sets = [training, validation].map { Set($0.documents.map(Corpus.essence)) }
    #expect(sets[0].isDisjoint(with: sets[1]))
    #expect(training.documents.count == 20 && validation.documents.count == 5)
  }

  @Test("A split of labelled texts keeps the share of each label")
  func stratified() throws {
    let texts =
      (0..<30).map { LabeledText("a \($0)", label: "a") } + (0..<10).map { LabeledText("b \($0)", label: "b") }
    let (training, validation) = try (texts + texts).split(validationShare: 0.2)
    #expect(validation.count { $0.label == "a" } == 6 && validation.count { $0.label == "b" } == 2)
    #expect(training.count == 32 && Set(training).isDisjoint(with: validation))
    #expect(throws: CorpusError.share(1)) { try texts.split(validationShare: 1) }
  }

  @Test("The kit's texts are there, of their size, without doubles")
  func kit() {
    let stories = KitCorpus.stories
    #expect(stories.documents.count == 240 && stories.byteCount > 60_000 && stories.byteCount < 110_000)
    #expect(stories.withoutDuplicates == stories && stories == KitCorpus.stories)
    let placeholders = ["NAME", "FRIEND", "THING", "PLACE", "WEATHER", "LOOK", "FOOD"]
    #expect(!placeholders.contains { stories.text.contains($0) })
    let poems = KitCorpus.chinesePoems
    #expect(poems.byteCount > 20_000 && poems.byteCount < 40_000 && poems.withoutDuplicates == poems)
  }

  @Test("Every line of the kit's Chinese poems has five characters")
  func poems() {
    for poem in KitCorpus.chinesePoems.documents {
      let lines = poem.split { "，。\n".contains($0) }
      #expect(lines.count == 4 && lines.allSatisfy { $0.count == 5 }, "\(poem)")
    }
  }

  @Test("Every answer stands in its context where it says")
  func questions() {
    #expect(KitCorpus.questions.count == 100)
    for question in KitCorpus.questions {
      let scalars = Array(question.context.unicodeScalars).dropFirst(question.answerStart)
      #expect(scalars.starts(with: question.answer.unicodeScalars), "\(question)")
    }
    #expect(KitCorpus.topics.labels == ["kitchen", "weather", "workshop"] && KitCorpus.topics.count == 144)
    #expect(Set(KitCorpus.instructions).count == KitCorpus.instructions.count)
    #expect(KitCorpus.preferences.allSatisfy { $0.chosen != $0.rejected })
  }

  @Test("A package that is not installed is named with the line that installs it", arguments: SystemCorpus.allCases)
  func packages(corpus: SystemCorpus) throws {
    if corpus.isInstalled {
      #expect(try !corpus.load().documents.isEmpty)
    } else {
      #expect(throws: CorpusError.missingPackage(corpus.package, file: corpus.path)) { try corpus.load() }
    }
    let words = CorpusError.missingPackage(corpus.package, file: corpus.path).description
    #expect(words.hasSuffix("apt install \(corpus.package)"))
  }

  @Test("Fortunes are parted at lines of %, and lose their colours")
  func fortunes() {
    #expect(Fortunes.entries("\u{1B}[32m春眠\u{1B}[m\n 不觉晓 \n%\n%\nsecond\n") == ["春眠\n不觉晓", "second"])
  }

  /// A catalogue by hand: "a" means "b".
  private var catalogue: [UInt8] {
    let numbers: [UInt32] = [0x9504_12de, 0, 1, 28, 36, 0, 0, 1, 44, 1, 46]
    return numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) } }
      + [0x61, 0, 0x62, 0]
  }

  @Test("A catalogue of translations is read, and a broken one is an error")
  func catalogues() throws {
    #expect(try MessageCatalogue(catalogue, file: "x").pairs == [TextPair("a", "b")])
    for length in 0..<catalogue.count - 1 {
      #expect(throws: CorpusError.self) { try MessageCatalogue(Array(catalogue.prefix(length)), file: "x") }
    }
    for place in catalogue.indices {
      var broken = catalogue
      broken[place] = 0xFF
      // Some bytes do not matter; none may end the process.
      _ = try? MessageCatalogue(broken, file: "x")
    }
  }
}
