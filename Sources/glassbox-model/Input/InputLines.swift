import ArgumentParser
import Foundation

/// The lines of the standard input, one after the other as they come.
///
/// A line ends with LF or CR LF, and an empty one is a line too. A byte order mark before the first is left out.
struct InputLines {
  private var bytes: [UInt8] = []
  /// Where the next line begins in the bytes.
  private var start = 0
  private var isAtEnd = false
  private(set) var number = 0

  /// The next line, without its end; `nil` behind the last one.
  /// - Throws: `ValidationError` that names the line if it is no UTF-8.
  mutating func next() throws -> String? {
    var searched = start
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return try line(bytes[start..<end])
      }
      guard !isAtEnd else {
        defer { start = bytes.count }
        return start < bytes.count ? try line(bytes[start...]) : nil
      }
      bytes.removeFirst(start)
      (start, searched) = (0, bytes.count)
      let more = FileHandle.standardInput.availableData
      isAtEnd = more.isEmpty
      bytes += more
    }
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) throws -> String {
    number += 1
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ValidationError("Line \(number) of the standard input is no text in UTF-8.")
    }
    var scalars = text.unicodeScalars[...]
    if number == 1, scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    if scalars.last == "\r" { scalars.removeLast() }
    return String(scalars)
  }
}
