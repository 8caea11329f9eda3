/// Shows a value below the cell, or prints its text where there is no notebook.
///
///     display([1, 2, 3])
///     display(HTML("<b>bold</b>"))
///     let handle = display("working")
///     handle.update("done")
///
/// - Returns: A handle that can show another value in the same place.
@discardableResult
public func display(_ value: some Any) -> DisplayHandle {
  let handle = DisplayHandle()
  Stage.current.show(Display(of: value), as: .display, identifier: handle.identifier)
  return handle
}

/// Removes what the cell has shown and printed so far. Without a notebook it does nothing.
///
/// - Parameter wait: Whether to wait for the next display, so that the page does not flicker.
public func clearOutput(wait: Bool = false) {
  Stage.current.showMessage?(DisplayMessage(kind: .clear, waits: wait).json)
}

extension Stage {
  package func show(_ display: Display, as kind: DisplayMessage.Kind, identifier: String) {
    if let showMessage {
      showMessage(DisplayMessage(kind: kind, display: display, identifier: identifier).json)
    } else {
      write(display.text + "\n")
    }
  }
}
