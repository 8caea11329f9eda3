internal import CWorkerRuntime
internal import WorkerProtocol

// What the learner's library calls. It finds these functions by name in the program that has loaded it; `@usableFromInline`
// keeps an optimised build from dropping them, since nothing here calls them.

@usableFromInline @_cdecl("glassbox_host_display")
func display(_ json: UnsafePointer<UInt8>, _ count: Int) {
  let run = Int(gb_current_run())
  let message = String(decoding: UnsafeBufferPointer(start: json, count: count), as: UTF8.self)
  EventQueue.send(.display(run: run, message: message), run: run)
}

@usableFromInline @_cdecl("glassbox_host_comm")
func comm(_ json: UnsafePointer<UInt8>, _ count: Int) {
  let run = Int(gb_current_run())
  let message = String(decoding: UnsafeBufferPointer(start: json, count: count), as: UTF8.self)
  EventQueue.send(.comm(run: run, message: message), run: run)
}

@usableFromInline @_cdecl("glassbox_host_is_interactive")
func isInteractive() -> Int32 { 1 }
