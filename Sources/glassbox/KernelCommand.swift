import ArgumentParser

struct KernelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel", abstract: "Swift in Jupyter: run, install and examine the kernel.",
    subcommands: [
      KernelRunCommand.self, KernelInstallCommand.self, KernelUninstallCommand.self, KernelListCommand.self,
      KernelDoctorCommand.self,
    ])
}
