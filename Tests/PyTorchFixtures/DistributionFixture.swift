import Foundation

/// How the random numbers are spread that a way of initialising makes.
package struct DistributionFixture: Decodable, Sendable, CustomStringConvertible {
  /// Mean, standard deviation and, where there are any, bounds.
  package struct Spread: Decodable, Sendable {
    package let mean: Double
    package let std: Double
    package let low: Double?
    package let high: Double?
  }
  package let name: String
  package let operation: String
  package let arguments: [String: FixtureArgument]
  /// By the formula.
  package let expected: Spread

  package var description: String { name }

  /// All cases of the group `initialisers`.
  package static func cases() throws -> [DistributionFixture] {
    struct File: Decodable { let cases: [DistributionFixture] }
    return try JSONDecoder().decode(File.self, from: FixtureFile.data(group: "initialisers")).cases
  }
}
