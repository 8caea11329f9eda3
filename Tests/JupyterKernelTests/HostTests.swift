import Foundation
import Testing

@testable import JupyterKernel

@Suite("What the machine tells")
struct HostTests {
  @Test func usageCountsMemoryOfChildrenToo() throws {
    let before = ProcessTable.descendants(of: getpid())
    #expect(before.first == getpid())
    let child = Process()
    child.executableURL = URL(filePath: "/bin/sleep")
    child.arguments = ["60"]
    try child.run()
    defer { child.terminate() }
    #expect(ProcessTable.descendants(of: getpid()).contains(child.processIdentifier))
    #expect(UsageMeter().measure().kernelMemory > 1_000_000)
  }

  @Test func aProcessThatIsGoneCountsAsNothing() {
    #expect(ProcessTable.memory(of: -1) == 0)
    #expect(ProcessTable.processorTicks(of: -1) == 0)
    #expect(ProcessTable.descendants(of: -1) == [-1])
  }

  @Test(arguments: [
    (["JUPYTER_DATA_DIR": "/a", "HOME": "/h"], "/a"), (["XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/jupyter"),
    (["HOME": "/h"], "/h/.local/share/jupyter"),
  ])
  func dataLiesWhereJupyterKeepsIt(environment: [String: String], folder: String) {
    #expect(JupyterFolders.data(environment: environment) == folder)
  }
}
