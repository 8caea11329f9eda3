"""Losses. The gradient is that of the prediction, and of the target where it is one of a kind with it."""

import torch
import torch.nn.functional as F

from values import Values, given, integers, off_grid, positive, values, whole

REDUCTIONS = ["mean", "sum", "none"]
PREDICTION = ["input"]


def probabilities(*shape):
    """Numbers within 0 and 1, away from both."""
    return Values(shape, 1 / 16, 15 / 16)


def distributions(*shape):
    """Rows that sum to one exactly: eighths, of which each entry has one and the first has the rest."""
    rows = torch.full(shape, 0.125, dtype=torch.float64)
    rows[..., 0] = 1 - 0.125 * (shape[-1] - 1)
    return given(rows)


def add_cases(group):
    add_cross_entropy(group)
    add_cross_entropy_of_probabilities(group)
    add_squares(group)
    add_binary(group)
    add_divergence(group)
    add_cosine(group)


def cross_entropy(group, label, inputs, arguments, **options):
    group.add(
        f"cross_entropy, {label}", "cross_entropy", F.cross_entropy, inputs, arguments, gradients=PREDICTION, **options
    )


def add_cross_entropy(group):
    for reduction in REDUCTIONS:
        for label, rest in [("plain", {}), ("label smoothing", {"label_smoothing": 0.125})]:
            inputs = {"input": values(4, 5), "target": whole(4, high=5)}
            cross_entropy(group, f"{label}, {reduction}", inputs, {"reduction": reduction, **rest})
        for smoothing in [0, 0.25]:
            inputs = {"input": values(5, 4), "target": integers([1, -100, 3, -100, 0])}
            arguments = {"reduction": reduction, "ignore_index": -100, "label_smoothing": smoothing}
            cross_entropy(group, f"ignored targets, smoothing {smoothing}, {reduction}", inputs, arguments)
            inputs = {"input": values(4, 3), "target": integers([0, 2, 2, 1]), "weight": positive(3)}
            arguments = {"reduction": reduction, "label_smoothing": smoothing}
            cross_entropy(group, f"class weights, smoothing {smoothing}, {reduction}", inputs, arguments)
        inputs = {"input": values(4, 3), "target": integers([0, 2, 1, 1]), "weight": positive(3)}
        arguments = {"reduction": reduction, "ignore_index": 2, "label_smoothing": 0.125}
        cross_entropy(group, f"weights, ignored class and smoothing, {reduction}", inputs, arguments)
        inputs = {"input": values(2, 4, 3), "target": whole(2, 3, high=4)}
        cross_entropy(group, f"classes on the second axis, {reduction}", inputs, {"reduction": reduction})
    everything = {"input": values(2, 3), "target": integers([-100, -100])}
    group.add(
        "cross_entropy, every target ignored",
        "cross_entropy",
        F.cross_entropy,
        everything,
        {"reduction": "mean"},
        gradients=False,
    )
    cross_entropy(group, "every target ignored, sum", everything, {"reduction": "sum"})
    cross_entropy(
        group, "one example without a batch", {"input": values(3), "target": integers(1)}, {"reduction": "mean"}
    )
    cross_entropy(group, "one class", {"input": values(2, 1), "target": integers([0, 0])}, {"reduction": "mean"})
    large = given([[10000, -10000, 0], [88, 89, -200]])
    cross_entropy(
        group, "large logits", {"input": large, "target": integers([1, 1])}, {"reduction": "none"}, smooth=False
    )
    known = {"input": given([[2, 1, 0.125]]), "target": integers([0])}
    cross_entropy(group, "logits 2, 1, 0.125", known, {"reduction": "mean"})
    turned = {"input": values(3, 4, permutation=(1, 0)), "target": integers([0, 2, 1, 1])}
    cross_entropy(group, "not contiguous", turned, {"reduction": "mean"})


def add_cross_entropy_of_probabilities(group):
    for smoothing in [0, 0.25]:
        inputs = {"input": values(3, 4), "target": distributions(3, 4)}
        cross_entropy(
            group, f"distributions, smoothing {smoothing}", inputs, {"reduction": "mean", "label_smoothing": smoothing}
        )
    inputs = {"input": values(3, 4), "target": distributions(3, 4), "weight": positive(4)}
    cross_entropy(group, "distributions and class weights", inputs, {"reduction": "mean"})
    log_probabilities = {"input": values(3, 4), "target": integers([0, 3, 1])}
    for reduction in REDUCTIONS:
        group.add(f"nll_loss, {reduction}", "nll_loss", F.nll_loss, log_probabilities, {"reduction": reduction})


