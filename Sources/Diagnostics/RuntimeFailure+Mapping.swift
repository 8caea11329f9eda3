extension RuntimeFailure {
  /// Returns the failure with every frame's place moved by `newPlace`; frames that have none in the new text are left out.
  public func mapped(by newPlace: (DiagnosticLocation) -> DiagnosticLocation?) -> RuntimeFailure {
    var moved = self
    moved.frames = frames.compactMap { frame in
      newPlace(frame.location).map { RuntimeFrame(function: frame.function, location: $0) }
    }
    return moved
  }
}
