extension RunOutcome: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    switch ending {
    case .success: writer.write(UInt8(1))
    case .failure(let failure):
      writer.write(UInt8(2))
      failure.write(to: &writer)
    case .interrupted(let backtrace):
      writer.write(UInt8(3))
      writer.write(backtrace) { $1.write(to: &$0) }
    }
    writer.write(initialized) { $0.write($1) }
    writer.write(types) { $0.write($1) }
    writer.write(hiddenLines)
    writer.write(hiddenBytes)
    writer.write(duration)
    writer.write(hasResult)
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    let ending: Ending
    switch try reader.readByte() {
    case 1: ending = .success
    case 2: ending = .failure(try RunFailure(from: &reader))
    case 3: ending = .interrupted(backtrace: try BacktraceFrame.list(from: &reader))
    case let other: throw .unknownValue(Int(other), of: "ending")
    }
    self.init(
      ending: ending,
      initialized: try reader.readList { (reader) throws(MalformedMessage) in try reader.readInt() },
      types: try reader.readList { (reader) throws(MalformedMessage) in try reader.readString() },
      hiddenLines: try reader.readInt(), hiddenBytes: try reader.readInt(), duration: try reader.readUInt64(),
      hasResult: try reader.readBool())
  }
}

extension RunFailure: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(message)
    writer.write(errorType)
    writer.write(backtrace) { $1.write(to: &$0) }
    writer.write(isOnOtherThread)
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    let kind = try reader.readByte()
    guard let kind = Kind(rawValue: kind) else { throw .unknownValue(Int(kind), of: "kind of failure") }
    self.init(
      kind: kind, message: try reader.readString(), errorType: try reader.readString(),
      backtrace: try BacktraceFrame.list(from: &reader), isOnOtherThread: try reader.readBool())
  }
}

extension BacktraceFrame: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    writer.write(library)
    writer.write(offset)
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    self.init(library: try reader.readString(), offset: try reader.readUInt64())
  }

  static func list(from reader: inout ByteReader) throws(MalformedMessage) -> [BacktraceFrame] {
    try reader.readList { (reader) throws(MalformedMessage) in try BacktraceFrame(from: &reader) }
  }
}

extension VariableDescription: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    reference.write(to: &writer)
    writer.write(type)
    writer.write(value)
    writer.write(shape)
    writer.write(bytes)
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    self.init(
      reference: try VariableReference(from: &reader), type: try reader.readString(), value: try reader.readString(),
      shape: try reader.readString(), bytes: try reader.readInt())
  }
}
