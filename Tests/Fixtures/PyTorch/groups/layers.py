"""Layers without attention: linear, embedding, norms, feed-forward, positions, dropout."""

import torch
import torch.nn.functional as F
from torch import nn

from groups.modules import add_module
from values import Values, given, integers, values


def add_cases(group):
    add_linear(group)
    add_embedding(group)
    add_norms(group)
    add_feed_forward(group)
    add_positions(group)
    add_dropout(group)
    add_softplus(group)
    add_activations(group)


def add_linear(group):
    for label, shape in [
        ("a vector", (3,)),
        ("a batch", (2, 3)),
        ("a batch of sequences", (2, 4, 3)),
        ("no examples", (0, 3)),
    ]:
        for bias in [True, False]:
            arguments = {"in_features": 3, "out_features": 5, "bias": bias}
            add_module(
                group,
                f"Linear of {label}, bias {bias}",
                "Linear",
                nn.Linear(**arguments),
                {"input": values(*shape)},
                arguments,
            )
    arguments = {"in_features": 3, "out_features": 2, "bias": True}
    turned = {"input": values(3, 4, permutation=(1, 0))}
    add_module(group, "Linear, not contiguous", "Linear", nn.Linear(**arguments), turned, arguments)
    arguments = {"in_features": 1, "out_features": 1, "bias": True}
    add_module(group, "Linear, one by one", "Linear", nn.Linear(**arguments), {"input": values(3, 1)}, arguments)


def add_embedding(group):
    for label, index, padding in [
        ("of a sequence", [3, 0, 3, 1], None), ("of a batch", [[0, 4], [2, 2]], None), ("of one", 2, None),
        ("of nothing", [], None), ("with padding", [[1, 0, 0], [2, 1, 0]], 0),
        ("with padding from the end", [4, 1, 4], -1),
    ]:  # fmt: skip
        arguments = {"num_embeddings": 5, "embedding_dim": 3, "padding_idx": padding}
        module = nn.Embedding(**arguments)
        # The row of the padding gets no gradient: its slope is not what PyTorch notes.
        add_module(
            group, f"Embedding {label}", "Embedding", module, {"input": integers(index)}, arguments,
            smooth=padding is None
        )  # fmt: skip


def add_norms(group):
    add_norm(group, "LayerNorm", nn.LayerNorm, "elementwise_affine")
    for bias in [True, False]:
        arguments = {"normalized_shape": [4], "eps": 1e-5, "elementwise_affine": True, "bias": bias}
        add_module(
            group, f"LayerNorm, bias {bias}", "LayerNorm", nn.LayerNorm(**arguments), {"input": values(3, 4)}, arguments
        )
    add_norm(group, "RMSNorm", nn.RMSNorm, "elementwise_affine")
    known = {"input": given([1, 2, 3, 4])}
    for operation, function in [("LayerNorm", F.layer_norm), ("RMSNorm", F.rms_norm)]:
        call = lambda input, normalized_shape, eps, elementwise_affine: function(input, normalized_shape, eps=eps)
        arguments = {"normalized_shape": [4], "eps": 1e-5, "elementwise_affine": False}
        group.add(f"{operation} of 1, 2, 3, 4", operation, call, known, arguments)
        flat = {"input": given([[2, 2, 2, 2], [0, 0, 0, 0]])}
        group.add(f"{operation} of equal numbers", operation, call, flat, arguments, gradients=False)


def add_norm(group, operation, make, affine):
    for label, shape, normalized in [
        ("a vector", (4,), [4]), ("a batch", (3, 4), [4]), ("sequences", (2, 3, 4), [4]),
        ("two axes", (2, 3, 4), [3, 4]), ("no examples", (0, 4), [4]), ("longer than a vector register", (2, 19), [19]),
    ]:  # fmt: skip
        for eps in [1e-5, 0.125]:
            arguments = {"normalized_shape": normalized, "eps": eps, affine: True}
            add_module(
                group,
                f"{operation} of {label}, eps {eps}",
                operation,
                make(**arguments),
                {"input": values(*shape)},
                arguments,
            )
    function = F.layer_norm if operation == "LayerNorm" else F.rms_norm
    plain = lambda input, normalized_shape, eps, **rest: function(input, normalized_shape, eps=eps)
    arguments = {"normalized_shape": [4], "eps": 1e-5, affine: False}
    group.add(f"{operation}, no parameters", operation, plain, {"input": values(3, 4)}, arguments)
    turned = {"input": values(4, 3, 2, permutation=(1, 2, 0))}
    arguments = {"normalized_shape": [4], "eps": 1e-5, affine: True}
    add_module(group, f"{operation}, not contiguous", operation, make(**arguments), turned, arguments)


