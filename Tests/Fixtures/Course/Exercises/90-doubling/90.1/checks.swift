import CourseChecks
import Testing

@Suite struct Doubling {
  @Test("two doubled is four (1 point)") func two() throws { try Check.equal(double(2), 4) }
  @Test("three doubled is six (2 points)") func three() throws { try Check.equal(double(3), 6) }
  @Test("negative numbers, too (1 point)") func negative() throws { try Check.equal(double(-5), -10) }
}
