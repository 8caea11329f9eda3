/// Parts replaced by others.
extension Tensor {
  /// Replaces a part. The new one has the same shape, or one that can be stretched to it.
  ///
  /// A variable that is a parameter stays one, with other numbers; everything else remembers where its parts come from.
  mutating func setPart(_ parts: [SubscriptPart], _ newValue: Tensor) {
    let entry = tapeEntry
    let stays = entry?.staysWhenWritten == true
    if stays, newValue.isOnTape, Tape.isRecording { stop(.computedIntoParameter(shape: shape)) }
    replacePart(parts, newValue)
    if stays { tapeEntry = entry }
  }

  private mutating func replacePart(_ parts: [SubscriptPart], _ newValue: Tensor) {
    let (partShape, strides, start) = place(of: parts)
    guard Shape.broadcast(newValue.shape, partShape) == partShape else {
      stop(.assignment(of: newValue.shape, to: partShape))
    }
    guard newValue.dtype <= dtype else { stop(.assignedType(newValue.dtype, to: dtype)) }
    write(newValue.broadcast(to: partShape), strides, from: start)
    guard isOnTape || newValue.isOnTape else { return }
    let newShape = newValue.shape
    self = withoutTape.recorded(
      "replaced", self, newValue,
      left: { upstream in
        // What has been replaced has no part in the result.
        var rest = upstream
        rest.replacePart(parts, rest.number(0))
        return rest
      }, right: { upstream in upstream.part(parts).summed(to: newShape) })
  }

  /// The shape of a part, and where its numbers are in a tensor of this shape that lies in row-major order.
  private func place(of parts: [SubscriptPart]) -> (shape: [Int], strides: [Int], start: Int) {
    let place = withoutTape.view(shape, Shape.rowMajorStrides(shape), offset: 0).part(parts)
    return (place.shape, place.strides, place.offset)
  }

  /// A number in this tensor's type, for being put into it. Stops the program if there is no such integer or truth value.
  func number(_ number: some TensorScalar) -> Tensor {
    switch dtype {
    case .float, .double:
      return .full([], number.double, dtype: dtype)
    case .int:
      guard let whole = number as? Int ?? Int(exactly: number.double) else {
        stop(.assignedNumber("\(number)", to: dtype))
      }
      return Tensor([whole], shape: [])
    case .bool:
      guard number.double == 0 || number.double == 1 else { stop(.assignedNumber("\(number)", to: dtype)) }
      return Tensor([number.double == 1], shape: [])
    }
  }
}
