import Foundation
import Interpreter

/// How the process that runs a stranger's code is shut off from the rest of the machine.
public struct Isolation: Sendable, Equatable {
  public enum Tool: String, Sendable, Codable {
    /// `bwrap`: no network, everything read-only but a folder of its own, the hidden folders empty.
    case bubblewrap
    /// `unshare`: the same, as far as everything lies on one file system.
    case unshare
    case none
  }

  public var tool: Tool

  public init(_ tool: Tool) { self.tool = tool }

  /// The best that this system allows, found out by trying.
  public static func best() async -> Isolation {
    for tool in [Tool.bubblewrap, .unshare] {
      let isolation = Isolation(tool)
      let command = isolation.launcher(scratch: "/tmp", hidden: []) + ["/bin/true"]
      guard let program = command.first, access(program, X_OK) == 0 else { continue }
      let result = try? await ChildProcess().run(program, Array(command.dropFirst()))
      if result?.status == 0 { return isolation }
    }
    return Isolation(.none)
  }

  /// One sentence for the person who grades.
  public var words: String {
    switch tool {
    case .bubblewrap:
      "Each submission runs by bubblewrap: without network, in a folder of its own, and cannot see the checks."
    case .unshare:
      "Each submission runs by unshare: without network, in a folder of its own, and cannot see the checks. (Other file systems than that of / stay writable; with the package bubblewrap they do not.)"
    case .none:
      "This system allows neither bubblewrap nor unshare: submissions can reach the network and the files of your account. Time, memory and the size of files are limited. The package bubblewrap helps; a container must allow it, as Docker does with --security-opt seccomp=unconfined."
    }
  }

  /// The program and arguments to put before the program that is to be shut off.
  ///
  /// - Parameters:
  ///   - scratch: The one folder that it may write to.
  ///   - hidden: Folders that it finds empty.
  ///   - kept: A folder that it may read and must not change, wherever it lies.
  func launcher(scratch: String, hidden: [String], kept: String = "") -> [String] {
    switch tool {
    case .bubblewrap:
      // Not `--die-with-parent`: the parent would be the thread that starts it, and threads of a pool end when they idle.
      // Whoever stops a worker stops its process group.
      ["/usr/bin/bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--bind", scratch, scratch]
        + hidden.flatMap { ["--tmpfs", $0] } + ["--unshare-net", "--unshare-ipc", "--"]
    case .unshare:
      // The shell's arguments: the folder to write to, the one to keep, how many to hide, these, and the program. What is
      // to be kept is mounted for itself, since only the file system of / becomes read-only as a whole.
      [
        "/usr/bin/unshare", "--map-root-user", "--net", "--mount", "/bin/sh", "-c",
        "s=$1; k=$2; n=$3; shift 3; while [ $n -gt 0 ]; do mount -t tmpfs none \"$1\" || exit 71; shift; n=$((n - 1)); done; "
          + "if [ -n \"$k\" ]; then mount --bind \"$k\" \"$k\" && mount -o remount,bind,ro \"$k\" || exit 71; fi; "
          + "mount --bind \"$s\" \"$s\" && mount -o remount,bind,ro / && cd \"$s\" || exit 71; exec \"$@\"",
        "sh", scratch, kept, "\(hidden.count)",
      ] + hidden
    case .none: []
    }
  }
}
