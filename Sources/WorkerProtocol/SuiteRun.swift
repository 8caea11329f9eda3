/// The tests of one module, to be run by Swift Testing.
public struct SuiteRun: Sendable, Equatable {
  /// The path of the library that runs tests, `libTesting.so` of the toolchain.
  public var testingLibrary: String
  /// Comes back with each record. Code in the worker's process that does not know it cannot make up a record.
  public var nonce: String

  public init(testingLibrary: String, nonce: String) {
    self.testingLibrary = testingLibrary
    self.nonce = nonce
  }
}

extension SuiteRun: WorkerMessage {
  package func write(to writer: inout ByteWriter) {
    writer.write(testingLibrary)
    writer.write(nonce)
  }

  package init(from reader: inout ByteReader) throws(MalformedMessage) {
    self.init(testingLibrary: try reader.readString(), nonce: try reader.readString())
  }
}
