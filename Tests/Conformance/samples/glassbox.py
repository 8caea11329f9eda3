"""Swift, by what it does."""

language = "swift"
file_extension = ".swift"
cells_run_at_once = False  # they share one process, and its variables

hello = 'print("hello, world")'
stderr = 'import Foundation\nFileHandle.standardError.write(Data("oops\\n".utf8))'
error = 'fatalError("boom")'
result = ("3 + 4", "7")
other_result = ("4 + 4", "8")
history_pattern = "3 + 4*"
display = ('import Glassbox\ndisplay(HTML("<b>x</b>"))', "text/html")
display_then_update = ('import Glassbox\nlet handle = display("one")', 'handle.update("two")')
clear = "import Glassbox\nclearOutput(wait: true)"
page = "print?"
next_input = None


def many_lines(count):
    return f'for number in 0..<{count} {{ print("line", number) }}'


def sleep(seconds):
    return f"import Foundation\nThread.sleep(forTimeInterval: {seconds})"


ask = 'print("name?", terminator: "")\nif let name = readLine() { print("heard", name) } else { print("heard the end") }'
ask_password = 'if let secret = readPassword(prompt: "secret?") { print("heard", secret) }'
late = 'import Foundation\nDispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { print("later") }'

prepared = None  # the compiler works ahead without a word
comm_setup = """
import Glassbox
Comm.register(target: "echo") { comm, opening in
  comm.send(opening.data, metadata: opening.metadata, buffers: opening.buffers)
  comm.onMessage { comm.send($0.data, metadata: $0.metadata, buffers: $0.buffers) }
}
"""
open_comm = """
import Glassbox
import Foundation
let comm = Comm(target: "slider", data: ["hello": true], buffers: [Data([1, 2, 3])])
comm.send(["count": 1])
"""
comm_target = "echo"

completion = ("let uniqueName = 1\nuniqueNa", ["uniqueName"])
completion_after_wide_text = (
    'let uniqueName = 1\nlet s = "👩‍👩‍👧 e\u0301"; uniqueNa',
    ["uniqueName"],
    len('let uniqueName = 1\nlet s = "👩‍👩‍👧 e\u0301"; '),
)
inspectable = "print"
not_inspectable = "nothingOfThisName"
complete = ["let x = 1", "func f() {}"]
incomplete = ["func f() {", "let a = ["]
invalid = ["let = 3 }"]
good_expression = "1 + 1"
bad_expression = "nothingOfThisName"
