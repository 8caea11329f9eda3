extension Unicode.Scalar {
  /// What Python's `str.isspace` and its `\s` take for space.
  var isPythonSpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }

  var isNameStart: Bool { self == "_" || properties.isXIDStart }
  var isNamePart: Bool { self == "_" || properties.isXIDContinue }
}
