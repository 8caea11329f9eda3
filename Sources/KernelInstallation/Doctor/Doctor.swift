/// Looks at everything that a cell needs on its way from the notebook to its answer.
public struct Doctor: Sendable {
  public var surroundings: Surroundings
  public var sockets: SocketLibrary
  /// Runs a cell, if the engine is there to do so.
  public var probe: (any CellProbe)?

  public init(surroundings: Surroundings, sockets: SocketLibrary, probe: (any CellProbe)?) {
    self.surroundings = surroundings
    self.sockets = sockets
    self.probe = probe
  }

  /// Looks at one thing after another, the causes before their effects, and hands over what it finds at once.
  public func examine(_ report: (Finding) -> Void) async {
    for finding in await ToolchainCheck(surroundings: surroundings).findings() { report(finding) }
    for finding in LibraryCheck(surroundings: surroundings, sockets: sockets).findings() { report(finding) }
    for finding in ProductCheck(surroundings: surroundings).findings() { report(finding) }
    for finding in SpaceCheck(surroundings: surroundings).findings() { report(finding) }
    for finding in await JupyterCheck(surroundings: surroundings).findings() { report(finding) }
    if let probe { report(await CellCheck(probe: probe).finding()) }
  }
}
