/// The value of an expression, or why it has none.
public enum Evaluation: Sendable {
  case value(MIMEBundle)
  case failure(LanguageError)
}
