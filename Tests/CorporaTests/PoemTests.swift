import Testing

@testable import Corpora

@Suite("Poems") struct PoemTests {
  private let file = """
    \u{1B}[32m《静夜思》\u{1B}[m
    \u{1B}[33m作者：李白\u{1B}[m
    床前明月光，疑是地上霜。
    举头望明月，低头思故乡。
    %
    《琵琶行・并序》
    作者：白居易
    元和十年，予左迁九江郡司马。

    浔阳江头夜送客，枫叶荻花秋瑟瑟。
    %
    """

  @Test("Title, author and preface are parted from the lines")
  func parts() throws {
    let poems = try TangPoems.read(file, file: "x")
    #expect(poems.map(\.title) == ["静夜思", "琵琶行・并序"] && poems.map(\.author) == ["李白", "白居易"])
    #expect(poems[0].text == "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。")
    #expect(poems[1].lines == ["浔阳江头夜送客", "枫叶荻花秋瑟瑟"])
    #expect(poems.map(\.lineLength) == [5, 7])
  }

  @Test("A poem whose lines differ has no length of its lines")
  func lengths() {
    #expect(Poem(title: "", author: "", text: "君不见，黄河之水天上来。").lineLength == nil)
    #expect(Poem(title: "", author: "", text: "。").lineLength == nil)
  }

  @Test("A file of something else is an error", arguments: ["春眠\n%\n", "《a》\nb\nc\n%", "《a》\n作者：b\n%", ""])
  func other(text: String) { #expect(throws: CorpusError.self) { try TangPoems.read(text, file: "x") } }

  @Test("The Tang poems are there, clean", .enabled(if: SystemCorpus.tangPoems.isInstalled))
  func tang() throws {
    let poems = try TangPoems.load()
    #expect(poems.count == 313 && poems.allSatisfy { !$0.lines.isEmpty && !$0.author.isEmpty })
    let (five, seven) = (try TangPoems.load(lineLength: 5), try TangPoems.load(lineLength: 7))
    #expect(five.count > 150 && seven.count > 130)
    #expect(five.allSatisfy { $0.lines.allSatisfy { $0.count == 5 } })
    let text = try SystemCorpus.tangPoems.load().text
    #expect(!text.contains("作者") && !text.contains("\u{1B}") && !text.contains("["))
    let error = #expect(throws: CorpusError.self) { try TangPoems.load(lineLength: 6) }
    #expect("\(try #require(error))".contains("5, 7"))
  }
}
