/// Everything that a cell needs: `import Glassbox`.
@_exported import ComputationGraphs
@_exported import Displays
@_exported import Tensors
