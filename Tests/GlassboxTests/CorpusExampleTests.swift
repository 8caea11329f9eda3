import Foundation
import Glassbox
import Testing

/// The examples of Corpora.
@Suite("The examples of corpora") struct CorpusExampleTests {
  @Test("Every line of every example is run here")
  func everyExampleIsRun() throws {
    #expect(try DocumentationSource.linesNotRun(in: "Corpora") == [])
  }

  @Test("Documents")
  func documents() throws {
    do {
      let corpus = Corpus("rain", documents: ["It rains.", "It rains.", "The sun is out."])
      #expect(corpus.withoutDuplicates.documents.count == 2)
    }
    let corpus = Corpus("digits", documents: (0..<10).map { "\($0)" })
    let (training, validation) = try corpus.split(validationShare: 0.2)
    #expect(validation.documents.count == 2)
    #expect(Set(training.documents + validation.documents).count == 10)
    try ModelFolders.withEmpty { folder in
      try "Dear Ada,\n\nit rains.".write(toFile: "\(folder)/letters.txt", atomically: true, encoding: .utf8)
      let corpus = try Corpus(file: "\(folder)/letters.txt")
      #expect(corpus.documents == ["Dear Ada,", "it rains."])
    }
  }

  @Test("Texts of the kit and of the system")
  func texts() throws {
    #expect(KitCorpus.stories.documents.count == 240)
    #expect(StoryTeller(seed: 1).stories(2).count == 2)
    let poem = Poem(title: "静夜思", author: "李白", text: "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。")
    #expect(poem.lines.count == 4)
    #expect(poem.lineLength == 5)
    if SystemCorpus.tangPoems.isInstalled {
      #expect(try SystemCorpus.tangPoems.load().documents.count > 300)
    } else {
      #expect(throws: CorpusError.self) { try SystemCorpus.tangPoems.load() }
    }
  }
  @Test("Texts of packages, or the line that installs them")
  func packages() throws {
    #expect(CountryNames.package == "iso-codes")
    do {
      #expect(try CountryNames.load(from: "en", to: "zh_CN").count > 150)
    } catch let error as CorpusError { #expect(error.description.contains("iso-codes")) }
    #expect(TangPoems.package == "fortunes-zh")
    do {
      #expect(try TangPoems.load(lineLength: 5).count > 50)
    } catch let error as CorpusError { #expect(error.description.contains("fortunes-zh")) }
  }
}
