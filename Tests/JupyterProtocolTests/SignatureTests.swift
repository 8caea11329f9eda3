import Foundation
import JupyterProtocol
import Testing

/// A signature that Python has computed; see `Fixtures/make_signatures.py`.
struct SignatureVector: Decodable {
  var scheme: String
  var key: String
  var frames: [String]
  var signature: String

  static func all() throws -> [SignatureVector] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/signatures.json")
    return try JSONDecoder().decode([SignatureVector].self, from: Data(contentsOf: file))
  }

  func message(signature: String) -> FramedMessage {
    FramedMessage(
      identities: [[7]], signature: Array(signature.utf8), header: Array(frames[0].utf8),
      parentHeader: Array(frames[1].utf8), metadata: Array(frames[2].utf8), content: Array(frames[3].utf8),
      buffers: [[1, 2, 3]])
  }

  func signer() throws -> MessageSigner {
    MessageSigner(scheme: try #require(SignatureScheme(rawValue: scheme)), key: Array(key.utf8))
  }
}

@Suite("Signatures")
struct SignatureTests {
  @Test func areThoseThatPythonComputes() throws {
    let vectors = try SignatureVector.all()
    #expect(vectors.count == 72)
    for vector in vectors {
      let signer = try vector.signer()
      let signature = String(decoding: signer.signature(of: vector.message(signature: "")), as: UTF8.self)
      #expect(signature == vector.signature)
      #expect(signer.accepts(vector.message(signature: vector.signature)))
    }
  }

  @Test func areRefusedWhenAnythingSignedChanges() throws {
    let vector = try #require(try SignatureVector.all().first)
    let signer = try vector.signer()
    let message = vector.message(signature: vector.signature)
    for path in [\FramedMessage.header, \.parentHeader, \.metadata, \.content] {
      var changed = message
      changed[keyPath: path].append(UInt8(ascii: " "))
      #expect(!signer.accepts(changed))
    }
  }

  @Test func doNotCoverBuffers() throws {
    let vector = try #require(try SignatureVector.all().first)
    var message = vector.message(signature: vector.signature)
    message.buffers = [[9]]
    #expect(try vector.signer().accepts(message))
  }

  @Test(arguments: ["", "0", String(repeating: "0", count: 64), String(repeating: "f", count: 65)])
  func areRefusedWhenWrong(signature: String) throws {
    let vector = try #require(try SignatureVector.all().first)
    #expect(try !vector.signer().accepts(vector.message(signature: signature)))
  }

  @Test func areNeitherMadeNorCheckedWithoutAKey() throws {
    let vector = try #require(try SignatureVector.all().first)
    let signer = MessageSigner(scheme: .hmacSHA256, key: [])
    #expect(signer.signature(of: vector.message(signature: "")).isEmpty)
    #expect(signer.accepts(vector.message(signature: "anything")))
  }

  @Test func areRememberedUpToTheCapacity() {
    var history = SignatureHistory(capacity: 3)
    let signatures: [[UInt8]] = [[1], [2], [3], [3], [2], [1], [4], [1], [3]]
    // The fourth one pushes out the oldest, and so on.
    #expect(signatures.map { history.insert($0) } == [true, true, true, false, false, false, true, true, false])
  }
}
