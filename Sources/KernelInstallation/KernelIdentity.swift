/// The names under which Jupyter and people know the kernel.
public enum KernelIdentity {
  /// The version of the kit. The kernelspec carries it, so that the doctor notices one that is left over.
  public static let version = "0.1.0"
  /// The kernelspec's name: the folder in Jupyter's data and what `jupyter console --kernel` takes.
  public static let specificationName = "glassbox"
  /// The name that JupyterLab shows on its launcher.
  public static let displayName = "Swift (Glassbox)"
}
