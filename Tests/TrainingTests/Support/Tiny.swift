import Foundation
import LanguageModels
import NeuralNetworks
import Randomness

@testable import Training

/// A folder that is removed with the value that holds it.
final class TemporaryFolder {
  let path = NSTemporaryDirectory() + "training-\(UUID().uuidString)"
  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Small things that are trained in no time.
enum Tiny {
  static func model(dropout: Double = 0, seed: UInt64 = 1) -> GPT {
    GPT(
      GPTConfiguration(vocabularySize: 12, contextLength: 8, features: 8, layers: 1, heads: 2, dropout: dropout),
      random: RandomSource(seed: seed))
  }

  static var stream: TokenStream {
    get throws { try TokenStream([(0..<200).map { ($0 * $0 + $0 / 7) % 12 }], blockLength: 8) }
  }

  static func settings(_ steps: Int, folder: String? = nil) -> TrainingSettings {
    var settings = TrainingSettings(steps: steps)
    settings.showsProgress = false
    settings.checkpointFolder = folder
    settings.schedule = CosineSchedule(peak: 0.01, warmUp: 4, steps: 40)
    return settings
  }

  static func loop(_ model: GPT, _ settings: TrainingSettings, batchSize: Int = 4) throws -> TrainingLoop<TokenBatch> {
    TrainingLoop(model, optimizer: AdamW(model), on: try stream, batchSize: batchSize, settings: settings)
  }
}
