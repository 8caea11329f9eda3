"""RNN, GRU and LSTM: layers and single steps, under PyTorch's names and order of gates."""

from torch import nn

from groups.modules import add_module
from values import values

KINDS = [
    ("RNN", nn.RNN, {"nonlinearity": "tanh"}),
    ("RNN", nn.RNN, {"nonlinearity": "relu"}),
    ("GRU", nn.GRU, {}),
    ("LSTM", nn.LSTM, {}),
]
CELLS = [
    ("RNNCell", nn.RNNCell, {"nonlinearity": "tanh"}),
    ("RNNCell", nn.RNNCell, {"nonlinearity": "relu"}),
    ("GRUCell", nn.GRUCell, {}),
    ("LSTMCell", nn.LSTMCell, {}),
]


def add_cases(group):
    for operation, make, facts in KINDS:
        label = " ".join([operation, *facts.values()])
        for name, layers, bias, batch, time, has_state in [
            ("one layer", 1, True, 2, 3, False), ("one layer, initial state", 1, True, 2, 3, True),
            ("two layers", 2, True, 2, 3, False), ("two layers, initial state", 2, True, 1, 3, True),
            ("no bias", 1, False, 2, 3, False), ("one step", 1, True, 1, 1, False),
            ("ten steps", 1, True, 1, 10, False),
        ]:  # fmt: skip
            arguments = {"input_size": 3, "hidden_size": 2, "num_layers": layers, "bias": bias, **facts}
            module = make(**arguments, batch_first=True)
            inputs = {"input": values(batch, time, 3), **state(operation, has_state, layers, batch)}
            add_module(group, f"{label}, {name}", operation, module, inputs, arguments, run=run)
    for operation, make, facts in CELLS:
        label = " ".join([operation, *facts.values()])
        for bias in [True, False]:
            for has_state in [True, False]:
                arguments = {"input_size": 3, "hidden_size": 2, "bias": bias, **facts}
                inputs = {"input": values(2, 3), **state(operation, has_state, None, 2)}
                name = f"{label}, bias {bias}, initial state {has_state}"
                add_module(group, name, operation, make(**arguments), inputs, arguments, run=run_cell)


def state(operation, has_state, layers, batch):
    """Initial states: `h_0`, and for an LSTM `c_0`; [layers, batch, width], or [batch, width] for a single step."""
    if not has_state:
        return {}
    shape = (batch, 2) if layers is None else (layers, batch, 2)
    names = ["h_0", "c_0"] if operation.startswith("LSTM") else ["h_0"]
    return {name: values(*shape, low=-1, high=1) for name in names}


def run(call, input, h_0=None, c_0=None):
    output, last = call(input, h_0 if c_0 is None else (h_0, c_0))
    if isinstance(last, tuple):
        return {"output": output, "h_n": last[0], "c_n": last[1]}
    return {"output": output, "h_n": last}


def run_cell(call, input, h_0=None, c_0=None):
    last = call(input, h_0 if c_0 is None else (h_0, c_0))
    return {"h_1": last[0], "c_1": last[1]} if isinstance(last, tuple) else {"h_1": last}
