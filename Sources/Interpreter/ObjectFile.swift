import Foundation

/// The little that has to be known of an ELF file: its sections and its symbols.
struct ObjectFile {
  private let bytes: [UInt8]

  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path), data.count > 64,
      data.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    else { return nil }
    bytes = Array(data)
  }

  private func integer<Value: FixedWidthInteger>(_ offset: Int, as type: Value.Type) -> Int {
    let size = MemoryLayout<Value>.size
    guard offset >= 0, offset + size <= bytes.count else { return 0 }
    var value: Value = 0
    for index in (0..<size).reversed() { value = value << 8 | Value(truncatingIfNeeded: bytes[offset + index]) }
    return Int(truncatingIfNeeded: value)
  }

  private func text(at offset: Int) -> String {
    guard offset >= 0, offset < bytes.count else { return "" }
    let end = bytes[offset...].firstIndex(of: 0) ?? bytes.count
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }

  private struct Section {
    var name: Int
    var type: Int
    var offset: Int
    var size: Int
    var link: Int
  }

  private var sections: [Section] {
    let start = integer(0x28, as: UInt64.self)
    let size = integer(0x3A, as: UInt16.self)
    let count = integer(0x3C, as: UInt16.self)
    guard size >= 64, start + size * count <= bytes.count else { return [] }
    return (0..<count).map { index in
      let base = start + index * size
      return Section(
        name: integer(base, as: UInt32.self), type: integer(base + 4, as: UInt32.self),
        offset: integer(base + 24, as: UInt64.self), size: integer(base + 32, as: UInt64.self),
        link: integer(base + 40, as: UInt32.self))
    }
  }

  /// The names of the symbols that the dynamic linker sees.
  var dynamicSymbols: [String] {
    let sections = sections
    var names: [String] = []
    for section in sections where section.type == 11 && section.link < sections.count {
      let strings = sections[section.link]
      for entry in stride(from: section.offset, to: min(section.offset + section.size, bytes.count), by: 24) {
        let index = integer(entry + 6, as: UInt16.self)
        if index != 0 { names.append(text(at: strings.offset + integer(entry, as: UInt32.self))) }
      }
    }
    return names
  }

  /// The flags for the linker that the compiler has noted, for instance `-lFoundation`.
  var autolinkFlags: [String] {
    let sections = sections
    let names = integer(0x3E, as: UInt16.self)
    guard names < sections.count else { return [] }
    for section in sections where text(at: sections[names].offset + section.name) == ".swift1_autolink_entries" {
      let end = min(section.offset + section.size, bytes.count)
      guard section.offset < end else { return [] }
      return bytes[section.offset..<end].split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
    return []
  }
}
