import ArgumentParser
import Course
import CourseTerminal
import Foundation

struct NextCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "next", abstract: "Go on where you were.")

  @OptionGroup var place: Place
  @OptionGroup var options: StyleOptions

  func run() async throws {
    let welcome = Welcome(
      lessons: try place.courseFolder().lessons(), progress: CourseProgress(place.workFolder.log.entries),
      now: Int(Date().timeIntervalSince1970))
    guard let lesson = welcome.lesson else { throw Refusal("There are no lessons here.") }
    try await Reading.read(lesson, from: welcome.section, step: welcome.step, place: place, isPlain: options.isPlain)
  }
}
