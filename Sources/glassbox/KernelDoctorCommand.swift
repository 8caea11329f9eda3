import ArgumentParser
import Foundation
import KernelInstallation

struct KernelDoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at everything that a cell needs, and say what to do about what is missing.",
    discussion: "Ends with status 1 if anything is marked FAIL.")

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() async throws {
    let doctor = Doctor(
      surroundings: .ofThisProcess, sockets: .loaded, probe: KernelLaunch.probe)
    var findings: [Finding] = []
    await doctor.examine { finding in
      findings.append(finding)
      if !json { show(finding) }
    }
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(findings), as: UTF8.self))
    }
    if findings.contains(where: { $0.status == .failure }) { throw ExitCode.failure }
  }

  private func show(_ finding: Finding) {
    let status = finding.status.rawValue.padding(toLength: 5, withPad: " ", startingAt: 0)
    let subject = finding.subject.padding(toLength: 11, withPad: " ", startingAt: 0)
    print("\(status) \(subject) \(finding.detail)")
    if let remedy = finding.remedy { print(String(repeating: " ", count: 18) + remedy) }
  }
}
