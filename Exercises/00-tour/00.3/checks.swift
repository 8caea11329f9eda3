import CourseChecks
import Testing

@Suite struct Followers {
  @Test("banana (1 point)") func small() throws {
    try Check.equal(countFollowers(in: "bananas", of: "a"), ["n": 2, "s": 1])
  }

  @Test("together they are as many as the letter, not counting its end (1 point)") func total() throws {
    let text = "the cat sat on the mat"
    let count = text.dropLast().count { $0 == "t" }
    try Check.equal(countFollowers(in: text, of: "t").values.reduce(0, +), count, "the sum of all counts")
  }

  @Test("Chinese, too (1 point)") func chinese() throws {
    try Check.equal(countFollowers(in: "举头望明月，低头思故乡", of: "头"), ["望": 1, "思": 1])
  }

  @Test("an empty text, and a letter that is not there (1 point)") func nothing() throws {
    try Check.equal(countFollowers(in: "", of: "a"), [:])
    try Check.equal(countFollowers(in: "bcd", of: "a"), [:])
  }
}
