"""Runs a case in PyTorch and notes what it was given and what came of it."""

import dataclasses
import platform

import numpy
import torch
import transformers

import verification
from values import Values, encoded, source_of


def versions():
    return {
        "python": platform.python_version(),
        "torch": torch.__version__,
        "numpy": numpy.__version__,
        "transformers": transformers.__version__,
    }


@dataclasses.dataclass
class Run:
    """What an operation gave for some leaves: its outputs by name, and how to read the leaves' gradients."""

    outputs: dict
    leaves: dict

    def gradients(self, cotangents):
        """The gradients of sum(output * cotangent), summed over the outputs."""
        total = sum((self.outputs[name] * cotangent).sum() for name, cotangent in cotangents.items())
        leaves = {name: leaf for name, leaf in self.leaves.items() if leaf.requires_grad}
        found = torch.autograd.grad(total, list(leaves.values()), allow_unused=True)
        return {
            name: torch.zeros_like(leaf) if gradient is None else gradient
            for (name, leaf), gradient in zip(leaves.items(), found)
        }


class Case:
    """An operation with its inputs, arguments and parameters, which can be run at any precision."""

    def __init__(self, function, inputs, arguments, parameters, permutations):
        self.function, self.inputs, self.arguments = function, inputs, arguments
        self.parameters, self.permutations = parameters, permutations

    def run(self, dtype=torch.float64, changes=None, differentiated=()):
        """`changes` replaces some of the leaves: that is how a slope is measured without PyTorch's own gradients."""
        leaves = {**self.inputs, **self.parameters, **(changes or {})}
        leaves = {name: leaf.to(dtype) if leaf.is_floating_point() else leaf for name, leaf in leaves.items()}
        for name in differentiated:
            leaves[name] = leaves[name].clone().requires_grad_()
        seen = {name: self._arranged(name, leaves[name]) for name in self.inputs}
        parameters = {name: leaves[name] for name in self.parameters}
        result = self.function(*([parameters] if parameters else []), **seen, **self.arguments)
        return Run(result if isinstance(result, dict) else {"output": result}, leaves)

    def _arranged(self, name, leaf):
        permutation = self.permutations.get(name)
        return leaf if permutation is None else leaf.permute(permutation)


class Group:
    """The cases of one file."""

    def __init__(self, name, verify=True):
        self.name, self.verify = name, verify
        self.cases, self.names = [], set()

    def note(self, name, operation, **facts):
        """Takes a case that does not fit the pattern of inputs, outputs and gradients."""
        if name in self.names:
            raise ValueError(f"{self.name} has two cases named {name!r}")
        self.names.add(name)
        self.cases.append({"name": name, "operation": operation, **facts})

    def add(self, name, operation, function, inputs, arguments=None, parameters=None, gradients=True, smooth=True):
        """Runs `function(**inputs, **arguments)`, or with the parameters by name before them, and notes the outcome.

        gradients: whether to note them, or the names of the inputs for which to.
        smooth: whether slopes can be measured here; not at a kink, a tie or an infinity.
        """
        arguments = arguments or {}
        source = source_of(f"{self.name}/{name}")
        drawn = {key: spec.draw(source) for key, spec in inputs.items()}
        drawn_parameters = {key: spec.draw(source) for key, spec in (parameters or {}).items()}
        permutations = {key: spec.permutation for key, spec in inputs.items() if spec.permutation is not None}
        case = Case(function, drawn, arguments, drawn_parameters, permutations)
        differentiated = self._differentiated(case, gradients)
        run = case.run(differentiated=differentiated)
        noted = {"arguments": arguments}
        noted["inputs"] = {
            key: encoded(tensor, "float32" if tensor.is_floating_point() else None, permutations.get(key))
            for key, tensor in drawn.items()
        }
        if drawn_parameters:
            noted["parameters"] = {key: encoded(tensor, "float32") for key, tensor in drawn_parameters.items()}
        noted["outputs"] = {key: encoded(tensor) for key, tensor in run.outputs.items()}
        cotangents = self._cotangents(run, source) if differentiated else {}
        found = run.gradients(cotangents) if cotangents else {}
        if found:
            noted["cotangents"] = {key: encoded(tensor, "float32") for key, tensor in cotangents.items()}
            noted["gradients"] = {key: encoded(tensor) for key, tensor in found.items()}
        if self.verify:
            verification.verify(f"{self.name}: {name}", case, run.outputs, cotangents, found, smooth)
        self.note(name, operation, **noted)

    @staticmethod
    def _differentiated(case, gradients):
        floating = [name for name, leaf in {**case.inputs, **case.parameters}.items() if leaf.is_floating_point()]
        if gradients is True:
            return floating
        return [name for name in floating if gradients and name in gradients]

    @staticmethod
    def _cotangents(run, source):
        """A weight for each entry of each output that hangs on the inputs, so that no gradient cancels by chance."""
        return {
            name: Values(tuple(output.shape), -2, 2, 1 / 16).draw(source)
            for name, output in run.outputs.items()
            if output.requires_grad
        }
