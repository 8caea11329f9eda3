import Glibc

/// The helper process's half of code analysis: answers questions until nobody is left to ask.
///
/// The compiler's library takes some 200 MB and can crash on code that is half typed, so it lives in a process of its
/// own, apart from the kernel.
public enum CodeAnalysisServer {
  /// The name that the library knows every text by.
  private static let file = "/glassbox/cell.swift"

  /// Serves the socket that stands in for standard input until the other side closes it.
  ///
  /// - Parameter toolchain: The folder that holds `bin` and `lib`, for instance `/usr`.
  public static func run(toolchain: String) {
    let channel = FrameChannel(input: STDIN_FILENO, output: STDIN_FILENO)
    let kit: Result<SourceKit, CodeAnalysisError> = load(toolchain: toolchain)
    do {
      while let request = try channel.receive(Numbered<AnalysisRequest>.self) {
        try channel.send(Numbered(number: request.number, content: reply(to: request.content, kit: kit)))
      }
    } catch {
      // The other side sees the stream end and starts a new helper.
      return
    }
  }

  private static func load(toolchain: String) -> Result<SourceKit, CodeAnalysisError> {
    do {
      return .success(try SourceKit(toolchain: toolchain))
    } catch {
      return .failure(error)
    }
  }

  private static func reply(
    to request: AnalysisRequest, kit: Result<SourceKit, CodeAnalysisError>
  ) -> AnalysisReply {
    do {
      let kit = try kit.get()
      switch request {
      case .complete(let query): return .completions(try kit.completions(for: query, file: file))
      case .inspect(let query): return .inspection(try kit.inspection(for: query, file: file))
      }
    } catch {
      return .failure(String(describing: error))
    }
  }
}
