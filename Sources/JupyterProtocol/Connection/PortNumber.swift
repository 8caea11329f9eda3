/// A port, which connection files write as a number or as text.
struct PortNumber: Decodable {
  var number: Int

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self.number = number
      return
    }
    let text = try container.decode(String.self)
    guard let number = Int(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(text)\" is no port number")
    }
    self.number = number
  }
}
