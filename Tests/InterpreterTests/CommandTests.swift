import Foundation
import Testing

@testable import Interpreter

@Suite("Commands")
struct CommandTests {
  @Test("%help lists every command, and each explains itself")
  func help() async throws {
    try await TestSession.with { session in
      let all = await session.run("%help")
      for command in CommandTable().all {
        #expect(all.text.contains(command.usage[0]), "\(command.name)")
        #expect(all.text.contains(command.summary), "\(command.name)")
        let one = await session.run("%help \(command.name)")
        #expect(one.text.hasPrefix(command.usage[0]))
        let question = await session.run("%\(command.name)?")
        #expect(question.output.pages == [command.help])
      }
      #expect(await session.run("%help nothing").report.contains("there is no command %nothing"))
    }
  }

  @Test("commands stand between lines of Swift and keep their line numbers")
  func pieces() async throws {
    try await TestSession.with { session in
      let ran = await session.run("let x = 1\n%who\nprint(x)\n!echo shell\nlet y = nope")
      #expect(ran.text == "x\n1\nshell\n")
      #expect(ran.report.hasPrefix("Cell 1, line 5: cannot find 'nope' in scope"))
      await session.run("let done = true")
      #expect(await session.run("!done").value == "false")
    }
  }

  @Test("%time and %timeit measure", arguments: ["%time (0..<1000).reduce(0, +)", "%%time\n(0..<1000).reduce(0, +)"])
  func time(code: String) async throws {
    try await TestSession.with { session in
      let ran = await session.run(code)
      #expect(ran.value == "499500")
      #expect(ran.notices.count == 1 && ran.notices[0].hasPrefix("run "), "\(ran.notices)")
      #expect(await session.run("%time nope").report.contains("Cell 2, line 1: cannot find 'nope'"))
      let repeated = await session.run("%timeit (0..<1000).reduce(0, +)")
      #expect(
        repeated.isSuccess && repeated.value?.contains(" a call ") == true, "\(repeated.report) \(repeated.value ?? "")"
      )
    }
  }

  @Test("%who and %whos list what is there")
  func who() async throws {
    try await TestSession.with { session in
      #expect(await session.run("%who").text == "There are no variables yet.\n")
      await session.run("let name = \"Ada\"\nvar numbers = [1, 2, 3]")
      await session.run("func f() {}\nstruct S {}\nlet half = 0.5")
      #expect(await session.run("%who").text == "half  name  numbers\n")
      let table = await session.run("%whos").text.split(separator: "\n").map(String.init)
      #expect(table[0].split(separator: " ") == ["name", "type", "shape", "value", "size", "cell"])
      #expect(
        table.contains { $0.hasPrefix("name") && $0.contains("String") && $0.contains("Ada") && $0.hasSuffix("2") })
      #expect(table.contains { $0.hasPrefix("numbers") && $0.contains("[1, 2, 3]") })
      let doubles = await session.run("%whos Double").text
      #expect(doubles.contains("half") && !doubles.contains("Ada"))
    }
  }

  @Test("%reset forgets everything")
  func reset() async throws {
    try await TestSession.with { session in
      await session.run("let x = 1\nstruct S {}\nx")
      #expect(await session.run("%reset").isSuccess)
      #expect(await session.run("x").report.contains("cannot find 'x'"))
      #expect(await session.run("S()").report.contains("cannot find 'S'"))
      #expect(await session.run("%who").text == "There are no variables yet.\n")
      #expect(await session.run("let x = 2\nx").value == "2")
    }
  }

  @Test("%env and %cd reach cells and shell commands")
  func surroundings() async throws {
    let folder = try TemporaryFolder()
    try await TestSession.with { session in
      #expect(await session.run("%env GLASSBOX_TEST = a value").text == "GLASSBOX_TEST=a value\n")
      #expect(await session.run("%env GLASSBOX_TEST").text == "a value\n")
      #expect(await session.run("!echo $GLASSBOX_TEST").text == "a value\n")
      #expect(
        await session.run(
          "import Foundation\nString(cString: getenv(\"GLASSBOX_TEST\"))"
        ).value == "\"a value\"")
      #expect(await session.run("%env").text.contains("GLASSBOX_TEST=a value\n"))
      #expect(await session.run("%env NOT_THERE").report.contains("there is no environment variable NOT_THERE"))
      #expect(await session.run("%cd \(folder.path)").text == folder.path + "\n")
      #expect(await session.run("!pwd").text == folder.path + "\n")
      #expect(await session.run("FileManager.default.currentDirectoryPath").value == "\"\(folder.path)\"")
      #expect(await session.run("%cd nowhere").report.contains("cannot go to nowhere"))
      #expect(await session.run("%cd").text == folder.path + "\n")
      // A new process finds the same surroundings.
      await session.killWorker()
      #expect(await session.run("FileManager.default.currentDirectoryPath").value == "\"\(folder.path)\"")
      #expect(await session.run("String(cString: getenv(\"GLASSBOX_TEST\"))").value == "\"a value\"")
    }
  }

  @Test("%%writefile keeps what was there, %load brings it back")
  func files() async throws {
    let folder = try TemporaryFolder()
    try await TestSession.with(directory: folder.path) { session in
      #expect(await session.run("%%writefile a.swift\nlet x = 1").text == "Wrote a.swift.\n")
      #expect(await session.run("%%writefile a.swift\nlet x = 2").text.contains("a.swift~"))
      let backup = try String(contentsOfFile: folder.path + "/a.swift~", encoding: .utf8)
      #expect(backup == "let x = 1\n")
      #expect(await session.run("%%writefile -a a.swift\nprint(x)").text == "Appended to a.swift.\n")
      let loaded = await session.run("%load a.swift")
      #expect(
        loaded.output.events.contains(.nextInput("// %load a.swift\nlet x = 2\nprint(x)\n", replaces: true)))
      #expect(await session.run("%load nothing.swift").report.contains("nothing.swift cannot be read"))
      #expect(await session.run("%%writefile /nowhere/a\nx").report.contains("cannot be written"))
      #expect(await session.run("%%writefile").report.contains("needs the name of a file"))
    }
  }

  @Test("the shell's output comes whole, its status is told")
  func shell() async throws {
    try await TestSession.with { session in
      #expect(await session.run("!echo hé 🍎").text == "hé 🍎\n")
      #expect(await session.run("!printf '\\360\\237'; sleep 0.1; printf '\\215\\216'").text == "🍎")
      let failed = await session.run("!exit 3")
      #expect(failed.isSuccess && failed.notices == ["exit status 3"])
      let errors = await session.run("!echo oops >&2")
      #expect(errors.errorText == "oops\n" && errors.text.isEmpty)
      #expect(await session.run("%%bash\na=1\necho $((a + 1))").text == "2\n")
      #expect(await session.run("%%bash\nfalse").report.contains("status 1"))
      #expect(await session.run("!read line; echo \"[$line]\"").text == "[]\n")
    }
  }

  @Test("%expect error turns a failure into a success, and a success into a failure")
  func expect() async throws {
    try await TestSession.with { session in
      let compile = await session.run("%expect error\nlet x: Int = \"a\"")
      #expect(compile.isSuccess)
      #expect(compile.notices.contains { $0.contains("Cell 1, line 2: cannot convert") }, "\(compile.notices)")
      let trap = await session.run("%%expect error\nprint([1][5])")
      #expect(trap.isSuccess && trap.notices.contains { $0.contains("Index out of range") }, "\(trap.notices)")
      #expect(await session.run("%expect error\nlet y = 1").report.contains("was meant to fail"))
      #expect(await session.run("%expect nothing\nlet y = 1").report.contains("write %expect error"))
      #expect(await session.run("%expect error\n%nothing").isSuccess)
    }
  }

  @Test("%history shows the cells that were run")
  func history() async throws {
    try await TestSession.with { session in
      #expect(await session.run("%history").text == "No cell was run before this one.\n")
      await session.run("let a = 1")
      await session.run("let hidden = 1", isStored: false)
      await session.run("let b = 2")
      #expect(await session.run("%history").text == "[1]\n%history\n\n[2]\nlet a = 1\n\n[4]\nlet b = 2\n")
      #expect(await session.run("%history 1").text == "[5]\n%history\n")
      #expect(await session.run("%history none").report.contains("takes a number"))
    }
  }
}
