internal import COpenBLAS

/// The functions of OpenBLAS, loaded when the first one is called. Without the library the program stops with a sentence.
let openBLAS: glassbox_openblas = {
  let functions = UnsafeMutablePointer<glassbox_openblas>.allocate(capacity: 1)
  defer { functions.deallocate() }
  if let problem = glassbox_load_openblas(functions) {
    fatalError(
      "Matrices are multiplied by OpenBLAS, which cannot be loaded: \(String(cString: problem)). "
        + "Install it with  sudo apt install libopenblas-dev  and start again.")
  }
  return functions.pointee
}()
