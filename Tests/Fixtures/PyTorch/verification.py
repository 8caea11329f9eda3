"""Looks at every number a second time: slopes measured by differences, and the same operation in float32."""

import torch

# The step of a central difference in double precision, and how far the slope may be from the gradient.
STEP = 1e-5
SLOPE_TOLERANCE = {"rtol": 1e-6, "atol": 1e-7}
# What the tests in float32 allow; PyTorch itself must meet it, or the case is too delicate to be a test.
OUTPUT_TOLERANCE = {"rtol": 1e-5, "atol": 1e-6}
GRADIENT_TOLERANCE = {"rtol": 1e-4, "atol": 1e-5}


def verify(name, case, outputs, cotangents, gradients, smooth):
    for repeated in (torch.float64, torch.float32):
        again = case.run(repeated, differentiated=gradients)
        for key, output in outputs.items():
            expect_close(f"{name}, {key} in {repeated}", again.outputs[key], output, OUTPUT_TOLERANCE)
        if gradients:
            narrow = {key: cotangent.to(repeated) for key, cotangent in cotangents.items()}
            for key, gradient in again.gradients(narrow).items():
                expect_close(f"{name}, gradient of {key} in {repeated}", gradient, gradients[key], GRADIENT_TOLERANCE)
    if smooth:
        for key, gradient in gradients.items():
            expect_close(f"{name}, slope along {key}", slope(case, key, cotangents), gradient, SLOPE_TOLERANCE)


def slope(case, key, cotangents):
    """The gradient of sum(output * cotangent) by central differences, entry by entry."""
    leaf = {**case.inputs, **case.parameters}[key]
    found = torch.zeros_like(leaf)
    for index in range(leaf.numel()):
        totals = []
        for step in (STEP, -STEP):
            changed = leaf.clone()
            changed.view(-1)[index] += step
            outputs = case.run(changes={key: changed}).outputs
            totals.append(sum((outputs[name] * cotangent).sum().item() for name, cotangent in cotangents.items()))
        found.view(-1)[index] = (totals[0] - totals[1]) / (2 * STEP)
    return found


def expect_close(what, actual, expected, tolerance):
    actual = actual.detach().to(expected.dtype)
    expected = expected.detach()
    same_shape = actual.shape == expected.shape
    if not same_shape or not torch.allclose(actual, expected, equal_nan=True, **tolerance):
        raise AssertionError(f"{what}: {actual} is not {expected}")
