"""Writes traces.json: what PyTorch's optimizers and recurrent cells make of the same numbers.

Run with PyTorch 2.13.0 (CPU): python make_traces.py
"""

import json
from pathlib import Path

import torch

START = [0.5, -1.25, 2.0, 0.001, -3.0, 0.0, 1e-6]
GRADIENTS = [
    [0.1, -0.2, 0.3, -0.4, 0.5, 1e-9, -2.0],
    [-0.3, 0.1, 0.2, 0.0, -0.5, 1e-3, 5.0],
    [0.05, 0.6, -0.7, 0.8, 0.0, -1e-3, 0.25],
]
CASES = {
    "sgd": (torch.optim.SGD, {"lr": 0.1}),
    "sgd, decay": (torch.optim.SGD, {"lr": 0.1, "weight_decay": 0.01}),
    "sgd, momentum": (torch.optim.SGD, {"lr": 0.1, "momentum": 0.9, "dampening": 0.5, "weight_decay": 0.01}),
    "sgd, nesterov": (torch.optim.SGD, {"lr": 0.1, "momentum": 0.9, "nesterov": True}),
    "rmsprop": (torch.optim.RMSprop, {"lr": 0.01}),
    "rmsprop, centred": (torch.optim.RMSprop, {"lr": 0.01, "centered": True, "alpha": 0.9, "eps": 1e-3}),
    "rmsprop, momentum": (torch.optim.RMSprop, {"lr": 0.01, "momentum": 0.9, "weight_decay": 0.01}),
    "rmsprop, both": (torch.optim.RMSprop, {"lr": 0.01, "momentum": 0.9, "centered": True, "eps": 1e-3}),
    "adam": (torch.optim.Adam, {"lr": 0.01}),
    "adam, decay": (torch.optim.Adam, {"lr": 0.01, "weight_decay": 0.1, "betas": (0.8, 0.95)}),
    "adamw": (torch.optim.AdamW, {"lr": 0.01, "weight_decay": 0.1, "eps": 1e-6}),
}


def trace(kind, options):
    parameter = torch.nn.Parameter(torch.tensor(START))
    optimizer = kind([parameter], foreach=False, **options)
    steps = []
    for gradient in GRADIENTS:
        parameter.grad = torch.tensor(gradient)
        optimizer.step()
        steps.append(parameter.tolist())
    return steps


def cell(kind, gates, width=5, rows=3):
    """One step of a cell whose products are given: the weights are unit matrices laid side by side."""
    torch.manual_seed(1)
    products, hidden_products = torch.randn(rows, gates * width), torch.randn(rows, gates * width)
    products.requires_grad_()
    hidden_products.requires_grad_()
    hidden = torch.randn(rows, width, requires_grad=True)
    cells = torch.randn(rows, width, requires_grad=True)
    upstream, cell_upstream = torch.randn(rows, width), torch.randn(rows, width)
    # The cells' own functions take the products apart as they do after torch.nn.functional.linear.
    module = kind(gates * width, width)
    with torch.no_grad():
        module.weight_ih.copy_(torch.eye(gates * width))
        module.weight_hh.zero_()
        module.bias_ih.zero_()
    result = []
    for row in range(rows):
        # The product of the hidden state is a bias here: it differs from row to row.
        module.bias_hh = None
        bias = hidden_products[row]
        arguments = (module.weight_ih, module.weight_hh, torch.zeros(gates * width), bias)
        if gates == 4:
            state = (hidden[row : row + 1], cells[row : row + 1])
            result.append(torch.ops.aten.lstm_cell(products[row : row + 1], state, *arguments))
        else:
            result.append((torch.ops.aten.gru_cell(products[row : row + 1], hidden[row : row + 1], *arguments),))
    loss = sum((part[0] * upstream[row]).sum() for row, part in enumerate(result))
    if gates == 4:
        loss = loss + sum((part[1] * cell_upstream[row]).sum() for row, part in enumerate(result))
    loss.backward()
    numbers = {
        "products": products,
        "hiddenProducts": hidden_products,
        "hidden": hidden,
        "upstream": upstream,
        "nextHidden": torch.cat([part[0] for part in result]),
        "productGradients": products.grad,
        "hiddenProductGradients": hidden_products.grad,
    }
    if gates == 4:
        numbers |= {
            "cells": cells,
            "cellUpstream": cell_upstream,
            "nextCells": torch.cat([part[1] for part in result]),
            "cellGradients": cells.grad,
        }
    else:
        numbers["hiddenGradients"] = hidden.grad
    return {name: value.detach().flatten().tolist() for name, value in numbers.items()}


traces = {
    "start": START,
    "gradients": GRADIENTS,
    "optimizers": {name: trace(*case) for name, case in CASES.items()},
    "lstm": cell(torch.nn.LSTMCell, 4),
    "gru": cell(torch.nn.GRUCell, 3),
}
Path(__file__).with_name("traces.json").write_text(json.dumps(traces, indent=1) + "\n")
