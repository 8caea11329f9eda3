import CellRuntime

@main
struct WorkerProgram {
  static func main() {
    Worker.run()
  }
}
