/// What was wrong with a call: the facts. The words for the learner are its ``description``.
enum GraphMistake: Error, Equatable, CustomStringConvertible {
  case unknownInput(Int, of: String, nodes: Int)
  case circle(from: String, to: String)

  var description: String {
    switch self {
    case .unknownInput(let input, let title, let nodes):
      "Node \(title) takes node \(input) as its input, which the graph does not have: "
        + (nodes == 0 ? "it is still empty." : "its nodes go from 0 to \(nodes - 1).")
        + " Add the inputs first, and pass the numbers that add returns."
    case .circle(let from, let to):
      "An arrow from \(from) to \(to) would close a circle, as arrows lead from \(to) to \(from) already."
        + " A diagram goes one way: give the box another name where it comes again, such as \(to) (next step)."
    }
  }
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
func stop(_ mistake: GraphMistake) -> Never {
  fatalError(mistake.description)
}
