import Course
import Foundation
import Testing

/// What holds for every lesson of the course, so that its notebook reads well.
@Suite("The lessons of the course") struct WholeCourseTests {
  /// The columns of a cell in JupyterLab on a window of 1280 pixels, beside the list of files.
  private static let columns = 98

  private static let course = CourseFolder(
    root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path)

  @Test("A line of code fits into a cell", arguments: course.lessonFolders) func width(folder: String) throws {
    for code in try Self.course.lesson(folder: folder).code {
      for line in code.text.split(separator: "\n") {
        #expect(line.count <= Self.columns, "\(folder): \(line)")
      }
    }
  }

  @Test("After a prediction comes the code that answers it", arguments: course.lessonFolders)
  func predictions(folder: String) throws {
    for steps in try Self.course.lesson(folder: folder).sections.map(\.steps) {
      for (step, next) in zip(steps, steps.dropFirst() + [.text("")]) {
        guard case .predict(let question) = step else { continue }
        guard case .code = next else {
          Issue.record("\(folder): “\(question.prompt)” is followed by no code")
          continue
        }
      }
    }
  }
}
