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
    #expect(CountryNames.package == "iso-codes")
    if SystemCorpus.tangPoems.isInstalled {
      #expect(try SystemCorpus.tangPoems.load().documents.count > 300)
    } else {
      #expect(throws: CorpusError.self) { try SystemCorpus.tangPoems.load() }
    }
  }
}
