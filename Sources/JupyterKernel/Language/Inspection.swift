/// What is known about a name.
public enum Inspection: Sendable {
  case found(MIMEBundle)
  case notFound
}
