/// A name for an axis in ``einsum(_:_:)``.
enum AxisLabel: Hashable {
  case letter(Character)
  /// One of the axes that `...` stands for, counted from the last one of them.
  case other(fromLast: Int)
}

/// `bij,bjk->bik`, read: which labels the axes of each operand and of the result have.
struct EinsumPattern {
  private(set) var operands: [[AxisLabel]] = []
  private(set) var result: [AxisLabel] = []
  private let text: String

  init(_ text: String, _ shapes: [[Int]]) {
    self.text = text
    let sides = text.filter { $0 != " " }.split(separator: "->", omittingEmptySubsequences: false)
    guard sides.count <= 2, let inputs = sides.first else { refuse(.arrows) }
    let names = inputs.split(separator: ",", omittingEmptySubsequences: false)
    guard names.count == shapes.count else { refuse(.operandCount(named: names.count, given: shapes.count)) }
    for (number, name) in names.enumerated() {
      operands.append(labels(name, others: shapes[number].count - name.count(where: \.isLetter)))
      guard operands[number].count == shapes[number].count else {
        refuse(.axisCount(operand: number, named: String(name), shape: shapes[number]))
      }
    }
    let all = operands.flatMap { $0 }
    let others = all.compactMap { if case .other(let place) = $0 { place } else { nil } }.max().map { $0 + 1 } ?? 0
    if sides.count == 2 {
      result = labels(sides[1], others: others)
    } else {
      result = (0..<others).reversed().map { .other(fromLast: $0) } + lettersThatOccurOnce(all)
    }
    for (place, label) in result.enumerated() {
      guard case .letter(let letter) = label else { continue }
      guard all.contains(label) else { refuse(.unknownResult(letter)) }
      guard !result[..<place].contains(label) else { refuse(.repeatedResult(letter)) }
    }
  }

  /// Without `->` the result has what occurs once, in the order of the alphabet.
  private func lettersThatOccurOnce(_ labels: [AxisLabel]) -> [AxisLabel] {
    let letters = labels.compactMap { if case .letter(let letter) = $0 { letter } else { nil } }
    return Set(letters).filter { letter in letters.count { $0 == letter } == 1 }.sorted().map { .letter($0) }
  }

  private func labels(_ name: Substring, others: Int) -> [AxisLabel] {
    var labels: [AxisLabel] = []
    var rest = name
    while let first = rest.first {
      if first.isASCII, first.isLetter {
        labels.append(.letter(first))
        rest.removeFirst()
      } else if rest.hasPrefix("..."), !labels.contains(where: { if case .other = $0 { true } else { false } }) {
        labels += (0..<max(others, 0)).reversed().map { .other(fromLast: $0) }
        rest.removeFirst(3)
      } else {
        refuse(.character(first))
      }
    }
    return labels
  }

  /// Stops the program because something is wrong with the pattern.
  func refuse(_ problem: EinsumProblem) -> Never { stop(.einsum(pattern: text, problem)) }
}
