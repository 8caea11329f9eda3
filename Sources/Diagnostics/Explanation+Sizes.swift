extension Explanation {
  /// Sizes in types that do not fit.
  static let sizes: [Explanation] = [
    Explanation(
      "instance method 'then' requires the types 'Sized.Features<…>' and 'Sized.Features<…>' be equivalent",
      text: "The one layer gives {1} features, and the next one takes {2}. Both numbers must be the same."),
    Explanation(
      "cannot convert value of type 'Sized.Features<…>' to expected argument type 'Sized.Features<…>'",
      text: "These are {1} features, and the layer takes {2}. Both numbers must be the same."),
    Explanation(
      "cannot convert value of type 'Matrix<…>' to expected argument type 'Matrix<…>'",
      text: "The sizes do not fit: this is a `Matrix<{1}>`, and what goes here is a `Matrix<{2}>`. In a product the "
        + "left one has as many columns as the right one has rows."),
  ]
}
