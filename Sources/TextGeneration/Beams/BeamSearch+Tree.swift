import Charts
import Glibc

extension [BeamSearch.Text] {
  /// The texts as a tree with the probability of each token, to be drawn.
  ///
  /// - Parameters:
  ///   - root: The prompt.
  ///   - name: How a token is shown.
  public func tree(after root: String, name: (Int) -> String) -> ProbabilityTree {
    ProbabilityTree(root, branches(self[...], depth: 0, name))
  }

  private func branches(_ texts: ArraySlice<BeamSearch.Text>, depth: Int, _ name: (Int) -> String) -> [Branch] {
    var order: [Int] = []
    var groups: [Int: [BeamSearch.Text]] = [:]
    for text in texts where text.ids.count > depth {
      if groups[text.ids[depth]] == nil { order.append(text.ids[depth]) }
      groups[text.ids[depth], default: []].append(text)
    }
    return order.compactMap { id in
      guard let group = groups[id], let first = group.first else { return nil }
      return Branch(name(id), exp(first.logProbabilities[depth]), branches(group[...], depth: depth + 1, name))
    }
  }
}
