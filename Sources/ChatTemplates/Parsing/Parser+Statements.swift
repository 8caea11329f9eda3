extension Parser {
  /// Statements up to a tag with one of some names, which is read but for its end; without names, up to the end of the template.
  mutating func statements(until names: Set<String>) throws -> [Statement] {
    var statements: [Statement] = []
    while true {
      switch token.kind {
      case .data(let text):
        take()
        statements.append(.text(MarkedText(text).scalars))
      case .printBegin:
        take()
        statements.append(.output(try tuple()))
        try expect(.printEnd)
      case .tagBegin:
        take()
        guard case .name(let name) = token.kind else { throw unexpected("the name of a tag") }
        if names.contains(name) { return statements }
        statements.append(try deeper { try $0.statement(name) })
      case .end:
        guard names.isEmpty else { throw unexpected("{% \(names.sorted().joined(separator: " %} or {% ")) %}") }
        return statements
      default: throw unexpected("text or a tag")
      }
    }
  }

  /// The body of a block up to its last tag, which is read.
  private mutating func body(until end: String) throws -> [Statement] {
    try expect(.tagEnd)
    let body = try statements(until: [end])
    take()
    try expect(.tagEnd)
    return body
  }

  private mutating func statement(_ name: String) throws -> Statement {
    let start = place
    take()
    switch name {
    case "if": return try condition()
    case "for": return try loop()
    case "set": return try assignment(start)
    case "macro": return try macro(start)
    case "with": return try with()
    case "filter":
      var filters: [Expression] = []
      repeat { filters.append(try filter(of: nil)) } while takeSign(if: "|")
      return .filterBlock(filters, body: try body(until: "endfilter"))
    case "generation": return .generation(try body(until: "endgeneration"))
    case "print":
      var values: [Statement] = []
      repeat { values.append(.output(try expression())) } while takeSign(if: ",")
      try expect(.tagEnd)
      return .condition([], otherwise: values)
    case "break", "continue":
      try expect(.tagEnd)
      return name == "break" ? .exit(start) : .next(start)
    default: throw TemplateError(.unsupported("the tag '\(name)'"), start)
    }
  }

  private mutating func condition() throws -> Statement {
    var branches: [(test: Expression, body: [Statement])] = []
    while true {
      let test = try tuple()
      try expect(.tagEnd)
      branches.append((test, try statements(until: ["elif", "else", "endif"])))
      if takeName(if: "elif") { continue }
      var otherwise: [Statement] = []
      if takeName(if: "else") {
        otherwise = try body(until: "endif")
      } else {
        take()
        try expect(.tagEnd)
      }
      return .condition(branches, otherwise: otherwise)
    }
  }

  private mutating func loop() throws -> Statement {
    let target = try target()
    try expect(.name("in"))
    let values = try tuple(withChoice: false)
    let condition = takeName(if: "if") ? try expression() : nil
    if isName("recursive") { throw TemplateError(.unsupported("'recursive'"), place) }
    try expect(.tagEnd)
    let body = try statements(until: ["else", "endfor"])
    var otherwise: [Statement] = []
    if takeName(if: "else") {
      otherwise = try self.body(until: "endfor")
    } else {
      take()
      try expect(.tagEnd)
    }
    return .loop(Statement.Loop(target, values, condition, body, otherwise))
  }

  private mutating func assignment(_ start: Place) throws -> Statement {
    let target = try target(takesAttribute: true)
    if takeSign(if: "=") {
      let value = try tuple()
      try expect(.tagEnd)
      return .set(target, value)
    }
    var filters: [Expression] = []
    while takeSign(if: "|") { filters.append(try filter(of: nil)) }
    return .setBlock(target, filters: filters, body: try body(until: "endset"), start)
  }

  private mutating func macro(_ start: Place) throws -> Statement {
    let name = try name()
    try expect(.sign("("))
    var parameters: [(name: String, standard: Expression?)] = []
    while !takeSign(if: ")") {
      if !parameters.isEmpty { try expect(.sign(",")) }
      let parameter = try self.name()
      parameters.append((parameter, takeSign(if: "=") ? try expression() : nil))
    }
    return .macro(Statement.Macro(name, parameters, try body(until: "endmacro")), start)
  }

  private mutating func with() throws -> Statement {
    var values: [(target: Statement.Target, value: Expression)] = []
    while token.kind != .tagEnd {
      if !values.isEmpty { try expect(.sign(",")) }
      let target = try target()
      try expect(.sign("="))
      values.append((target, try expression()))
    }
    return .with(values, body: try body(until: "endwith"))
  }

  /// One name or several with commas between, with or without brackets.
  private mutating func target(takesAttribute: Bool = false) throws -> Statement.Target {
    let start = place
    var targets: [Statement.Target] = []
    var hasComma = false
    repeat {
      if hasComma, !isTargetStart { break }
      if takeSign(if: "(") {
        targets.append(try deeper { try $0.target() })
        try expect(.sign(")"))
      } else {
        let name = try name()
        if takesAttribute, !hasComma, takeSign(if: ".") { return .attribute(name, try self.name(), start) }
        targets.append(.name(name))
      }
      hasComma = isSign(",") || hasComma
    } while takeSign(if: ",")
    return hasComma ? .several(targets, start) : targets[0]
  }

  private var isTargetStart: Bool {
    if case .name(let name) = token.kind { name != "in" } else { isSign("(") }
  }
}
