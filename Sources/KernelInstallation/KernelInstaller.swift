import Foundation

/// Writes, finds and removes kernelspecs in one of Jupyter's folders.
public struct KernelInstaller: Sendable {
  /// The folder that holds a folder for each kernelspec.
  public var kernelsFolder: URL

  public init(kernelsFolder: URL) { self.kernelsFolder = kernelsFolder }

  /// Installs a kernelspec with its logos, or brings one of ours up to date.
  ///
  /// Every file is replaced whole, and `kernel.json`, which makes a folder a kernelspec, is written last: whoever looks
  /// meanwhile sees the old kernel or the new one.
  /// - Parameter replacesForeign: whether a specification that another program wrote may be replaced.
  /// - Returns: the kernelspec's folder.
  /// - Throws: `InstallationError`.
  @discardableResult
  public func install(
    _ specification: KernelSpecification, name: String = KernelIdentity.specificationName, replacesForeign: Bool = false
  ) throws -> URL {
    let folder = try folder(named: name)
    if !replacesForeign, holdsForeignSpecification(folder) {
      throw InstallationError.foreignSpecification(name: name, folder: folder)
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw InstallationError.cannotWrite(folder, reason: error.reason)
    }
    for logo in KernelLogo.all {
      try write(logo.data, to: folder.appending(path: logo.fileName))
    }
    try write(specification.encoded(), to: folder.appending(path: Self.fileName))
    return folder
  }

  /// Removes a kernelspec that `install` has written.
  /// - Returns: the folder that is gone.
  /// - Throws: `InstallationError.notInstalled` if there is none, `.foreignSpecification` if it is not ours.
  @discardableResult
  public func uninstall(name: String = KernelIdentity.specificationName) throws -> URL {
    let folder = try folder(named: name)
    if holdsForeignSpecification(folder) {
      throw InstallationError.foreignSpecification(name: name, folder: folder)
    }
    guard specification(in: folder) != nil else {
      throw InstallationError.notInstalled(name: name, places: [kernelsFolder])
    }
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      throw InstallationError.cannotRemove(folder, reason: error.reason)
    }
    return folder
  }

  /// The kernelspecs in the folder that are ours, sorted by name.
  public func installed() -> [InstalledKernel] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: kernelsFolder.path)) ?? []
    return names.sorted().compactMap { name in
      let folder = kernelsFolder.appending(path: name, directoryHint: .isDirectory)
      guard let specification = specification(in: folder), specification.isOurs else { return nil }
      return InstalledKernel(name: name, folder: folder, specification: specification)
    }
  }

  private static let fileName = "kernel.json"

  private func folder(named name: String) throws -> URL {
    guard name.wholeMatch(of: /[A-Za-z0-9._\-]+/) != nil, name != ".", name != ".." else {
      throw InstallationError.invalidName(name)
    }
    return kernelsFolder.appending(path: name, directoryHint: .isDirectory)
  }

  private func specification(in folder: URL) -> KernelSpecification? {
    guard let data = try? Data(contentsOf: folder.appending(path: Self.fileName)) else { return nil }
    return try? JSONDecoder().decode(KernelSpecification.self, from: data)
  }

  /// Whether the folder has a `kernel.json` that is not ours. One that cannot be read is somebody else's.
  private func holdsForeignSpecification(_ folder: URL) -> Bool {
    guard FileManager.default.fileExists(atPath: folder.appending(path: Self.fileName).path) else { return false }
    return specification(in: folder)?.isOurs != true
  }

  private func write(_ data: Data, to file: URL) throws {
    do {
      try data.write(to: file, options: .atomic)
      // A kernel that is installed for everyone must be readable for everyone, whatever the umask says.
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    } catch {
      throw InstallationError.cannotWrite(file, reason: error.reason)
    }
  }
}

extension Error {
  /// The system's own words where it has some, for instance "No space left on device".
  var reason: String {
    let error = self as NSError
    guard let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError, cause.domain == NSPOSIXErrorDomain else {
      return error.localizedDescription
    }
    return String(cString: strerror(Int32(cause.code)))
  }
}
