import Glibc
internal import WorkerProtocol

/// Runs the tests of a loaded module by Swift Testing, one after the other, and reports what happens.
///
/// Swift Testing is found at run time, by the C function that it has for tools. A process that runs no tests never loads
/// it, nor what it brings along.
struct TestSuite {
  let run: Int
  let module: String
  let suite: SuiteRun

  private typealias EntryPoint =
    @convention(thin) @Sendable (UnsafeRawBufferPointer?, @escaping @Sendable (UnsafeRawBufferPointer) -> Void)
    async
    throws -> Bool

  /// Returns why the tests could not be run, or `nil`. How they went is in the records.
  func perform() -> String? {
    guard let library = dlopen(suite.testingLibrary, RTLD_NOW | RTLD_GLOBAL),
      let symbol = dlsym(library, "swt_abiv0_getEntryPoint")
    else {
      return "Swift Testing cannot be loaded from \(suite.testingLibrary)"
    }
    let entryPoint = unsafeBitCast(
      unsafeBitCast(symbol, to: (@convention(c) () -> UnsafeRawPointer).self)(), to: EntryPoint.self)
    let run = run
    let nonce = suite.nonce
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: options.utf8.count, alignment: 1)
    defer { bytes.deallocate() }
    bytes.copyBytes(from: options.utf8)
    do {
      _ = try wait {
        try await entryPoint(UnsafeRawBufferPointer(bytes)) { record in
          EventQueue.send(.record(run: run, nonce: nonce, text: String(decoding: record, as: UTF8.self)), run: run)
        }
      }
      return nil
    } catch {
      return "the tests cannot be run: \(error)"
    }
  }

  /// What Swift Testing is told, as JSON: this module's tests only, one at a time, nothing on the console.
  private var options: String {
    #"{"verbosity": \#(Int.min), "filter": ["^\#(module)\\."], "parallel": false, "eventStreamVersion": "6.3"}"#
  }
}
