"""What cases of whole modules share."""

from torch.func import functional_call

from values import weights


def add_module(group, name, operation, module, inputs, arguments=None, run=None, **options):
    """Notes a module with small weights under PyTorch's names; `run(call, **inputs)` says how it is called.

    `arguments` describe how the module was made. A module in evaluation drops nothing out.
    """
    module.eval()

    def function(parameters, **given):
        # Arguments that describe the module are noted, not passed on.
        given = {key: value for key, value in given.items() if key in inputs}
        call = lambda *rest, **named: functional_call(module, parameters, rest, named)
        return run(call, **given) if run else call(*given.values())

    group.add(name, operation, function, inputs, arguments, parameters=weights(module), **options)
