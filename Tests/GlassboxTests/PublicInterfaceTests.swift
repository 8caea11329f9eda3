import Foundation
import Testing

/// What Tensors and NeuralNetworks offer is explained, shown and held against PyTorch.
@Suite("Everything public is explained, shown and compared") struct PublicInterfaceTests {
  /// What says nothing of its own: it does what the protocol's comment says.
  static let witnesses = ["forward", "learningRate", "read", "<"]

  @Test("Every public function and initialiser has a comment of its own", arguments: ["Tensors", "NeuralNetworks"])
  func comments(module: String) throws {
    let declarations = try PublicDeclaration.all(in: module).filter { ["func", "init"].contains($0.keyword) }
    #expect(declarations.count > 100)
    // Of a number that is a truth value.
    let others = ["public init(_ number: Double) { self = number != 0 }"]
    let bare = declarations.filter {
      $0.comment.isEmpty && !Self.witnesses.contains($0.name) && !others.contains($0.text)
    }
    #expect(bare.map(\.place) == [])
  }

  /// Functions, and folders of operations, layers, losses, optimizers and schedules.
  static let folders = [
    "Tensors/Algebra", "Tensors/Operations", "Tensors/Random", "Tensors/Shapes", "NeuralNetworks/Activations",
    "NeuralNetworks/Functions", "NeuralNetworks/Layers", "NeuralNetworks/Losses", "NeuralNetworks/Optimizers",
    "NeuralNetworks/Positions", "NeuralNetworks/Recurrent", "NeuralNetworks/Schedules",
  ]

  /// What needs no example, and why.
  static let withoutExample: [String: String] = [
    "SubscriptPart": "in the examples of subscripts",
    "OptimizerStep": "facts that an optimizer is handed",
    "LSTMState": "what lstm gives, in whose example it is",
    "zeroGradients": "in the example of its class",
    "save": "in the example of load",
    "scaled": "in the example of its type",
    "callAsFunction": "in the example of its type",
    "update": "called by the optimizer itself",
  ]

  @Test("Every operation, layer, loss, optimizer and schedule shows an example", arguments: folders)
  func examples(folder: String) throws {
    let declarations = try PublicDeclaration.all(in: folder).filter { $0.keyword != "init" }
    // One example is enough for all forms of a function.
    let shown = Set(declarations.filter(\.hasExample).map(\.name))
    let silent = declarations.filter { declaration in
      // What is written out by hand says the same as its twin, whose example holds for both.
      !shown.contains(declaration.name) && !declaration.name.hasSuffix("ByHand")
        && !Self.witnesses.contains(declaration.name) && Self.withoutExample[declaration.name] == nil
    }
    #expect(declarations.count >= 5)
    #expect(silent.map(\.place) == [])
  }

  /// What no case of PyTorch stands for, and why.
  static let withoutFixture: [String: String] = [
    "additiveAttentionWeights": "PyTorch has none; held to numbers worked out by hand",
    "bilinearAttentionWeights": "PyTorch has none; held to numbers worked out by hand",
    "locationAttentionWeights": "PyTorch has none; held to numbers worked out by hand",
    "selfAttention": "held to attention, which has cases",
    "Sequential": "one layer after the other; what MLP is made of",
    "SinusoidalPositions": "adds sinusoidalPositions, which has cases",
    "RotaryScaling": "PyTorch has none; held to numbers that follow from its definition",
    "YaRN": "PyTorch has none; held to numbers that follow from its definition",
    "SubscriptPart": "what subscripts are given in the cases of slice",
    "RecurrentWeights": "weights together; what the recurrent functions are given",
    "LSTMState": "two tensors together; what lstm gives",
    "gru": "what GRU computes with", "gruStep": "what GRUCell computes with",
    "lstm": "what LSTM computes with", "lstmStep": "what LSTMCell computes with",
    "rnn": "what RNN computes with", "rnnStep": "what RNNCell computes with",
    "Optimizer": "what all optimizers have in common", "OptimizerStep": "facts that an optimizer is handed",
    "linear": "what Linear computes with",
    "dropout": "random; what Dropout computes with, whose mean is compared",
    "layerNorm": "what LayerNorm computes with",
    "rmsNorm": "what RMSNorm computes with",
    "causalMask": "PyTorch has none; made of comparisons, which have cases",
    "paddingMask": "PyTorch has none; made of comparisons, which have cases",
    "combinedMask": "PyTorch has none; made of logicalAnd, which has cases",
  ]

  @Test(
    "Every operation, layer, loss, optimizer and schedule has a case of PyTorch",
    arguments: [
      "Tensors/Algebra", "Tensors/Operations", "Tensors/Shapes", "NeuralNetworks/Functions", "NeuralNetworks/Layers",
      "NeuralNetworks/Losses", "NeuralNetworks/Optimizers", "NeuralNetworks/Positions", "NeuralNetworks/Recurrent",
      "NeuralNetworks/Schedules",
    ])
  func fixtures(folder: String) throws {
    let tests = try Self.testsWithCases()
    let names = try PublicDeclaration.all(in: folder).filter { $0.keyword != "init" && !Self.isInside($0) }.map(\.name)
    let missing = Set(names).filter { name in
      // Functions and types with their bracket, operators between spaces. What changes a variable is made of what does not.
      !tests.contains("\(name)(") && !tests.contains(" \(name) ") && !name.hasSuffix("ByHand") && !name.hasSuffix("=")
        && Self.withoutFixture[name] == nil
    }
    #expect(names.count >= 5)
    #expect(missing.sorted() == [])
  }

  /// Whether it is a member of a type other than Tensor, whose members are in files of its name: its type's cases reach it.
  private static func isInside(_ declaration: PublicDeclaration) -> Bool {
    declaration.isMember && !declaration.file.hasPrefix("Tensor")
  }

  /// The text of all tests that read cases of PyTorch, and of what helps them.
  private static func testsWithCases() throws -> String {
    let folders = ["TensorsTests", "NeuralNetworksTests"].map {
      DocumentationSource.root.appending(path: "Tests/\($0)")
    }
    let files = folders.flatMap {
      FileManager.default.enumerator(at: $0, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    }
    return try files.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
      .filter { $0.contains("import PyTorchFixtures") || $0.contains("TraceCase.cases(") }.joined()
  }
}
