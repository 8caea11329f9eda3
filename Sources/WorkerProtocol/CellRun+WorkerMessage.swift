extension CellRun: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    writer.write(run)
    writer.write(number)
    writer.write(module)
    writer.write(library)
    writer.write(entry)
    writer.write(variables) { $1.write(to: &$0) }
    writer.write(allowsInput)
    writer.write(outputLimit)
    writer.write(suite) { $1.write(to: &$0) }
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    self.init(
      run: try reader.readInt(), number: try reader.readInt(), module: try reader.readString(),
      library: try reader.readString(),
      entry: try reader.readString(),
      variables: try reader.readList { (reader) throws(MalformedMessage) in try VariableSlot(from: &reader) },
      allowsInput: try reader.readBool(), outputLimit: try reader.readInt(),
      suite: try reader.readOptional { (reader) throws(MalformedMessage) in try SuiteRun(from: &reader) })
  }
}

extension VariableSlot: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(symbol)
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    self.init(name: try reader.readString(), symbol: try reader.readString())
  }
}

extension VariableReference: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    writer.write(module)
    writer.write(index)
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    self.init(module: try reader.readString(), index: try reader.readInt())
  }
}

extension InputReply: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .line(let line):
      writer.write(UInt8(1))
      writer.write(line)
    case .endOfFile: writer.write(UInt8(2))
    case .refused: writer.write(UInt8(3))
    }
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    switch try reader.readByte() {
    case 1: self = .line(try reader.readString())
    case 2: self = .endOfFile
    case 3: self = .refused
    case let other: throw .unknownValue(Int(other), of: "answer to a request for input")
    }
  }
}
