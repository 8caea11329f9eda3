import CourseChecks
import Foundation
import Glassbox
import Testing

@Suite struct Towers {
  @Test("as many parts as were asked for, each with two tables (1 point)") func allParts() throws {
    for layers in [2, 7, 24] { try checkParts(tower(layers: layers, width: 16), layers, "\(layers) parts") }
  }

  @Test("the size of the numbers behind 60 parts (1 point)") func sizeStays() throws {
    let (tall, x) = try drawn()
    let size = withoutGradients { tall(x) }.flattened().standardDeviation(axis: 0).doubleItem
    try Check.that(size > 0.1 && size < 100, "the size is \(short(size)); it should lie between 0.1 and 100")
  }

  @Test("the slope at the input of 60 parts (1 point)") func slopeArrives() throws {
    let (tall, x) = try drawn()
    let upstream = withRandomness(seed: 106) { Tensor.normal(x.shape) }
    let slope = gradient(at: x) { (tall($0) * upstream).sum() }
    let ratio = slope.norm().doubleItem / upstream.norm().doubleItem
    try Check.that(
      ratio > 0.1 && ratio < 100,
      "the slope at the input is \(short(ratio)) times the one from above, and should be 0.1 to 100 times")
  }

  @Test("24 parts learn a wave (2 points)") func learns() throws {
    let loss = try withRandomness(seed: 107) { () throws -> Double in
      let middle = tower(layers: 24, width: 16)
      try checkParts(middle, 24, "24 parts")
      let model = Sequential(Linear(1, 16), middle, Linear(16, 1))
      let x = Tensor.linspace(from: -2, to: 2, count: 64).unsqueezed(1)  // [examples 64, 1]
      let wave = sin(3 * x)
      let optimizer = AdamW(model, learningRate: 0.003)
      for _ in 0..<150 {
        optimizer.zeroGradients()
        meanSquaredError(model(x), wave).backward()
        optimizer.step(clippingNormTo: 1)
      }
      return evaluating { meanSquaredError(model(x), wave) }.doubleItem
    }
    try Check.that(
      loss < 0.1, "the loss is \(short(loss)) after 150 steps; it must be below 0.1, and a flat line has 0.5")
  }

  /// Three digits are enough for a report.
  private func short(_ number: Double) -> String { String(format: "%.3g", number) }

  /// A tower of 60 parts with large weights, and an input of size 1.
  private func drawn() throws -> (tower: any Layer, x: Tensor) {
    try withRandomness(seed: 105) {
      let tall = tower(layers: 60, width: 16)
      try checkParts(tall, 60, "60 parts")
      for parameter in tall.parameters where parameter.shape.count == 2 {
        let deviation = 1.5 / Double(parameter.shape[1]).squareRoot()
        parameter.value = .normal(parameter.shape, standardDeviation: deviation)
      }
      return (tall, Tensor.normal([32, 16]))
    }
  }

  private func checkParts(_ tower: any Layer, _ layers: Int, _ what: String) throws {
    let tables = tower.parameters.filter { $0.shape.count == 2 }.count
    try Check.that(
      tables >= 2 * layers, "\(what) need \(2 * layers) tables of weights at least, and there are \(tables)")
  }
}
