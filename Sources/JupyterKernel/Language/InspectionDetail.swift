/// How much a front end wants to know about a name.
public enum InspectionDetail: Sendable {
  case usual
  /// The source as well, where it can be had.
  case full
}
