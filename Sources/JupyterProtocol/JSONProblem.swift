/// Why a JSON text is refused before it is even parsed.
package enum JSONProblem: Error, Equatable {
  case nestedTooDeep(limit: Int)
  case notUTF8
}

extension JSONProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .nestedTooDeep(let limit): "the JSON is nested more than \(limit) levels deep"
    case .notUTF8: "the JSON is not UTF-8 text"
    }
  }
}
