import Glibc

enum Memory {
  /// The bytes of memory that this machine has.
  static let byteCount = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
}
