/// Small texts that were written for the kit: everything works with nothing else installed.
///
///     KitCorpus.stories.documents.count     // 240
public enum KitCorpus {
  /// Short English stories in few words, some written by hand, the others told by a ``StoryTeller``: about 100 KB.
  public static var stories: Corpus {
    Corpus("stories", documents: EnglishScenes.all + StoryTeller(seed: 11).stories(240 - EnglishScenes.all.count))
  }

  /// Chinese poems of four lines with five characters each, some written by hand: about 25 KB.
  public static var chinesePoems: Corpus {
    Corpus("chinesePoems", documents: ChinesePoems.written + ChinesePoems.composed(360, seed: 5))
  }

  /// English sentences about the kitchen, the weather and the workshop, with their topics.
  public static var topics: [LabeledText] { TopicSentences.all }

  /// Contexts, questions about them, and the answers that stand in the contexts.
  public static var questions: [AnsweredQuestion] { QuestionTeller.all }

  /// Instructions and what is to be answered.
  public static var instructions: [TextPair] { InstructionTeller.all }

  /// Prompts with an answer that is preferred and one that is not.
  public static var preferences: [Preference] { InstructionTeller.preferences }

  /// Short sentences in English and Chinese.
  public static var englishChinese: [TextPair] { EnglishChinese.all }
}
