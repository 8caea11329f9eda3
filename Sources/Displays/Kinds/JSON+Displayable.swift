extension JSON: Displayable {
  public var display: Display { .json(self) }
}
