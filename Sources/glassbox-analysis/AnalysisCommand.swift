import CodeAnalysis
import Glibc

/// The helper process for completion and inspection; the kernel starts it with a socket as its standard input.
@main
enum AnalysisCommand {
  static func main() {
    guard CommandLine.arguments.count == 2 else {
      let usage = "usage: glassbox-analysis TOOLCHAIN   (started by the kernel, with a socket as standard input)\n"
      _ = write(STDERR_FILENO, usage, usage.utf8.count)
      exit(64)
    }
    CodeAnalysisServer.run(toolchain: CommandLine.arguments[1])
  }
}
