import JupyterKernel

/// The smallest kernel: it says what it is told. It shows how little a language must do, and lets the protocol be
/// tested without a compiler.
@main
struct EchoKernel {
  static func main() async {
    await KernelCommand.main(EchoLanguage())
  }
}
