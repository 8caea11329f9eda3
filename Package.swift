// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The compiler that runs this manifest brings its own copy of SwiftSyntax, prebuilt and always of the right version.
// Using it spares every newcomer minutes of compiling. The manifest finds the toolchain by looking at itself: the
// library `PackageDescription`, which it links, lies inside the toolchain.
let toolchain: String = {
  // Read in pieces: the kernel hands out one page at a time, and reading "the whole file" may stop after the first.
  guard let file = FileHandle(forReadingAtPath: "/proc/self/maps") else { return "/usr" }
  var maps = Data()
  while case let piece = file.availableData, !piece.isEmpty { maps += piece }
  for line in String(decoding: maps, as: UTF8.self).split(separator: "\n")
  where line.hasSuffix("/libPackageDescription.so") {
    if let start = line.firstIndex(of: "/"), let end = line.range(of: "/lib/swift/pm/") {
      return String(line[start..<end.lowerBound])
    }
  }
  return "/usr"
}()
let compilerLibraries = "\(toolchain)/lib/swift/host"

/// Lets a target read Swift source with the parser that the toolchain brings.
let parserSwiftSettings: [SwiftSetting] = [.unsafeFlags(["-I", compilerLibraries])]
let parserLinkerSettings: [LinkerSetting] = [
  .unsafeFlags(["-L", compilerLibraries, "-Xlinker", "-rpath", "-Xlinker", compilerLibraries]),
  .linkedLibrary("SwiftSyntax"), .linkedLibrary("SwiftParser"), .linkedLibrary("SwiftDiagnostics"),
  .linkedLibrary("SwiftParserDiagnostics"), .linkedLibrary("SwiftBasicFormat"),
]

let warningsAreErrors: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A resilient module hides what it is made of: a cell that imports it need not find the C modules behind it.
let resilient: [SwiftSetting] = [.unsafeFlags(["-enable-library-evolution"])]

/// Loops over numbers are compiled for speed even where the rest is for debugging, so that tests do not wait for them.
let loopSettings: [CSetting] = [.unsafeFlags(["-O3", "-fno-math-errno", "-Werror"])]

