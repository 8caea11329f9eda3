import JupyterProtocol
import Testing

@Suite("Connection files")
struct ConnectionFileTests {
  private static let ports = #""shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5"#

  private func read(_ fields: String) throws -> ConnectionFile {
    try ConnectionFile(json: Array("{\(fields)}".utf8))
  }

  @Test func tellWhereToListen() throws {
    let file = try read(
      #""ip": "127.0.0.1", "transport": "tcp", "key": "k", "signature_scheme": "hmac-sha512", \#(Self.ports)"#)
    #expect(file.address == "127.0.0.1")
    #expect(file.rendezvous == .ports(KernelPorts(shell: 1, control: 4, stdin: 3, iopub: 2, heartbeat: 5)))
    #expect(file.key == "k")
    #expect(file.signatureScheme == .hmacSHA512)
    #expect(file.encryption == nil)
    #expect(file.endpoint(port: 1) == "tcp://127.0.0.1:1")
  }

  @Test func mayWritePortsAsText() throws {
    let text = Self.ports.replacing(#/: (\d)/#) { ": \"\($0.output.1)\"" }
    let (asText, asNumbers) = try (read(#""ip": "h", \#(text)"#), read(#""ip": "h", \#(Self.ports)"#))
    #expect(asText == asNumbers)
  }

  @Test(arguments: [
    ("ipc", "/tmp/k", "ipc:///tmp/k-1"), ("tcp", "::1", "tcp://[::1]:1"), ("tcp", "localhost", "tcp://127.0.0.1:1"),
  ])
  func nameAnEndpoint(transport: String, address: String, endpoint: String) throws {
    let file = try read(#""ip": "\#(address)", "transport": "\#(transport)", \#(Self.ports)"#)
    #expect(file.endpoint(port: 1) == endpoint)
  }

  @Test func mayLeaveThePortsToTheKernel() throws {
    let file = try read(#""kernel_id": "i", "registration_ip": "10.0.0.1", "registration_port": 9, "key": "k""#)
    #expect(file.rendezvous == .registration(kernelID: "i", address: "10.0.0.1", port: 9))
    #expect(file.address == "10.0.0.1")
  }

  @Test func bringBothKeysOfAnEncryptedConnection() throws {
    let key = String(repeating: "a", count: 40)
    let file = try read(#""ip": "h", "curve_publickey": "\#(key)", "curve_secretkey": "\#(key)", \#(Self.ports)"#)
    #expect(file.encryption == EncryptionKeys(publicKey: key, secretKey: key))
  }

  private static let problems: [(String, ConnectionProblem)] = [
    (#""ip": "h""#, .missing("shell_port")),
    (ports, .missing("ip")),
    (#""ip": "", \#(ports)"#, .missing("ip")),
    (#""ip": "h", "transport": "pigeon", \#(ports)"#, .unknownTransport("pigeon")),
    (#""ip": "h", "signature_scheme": "hmac-md5", \#(ports)"#, .unknownScheme("hmac-md5")),
    (#""ip": "h", "curve_publickey": "x", \#(ports)"#, .halfEncrypted),
    (#""ip": "h", "curve_publickey": "x", "curve_secretkey": "y", \#(ports)"#, .badEncryptionKey("curve_publickey")),
    (#""ip": "h", \#(ports.replacing("5", with: "65536"))"#, .portOutOfRange("hb_port", 65_536)),
  ]

  @Test(arguments: problems)
  func areRefusedWithTheReason(fields: String, problem: ConnectionProblem) {
    #expect(throws: problem) { try read(fields) }
  }

  @Test(arguments: ["", "{", "[]", "null", #"{"ip": 5}"#, #"{"ip": "h", "shell_port": "x"}"#])
  func areRefusedWhenTheyAreNotTheJSONWanted(json: String) {
    #expect {
      try ConnectionFile(json: Array(json.utf8))
    } throws: {
      if case .unreadable = $0 as? ConnectionProblem { true } else { false }
    }
  }
}
