/// Why a file is no notebook that can be read.
public enum NotebookProblem: Error, Sendable, Equatable {
  /// The file has more bytes than a notebook of a course may have.
  case tooLarge(bytes: Int)
  case notJSON
  /// It is JSON, but has no list of cells.
  case noCells
  /// The format is older than 4, in which notebooks look different.
  case format(Int)
}

extension NotebookProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLarge(let bytes):
      "the file has \(bytes / 1_000_000) MB; a notebook may have \(Notebook.mostBytes / 1_000_000) MB. Clear its outputs and save it again."
    case .notJSON: "the file is not JSON, so it is no notebook. Save it again in JupyterLab."
    case .noCells: "the file has no list of cells, so it is no notebook. Save it again in JupyterLab."
    case .format(let version):
      "the notebook is of format \(version); format 4 is wanted. Open it in JupyterLab and save it again."
    }
  }
}
