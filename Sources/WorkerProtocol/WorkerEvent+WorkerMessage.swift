extension WorkerEvent: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .ready(let processIdentifier):
      writer.write(UInt8(1))
      writer.write(UInt32(bitPattern: processIdentifier))
    case .output(let run, let stream, let text):
      writer.write(UInt8(2))
      writer.write(run)
      writer.write(stream.rawValue)
      writer.write(text)
    case .display(let run, let message):
      writer.write(UInt8(3))
      writer.write(run)
      writer.write(message)
    case .inputRequested(let run, let prompt, let isPassword):
      writer.write(UInt8(4))
      writer.write(run)
      writer.write(prompt)
      writer.write(isPassword)
    case .finished(let run, let outcome):
      writer.write(UInt8(5))
      writer.write(run)
      outcome.write(to: &writer)
    case .described(let request, let variables):
      writer.write(UInt8(6))
      writer.write(request)
      writer.write(variables) { $1.write(to: &$0) }
    case .completed(let request, let failure):
      writer.write(UInt8(7))
      writer.write(request)
      writer.write(failure) { $0.write($1) }
    case .comm(let run, let message):
      writer.write(UInt8(8))
      writer.write(run)
      writer.write(message)
    case .record(let run, let nonce, let text):
      writer.write(UInt8(9))
      writer.write(run)
      writer.write(nonce)
      writer.write(text)
    }
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    switch try reader.readByte() {
    case 1: self = .ready(processIdentifier: Int32(bitPattern: try reader.readUInt32()))
    case 2:
      let run = try reader.readInt()
      let stream = try reader.readByte()
      guard let stream = OutputStream(rawValue: stream) else {
        throw .unknownValue(Int(stream), of: "output stream")
      }
      self = .output(run: run, stream: stream, text: try reader.readString())
    case 3: self = .display(run: try reader.readInt(), message: try reader.readString())
    case 4:
      self = .inputRequested(
        run: try reader.readInt(), prompt: try reader.readString(), isPassword: try reader.readBool())
    case 5: self = .finished(run: try reader.readInt(), outcome: try RunOutcome(from: &reader))
    case 6:
      self = .described(
        request: try reader.readInt(),
        variables: try reader.readList { (reader) throws(MalformedMessage) in try VariableDescription(from: &reader) })
    case 7:
      self = .completed(
        request: try reader.readInt(),
        failure: try reader.readOptional { (reader) throws(MalformedMessage) in try reader.readString() })
    case 8: self = .comm(run: try reader.readInt(), message: try reader.readString())
    case 9:
      self = .record(run: try reader.readInt(), nonce: try reader.readString(), text: try reader.readString())
    case let other: throw .unknownValue(Int(other), of: "event")
    }
  }
}
