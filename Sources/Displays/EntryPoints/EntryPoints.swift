/// Receives bytes: the context that the caller gave, the bytes, their count. The bytes live until it returns.
public typealias Emit = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>, Int) -> Void

/// Emits how the result of a cell looks: `{"data": {…}, "metadata": {…}}` in JSON.
///
/// Emits nothing if the value is not worth showing again, as the handle that `display(_:)` returns.
///
/// - Parameter value: Points to a Swift `Any`.
@c(glassbox_displays_result)
public func emitResult(value: UnsafeRawPointer, context: UnsafeMutableRawPointer?, emit: Emit) {
  let value = value.assumingMemoryBound(to: Any.self).pointee
  guard !(value is DisplayHandle) else { return }
  let display = Display(of: value)
  send(["data": display.dataJSON, "metadata": display.metadataJSON], context, emit)
}

/// Emits what the list of variables says: `{"type": …, "value": …, "shape": …, "bytes": …}` in JSON.
///
/// - Parameter value: Points to a Swift `Any`.
@c(glassbox_displays_describe)
public func emitDescription(value: UnsafeRawPointer, context: UnsafeMutableRawPointer?, emit: Emit) {
  let value = value.assumingMemoryBound(to: Any.self).pointee
  send(VariableSummary(of: value).json, context, emit)
}

/// Takes a comm message of the page, in JSON.
///
/// - Returns: 0 if it was delivered, 1 if it could not be read or nobody was there to take it.
@c(glassbox_displays_comm)
public func receiveComm(json: UnsafePointer<UInt8>, count: Int) -> Int32 {
  var parser = JSONParser(bytes: Array(UnsafeBufferPointer(start: json, count: max(count, 0))))
  guard let message = try? parser.parse() else { return 1 }
  return CommRegistry.shared.receive(message) ? 0 : 1
}

private func send(_ json: JSON, _ context: UnsafeMutableRawPointer?, _ emit: Emit) {
  json.bytes.withUnsafeBufferPointer { bytes in
    if let start = bytes.baseAddress { emit(context, start, bytes.count) }
  }
}
