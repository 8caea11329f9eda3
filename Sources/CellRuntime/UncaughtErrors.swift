internal import CWorkerRuntime

/// Ends a cell because of an error that nothing has caught.
enum UncaughtErrors {
  static func connect() {
    gb_set_describe_error { error, kind in
      let error = unsafeBitCast(error, to: (any Error).self)
      let text = String(describing: error)
      gb_fail(
        kind, kind == GB_END_TRAP ? "'try!' expression unexpectedly raised an error: \(text)" : text,
        _typeName(type(of: error), qualified: true))
    }
  }
}
