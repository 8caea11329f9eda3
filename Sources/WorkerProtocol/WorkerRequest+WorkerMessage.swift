extension WorkerRequest: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .run(let run):
      writer.write(UInt8(1))
      run.write(to: &writer)
    case .interrupt(let run):
      writer.write(UInt8(2))
      writer.write(run)
    case .input(let run, let reply):
      writer.write(UInt8(3))
      writer.write(run)
      reply.write(to: &writer)
    case .describe(let request, let variables):
      writer.write(UInt8(4))
      writer.write(request)
      writer.write(variables) { $1.write(to: &$0) }
    case .load(let request, let library):
      writer.write(UInt8(5))
      writer.write(request)
      writer.write(library)
    case .setEnvironment(let name, let value):
      writer.write(UInt8(6))
      writer.write(name)
      writer.write(value) { $0.write($1) }
    case .changeDirectory(let request, let path):
      writer.write(UInt8(7))
      writer.write(request)
      writer.write(path)
    case .comm(let run, let message):
      writer.write(UInt8(8))
      writer.write(run)
      writer.write(message)
    case .forgetResults:
      writer.write(UInt8(9))
    case .shutdown:
      writer.write(UInt8(10))
    }
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    switch try reader.readByte() {
    case 1: self = .run(try CellRun(from: &reader))
    case 2: self = .interrupt(run: try reader.readInt())
    case 3: self = .input(run: try reader.readInt(), reply: try InputReply(from: &reader))
    case 4:
      self = .describe(
        request: try reader.readInt(),
        variables: try reader.readList { (reader) throws(MalformedMessage) in try VariableReference(from: &reader) })
    case 5: self = .load(request: try reader.readInt(), library: try reader.readString())
    case 6:
      self = .setEnvironment(
        name: try reader.readString(),
        value: try reader.readOptional { (reader) throws(MalformedMessage) in try reader.readString() })
    case 7: self = .changeDirectory(request: try reader.readInt(), path: try reader.readString())
    case 8: self = .comm(run: try reader.readInt(), message: try reader.readString())
    case 9: self = .forgetResults
    case 10: self = .shutdown
    case let other: throw .unknownValue(Int(other), of: "request")
    }
  }
}
