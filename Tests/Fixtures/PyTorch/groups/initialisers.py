"""Initial numbers: what they scatter by, as formula and as PyTorch drew them. The numbers themselves hang on chance."""

import math

import torch
from torch import nn
from torch.nn import init

DTYPES = {"outputs": "float64"}
# Enough numbers that the measured statistics come within a percent or so of the formula's.
SHAPE = (200, 500)
SHAPES = [SHAPE, (500, 200), (64, 100, 20)]
# The standard deviation of a normal distribution cut off at two of its standard deviations.
CUT_AT_TWO = 0.879625664408
INITIALISERS = [
    ("uniform", lambda t: init.uniform_(t, -0.25, 0.75), {"low": -0.25, "high": 0.75}),
    ("normal", lambda t: init.normal_(t, 0.5, 0.02), {"mean": 0.5, "std": 0.02}),
    (
        "truncated_normal",
        lambda t: init.trunc_normal_(t, 0, 0.02, -0.04, 0.04),
        {"mean": 0, "std": 0.02, "low": -0.04, "high": 0.04},
    ),
    ("xavier_uniform", lambda t: init.xavier_uniform_(t), {"gain": 1}),
    ("xavier_uniform", lambda t: init.xavier_uniform_(t, init.calculate_gain("tanh")), {"gain": 5 / 3}),
    ("xavier_normal", lambda t: init.xavier_normal_(t), {"gain": 1}),
    (
        "kaiming_uniform",
        lambda t: init.kaiming_uniform_(t, nonlinearity="relu"),
        {"mode": "fan_in", "nonlinearity": "relu"},
    ),
    (
        "kaiming_normal",
        lambda t: init.kaiming_normal_(t, nonlinearity="relu"),
        {"mode": "fan_in", "nonlinearity": "relu"},
    ),
    (
        "kaiming_normal",
        lambda t: init.kaiming_normal_(t, mode="fan_out", nonlinearity="linear"),
        {"mode": "fan_out", "nonlinearity": "linear"},
    ),
]


def add_cases(group):
    torch.manual_seed(0)
    for operation, fill, arguments in INITIALISERS:
        for shape in SHAPES:
            tensor = torch.empty(shape, dtype=torch.float64)
            fill(tensor)
            label = ", ".join([operation, *(f"{key} {value}" for key, value in arguments.items()), str(list(shape))])
            add_statistics(
                group,
                label,
                operation,
                {"shape": list(shape), **arguments},
                tensor,
                wanted(operation, shape, arguments),
            )
    add_layers(group)


def fans(shape):
    """Rows are outputs and columns inputs; further axes count for both."""
    field = math.prod(shape[2:])
    return shape[1] * field, shape[0] * field


def wanted(operation, shape, arguments):
    """Mean, standard deviation and, where there are any, the bounds, by formula."""
    fan_in, fan_out = fans(shape)
    if operation == "uniform":
        low, high = arguments["low"], arguments["high"]
        return {"mean": (low + high) / 2, "std": (high - low) / math.sqrt(12), "low": low, "high": high}
    if operation == "normal":
        return {"mean": arguments["mean"], "std": arguments["std"]}
    if operation == "truncated_normal":
        return {"mean": 0, "std": CUT_AT_TWO * arguments["std"], "low": arguments["low"], "high": arguments["high"]}
    if operation.startswith("xavier"):
        std = arguments["gain"] * math.sqrt(2 / (fan_in + fan_out))
    else:
        std = init.calculate_gain(arguments["nonlinearity"]) / math.sqrt(
            fan_in if arguments["mode"] == "fan_in" else fan_out
        )
    bound = {"low": -math.sqrt(3) * std, "high": math.sqrt(3) * std} if operation.endswith("uniform") else {}
    return {"mean": 0, "std": std, **bound}


def add_statistics(group, name, operation, arguments, tensor, expected):
    measured = {"mean": tensor.mean(), "std": tensor.std(), "low": tensor.min(), "high": tensor.max()}
    measured = {key: float(format(value.item(), ".6g")) for key, value in measured.items()}
    # A standard deviation's own scatter is below 1 / sqrt(2 n); five times that is far outside.
    scatter = 5 / math.sqrt(2 * tensor.numel())
    assert abs(measured["std"] / expected["std"] - 1) < scatter, name
    assert abs(measured["mean"] - expected["mean"]) < 5 * expected["std"] / math.sqrt(tensor.numel()), name
    assert expected.get("low", -math.inf) <= measured["low"] and measured["high"] <= expected.get("high", math.inf), (
        name
    )
    expected = {key: float(format(value, ".15g")) for key, value in expected.items()}
    group.note(name, operation, arguments=arguments, expected=expected, measured=measured)


def add_layers(group):
    """What PyTorch's layers start from: uniform between bounds, or normal for an embedding."""
    for name, module, fan_in in [
        ("Linear(500, 200)", nn.Linear(500, 200), 500), ("RNN(100, 400)", nn.RNN(100, 400), 400),
        ("GRU(100, 300)", nn.GRU(100, 300), 300), ("LSTM(100, 300)", nn.LSTM(100, 300), 300),
    ]:  # fmt: skip
        bound = 1 / math.sqrt(fan_in)
        expected = {"mean": 0, "std": bound / math.sqrt(3), "low": -bound, "high": bound}
        for key, parameter in module.double().named_parameters():
            add_statistics(
                group, f"{name}, {key}", name, {"shape": list(parameter.shape)}, parameter.detach(), expected
            )
    weight = nn.Embedding(200, 500).double().weight.detach()
    add_statistics(
        group, "Embedding(200, 500), weight", "Embedding", {"shape": [200, 500]}, weight, {"mean": 0, "std": 1}
    )
    weight = nn.MultiheadAttention(100, 4).double().in_proj_weight.detach()
    bound = math.sqrt(6 / 400)
    expected = {"mean": 0, "std": bound / math.sqrt(3), "low": -bound, "high": bound}
    add_statistics(
        group, "MultiheadAttention(100), in_proj_weight", "MultiheadAttention", {"shape": [300, 100]}, weight, expected
    )
