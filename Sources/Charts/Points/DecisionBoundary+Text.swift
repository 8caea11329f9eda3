import Displays

extension DecisionBoundary {
  /// What the ground of each class is made of: pale marks that letters stand out from.
  private static let marks: [Character] = ["·", ":", " ", "-", "=", "+"]

  /// The plane in pale marks for what the model says, on which the points stand as letters.
  public func text(width: Int) -> String {
    let columns = min(max(width - 2, 8), 60)
    let rows = columns * 2 / 5
    var letters = (0..<rows).map { row in
      (0..<columns).map { column in
        ground(grid[(rows - 1 - row) * grid.count / rows][column * grid.count / columns])
      }
    }
    for (point, number) in zip(points, classes) {
      guard let xShare = x.share(point[0]), let yShare = y.share(point[1]) else { continue }
      let row = Int(((1 - yShare) * Double(rows - 1)).rounded())
      letters[row][Int((xShare * Double(columns - 1)).rounded())] = letter(number)
    }
    let heading = title.isEmpty ? [] : [Lettering.name(title, columns: width)]
    let legend = names.enumerated().map { index, name in
      let mark = ground(index)
      return "\(letter(index)) \(Lettering.name(name)), \(mark == " " ? "on nothing" : "on \(mark)")"
    }
    let key = "\(legend.joined(separator: "   "))   (letters: points)"
    // A row that begins with the mark of nothing is no text to be wrapped.
    let words = (heading + [key]).flatMap { $0.wrapped(width) }
    return (words + letters.map { String($0) } + summary.wrapped(width)).joined(separator: "\n")
  }

  private func letter(_ number: Int) -> Character { Character(Unicode.Scalar(UInt8(65 + number % 26))) }

  private func ground(_ number: Int) -> Character {
    number < 0 ? "?" : DecisionBoundary.marks[number % DecisionBoundary.marks.count]
  }

  public var words: String {
    let name = title.isEmpty ? "Decision boundary." : "Decision boundary: \(Lettering.name(title, columns: 64))."
    return "\(name) \(summary)"
  }

  private var summary: String {
    let places = Double(grid.count * grid.count)
    let shares = names.indices.map { number in
      let share = Double(grid.reduce(0) { $0 + $1.count { $0 == number } }) / places
      return "\(Lettering.name(names[number])) \(Int((share * 100).rounded())) %"
    }
    let extent =
      "from left to right \(x.labels.first ?? "") to \(x.labels.last ?? ""), "
      + "from bottom to top \(y.labels.first ?? "") to \(y.labels.last ?? "")"
    return "The plane \(extent) goes to \(shares.joined(separator: ", ")). "
      + "\(correct) of \(points.count) points lie where the model names their class."
  }
}
