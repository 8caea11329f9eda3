"""A whole process: `import torch`, a first tensor, and the end."""

import subprocess
import sys

PROGRAM = "import torch; print(torch.tensor([1.0, 2.0, 3.0]) + 1)"


def process():
    return lambda: subprocess.run([sys.executable, "-c", PROGRAM], check=True, stdout=subprocess.DEVNULL)


KINDS = {"start": process}
