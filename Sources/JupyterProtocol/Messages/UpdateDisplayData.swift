/// Replaces every output that was shown under an identifier, in whichever cell.
public struct UpdateDisplayData: MessageContent {
  public static let messageType: MessageType = "update_display_data"

  public var data: [String: JSONValue]
  public var metadata: [String: JSONValue]
  public var transient: DisplayTransient

  public init(_ bundle: MIMEBundle, identifier: String) {
    data = bundle.data
    metadata = bundle.metadata
    transient = DisplayTransient(displayID: identifier)
  }
}
