/// A type that says how its values look.
///
///     struct Heat: Displayable {
///       var degrees: Double
///       var display: Display {
///         .html("<b style='color: crimson'>\(degrees)°</b>", text: "\(degrees)°")
///       }
///     }
///     Heat(degrees: 21)     // the result of a cell looks like that, and so does display(Heat(degrees: 21))
public protocol Displayable {
  /// How this value looks, with at least a text.
  var display: Display { get }
}

extension Display: Displayable {
  public var display: Display { self }
}
