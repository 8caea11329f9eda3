/// Everything that a cell needs: `import Glassbox`.
@_exported import Displays
@_exported import TensorFiles
@_exported import NeuralNetworks
@_exported import Tensors
