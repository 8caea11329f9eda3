/// What the header of a safetensors file says of one tensor.
struct SafetensorsEntry: Sendable {
  var name: String
  var format: StoredFormat
  var shape: [Int]
  /// Where the numbers lie, counted from the end of the header.
  var range: Range<Int>
}
