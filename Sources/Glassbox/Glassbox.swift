/// Everything that a cell needs: `import Glassbox`.
@_exported import Charts
@_exported import ChatTemplates
@_exported import ComputationGraphs
@_exported import Corpora
@_exported import Displays
@_exported import Evaluation
@_exported import LanguageModels
@_exported import NeuralNetworks
@_exported import Pipelines
@_exported import Randomness
@_exported import SizedTensors
@_exported import TensorFiles
@_exported import Tensors
@_exported import TextGeneration
@_exported import Tokenizers
@_exported import Training
