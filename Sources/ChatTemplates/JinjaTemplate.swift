/// A text with gaps and conditions in the language Jinja, which chat models bring to say how a conversation is written for them.
///
///     let template = try JinjaTemplate("{% for name in names %}{{ loop.index }}. {{ name|upper }} {% endfor %}")
///     try template.filled(with: ["names": ["Ada", "Bo"]]).text     // "1. ADA 2. BO "
///
/// It is set as in `transformers`: `trim_blocks` and `lstrip_blocks`, `break` and `continue`, `raise_exception`, `strftime_now`, a
/// `tojson` that leaves signs as they are. What is not here is refused by its name, with line and column. A template sees the
/// given values and nothing else, and it ends: steps, nesting and characters are counted. Cost: in line with the steps that
/// the template takes. Source: the documentation of Jinja 3.1.
public struct JinjaTemplate: Sendable {
  private let statements: [Statement]

  /// - Throws: ``TemplateError`` where the text is no template, or has something that is not supported.
  public init(_ text: String) throws { statements = try Parser.statements(of: text) }

  /// Fills the template in.
  ///
  /// - Parameters:
  ///   - values: What the template may use, by name.
  ///   - limits: How much it may do.
  ///   - date: What `strftime_now` takes for now.
  /// - Throws: ``TemplateError`` if values are missing or of the wrong kind, the template does too much, or says that something is
  ///   wrong.
  public func filled(
    with values: [String: TemplateValue], limits: TemplateLimits = TemplateLimits(),
    date: @escaping @Sendable () -> TemplateDate = { .now }
  ) throws -> FilledTemplate {
    let evaluator = Evaluator(values.mapValues { Value($0) }, limits, date: date)
    let flow = try evaluator.run(statements)
    guard flow == .through else { throw TemplateError(.unsupported("'break' or 'continue' outside a loop"), 1, 1) }
    return FilledTemplate(evaluator.output, generated: evaluator.generated)
  }
}
