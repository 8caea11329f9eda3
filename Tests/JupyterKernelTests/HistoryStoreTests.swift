import Foundation
import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("History")
struct HistoryStoreTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  private func store() -> HistoryStore {
    HistoryStore(path: folder.appending(path: "a/history.sqlite").path, log: KernelLog(name: "test"))
  }

  private func inputs(_ access: HistoryAccess, in store: HistoryStore, subshell: String? = nil) async -> [String] {
    await store.entries(access, subshell: subshell).map(\.input)
  }

  @Test func tellsTheLastCells() async {
    let store = store()
    for line in 1...5 { store.record(input: "cell \(line)", line: line, subshell: nil) }
    #expect(await inputs(.tail(count: 2), in: store) == ["cell 4", "cell 5"])
    #expect(await inputs(.tail(count: 99), in: store).count == 5)
    #expect(await inputs(.tail(count: -1), in: store) == [])
  }

  @Test func keepsTheValueBesideTheInput() async {
    let store = store()
    store.record(input: "1 + 1", line: 1, subshell: nil)
    store.record(output: "2", line: 1, subshell: nil)
    #expect(await store.entries(.tail(count: 1), subshell: nil).first?.output == "2")
  }

  private static let ranges: [(Int, Int?, [String])] = [
    (2, 4, ["b", "c"]), (1, nil, ["a", "b", "c", "d"]), (-2, nil, ["c", "d"]), (1, -1, ["a", "b", "c"]), (4, 2, []),
    (.min, .max, ["a", "b", "c", "d"]),
  ]

  @Test(arguments: ranges)
  func tellsARangeOfASession(start: Int, stop: Int?, expected: [String]) async {
    let store = store()
    for (line, input) in zip(1..., ["a", "b", "c", "d"]) { store.record(input: input, line: line, subshell: nil) }
    #expect(await inputs(.range(session: 0, start: start, stop: stop), in: store) == expected)
  }

  @Test func countsSessionsBackFromTheCurrentOne() async {
    for session in ["first", "second"] {
      let past = store()
      past.record(input: session, line: 1, subshell: nil)
      past.close()
    }
    let store = store()
    #expect(await inputs(.range(session: -1, start: 1, stop: nil), in: store) == ["second"])
    store.record(input: "third", line: 1, subshell: nil)
    #expect(await inputs(.range(session: 0, start: 1, stop: nil), in: store) == ["third"])
    #expect(await inputs(.range(session: -2, start: 1, stop: nil), in: store) == ["first"])
    #expect(await inputs(.range(session: -3, start: 1, stop: nil), in: store) == [])
    #expect(await inputs(.range(session: .min, start: 1, stop: nil), in: store) == [])
  }

  @Test func searchesByPattern() async {
    let store = store()
    for (line, input) in zip(1..., ["let x", "var y", "let x", "let z", "LET q", "l[et"]) {
      store.record(input: input, line: line, subshell: nil)
    }
    #expect(
      await inputs(.search(pattern: "let*", count: nil, unique: false), in: store) == ["let x", "let x", "let z"])
    #expect(await inputs(.search(pattern: "let*", count: nil, unique: true), in: store) == ["let x", "let z"])
    #expect(await inputs(.search(pattern: "let*", count: 1, unique: false), in: store) == ["let z"])
    #expect(await inputs(.search(pattern: "l[[]et", count: nil, unique: false), in: store) == ["l[et"])
    #expect(await inputs(.search(pattern: "'; DROP TABLE cells; --", count: nil, unique: false), in: store) == [])
  }

  @Test func keepsOddTextWhole() async {
    let store = store()
    let texts = ["", "nul \u{0} inside", "👩‍👩‍👧 e\u{301}", "' \" ; --", String(repeating: "x", count: 2_000_000)]
    for (line, text) in zip(1..., texts) { store.record(input: text, line: line, subshell: nil) }
    #expect(await inputs(.tail(count: 9), in: store) == texts)
  }

  @Test func keepsSubshellsApart() async {
    let store = store()
    store.record(input: "main", line: 1, subshell: nil)
    store.record(input: "other", line: 1, subshell: "s")
    #expect(await inputs(.range(session: 0, start: 1, stop: nil), in: store) == ["main"])
    #expect(await inputs(.range(session: 0, start: 1, stop: nil), in: store, subshell: "s") == ["other"])
  }

  @Test func isSharedByKernelsThatRunAtOnce() async {
    let stores = (0..<4).map { _ in store() }
    for line in 1...25 {
      for (index, store) in stores.enumerated() {
        store.record(input: "\(index) \(line)", line: line, subshell: nil)
      }
    }
    for store in stores { store.close() }
    let reader = self.store()
    #expect(await inputs(.tail(count: 1_000), in: reader).count == 100)
  }

  @Test func isReadableForItsOwnerOnly() async throws {
    let store = store()
    store.record(input: "secret", line: 1, subshell: nil)
    store.close()
    let path = folder.appending(path: "a/history.sqlite").path
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func laysADamagedFileAside() async throws {
    let place = folder.appending(path: "a")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let damaged = Data(repeating: 7, count: 10_000)
    try damaged.write(to: place.appending(path: "history.sqlite"))
    let store = store()
    store.record(input: "new", line: 1, subshell: nil)
    #expect(await inputs(.tail(count: 1), in: store) == ["new"])
    let aside = try FileManager.default.contentsOfDirectory(atPath: place.path).filter { $0.contains("damaged") }
    #expect(try aside.map { try Data(contentsOf: place.appending(path: $0)) } == [damaged])
  }

  @Test func remembersInMemoryWhereItCannotWrite() async {
    let store = HistoryStore(path: "/dev/null/history.sqlite", log: KernelLog(name: "test"))
    store.record(input: "kept", line: 1, subshell: nil)
    #expect(await inputs(.tail(count: 1), in: store) == ["kept"])
  }
}
