import Foundation

/// A moment as a template may write it, by `strftime_now`.
///
///     let date = TemplateDate(year: 2024, month: 7, day: 26)
///     date.written("%d %b %Y")     // "26 Jul 2024"
public struct TemplateDate: Sendable, Equatable {
  public var year: Int
  public var month: Int
  public var day: Int
  public var hour: Int
  public var minute: Int
  public var second: Int

  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    (self.year, self.month, self.day) = (year, month, day)
    (self.hour, self.minute, self.second) = (hour, minute, second)
  }

  /// This moment by the clock and the time zone of the machine.
  public static var now: TemplateDate {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: Date())
    return TemplateDate(
      year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1, hour: parts.hour ?? 0,
      minute: parts.minute ?? 0, second: parts.second ?? 0)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// From 0, Sunday. Source: Sakamoto's method.
  private var weekday: Int {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + offsets[(month - 1 + 12) % 12] + day) % 7
  }

  private var dayOfYear: Int {
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30].prefix(max(month - 1, 0)).reduce(day, +)
  }

  /// By a pattern of the C library's `strftime`, in English. `nil` if the pattern asks for something else than days and hours.
  public func written(_ pattern: String) -> String? {
    var (text, rest) = ("", pattern[...])
    while let character = rest.popFirst() {
      guard character == "%" else {
        text.append(character)
        continue
      }
      var isBare = false
      if rest.first == "-" {
        isBare = true
        rest.removeFirst()
      }
      guard let letter = rest.popFirst(), let part = part(letter, isBare: isBare) else { return nil }
      text += part
    }
    return text
  }

  private func part(_ letter: Character, isBare: Bool) -> String? {
    func number(_ value: Int, _ width: Int, _ filler: String = "0") -> String {
      isBare ? "\(value)" : String(repeating: filler, count: max(width - "\(value)".count, 0)) + "\(value)"
    }
    switch letter {
    case "Y": return number(year, 4)
    case "y": return number(year % 100, 2)
    case "m": return number(month, 2)
    case "d": return number(day, 2)
    case "e": return number(day, 2, " ")
    case "H": return number(hour, 2)
    case "I": return number((hour + 11) % 12 + 1, 2)
    case "M": return number(minute, 2)
    case "S": return number(second, 2)
    case "j": return number(dayOfYear, 3)
    case "p": return hour < 12 ? "AM" : "PM"
    case "B": return Self.months[(month - 1 + 12) % 12]
    case "b", "h": return String(Self.months[(month - 1 + 12) % 12].prefix(3))
    case "A": return Self.days[weekday]
    case "a": return String(Self.days[weekday].prefix(3))
    case "F": return part("Y", isBare: false).flatMap { year in written("-%m-%d").map { year + $0 } }
    case "T": return written("%H:%M:%S")
    case "%": return "%"
    default: return nil
    }
  }
}
