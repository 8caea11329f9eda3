import FoundationEssentials

extension Display {
  /// The forms as Jupyter's messages carry them: text as text, bytes in base64, JSON as JSON.
  var dataJSON: JSON {
    .object(
      Dictionary(
        uniqueKeysWithValues: contents.map { type, content in
          switch content {
          case .text(let text): (type.rawValue, .string(text))
          case .data(let data): (type.rawValue, .string(data.base64EncodedString()))
          case .json(let value): (type.rawValue, value)
          }
        }))
  }

  var metadataJSON: JSON {
    .object(Dictionary(uniqueKeysWithValues: metadata.map { ($0.rawValue, $1) }))
  }
}
