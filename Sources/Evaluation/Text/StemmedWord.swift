/// A word on its way through the steps of ``PorterStemmer``.
struct StemmedWord {
  private let letters: [Unicode.Scalar]

  init(_ text: String) { letters = Array(text.unicodeScalars) }
  private init(_ letters: [Unicode.Scalar]) { self.letters = letters }

  var text: String { String(String.UnicodeScalarView(letters)) }
  var count: Int { letters.count }

  /// Whether each letter is a consonant: not a, e, i, o or u, and not a y behind a consonant.
  private var consonants: [Bool] {
    letters.indices.reduce(into: []) { flags, index in
      switch letters[index] {
      case "a", "e", "i", "o", "u": flags.append(false)
      case "y": flags.append(index == 0 || !flags[index - 1])
      default: flags.append(true)
      }
    }
  }

  /// How many times a vowel is followed by a consonant.
  private var measure: Int {
    let flags = consonants
    return zip(flags, flags.dropFirst()).count { !$0 && $1 }
  }

  private var hasVowel: Bool { consonants.contains(false) }
  private var endsInDouble: Bool { count >= 2 && letters[count - 1] == letters[count - 2] && consonants[count - 1] }

  /// Whether it ends in consonant, vowel, consonant other than w, x, y; or is just a vowel and a consonant.
  private var endsShort: Bool {
    let flags = consonants
    if count == 2 { return !flags[0] && flags[1] }
    guard count >= 3, flags[count - 3], !flags[count - 2], flags[count - 1] else { return false }
    return !["w", "x", "y"].contains(letters[count - 1])
  }

  /// The word without an ending; `nil` if it ends otherwise.
  private func without(_ ending: String) -> StemmedWord? {
    let ending = Array(ending.unicodeScalars)
    guard letters.count >= ending.count, letters.suffix(ending.count).elementsEqual(ending) else { return nil }
    return StemmedWord(Array(letters.dropLast(ending.count)))
  }

  private func with(_ ending: String) -> StemmedWord { StemmedWord(letters + Array(ending.unicodeScalars)) }

  /// Replaces the first ending of a list that fits, if the stem before it does; else nothing.
  private func replacing(_ rules: [(String, String)], if condition: (_ stem: StemmedWord, _ ending: String) -> Bool)
    -> StemmedWord
  {
    for (ending, replacement) in rules {
      guard let stem = without(ending) else { continue }
      return condition(stem, ending) ? stem.with(replacement) : self
    }
    return self
  }

  /// Step 1a: caresses, ponies, cats.
  func plural() -> StemmedWord {
    if count == 4, let stem = without("ies") { return stem.with("ie") }
    return replacing([("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")]) { _, _ in true }
  }

  /// Step 1b: agreed, plastered, motoring.
  func past() -> StemmedWord {
    if let stem = without("ied") { return stem.with(count == 4 ? "ie" : "i") }
    if let stem = without("eed") { return stem.measure > 0 ? stem.with("ee") : self }
    guard let stem = [without("ed"), without("ing")].compactMap({ $0 }).first(where: \.hasVowel) else { return self }
    for ending in ["at", "bl", "iz"] where stem.without(ending) != nil { return stem.with("e") }
    if stem.endsInDouble {
      return ["l", "s", "z"].contains(stem.letters[stem.count - 1])
        ? stem : StemmedWord(Array(stem.letters.dropLast()))
    }
    return stem.measure == 1 && stem.endsShort ? stem.with("e") : stem
  }

  /// Step 1c: happy, fly, but not enjoy.
  func finalY() -> StemmedWord {
    replacing([("y", "i")]) { stem, _ in stem.count > 1 && stem.consonants[stem.count - 1] }
  }

  func step2() -> StemmedWord {
    if let stem = without("alli"), stem.measure > 0 { return stem.with("al").step2() }
    let rules = [
      ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
      ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
      ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
      ("iviti", "ive"), ("biliti", "ble"), ("fulli", "ful"), ("logi", "log"),
    ]
    return replacing(rules) { stem, ending in
      // The l of logi belongs to the stem, so that geo and theo work like archaeo.
      (ending == "logi" ? stem.with("l") : stem).measure > 0
    }
  }

  func step3() -> StemmedWord {
    let rules = [
      ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ]
    return replacing(rules) { stem, _ in stem.measure > 0 }
  }

  func step4() -> StemmedWord {
    let endings = [
      "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
      "ous", "ive", "ize",
    ]
    return replacing(endings.map { ($0, "") }) { stem, ending in
      stem.measure > 1 && (ending != "ion" || stem.letters.last == "s" || stem.letters.last == "t")
    }
  }

  /// Step 5a: probate, rate, cease.
  func finalE() -> StemmedWord {
    replacing([("e", "")]) { stem, _ in stem.measure > 1 || stem.measure == 1 && !stem.endsShort }
  }

  /// Step 5b: controll, roll.
  func doubleL() -> StemmedWord {
    replacing([("ll", "l")]) { stem, _ in stem.with("l").measure > 1 }
  }
}
