/// One way on in a tree of probabilities: a token, how likely it is after those before it, and what may follow.
public struct Branch: Sendable, Equatable {
  /// The token.
  public var token: String
  /// How likely the token is after those before it, from 0 to 1.
  public var probability: Double
  /// What may follow.
  public var branches: [Branch]

  /// Makes a branch, by itself the end of a path.
  public init(_ token: String, _ probability: Double, _ branches: [Branch] = []) {
    (self.token, self.probability, self.branches) = (token, probability, branches)
  }
}
