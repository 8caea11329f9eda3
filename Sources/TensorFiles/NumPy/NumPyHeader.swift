/// What the header of a `.npy` file says.
///
/// The file begins with `\x93NUMPY`, two bytes for the version and the length of the text, which is a Python dictionary:
/// `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`.
///
/// Format: "NPY format" in the documentation of `numpy.lib.format`.
struct NumPyHeader: Equatable {
  var description: NumPyDescription
  /// Whether the first index runs fastest, as in Fortran.
  var isFortranOrder: Bool
  var shape: [Int]

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// The longest text that is read, as in NumPy.
  static let longest = 10_000
  /// The most axes that NumPy reads.
  static let mostAxes = 64
}
