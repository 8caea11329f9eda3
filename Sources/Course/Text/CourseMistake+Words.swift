extension CourseMistake: CustomStringConvertible {
  public var description: String { "\(file):\(line): \(words)" }

  private var words: String {
    switch kind {
    case .unreadable(let reason): "the file cannot be read: \(reason)."
    case .noFrontMatter:
      "the file must begin with a line `---`, the fields such as `title: Attention`, and a line `---`."
    case .frontMatterNotClosed: "the fields at the beginning have no closing line `---`."
    case .frontMatterLine(let line): "`\(line)` is no field; write `name: value`."
    case .missingField(let name): "the field `\(name)` is missing; add a line `\(name): …` at the beginning."
    case .unknownField(let name, let known): "there is no field `\(name)`. The fields are \(known.listed)."
    case .repeatedField(let name): "the field `\(name)` is there twice; take one away."
    case .badNumber(let field, let value): "`\(field)` is `\(value)`; it must be a whole number above 0."
    case .fenceNotClosed: "the code that begins here has no closing line ```."
    case .unknownFence(let word):
      "a fence `\(word)` means nothing here. The words are \(LessonReader.fenceWords.listed)."
    case .outputWithoutCode: "an expected output must stand right below the code that brings it forth."
    case .textBeforeFirstSection: "text must stand below a heading `## …`."
    case .noSections: "the lesson has no section; begin one with `## …`."
    case .unknownExercise(let id): "there is no exercise \(id); look at the folder Exercises for its number."
    case .question(let reason): "the question cannot be read: \(reason)"
    case .choiceWithoutReason(let choice): "the choice `\(choice)` gives no reason; add ` — ` and a sentence."
    case .noChecks: "there is no check; a check is a function below `@Test(\"what must hold (2 points)\")`."
    case .check(let reason): "the check cannot be used: \(reason)"
    case .hints(let found): "there are \(found) hints and must be 3, each below a heading `## Hint …`."
    case .missingFile(let name): "the file \(name) is missing from this folder."
    case .header(let field): "the file must begin with lines `// \(field): …`."
    case .unknownCheck(let name, let known): "there is no check `\(name)`. The checks are \(known.listed)."
    case .nameMismatch(let folder, let header): "the folder is called `\(folder)` and the header says `\(header)`."
    }
  }
}

extension [String] {
  /// The words with commas, and "and" before the last.
  var listed: String {
    guard let last, count > 1 else { return first ?? "none" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
