import Foundation

/// `%load`: a file into the cell.
struct LoadCommand: Command {
  let name = "load"
  let usage = ["%load FILE"]
  let summary = "Puts the text of a file into the cell."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    guard let path = call.words.first else { return call.failure("%load needs the name of a file: %load model.swift") }
    guard let data = FileManager.default.contents(atPath: session.path(path)) else {
      return call.failure("\(path) cannot be read. %cd without an argument tells the folder in which it is looked for.")
    }
    guard data.count <= 1 << 20, let text = String(data: data, encoding: .utf8) else {
      return call.failure("\(path) is no text, or longer than 1 MB.")
    }
    call.output.setNextInput("// %load \(call.arguments)\n\(text)", replace: true)
    return CellResult(ending: .success)
  }

  func completions(for argument: String, in session: isolated Session) -> [String] {
    FileNames.completions(of: argument, in: session.currentDirectory)
  }
}

/// `%%writefile`: the cell into a file.
struct WriteFileCommand: Command {
  let name = "writefile"
  let usage = ["%%writefile FILE", "%%writefile -a FILE"]
  let summary = "Writes the rest of the cell into a file."
  let details = "-a appends. A file that is there already and differs is kept under its name with a ~ at the end."
  let takesBody = true
  let takesLine = false

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    var words = call.words
    let appends = words.first == "-a"
    if appends { words.removeFirst() }
    guard let name = words.first, let body = call.body else {
      return call.failure("%%writefile needs the name of a file: %%writefile notes.txt")
    }
    let path = session.path(name)
    let old = FileManager.default.contents(atPath: path)
    var data = Data((body.hasSuffix("\n") ? body : body + "\n").utf8)
    if appends, let old { data = old + data }
    do {
      if let old, !appends, old != data { try old.write(to: URL(fileURLWithPath: path + "~"), options: .atomic) }
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      return call.failure("\(name) cannot be written: \(CellCache.reason(of: error)).")
    }
    let isChanged = old != nil && !appends && old != data
    call.print(
      appends && old != nil
        ? "Appended to \(name)." : isChanged ? "Wrote \(name). The old text is in \(name)~." : "Wrote \(name).")
    return CellResult(ending: .success)
  }

  func completions(for argument: String, in session: isolated Session) -> [String] {
    FileNames.completions(of: argument, in: session.currentDirectory)
  }
}

/// `%cd`: another folder.
struct DirectoryCommand: Command {
  let name = "cd"
  let usage = ["%cd FOLDER", "%cd"]
  let summary = "Goes to another folder, or tells where the cells are."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let wanted = call.words.first ?? ""
    if !wanted.isEmpty, let failure = await session.changeDirectory(to: session.path(wanted)) {
      return call.failure("cannot go to \(wanted): \(failure).")
    }
    call.print(session.currentDirectory)
    return CellResult(ending: .success)
  }

  func completions(for argument: String, in session: isolated Session) -> [String] {
    FileNames.completions(of: argument, in: session.currentDirectory).filter { $0.hasSuffix("/") }
  }
}

/// `%env`: environment variables.
struct EnvironmentCommand: Command {
  let name = "env"
  let usage = ["%env", "%env NAME", "%env NAME=VALUE"]
  let summary = "Shows or sets environment variables of the cells."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let environment = session.cellEnvironment
    if call.arguments.isEmpty {
      call.print(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n"))
    } else if let equals = call.arguments.firstIndex(of: "=") {
      let name = String(call.arguments[..<equals]).trimmed
      let value = String(call.arguments[call.arguments.index(after: equals)...]).trimmed
      guard !name.isEmpty, !name.contains(where: \.isWhitespace) else {
        return call.failure("'\(name)' is no name for an environment variable.")
      }
      session.setEnvironment(name, to: value)
      call.print("\(name)=\(value)")
    } else if let value = environment[call.arguments] {
      call.print(value)
    } else {
      return call.failure(
        "there is no environment variable \(call.arguments). Set it with %env \(call.arguments)=value.")
    }
    return CellResult(ending: .success)
  }

  func completions(for argument: String, in session: isolated Session) -> [String] {
    Array(session.cellEnvironment.keys)
  }
}

/// Names of files for completion.
enum FileNames {
  /// The paths that begin with the given text; folders end with a slash.
  static func completions(of text: String, in directory: String) -> [String] {
    let slash = text.lastIndex(of: "/")
    let folder = slash.map { String(text[...$0]) } ?? ""
    let prefix = slash.map { String(text[text.index(after: $0)...]) } ?? text
    let path =
      folder.hasPrefix("/")
      ? folder : folder.hasPrefix("~") ? NSString(string: folder).expandingTildeInPath : directory + "/" + folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasPrefix(prefix) && (!$0.hasPrefix(".") || prefix.hasPrefix(".")) }.sorted().map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      return folder + name + (isFolder.boolValue ? "/" : "")
    }
  }
}

extension Session {
  var currentDirectory: String {
    workingDirectory ?? configuration.directory ?? FileManager.default.currentDirectoryPath
  }

  /// A path as a cell means it.
  func path(_ text: String) -> String {
    if text.hasPrefix("~") { return NSString(string: text).expandingTildeInPath }
    let url = text.hasPrefix("/") ? URL(fileURLWithPath: text) : URL(fileURLWithPath: currentDirectory + "/" + text)
    return url.standardizedFileURL.path
  }

  /// Changes the folder of the cells; returns the reason if that fails.
  func changeDirectory(to path: String) async -> String? {
    guard let worker = try? liveWorker() else { return "the cells' process cannot be started" }
    if let failure = await worker.request({ .changeDirectory(request: $0, path: path) }) { return failure }
    workingDirectory = path
    return nil
  }

  var cellEnvironment: [String: String] {
    configuration.environment.merging(environmentChanges) { $1 }
  }

  func setEnvironment(_ name: String, to value: String) {
    environmentChanges[name] = value
    if let worker = try? liveWorker() { worker.send(.setEnvironment(name: name, value: value)) }
  }
}