let package = Package(
  name: "Glassbox",
  products: [
    .library(name: "Glassbox", type: .dynamic, targets: ["Glassbox"]),
    .executable(name: "glassbox", targets: ["glassbox-command"]),
    .executable(name: "lesson", targets: ["lesson"]),
    .executable(name: "glassbox-model", targets: ["glassbox-model"]),
    .executable(name: "glassbox-worker", targets: ["glassbox-worker"]),
    .executable(name: "glassbox-analysis", targets: ["glassbox-analysis"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The learner's half: reads like a textbook, imports no tooling.
    .target(name: "CLoading"),
    .target(name: "COpenBLAS", dependencies: ["CLoading"]),
    .target(name: "COneDNN", dependencies: ["CLoading"]),
    .target(name: "Parallelism", dependencies: ["Interruption"], swiftSettings: warningsAreErrors + resilient),
    .target(
      name: "LinearAlgebra", dependencies: ["COpenBLAS", "COneDNN", "Interruption", "Parallelism"],
      swiftSettings: warningsAreErrors + resilient),
    .target(name: "CInterruption"),
    .target(
      name: "Interruption", dependencies: ["CInterruption"], swiftSettings: warningsAreErrors + resilient),
    // The C compiler need not keep `errno` for a square root: only then is it one instruction.
    .target(
      name: "Randomness", dependencies: ["Interruption"],
      swiftSettings: warningsAreErrors + [.unsafeFlags(["-Xcc", "-fno-math-errno"])]),
    .target(name: "CKernels", cSettings: loopSettings),
    .target(name: "NumericKernels", dependencies: ["CKernels"], swiftSettings: warningsAreErrors + resilient),
    .target(name: "Displays", dependencies: ["Interruption"], swiftSettings: warningsAreErrors),
    .target(name: "Charts", dependencies: ["Displays", "Interruption"], swiftSettings: warningsAreErrors),
    .target(
      name: "Tensors",
      dependencies: [
        "Charts", "NumericKernels", "LinearAlgebra", "Parallelism", "Interruption", "Randomness", "ComputationGraphs",
        "Displays",
      ],
      swiftSettings: warningsAreErrors),
    .target(name: "Files", swiftSettings: warningsAreErrors),
    .target(name: "TensorFiles", dependencies: ["Displays", "Files", "Tensors"], swiftSettings: warningsAreErrors),
    .target(
      name: "NeuralNetworks",
      dependencies: [
        "Charts", "Tensors", "TensorFiles", "Randomness", "NumericKernels", "LinearAlgebra", "Parallelism",
        "Interruption", "Displays",
      ],
      swiftSettings: warningsAreErrors),
    .target(name: "ComputationGraphs", dependencies: ["Displays"], swiftSettings: warningsAreErrors),
    .target(
      name: "Backpropagation", dependencies: ["ComputationGraphs", "Displays"], swiftSettings: warningsAreErrors),
    .target(
      name: "SizedTensors", dependencies: ["NeuralNetworks", "Randomness", "Tensors"], swiftSettings: warningsAreErrors),
    .target(name: "Tokenizers", dependencies: ["Displays", "Files", "Interruption"], swiftSettings: warningsAreErrors),
    .target(
      name: "LanguageModels",
      dependencies: ["Displays", "Files", "NeuralNetworks", "Randomness", "TensorFiles", "Tensors", "Tokenizers"],
      swiftSettings: warningsAreErrors),
    .target(name: "ChatTemplates", swiftSettings: warningsAreErrors),
    .target(
      name: "TextGeneration",
      dependencies: [
        "Charts", "ChatTemplates", "Displays", "LanguageModels", "NeuralNetworks", "Randomness", "Tensors",
        "Tokenizers",
      ],
      swiftSettings: warningsAreErrors),
    .target(
      name: "Pipelines",
      dependencies: [
        "Charts", "Displays", "Files", "LanguageModels", "NeuralNetworks", "Tensors", "TextGeneration", "Tokenizers",
      ],
      swiftSettings: warningsAreErrors),
    .target(name: "Corpora", dependencies: ["Displays", "Files", "Randomness"], swiftSettings: warningsAreErrors),
    .target(
      name: "Training",
      dependencies: [
        "Corpora", "Displays", "Files", "Interruption", "LanguageModels", "NeuralNetworks", "Randomness", "TensorFiles",
        "Tensors", "Tokenizers",
      ],
      swiftSettings: warningsAreErrors),
    .target(
      name: "Evaluation",
      dependencies: ["Displays", "LanguageModels", "NeuralNetworks", "Randomness", "Tensors", "Tokenizers"],
      swiftSettings: warningsAreErrors),
    .target(name: "CourseChecks", dependencies: ["Tensors"], swiftSettings: warningsAreErrors),
    .target(
      name: "Glassbox",
      dependencies: [
        "Backpropagation", "Charts", "ChatTemplates", "ComputationGraphs", "Corpora", "CourseChecks", "Displays",
        "Evaluation",
        "Interruption", "LanguageModels",
        "NeuralNetworks", "Pipelines", "Randomness", "SizedTensors", "TensorFiles", "Tensors", "TextGeneration",
        "Tokenizers", "Training",
      ],
      swiftSettings: warningsAreErrors),

    // The tools' half: knows nothing of tensors.
    .target(
      name: "CellSyntax", swiftSettings: warningsAreErrors + parserSwiftSettings, linkerSettings: parserLinkerSettings),
    .target(name: "Diagnostics", swiftSettings: warningsAreErrors),
    .target(name: "WorkerProtocol", swiftSettings: warningsAreErrors),
    .target(name: "CProcess"),
    .target(name: "CWorkerRuntime"),
    .target(
      name: "CellRuntime", dependencies: ["CWorkerRuntime", "WorkerProtocol"],
      swiftSettings: warningsAreErrors + resilient),
    .executableTarget(
      name: "glassbox-worker", dependencies: ["CellRuntime", "CWorkerRuntime", "WorkerProtocol"],
      swiftSettings: warningsAreErrors,
      // Cells find the runtime's functions among the symbols of the program that loads them.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic"])]),
    .target(
      name: "Interpreter", dependencies: ["CellSyntax", "Diagnostics", "WorkerProtocol", "CProcess", "CSodium"],
      swiftSettings: warningsAreErrors + parserSwiftSettings),
    .target(name: "CSourceKit"),
    .target(name: "CodeAnalysis", dependencies: ["CSourceKit"], swiftSettings: warningsAreErrors),
    .executableTarget(name: "glassbox-analysis", dependencies: ["CodeAnalysis"], swiftSettings: warningsAreErrors),

    .systemLibrary(name: "CZeroMQ"),
    .systemLibrary(name: "CSodium"),
    .systemLibrary(name: "CSQLite"),
    .target(name: "JupyterProtocol", dependencies: ["CSodium"], swiftSettings: warningsAreErrors),
    .target(
      name: "JupyterKernel", dependencies: ["JupyterProtocol", "CZeroMQ", "CSQLite"], swiftSettings: warningsAreErrors),
    .executableTarget(name: "echo-kernel", dependencies: ["JupyterKernel"], swiftSettings: warningsAreErrors),
    .target(
      name: "SwiftNotebook",
      dependencies: ["CodeAnalysis", "Course", "CourseGrading", "Interpreter", "JupyterKernel"],
      swiftSettings: warningsAreErrors + parserSwiftSettings),
    .target(
      name: "KernelInstallation", dependencies: ["CZeroMQ"],
      resources: [
        .embedInCode("Logos/logo-32x32.png"), .embedInCode("Logos/logo-64x64.png"), .embedInCode("Logos/logo-svg.svg"),
      ], swiftSettings: warningsAreErrors),
    .executableTarget(
      name: "glassbox-command",
      dependencies: [
        "SwiftNotebook", "JupyterKernel", "KernelInstallation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/glassbox", swiftSettings: warningsAreErrors + parserSwiftSettings),

    .target(name: "NotebookFormat", swiftSettings: warningsAreErrors),
    .target(name: "Course", dependencies: ["NotebookFormat"], swiftSettings: warningsAreErrors),
    .target(
      name: "CourseGrading", dependencies: ["Course", "Interpreter", "NotebookFormat", "WorkerProtocol"],
      swiftSettings: warningsAreErrors + parserSwiftSettings),
    .target(
      name: "CourseTerminal", dependencies: ["CellSyntax", "Course", "CourseGrading", "Interpreter", "WorkerProtocol"],
      swiftSettings: warningsAreErrors + parserSwiftSettings),
    .executableTarget(
      name: "lesson",
      dependencies: [
        "CodeAnalysis", "Course", "CourseGrading", "CourseTerminal", "Interpreter",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: warningsAreErrors + parserSwiftSettings),

    .testTarget(name: "InterruptionTests", dependencies: ["Interruption"]),
    .testTarget(name: "ParallelismTests", dependencies: ["Interruption", "Parallelism"]),
    .executableTarget(name: "openblas-bench", linkerSettings: [.linkedLibrary("openblas")]),
    .executableTarget(
      name: "glassbox-bench",
      dependencies: [
        "LanguageModels", "MixedText", "NeuralNetworks", "Parallelism", "Tensors", "Tokenizers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: warningsAreErrors),

    .executableTarget(
      name: "glassbox-model",
      dependencies: [
        "Corpora", "Displays", "Evaluation", "Files", "LanguageModels", "NeuralNetworks", "Pipelines", "Randomness",
        "Tensors", "TextGeneration", "Tokenizers", "Training",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: warningsAreErrors),

    .target(name: "DrawingChecks", path: "Tests/DrawingChecks"),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "DisplaysTests", dependencies: ["Displays", "DrawingChecks"]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "DrawingChecks"]),
    .testTarget(name: "NumericKernelsTests", dependencies: ["NumericKernels"], exclude: ["Fixtures"]),
    .testTarget(name: "RandomnessTests", dependencies: ["Randomness"], exclude: ["Fixtures"]),
    .target(name: "PyTorchFixtures", dependencies: ["Tensors"], path: "Tests/PyTorchFixtures"),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors", "PyTorchFixtures"]),
    .testTarget(name: "SizedTensorsTests", dependencies: ["SizedTensors"]),
    .testTarget(name: "TensorFilesTests", dependencies: ["TensorFiles", "Tensors"], exclude: ["Fixtures"]),
    .testTarget(
      name: "NeuralNetworksTests", dependencies: ["NeuralNetworks", "Displays", "TensorFiles", "PyTorchFixtures"]),
    .testTarget(name: "ComputationGraphsTests", dependencies: ["ComputationGraphs", "DrawingChecks"]),
    .testTarget(name: "BackpropagationTests", dependencies: ["Backpropagation"]),
    .target(name: "MixedText", path: "Tests/MixedText", swiftSettings: warningsAreErrors),
    .testTarget(name: "TokenizersTests", dependencies: ["MixedText", "Tokenizers"], exclude: ["Fixtures"]),
    .testTarget(
      name: "LanguageModelsTests",
      dependencies: ["LanguageModels", "NeuralNetworks", "TensorFiles", "Tensors", "Tokenizers"], exclude: ["Fixtures"]),
    .testTarget(name: "ChatTemplatesTests", dependencies: ["ChatTemplates", "Displays"], exclude: ["Fixtures"]),
    .testTarget(
      name: "TextGenerationTests",
      dependencies: [
        "ChatTemplates", "Displays", "LanguageModels", "NeuralNetworks", "Randomness", "Tensors", "TextGeneration",
        "Tokenizers",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "PipelinesTests",
      dependencies: ["LanguageModels", "NeuralNetworks", "Pipelines", "Tensors", "TextGeneration", "Tokenizers"],
      exclude: ["Fixtures"]),
    .testTarget(name: "CorporaTests", dependencies: ["Corpora", "Files", "Randomness"]),
    .testTarget(
      name: "TrainingTests",
      dependencies: [
        "Corpora", "Displays", "LanguageModels", "NeuralNetworks", "Randomness", "TensorFiles", "Tensors", "Tokenizers",
        "Training",
      ]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: ["Displays", "Evaluation", "LanguageModels", "NeuralNetworks", "Randomness", "Tensors"],
      exclude: ["Fixtures"]),
    .testTarget(name: "GlassboxTests", dependencies: ["Backpropagation", "Glassbox"]),
    .testTarget(name: "CellSyntaxTests", dependencies: ["CellSyntax"], swiftSettings: parserSwiftSettings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "CodeAnalysisTests", dependencies: ["CodeAnalysis", "glassbox-analysis"]),
    .testTarget(name: "WorkerTests", dependencies: ["WorkerProtocol", "glassbox-worker", "Glassbox"]),
    .testTarget(
      name: "InterpreterTests", dependencies: ["Interpreter", "glassbox-worker", "Glassbox"],
      swiftSettings: parserSwiftSettings),
    .testTarget(name: "NotebookFormatTests", dependencies: ["NotebookFormat"]),
    .testTarget(name: "CourseTests", dependencies: ["Course", "NotebookFormat"]),
    .testTarget(name: "CourseChecksTests", dependencies: ["CourseChecks", "Tensors"]),
    .testTarget(
      name: "CourseGradingTests",
      dependencies: ["Course", "CourseGrading", "Interpreter", "NotebookFormat", "Glassbox", "glassbox-worker"],
      swiftSettings: parserSwiftSettings),
    .testTarget(
      name: "CourseTerminalTests",
      dependencies: ["Course", "CourseGrading", "CourseTerminal", "Interpreter", "Glassbox", "glassbox-worker"],
      swiftSettings: parserSwiftSettings),
    .testTarget(name: "KernelInstallationTests", dependencies: ["KernelInstallation"]),
    .testTarget(name: "JupyterProtocolTests", dependencies: ["JupyterProtocol"], exclude: ["Fixtures"]),
    .testTarget(name: "JupyterKernelTests", dependencies: ["JupyterKernel", "echo-kernel"]),
  ],
  swiftLanguageModes: [.v6]
)

// Where only some targets are of interest, as in `make sanitize`, the rest need not be built.
if let wanted = Context.environment["GLASSBOX_TARGETS"] {
  var names: Set<String> = []
  var next = wanted.split(separator: " ").map(String.init)
  while let name = next.popLast() {
    guard let target = package.targets.first(where: { $0.name == name }) else { fatalError("There is no \(name).") }
    guard names.insert(name).inserted else { continue }
    for case .byNameItem(let name, _) in target.dependencies { next.append(name) }
  }
  package.targets.removeAll { !names.contains($0.name) }
  package.products = []
}
