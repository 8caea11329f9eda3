import ArgumentParser
import Foundation

/// How the terminal is written to.
struct StyleOptions: ParsableArguments {
  @Flag(help: "For screen readers: no colours, no drawn lines.")
  var plain = false

  var isPlain: Bool { plain || !(ProcessInfo.processInfo.environment["LESSON_PLAIN"] ?? "").isEmpty }
}
