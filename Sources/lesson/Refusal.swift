/// Why a command does not do what was asked, in one or two sentences.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
