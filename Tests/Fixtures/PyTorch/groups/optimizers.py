"""Optimizers: what each step makes of given gradients, and clipping. No model is needed."""

import torch

from values import encoded, given, source_of, values

DTYPES = {"initial": "float32", "gradients": "float32", "parameters": "float64", "rates": "float64"}
STEPS = 10
SHAPES = {"weight": (2, 3), "bias": (3,)}
OPTIMIZERS = {
    "SGD": (torch.optim.SGD, [
        ("plain", {}), ("momentum", {"momentum": 0.9}), ("nesterov", {"momentum": 0.9, "nesterov": True}),
        ("weight decay", {"weight_decay": 0.1}), ("dampening", {"momentum": 0.9, "dampening": 0.5}),
        ("momentum and weight decay", {"momentum": 0.5, "weight_decay": 0.01}),
        ("nesterov and weight decay", {"momentum": 0.9, "nesterov": True, "weight_decay": 0.1}),
    ]),
    "RMSprop": (torch.optim.RMSprop, [
        ("plain", {}), ("alpha and eps", {"alpha": 0.9, "eps": 1e-4}), ("centered", {"centered": True}),
        ("momentum", {"momentum": 0.9}), ("weight decay", {"weight_decay": 0.1}),
        ("centered, momentum, weight decay", {"centered": True, "momentum": 0.5, "weight_decay": 0.01, "alpha": 0.9}),
    ]),
    "Adam": (torch.optim.Adam, [
        ("plain", {}), ("betas", {"betas": [0.8, 0.95]}), ("eps", {"eps": 1e-3}),
        ("weight decay", {"weight_decay": 0.1}),
    ]),
    "AdamW": (torch.optim.AdamW, [
        ("plain", {}), ("betas", {"betas": [0.9, 0.95]}), ("eps", {"eps": 1e-3}),
        ("weight decay 0.1", {"weight_decay": 0.1}),
        ("no weight decay", {"weight_decay": 0}),
    ]),
}  # fmt: skip


def add_cases(group):
    for operation, (make, examples) in OPTIMIZERS.items():
        for label, settings in examples:
            add_trace(group, f"{operation}, {label}", operation, make, [(list(SHAPES), {})], {"lr": 0.05, **settings})
        groups = [(["weight"], {"lr": 0.01, "weight_decay": 0.1}), (["bias"], {"weight_decay": 0})]
        add_trace(group, f"{operation}, groups of parameters", operation, make, groups, {"lr": 0.05})
        rates = [0.1 * (step + 1) / STEPS for step in range(STEPS)]
        add_trace(
            group, f"{operation}, a rate for each step", operation, make, [(list(SHAPES), {})], {"lr": 0.1}, rates
        )
        is_zero = {"weight": [3, 4], "bias": [0, 1]}
        add_trace(
            group, f"{operation}, gradients of zero", operation, make, [(list(SHAPES), {})], {"lr": 0.05}, zero=is_zero
        )
    add_known(group)
    add_clipping(group)


def add_trace(group, name, operation, make, groups, settings, rates=None, zero=None):
    """Ten steps; each notes the gradients it was given, and the parameters after it."""
    source = source_of(f"{group.name}/{name}")
    initial = {key: values(*shape).draw(source) for key, shape in SHAPES.items()}
    gradients = [{key: values(*shape).draw(source) for key, shape in SHAPES.items()} for _ in range(STEPS)]
    for key, steps in (zero or {}).items():
        for step in steps:
            gradients[step][key].zero_()
    note_trace(group, name, operation, make, groups, settings, rates, initial, gradients)


def note_trace(group, name, operation, make, groups, settings, rates, initial, gradients):
    steps = trace(make, groups, settings, rates, initial, gradients, torch.float64)
    narrow = trace(make, groups, settings, rates, initial, gradients, torch.float32)
    for wide, other in zip(steps, narrow):
        for key in wide:
            torch.testing.assert_close(other[key].double(), wide[key], rtol=1e-5, atol=1e-6)
    facts = {"rates": rates} if rates else {}
    group.note(
        name, operation, arguments=settings,
        groups=[{"parameters": names, "arguments": special} for names, special in groups],
        initial={key: encoded(tensor, "float32") for key, tensor in initial.items()},
        steps=[
            {
                "gradients": {key: encoded(tensor, "float32") for key, tensor in before.items()},
                "parameters": {key: encoded(tensor) for key, tensor in after.items()},
            }
            for before, after in zip(gradients, steps)
        ],
        **facts,
    )  # fmt: skip


def trace(make, groups, settings, rates, initial, gradients, dtype):
    parameters = {key: torch.nn.Parameter(tensor.clone().to(dtype)) for key, tensor in initial.items()}
    described = [{"params": [parameters[name] for name in names], **special} for names, special in groups]
    optimizer = make(described, **settings)
    steps = []
    for number, before in enumerate(gradients):
        for key, gradient in before.items():
            parameters[key].grad = gradient.clone().to(dtype)
        for described in optimizer.param_groups if rates else []:
            described["lr"] = rates[number]
        optimizer.step()
        steps.append({key: parameter.detach().clone() for key, parameter in parameters.items()})
    return steps


def add_known(group):
    """Two steps that can be worked out on paper: 0.899000, 0.798101."""
    initial, gradients = {"weight": given(1.0).draw(None)}, [{"weight": given(0.5).draw(None)}] * 2
    settings = {"lr": 0.1, "betas": [0.9, 0.999], "weight_decay": 0.01}
    note_trace(
        group,
        "AdamW, two steps on paper",
        "AdamW",
        torch.optim.AdamW,
        [(["weight"], {})],
        settings,
        None,
        initial,
        gradients,
    )


def add_clipping(group):
    """`norm` is the norm of all gradients together, before clipping; the divisor is norm + 1e-6."""
    for norm_type in [1, 2, "inf"]:
        for max_norm in [0.5, 2, 1000]:
            arguments = {"max_norm": max_norm, "norm_type": norm_type}
            note_clipping(group, f"clip by norm {norm_type}, at most {max_norm}", "clip_grad_norm_", arguments, SHAPES)
    note_clipping(
        group, "clip by norm, one parameter", "clip_grad_norm_", {"max_norm": 1, "norm_type": 2}, {"weight": (3,)}
    )
    for limit in [0.5, 1000]:
        note_clipping(group, f"clip by value, at most {limit}", "clip_grad_value_", {"clip_value": limit}, SHAPES)


def note_clipping(group, name, operation, arguments, shapes):
    source = source_of(f"{group.name}/{name}")
    parameters = {key: torch.nn.Parameter(torch.zeros(shape, dtype=torch.float64)) for key, shape in shapes.items()}
    for parameter in parameters.values():
        parameter.grad = values(*parameter.shape).draw(source)
    before = {key: encoded(parameter.grad, "float32") for key, parameter in parameters.items()}
    settings = {key: float(value) if value == "inf" else value for key, value in arguments.items()}
    norm = getattr(torch.nn.utils, operation)(parameters.values(), **settings)
    after = {key: encoded(parameter.grad) for key, parameter in parameters.items()}
    outputs = {**after, **({} if norm is None else {"norm": encoded(norm)})}
    group.note(name, operation, arguments=arguments, inputs=before, outputs=outputs)
