/// What a template does, one after the other.
indirect enum Statement: Sendable {
  case text([MarkedScalar])
  case output(Expression)
  case condition([(test: Expression, body: [Statement])], otherwise: [Statement])
  case loop(Loop)
  case set(Target, Expression)
  case setBlock(Target, filters: [Expression], body: [Statement], Place)
  case macro(Macro, Place)
  case filterBlock([Expression], body: [Statement])
  case with([(target: Target, value: Expression)], body: [Statement])
  /// What the model writes, as the template marks it for training.
  case generation([Statement])
  case exit(Place)
  case next(Place)

  /// What gets a value.
  indirect enum Target: Sendable {
    case name(String)
    case attribute(String, String, Place)
    case several([Target], Place)
  }

  final class Loop: Sendable {
    let target: Target
    let values: Expression
    let condition: Expression?
    let body: [Statement]
    let otherwise: [Statement]

    init(
      _ target: Target, _ values: Expression, _ condition: Expression?, _ body: [Statement], _ otherwise: [Statement]
    ) {
      (self.target, self.values, self.condition, self.body, self.otherwise) = (
        target, values, condition, body, otherwise
      )
    }
  }

  final class Macro: Sendable {
    let name: String
    let parameters: [(name: String, standard: Expression?)]
    let body: [Statement]

    init(_ name: String, _ parameters: [(name: String, standard: Expression?)], _ body: [Statement]) {
      (self.name, self.parameters, self.body) = (name, parameters, body)
    }
  }
}
