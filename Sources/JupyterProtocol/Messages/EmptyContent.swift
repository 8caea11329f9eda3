/// The content of a reply that says no more than that all went well.
package struct EmptyContent: Codable, Sendable {
  package init() {}
}
