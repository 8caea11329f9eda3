import Foundation
import JupyterKernel

/// A message of the cells' module `Displays`, read from its JSON text.
struct DisplayMessage: Decodable {
  enum Kind: String, Decodable {
    case result, display, update, clear
  }

  var kind: Kind
  var data: [String: JSONValue]
  var metadata: [String: JSONValue]
  var identifier: String?
  var waits: Bool

  private enum CodingKeys: String, CodingKey {
    case kind, data, metadata
    case identifier = "display_id"
    case waits = "wait"
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    kind = try fields.decode(Kind.self, forKey: .kind)
    data = try fields.decodeIfPresent([String: JSONValue].self, forKey: .data) ?? [:]
    metadata = try fields.decodeIfPresent([String: JSONValue].self, forKey: .metadata) ?? [:]
    identifier = try fields.decodeIfPresent(String.self, forKey: .identifier)
    waits = try fields.decodeIfPresent(Bool.self, forKey: .waits) ?? false
  }

  /// Reads a message; `nil` if it is none.
  init?(_ json: String) {
    guard let message = try? JSONDecoder().decode(DisplayMessage.self, from: Data(json.utf8)) else { return nil }
    self = message
  }

  var bundle: MIMEBundle { MIMEBundle(data: data, metadata: metadata) }
}
