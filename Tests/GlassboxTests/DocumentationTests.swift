import Foundation
import Glassbox
import Testing

/// Runs what the documentation shows. Each example stands in a test of this folder as it stands there; the first test sees
/// to that.
@Suite("The documentation tells the truth") struct DocumentationTests {
  @Test(
    "Every line of every example is run here",
    arguments: [
      "Charts", "Displays", "NeuralNetworks", "Tensors", "SizedTensors", "TensorFiles", "Tokenizers", "Displays.md",
    ])
  func everyExampleIsRun(place: String) throws {
    let isPage = place.hasSuffix(".md")
    let examples =
      try isPage ? DocumentationSource.pageExamples(place) : DocumentationSource.commentExamples(in: place)
    let tests = try DocumentationSource.tests()
    #expect(examples.count >= 10)
    for line in examples where line != "…" && !line.isEmpty { #expect(tests.contains(line), "not run: \(line)") }
  }

  @Test("Every output on the page is what the examples give")
  func outputs() throws {
    let page = try String(
      contentsOf: DocumentationSource.root.appending(path: "Documentation/Displays.md"), encoding: .utf8)
    struct City {
      var name: String
      var people: Int
    }
    let cities =
      [City(name: "Ulm", people: 126_000), City(name: "Köln", people: 1_087_000)]
    #expect(page.contains("```\n\(Display(of: cities).text)\n```"))
    let scores = Array(0..<1000)
    #expect(page.contains("```\n\(Display(of: scores).text)\n```"))
    #expect(page.contains("`\(Display(of: [Heat(degrees: 21), Heat(degrees: 30.5)]).text)`"))
    #expect(page.contains("`\(Display(of: (1, b: "x")).text)`"))
  }

  struct Heat: Displayable {
    var degrees: Double
    var display: Display {
      .html("<b style='color: crimson'>\(degrees)°</b>", text: "\(degrees)°")
    }
  }

  @Test("Displays of one's own")
  func displayable() {
    #expect(Display(of: Heat(degrees: 21)).text == "21.0°")
    display(Heat(degrees: 21))
    #expect(Display.html("<b>42</b>", text: "42")[.html] == .text("<b>42</b>"))
    #expect(Display.text("a circle").adding(.svg, .text("<svg>…</svg>"))[.svg] == .text("<svg>…</svg>"))
    #expect(HTML.escaped("a < b") == "a &lt; b")
  }

  @Test("Showing")
  func showing() throws {
    display([1, 2, 3])
    display(HTML("<b>bold</b>"))
    do {
      let handle = display("working")
      handle.update("done")
    }
    do {
      let handle = display("counting…")
      handle.update(42)
    }
    let handle = display("working …")
    handle.update("done")
    display(Markdown("The loss fell **by half**."))
    display(LaTeX(#"\sigma(x) = \frac{1}{1 + e^{-x}}"#))
    display(HTML("<b>bold</b>", text: "bold"))
    display(SVG("<svg width='20' height='20'><circle cx='10' cy='10' r='8'/></svg>", text: "a dot"))
    // swift-format-ignore
    display(VegaLite([
      "data": ["values": [["x": 1, "y": 2], ["x": 2, "y": 3]]],
      "mark": "line",
      "encoding": ["x": ["field": "x"], "y": ["field": "y"]],
    ]))
    #expect(throws: (any Error).self) { PNG(try Data(contentsOf: URL(filePath: "cat.png"))) }
    #expect(throws: (any Error).self) { JPEG(try Data(contentsOf: URL(filePath: "cat.jpg"))) }
  }

  @Test("JSON")
  func json() {
    let config: JSON = ["layers": 4, "heads": [1, 2], "causal": true]
    #expect(config["layers"] == 4)
    #expect(config.text == #"{"causal":true,"heads":[1,2],"layers":4}"#)
  }

  private func learn(from batch: Int) {}

  @Test("Progress")
  func showingProgress() {
    for epoch in progress(1...3, "training") {
      for batch in progress(0..<100, "epoch \(epoch)") {
        learn(from: batch)
      }
    }
    var count = 0
    let batches = [1, 2]
    for batch in progress(batches, "training") {
      count += batch
    }
    #expect(count == 3)
  }

  @Test("Comms")
  func comms() {
    let comm = Comm(target: "slider", data: ["maximum": 10])
    comm.onMessage { message in print(message.data["value"] ?? .null) }
    comm.send(["value": 3])
    #expect(comm.isOpen)
    comm.close()
    #expect(!comm.isOpen)
  }

  @Test("Tensors")
  func tensors() {
    let scores = Tensor([[1, 2, 2]])
    #expect(scores.shape == [1, 3])
    #expect(
      softmax(scores).description == """
        Tensor [1, 3] Float
          0.155  0.422  0.422
        """)
    #expect(Tensor(3).shape == [])
    #expect(Tensor([1, 2.5]).shape == [2])
    #expect(Tensor([[1, 2, 3], [4, 5, 6]]).shape == [2, 3])
    #expect(Tensor.arange(4) == Tensor([0, 1, 2, 3]))
    #expect(Tensor.arange(from: 1, to: 2, by: 0.25) == Tensor([1, 1.25, 1.5, 1.75]))
    #expect(Tensor.arange(6).reshaped(to: [2, -1]).shape == [2, 3])
    #expect(Tensor([[1, 2, 3]]).transposed().shape == [3, 1])
    #expect(Tensor([1, 2]).broadcast(to: [3, 2]) == Tensor([[1, 2], [1, 2], [1, 2]]))
    #expect(Tensor([[1, 2, 3], [4, 5, 6]]).sliced(1..., axis: 1) == Tensor([[2, 3], [5, 6]]))
    #expect(Tensor([1, 2, 3]).map { $0 * $0 } == Tensor([1, 4, 9]))
    let half = Tensor([[0.5]])[0, 0]
    #expect(Tensor([1, 2]).map { $0 * half } == Tensor([0.5, 1]))
    #expect(softmax(Tensor([1, 2, 2])).isClose(to: Tensor([0.155, 0.422, 0.422]), tolerance: 1e-3))
    #expect(Tensor([[1, 2]]).matmul(Tensor([[3], [4]])) == Tensor([[11]]))
  }

  @Test("Parts and sums of tensors")
  func tensorParts() {
    do {
      let t = Tensor([[1, 2], [3, 4]])
      #expect(t[1] == Tensor([3, 4]))
      #expect(t.sum() == Tensor(10))
      #expect(t.sum(axis: 0) == Tensor([4, 6]))
      #expect(t.sum(axis: 1, keepDims: true).shape == [2, 1])
    }
    var t = Tensor([[1, 2], [3, 4]])
    #expect(t[1, 0] == 3.0)
    t[1, 0] = 7
    #expect(t == Tensor([[1, 2], [7, 4]]))
  }

  @Test("Files of tensors")
  func tensorFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "glassbox-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: "\(folder)/gpt2", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let words = try StoredArray(shape: [2, 3], floats: [1, 2, 3, 4, 5, 6])
    #expect(words.shape == [2, 3])
    #expect(try words.floats() == [1, 2, 3, 4, 5, 6])
    let weight = try StoredArray(shape: [2, 3], floats: [1, 2, 3, 4, 5, 6])
    let bias = try StoredArray(shape: [3], floats: [0, 0, 1], format: .bfloat16)
    let tensors = ["weight": weight, "bias": bias]
    try SafetensorsFile.write(tensors, metadata: ["format": "pt"], to: "\(folder)/model.safetensors")
    do {
      let file = try SafetensorsFile(path: "\(folder)/model.safetensors")
      #expect(file.names == ["weight", "bias"])
      #expect(try file["weight"].shape == [2, 3])
      #expect(try file["weight"].floats() == [1, 2, 3, 4, 5, 6])
      #expect(file.metadata["format"] == "pt")
    }
    try SafetensorsFile.write(["weight": weight, "bias": bias], to: "\(folder)/gpt2/model.safetensors")
    let model = try SafetensorsFolder(path: "\(folder)/gpt2")
    #expect(model.names == ["weight", "bias"])
    #expect(try model["weight"].floats() == [1, 2, 3, 4, 5, 6])
    try NumPyFile.write(weight, to: "\(folder)/weight.npy")
    let file = try NumPyFile(path: "\(folder)/weight.npy")
    #expect(file.array.shape == [2, 3])
    #expect(try file.array.floats() == [1, 2, 3, 4, 5, 6])
    try tensorsInFiles(folder)
  }

  private func tensorsInFiles(_ folder: String) throws {
    let half = try StoredArray(Tensor([[1, 2], [3, 4]]), format: .float16)
    #expect(half.byteCount == 8)
    let words = try StoredArray(shape: [2, 3], floats: [1, 2, 3, 4, 5, 6], format: .bfloat16)
    #expect(try Tensor(words) == Tensor([[1, 2, 3], [4, 5, 6]]))
    try Tensor([[1, 2], [3, 4]]).save(to: "\(folder)/scores.npy")
    #expect(try Tensor.load("\(folder)/scores.npy") == Tensor([[1, 2], [3, 4]]))
    let tensors = ["weight": Tensor([[1, 2], [3, 4]]), "bias": Tensor([0, 0, 1])]
    try Tensor.save(tensors, to: "\(folder)/weights.safetensors")
    let weights = try Tensor.loadAll("\(folder)/weights.safetensors")
    #expect(weights["bias"] == Tensor([0, 0, 1]))
  }
}
