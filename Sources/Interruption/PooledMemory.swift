internal import CInterruption

/// Tells the address sanitizer how many bytes of a pool's memory may be used from now on; whoever touches another one is
/// then found. In any other build this does nothing. Cost: a nanosecond.
///
/// By itself the sanitizer takes everything in a pool for memory in use, and what was rounded up too.
package func noteUse(of start: UnsafeRawPointer, bytes used: Int, among size: Int) {
  sanitizer_note_use(start, used, size)
}
