import Foundation

/// Looks at the C libraries that the kit stands on.
struct LibraryCheck {
  var surroundings: Surroundings
  var sockets: SocketLibrary

  func findings() -> [Finding] { [messages(), matrices()] }

  private func messages() -> Finding {
    let subject = "libzmq"
    guard sockets.offersEncryption else {
      return .warning(
        subject, "\(sockets.version), without CurveZMQ",
        remedy: "Notebooks work; encrypted connections need a libzmq that was built with libsodium.")
    }
    return .ok(subject, "\(sockets.version), with CurveZMQ")
  }

  private func matrices() -> Finding {
    let subject = "BLAS"
    let remedy = "Install it with `apt install libopenblas-dev` and run `make kernel` again."
    guard let library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL) else {
      return .failure(subject, "libopenblas.so.0 cannot be loaded", remedy: remedy)
    }
    defer { dlclose(library) }
    guard let address = dlsym(library, "openblas_get_config") else {
      return .warning(subject, "libopenblas.so.0 is not OpenBLAS", remedy: remedy)
    }
    let configuration = unsafeBitCast(address, to: (@convention(c) () -> UnsafePointer<CChar>?).self)
    let text = configuration().map { String(cString: $0) } ?? "OpenBLAS"
    return .ok(subject, text.trimmingCharacters(in: .whitespaces))
  }
}
