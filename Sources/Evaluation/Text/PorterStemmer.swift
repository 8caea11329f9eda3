/// Cuts the endings off English words, so that `connected`, `connecting` and `connection` become `connect`.
///
///     PorterStemmer.stem(of: "relational")     // "relat"
///     PorterStemmer.stem(of: "skies")          // "sky"
///
/// Rules in five steps look at the ending, and at how many times a vowel is followed by a consonant before it ("measure").
/// Source: Porter, An algorithm for suffix stripping, 1980; with the changes of NLTK, which rouge-score uses.
public enum PorterStemmer {
  /// The stem of a word, in lower case.
  public static func stem(of word: String) -> String {
    let lower = word.lowercased()
    if let stem = irregular[lower] { return stem }
    let stem = StemmedWord(lower)
    guard stem.count > 2 else { return lower }
    return stem.plural().past().finalY().step2().step3().step4().finalE().doubleL().text
  }

  private static let irregular = [
    "sky": "sky", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "news": "news", "innings": "inning",
    "inning": "inning", "outings": "outing", "outing": "outing", "cannings": "canning", "canning": "canning",
    "howe": "howe", "proceed": "proceed", "exceed": "exceed", "succeed": "succeed",
  ]
}
