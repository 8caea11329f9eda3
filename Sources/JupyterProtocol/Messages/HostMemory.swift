/// The memory of the machine, in bytes.
public struct HostMemory: Codable, Sendable, Hashable {
  public var total: Int
  public var available: Int
  /// The part that is not available, in percent.
  public var percent: Double
  public var used: Int
  public var free: Int
  public var active: Int
  public var inactive: Int
  public var buffers: Int
  public var cached: Int
  public var shared: Int

  public init(
    total: Int, available: Int, percent: Double, used: Int, free: Int, active: Int, inactive: Int, buffers: Int,
    cached: Int, shared: Int
  ) {
    self.total = total
    self.available = available
    self.percent = percent
    self.used = used
    self.free = free
    self.active = active
    self.inactive = inactive
    self.buffers = buffers
    self.cached = cached
    self.shared = shared
  }
}
