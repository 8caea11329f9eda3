/// What the notebook is asked to do with a display.
package struct DisplayMessage {
  package enum Kind: String { case display, update, clear }

  var kind: Kind
  var display = Display()
  var identifier = ""
  /// Clearing waits for the next display, which avoids flicker.
  var waits = false

  var json: JSON {
    [
      "kind": .string(kind.rawValue), "data": display.dataJSON, "metadata": display.metadataJSON,
      "display_id": .string(identifier), "wait": .boolean(waits),
    ]
  }
}