class SwiGLU(nn.Module):
    """down(silu(gate(x)) * up(x)); Shazeer, GLU Variants Improve Transformer (2020), under Llama's names."""

    def __init__(self, width, hidden, bias):
        super().__init__()
        self.gate_proj = nn.Linear(width, hidden, bias)
        self.up_proj = nn.Linear(width, hidden, bias)
        self.down_proj = nn.Linear(hidden, width, bias)

    def forward(self, input):
        return self.down_proj(F.silu(self.gate_proj(input)) * self.up_proj(input))


def add_feed_forward(group):
    for approximate in ["none", "tanh"]:
        arguments = {"width": 4, "hidden": 6, "approximate": approximate}
        module = nn.Sequential(nn.Linear(4, 6), nn.GELU(approximate), nn.Linear(6, 4))
        add_module(
            group, f"feed-forward, GELU {approximate}", "FeedForward", module, {"input": values(2, 3, 4)}, arguments
        )
    for bias in [True, False]:
        arguments = {"width": 4, "hidden": 6, "bias": bias}
        add_module(
            group,
            f"feed-forward, SwiGLU, bias {bias}",
            "SwiGLU",
            SwiGLU(**arguments),
            {"input": values(2, 3, 4)},
            arguments,
        )
    for activation, middle in [("tanh", nn.Tanh()), ("sigmoid", nn.Sigmoid()), ("silu", nn.SiLU())]:
        arguments = {"sizes": [3, 5, 4, 2], "activation": activation}
        module = nn.Sequential(nn.Linear(3, 5), middle, nn.Linear(5, 4), middle, nn.Linear(4, 2))
        add_module(group, f"MLP of three layers, {activation}", "MLP", module, {"input": values(4, 3)}, arguments)


def sinusoidal(positions, width, base=10000):
    """Vaswani and others, Attention Is All You Need (2017), 3.5: sine and cosine in turn."""
    position = torch.arange(positions, dtype=torch.float64)[:, None]
    angle = position / base ** (torch.arange(0, width, 2, dtype=torch.float64) / width)
    return torch.stack([angle.sin(), angle.cos()], -1).flatten(1)


def add_positions(group):
    for positions, width in [(3, 4), (1, 2), (12, 8), (0, 4)]:
        arguments = {"positions": positions, "width": width, "base": 10000}
        group.add(f"sinusoidal positions {positions} by {width}", "sinusoidal", sinusoidal, {}, arguments)

    def learned(call, input):
        return input + call(torch.arange(input.shape[1]))

    arguments = {"num_embeddings": 6, "embedding_dim": 4}
    add_module(
        group,
        "learned positions",
        "LearnedPositions",
        nn.Embedding(6, 4),
        {"input": values(2, 3, 4)},
        arguments,
        run=learned,
    )


def add_dropout(group):
    """What needs no chance: nothing dropped in evaluation, or at rate 0; everything at rate 1."""
    for rate, training in [(0.5, False), (0, True), (1, True)]:
        arguments = {"p": rate, "training": training}
        group.add(f"dropout {rate}, training {training}", "dropout", F.dropout, {"input": values(2, 3)}, arguments)


def add_softplus(group):
    for label, shape in [("a matrix", (3, 5)), ("a number", ()), ("nothing", (0, 2))]:
        group.add(f"softplus of {label}", "softplus", F.softplus, {"input": values(*shape)})
    special = {"input": given([float("nan"), float("inf"), -float("inf"), 1000, -1000, -20, 0])}
    group.add("softplus, special values", "softplus", F.softplus, special, gradients=False)


def add_activations(group):
    """Those that are made of others here. No number is at a kink."""
    for operation in ["mish", "hardswish", "leaky_relu", "relu6"]:
        numbers = {"input": Values((3, 5), -8, 8, 1 / 16, offset=1 / 32)}
        group.add(f"{operation} of a matrix", operation, getattr(F, operation), numbers)
