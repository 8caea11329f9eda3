internal import CWorkerRuntime
import Glibc
import Synchronization
internal import WorkerProtocol

/// The cells that are loaded, and where their variables are.
final class CellModules: Sendable {
  static let shared = CellModules()

  /// The storage of a top-level variable.
  struct Slot: @unchecked Sendable {
    var name: String
    var address: UnsafeMutableRawPointer?
    /// The static type, known once the declaration was reached. `nil` for types that cannot be copied.
    var type: Any.Type?
    var isInitialized = false
  }

  private struct Module {
    var slots: [Slot]
  }

  private let modules = Mutex<[String: Module]>([:])

  /// Finds the variables of a loaded library, or remembers what is known of them already.
  func register(_ run: CellRun, handle: UnsafeMutableRawPointer) {
    modules.withLock { modules in
      guard modules[run.module] == nil else { return }
      modules[run.module] = Module(
        slots: run.variables.map { Slot(name: $0.name, address: dlsym(handle, $0.symbol)) })
    }
  }

  func markInitialized(module: String, index: Int, type: Any.Type?) {
    modules.withLock { modules in
      guard modules[module]?.slots.indices.contains(index) == true else { return }
      modules[module]?.slots[index].type = type
      modules[module]?.slots[index].isInitialized = true
    }
  }

  func slots(of module: String) -> [Slot] {
    modules.withLock { $0[module]?.slots ?? [] }
  }

  func slot(_ reference: VariableReference) -> Slot? {
    modules.withLock { modules in
      guard let slots = modules[reference.module]?.slots, slots.indices.contains(reference.index) else { return nil }
      return slots[reference.index]
    }
  }

  // MARK: Running a cell again

  /// The value that a variable had before its cell ran again: raw bytes that own what they refer to.
  struct SetAside: @unchecked Sendable {
    var index: Int
    var type: Any.Type
    var bytes: UnsafeMutableRawPointer
  }

  /// Takes the values of all variables of a module away. The variables are zero afterwards, as before their first run.
  func setAside(module: String) -> [SetAside] {
    modules.withLock { modules in
      guard let slots = modules[module]?.slots else { return [] }
      var taken: [SetAside] = []
      for (index, slot) in slots.enumerated() where slot.isInitialized {
        modules[module]?.slots[index].isInitialized = false
        guard let type = slot.type, let address = slot.address else { continue }
        let layout = TypeLayout(of: type)
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(layout.size, 1), alignment: layout.alignment)
        bytes.copyMemory(from: address, byteCount: layout.size)
        memset(address, 0, layout.size)
        taken.append(SetAside(index: index, type: type, bytes: bytes))
      }
      return taken
    }
  }

  /// Gives values back to the variables that the new run has not reached; returns the others, which nobody refers to
  /// any more.
  func restore(_ values: [SetAside], module: String) -> [SetAside] {
    modules.withLock { modules in
      values.filter { value in
        guard let slot = modules[module]?.slots[value.index], !slot.isInitialized, let address = slot.address else {
          return true
        }
        address.copyMemory(from: value.bytes, byteCount: TypeLayout(of: value.type).size)
        value.bytes.deallocate()
        modules[module]?.slots[value.index].isInitialized = true
        return false
      }
    }
  }

  /// Destroys values for good. Runs their `deinit`, which is the user's code: call it on a cell's thread.
  static func destroy(_ values: [SetAside]) {
    for value in values {
      TypeLayout.destroy(value.bytes, as: value.type)
      value.bytes.deallocate()
    }
  }
}