def add_squares(group):
    for reduction in REDUCTIONS:
        pair = {"input": values(2, 3), "target": values(2, 3)}
        group.add(f"mse_loss, {reduction}", "mse_loss", F.mse_loss, pair, {"reduction": reduction})
        pair = {"input": values(2, 3), "target": values(2, 3)}
        group.add(f"l1_loss, {reduction}", "l1_loss", F.l1_loss, pair, {"reduction": reduction})
        for delta in [1, 0.5]:
            # No error is as large as the bound, where the slope bends.
            pair = {"input": off_grid(2, 3), "target": values(2, 3)}
            arguments = {"reduction": reduction, "delta": delta}
            group.add(f"huber_loss, delta {delta}, {reduction}", "huber_loss", F.huber_loss, pair, arguments)
    pair = {"input": values(), "target": values()}
    group.add("mse_loss, zero-dimensional", "mse_loss", F.mse_loss, pair, {"reduction": "mean"})
    nothing = {"input": values(0, 3), "target": values(0, 3)}
    group.add("mse_loss of nothing", "mse_loss", F.mse_loss, nothing, {"reduction": "mean"}, gradients=False)


def add_binary(group):
    operation, function = "binary_cross_entropy", F.binary_cross_entropy
    for reduction in REDUCTIONS:
        arguments = {"reduction": reduction}
        pair = {"input": probabilities(2, 3), "target": given([[0, 1, 1], [0, 0.5, 1]])}
        group.add(f"{operation}, {reduction}", operation, function, pair, arguments, gradients=PREDICTION)
        weighted = {**pair, "weight": positive(2, 3)}
        group.add(f"{operation}, weights, {reduction}", operation, function, weighted, arguments, gradients=PREDICTION)
    # PyTorch holds the logarithm at -100, so that a sure mistake costs 100.
    certain = {"input": given([0, 1, 0, 1]), "target": given([0, 1, 1, 0])}
    group.add(f"{operation} of certainties", operation, function, certain, {"reduction": "none"}, gradients=False)
    operation, function = operation + "_with_logits", F.binary_cross_entropy_with_logits
    for reduction in REDUCTIONS:
        arguments = {"reduction": reduction}
        pair = {"input": values(2, 3), "target": given([[0, 1, 1], [0, 0.5, 1]])}
        group.add(f"{operation}, {reduction}", operation, function, pair, arguments, gradients=PREDICTION)
        for weight in ["weight", "pos_weight"]:
            weighted = {**pair, weight: positive(3)}
            group.add(
                f"{operation}, {weight}, {reduction}", operation, function, weighted, arguments, gradients=PREDICTION
            )
    large = {"input": given([1000, -1000, 1000, -1000]), "target": given([1, 0, 0, 1])}
    group.add(f"{operation}, large logits", operation, function, large, {"reduction": "none"}, gradients=PREDICTION)


def add_divergence(group):
    """The prediction is in logarithms; the target is too if `log_target`."""
    for reduction in [*REDUCTIONS, "batchmean"]:
        arguments = {"reduction": reduction, "log_target": False}
        pair = {"input": Values((3, 4), -4, -0.25), "target": distributions(3, 4)}
        group.add(f"kl_div, {reduction}", "kl_div", F.kl_div, pair, arguments)
        pair = {"input": Values((3, 4), -4, -0.25), "target": Values((3, 4), -4, -0.25)}
        arguments = {"reduction": reduction, "log_target": True}
        group.add(f"kl_div, target in logarithms, {reduction}", "kl_div", F.kl_div, pair, arguments)
    # 0 times the logarithm of 0 counts as 0.
    zeros = {"input": Values((1, 3), -4, -0.25), "target": given([[0.0, 0.5, 0.5]])}
    arguments = {"reduction": "sum", "log_target": False}
    group.add("kl_div, target with a zero", "kl_div", F.kl_div, zeros, arguments, gradients=PREDICTION)


def add_cosine(group):
    for dim in [0, 1, -1]:
        pair = {"x1": values(2, 3), "x2": values(2, 3)}
        group.add(
            f"cosine_similarity, dim {dim}", "cosine_similarity", F.cosine_similarity, pair, {"dim": dim, "eps": 1e-8}
        )
    pair = {"x1": values(2, 1, 3), "x2": values(4, 3)}
    group.add("cosine_similarity, broadcast", "cosine_similarity", F.cosine_similarity, pair, {"dim": -1, "eps": 1e-8})
    zero = {"x1": given([[0.0, 0.0]]), "x2": given([[1, 2]])}
    group.add(
        "cosine_similarity of zero",
        "cosine_similarity",
        F.cosine_similarity,
        zero,
        {"dim": 1, "eps": 1e-8},
        gradients=False,
    )
    for reduction in REDUCTIONS:
        for margin in [0, 0.25]:
            inputs = {"input1": values(4, 3), "input2": values(4, 3), "target": integers([1, -1, 1, -1])}
            arguments = {"margin": margin, "reduction": reduction}
            name = f"cosine_embedding_loss, margin {margin}, {reduction}"
            group.add(name, "cosine_embedding_loss", F.cosine_embedding_loss, inputs, arguments)
