/// Everything that a cell needs: `import Glassbox`.
@_exported import Displays
@_exported import Randomness
@_exported import Tensors
