import JupyterProtocol

extension HostMemory {
  /// The memory of this machine at this moment.
  static func now() -> HostMemory {
    let fields = ProcessTable.fields("/proc/meminfo")
    let total = fields["MemTotal"] ?? 0
    let available = fields["MemAvailable"] ?? 0
    return HostMemory(
      total: total, available: available, percent: total > 0 ? 100 * Double(total - available) / Double(total) : 0,
      used: total - available, free: fields["MemFree"] ?? 0, active: fields["Active"] ?? 0,
      inactive: fields["Inactive"] ?? 0, buffers: fields["Buffers"] ?? 0, cached: fields["Cached"] ?? 0,
      shared: fields["Shmem"] ?? 0)
  }
}
