import FoundationEssentials

/// What the first bytes of a picture tell: its format and its size in pixels.
struct ImageHeader: Equatable {
  enum Format: String {
    case png = "PNG"
    case jpeg = "JPEG"
  }

  var format: Format
  var width: Int
  var height: Int

  /// Reads the header, or returns `nil` if the data is no PNG and no JPEG.
  init?(_ data: Data) {
    if data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self.init(png: data)
    } else if data.starts(with: [0xFF, 0xD8, 0xFF]) {
      self.init(jpeg: data)
    } else {
      return nil
    }
  }

  func caption(bytes: Int) -> String {
    "\(format.rawValue) picture, \(width) × \(height) pixels, \(ByteCount(bytes))"
  }

  /// The chunk IHDR comes first and begins with two 32-bit numbers.
  private init?(png data: Data) {
    let bytes = [UInt8](data.prefix(24))
    guard bytes.count == 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    format = .png
    width = ImageHeader.number(bytes[16..<20])
    height = ImageHeader.number(bytes[20..<24])
  }

  /// Segments follow each other, each with its length; one of the kinds "start of frame" holds the size.
  private init?(jpeg data: Data) {
    let bytes = [UInt8](data.prefix(1 << 20))
    var position = 2
    while position + 9 <= bytes.count, bytes[position] == 0xFF {
      let marker = bytes[position + 1]
      if marker == 0xFF {
        position += 1
        continue
      }
      let isStartOfFrame = 0xC0...0xCF ~= marker && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isStartOfFrame {
        format = .jpeg
        height = ImageHeader.number(bytes[position + 5..<position + 7])
        width = ImageHeader.number(bytes[position + 7..<position + 9])
        return
      }
      position += 2 + ImageHeader.number(bytes[position + 2..<position + 4])
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
