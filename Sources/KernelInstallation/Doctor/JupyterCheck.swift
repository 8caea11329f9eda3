import Foundation

/// Looks for the kernelspec, and for a Jupyter that sees it.
struct JupyterCheck {
  var surroundings: Surroundings

  func findings() async -> [Finding] {
    let python = await jupyterEnvironment()
    let kernels = installedKernels(python: python)
    return specifications(kernels) + [await jupyter(python, sees: kernels)]
  }

  /// The active environment if Jupyter is in it, else the repository's own.
  private func jupyterEnvironment() async -> PythonEnvironment? {
    if let active = await PythonEnvironment.active(environment: surroundings.environment),
      active.program("jupyter") != nil
    {
      return active
    }
    return PythonEnvironment.beside(executable: surroundings.executable)
  }

  private func installedKernels(python: PythonEnvironment?) -> [InstalledKernel] {
    let places = [InstallationPlace.user] + (python.map { [.prefix($0.prefix)] } ?? [])
    return places.flatMap { place in
      KernelInstaller(kernelsFolder: place.kernelsFolder(environment: surroundings.environment)).installed()
    }
  }

  private func specifications(_ kernels: [InstalledKernel]) -> [Finding] {
    let subject = "kernelspec"
    guard !kernels.isEmpty else {
      return [
        .failure(
          subject, "the kernel is not installed", remedy: "Run `make kernel`, or `glassbox kernel install --user`.")
      ]
    }
    return kernels.map { kernel in
      let again = "Run `glassbox kernel install` once more, with the same place and name."
      guard kernel.canStart else {
        let program = kernel.specification.argv.first ?? "no program"
        return .failure(subject, "\(kernel.folder.path) starts \(program), which is not there", remedy: again)
      }
      let version = kernel.specification.metadata.glassbox?.version ?? "unknown"
      guard version == KernelIdentity.version else {
        return .warning(
          subject, "\(kernel.folder.path) was written by version \(version), this is \(KernelIdentity.version)",
          remedy: again)
      }
      guard kernel.specification.argv.first == surroundings.executable.path else {
        return .warning(
          subject, "\(kernel.folder.path) starts another copy, \(kernel.specification.argv.first ?? "")", remedy: again)
      }
      return .ok(subject, kernel.folder.path)
    }
  }

  private func jupyter(_ python: PythonEnvironment?, sees kernels: [InstalledKernel]) async -> Finding {
    let subject = "jupyter"
    guard let python, let program = python.program("jupyter") else {
      return .warning(
        subject, "no Jupyter found",
        remedy: "Run `make setup`, or activate the Python environment that has Jupyter; the terminal course needs none."
      )
    }
    guard let answer = try? await CommandRun.of(program, ["kernelspec", "list", "--json"]), answer.succeeded else {
      return .failure(
        subject, "\(program.path) kernelspec list fails", remedy: "Run `make setup` to install the Python side again.")
    }
    guard kernels.contains(where: { answer.output.contains("\"\($0.folder.path)\"") }) || kernels.isEmpty else {
      return .failure(
        subject, "\(program.path) does not see the kernel",
        remedy: "Install it where this Jupyter looks: `glassbox kernel install --prefix \(python.prefix.path)`.")
    }
    return .ok(subject, program.path)
  }
}
