extension SafetensorsHeader {
  /// Brings the entries into the order of the file and sees to it that they cover its bytes, each byte once: then nothing
  /// can be hidden between tensors, and no byte is read as part of two.
  mutating func checkEntries(dataByteCount: Int, path: String) throws {
    func refused(_ problem: TensorFileProblem, _ entry: SafetensorsEntry? = nil) -> TensorFileError {
      TensorFileError(file: path, tensor: entry?.name, problem)
    }

    // Swift's sort is stable: empty tensors at the same place stay in the order of the header.
    entries.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var previous: SafetensorsEntry?
    for entry in entries {
      guard entry.range.upperBound <= dataByteCount else {
        throw refused(.header(.offsetsBeyondEnd(end: entry.range.upperBound, available: dataByteCount)), entry)
      }
      guard let byteCount = ArraySize.byteCount(entry.shape, entry.format) else {
        throw refused(.impossibleShape(entry.shape, entry.format), entry)
      }
      guard byteCount == entry.range.count else {
        let found = entry.range.count
        throw refused(.sizeMismatch(shape: entry.shape, entry.format, wanted: byteCount, found: found), entry)
      }
      let end = previous?.range.upperBound ?? 0
      guard entry.range.lowerBound <= end else {
        throw refused(.header(.hole(from: end, to: entry.range.lowerBound)), entry)
      }
      if let previous, entry.range.lowerBound < end {
        let overlapEnd = min(end, entry.range.upperBound)
        throw refused(.header(.overlap(with: previous.name, from: entry.range.lowerBound, to: overlapEnd)), entry)
      }
      previous = entry
    }
    let end = previous?.range.upperBound ?? 0
    guard end == dataByteCount else { throw refused(.header(.trailingBytes(from: end, to: dataByteCount))) }
  }
}
