import Foundation

/// A kernelspec that was found in one of Jupyter's folders.
public struct InstalledKernel: Sendable, Equatable {
  public var name: String
  public var folder: URL
  public var specification: KernelSpecification

  public init(name: String, folder: URL, specification: KernelSpecification) {
    self.name = name
    self.folder = folder
    self.specification = specification
  }

  /// Whether the program that Jupyter would start is there and may be run.
  public var canStart: Bool {
    guard let program = specification.argv.first else { return false }
    return FileManager.default.isExecutableFile(atPath: program)
  }
}
