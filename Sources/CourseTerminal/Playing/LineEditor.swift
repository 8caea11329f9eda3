import Foundation
import Synchronization

/// Line editing with history and completion, by the system's libedit if it is there.
///
/// It is found at run time, so that the course runs without it too: then lines are read as they come.
public final class LineEditor: Sendable {
  private typealias ReadLine = @convention(c) (UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>?
  private typealias AddHistory = @convention(c) (UnsafePointer<CChar>?) -> Int32
  private typealias FileCall = @convention(c) (UnsafePointer<CChar>?) -> Int32
  private typealias Matches = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private typealias Complete = @convention(c) (UnsafePointer<CChar>?, Int32, Int32) -> Matches?

  /// What completes a line: the text so far and the place in it, in bytes; gives back words and how many bytes before
  /// the place they replace.
  public typealias Completer = @Sendable (_ line: String, _ offset: Int) -> (words: [String], replacing: Int)

  // libedit hands its callbacks no context: they find it here.
  private static let completer = Mutex<Completer?>(nil)

  private let readFunction: ReadLine?
  private let addFunction: AddHistory?
  private let writeHistory: FileCall?
  private let historyPath: String

  /// - Parameter historyPath: The file that keeps the lines from one time to the next.
  public init(historyPath: String) {
    self.historyPath = historyPath
    setlocale(LC_CTYPE, "")
    let library = dlopen("libedit.so.2", RTLD_NOW)
    func symbol<Function>(_ name: String, as type: Function.Type) -> Function? {
      library.flatMap { dlsym($0, name) }.map { unsafeBitCast($0, to: type) }
    }
    readFunction = symbol("readline", as: ReadLine.self)
    addFunction = symbol("add_history", as: AddHistory.self)
    writeHistory = symbol("write_history", as: FileCall.self)
    guard let library else { return }
    _ = symbol("read_history", as: FileCall.self)?(historyPath)
    if let place = dlsym(library, "rl_attempted_completion_function") {
      place.assumingMemoryBound(to: Optional<Complete>.self).pointee = Self.complete
    }
  }

  /// Whether lines can be edited.
  public var isThere: Bool { readFunction != nil }

  public func setCompleter(_ completer: @escaping Completer) { Self.completer.withLock { $0 = completer } }

  /// Asks for a line; `nil` at the end of the input.
  public func readLine(prompt: String) -> String? {
    guard let readFunction else {
      print(prompt, terminator: "")
      fflush(nil)
      return Swift.readLine()
    }
    fflush(nil)
    guard let line = readFunction(prompt) else { return nil }
    defer { free(line) }
    let text = String(cString: line)
    if !text.allSatisfy(\.isWhitespace) {
      _ = addFunction?(line)
      _ = writeHistory?(historyPath)
    }
    return text
  }

  /// Called by libedit with the word before the cursor and where it begins and ends in the line.
  private static let complete: Complete = { _, start, end in
    guard let completer = completer.withLock({ $0 }),
      let place = dlsym(dlopen("libedit.so.2", RTLD_NOW), "rl_line_buffer"),
      let buffer = place.assumingMemoryBound(to: Optional<UnsafeMutablePointer<CChar>>.self).pointee
    else { return nil }
    let line = String(cString: buffer)
    let (words, replacing) = completer(line, Int(end))
    // libedit replaces the word that it sees; what stands before the part to be completed is put in front again.
    let typed = Array(line.utf8.prefix(Int(end)))
    let kept = typed.dropLast(min(replacing, typed.count)).dropFirst(Int(start))
    let prefix = String(decoding: kept, as: UTF8.self)
    let list = words.prefix(200).map { prefix + $0 }
    guard let first = list.first else { return nil }
    let common = list.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let size = list.count + 2
    guard let raw = malloc(size * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride) else { return nil }
    let result = raw.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: size)
    result[0] = strdup(common)
    for (index, word) in list.enumerated() { result[index + 1] = strdup(word) }
    result[size - 1] = nil
    return result
  }
}
