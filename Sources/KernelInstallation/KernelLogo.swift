import Foundation

/// A picture that Jupyter shows for the kernel. The pictures are part of the program, so that it can be moved.
public struct KernelLogo: Sendable {
  /// The name that Jupyter looks for.
  public var fileName: String
  public var data: Data

  /// The small and the large bitmap, and the drawing that JupyterLab prefers.
  public static let all = [
    KernelLogo(fileName: "logo-32x32.png", data: Data(PackageResources.logo_32x32_png)),
    KernelLogo(fileName: "logo-64x64.png", data: Data(PackageResources.logo_64x64_png)),
    KernelLogo(fileName: "logo-svg.svg", data: Data(PackageResources.logo_svg_svg)),
  ]
}
