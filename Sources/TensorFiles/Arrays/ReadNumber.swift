/// What stored numbers can be read as.
protocol ReadNumber {
  init(stored: some StoredNumber) throws(TensorFileProblem)
}

extension Float: ReadNumber {
  init(stored: some StoredNumber) { self = stored.float }
}

extension Double: ReadNumber {
  init(stored: some StoredNumber) { self = stored.double }
}

extension Int: ReadNumber {
  init(stored: some StoredNumber) throws(TensorFileProblem) {
    guard let integer = stored.integer else { throw .integerTooLarge(about: stored.double) }
    self = integer
  }
}

extension Bool: ReadNumber {
  init(stored: some StoredNumber) { self = stored.float != 0 }
}
