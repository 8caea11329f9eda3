/// A value to show in the output of a cell.
public struct DisplayData: MessageContent {
  public static let messageType: MessageType = "display_data"

  public var data: [String: JSONValue]
  public var metadata: [String: JSONValue]
  public var transient: DisplayTransient

  public init(_ bundle: MIMEBundle, identifier: String?) {
    data = bundle.data
    metadata = bundle.metadata
    transient = DisplayTransient(displayID: identifier)
  }
}
