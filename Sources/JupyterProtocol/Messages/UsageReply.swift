/// What the kernel and its machine use, with the names and units that Jupyter's resource display expects.
public struct UsageReply: MessageContent {
  public static let messageType: MessageType = "usage_reply"

  public var hostname: String
  public var processID: Int
  /// Share of one processor, in percent; above 100 where several work.
  public var kernelProcessor: Double
  /// Bytes of the kernel and all its children, shared pages counted in parts.
  public var kernelMemory: Int
  public var processorCount: Int
  /// Share of the whole machine's processors, in percent.
  public var hostProcessor: Double
  public var hostMemory: HostMemory

  public init(
    hostname: String, processID: Int, kernelProcessor: Double, kernelMemory: Int, processorCount: Int,
    hostProcessor: Double, hostMemory: HostMemory
  ) {
    self.hostname = hostname
    self.processID = processID
    self.kernelProcessor = kernelProcessor
    self.kernelMemory = kernelMemory
    self.processorCount = processorCount
    self.hostProcessor = hostProcessor
    self.hostMemory = hostMemory
  }

  private enum CodingKeys: String, CodingKey {
    case hostname
    case processID = "pid"
    case kernelProcessor = "kernel_cpu"
    case kernelMemory = "kernel_memory"
    case processorCount = "cpu_count"
    case hostProcessor = "host_cpu_percent"
    case hostMemory = "host_virtual_memory"
  }
}
