/// The name of a stored property as its author wrote it.
struct FieldName {
  let text: String

  /// - Parameter label: The mirror's label: `x`, `.0` in a tuple, `$__lazy_storage_$_x` for a lazy property.
  init?(_ label: String?) {
    guard let label, !label.hasPrefix(".") else { return nil }
    let lazyPrefix = "$__lazy_storage_$_"
    text = label.hasPrefix(lazyPrefix) ? String(label.dropFirst(lazyPrefix.count)) : label
  }

  /// Whether the compiler or a macro made the property, so that it means nothing to the reader.
  static func isHidden(_ label: String?) -> Bool {
    label == "$defaultActor" || label?.hasPrefix("_$") == true
  }
}
