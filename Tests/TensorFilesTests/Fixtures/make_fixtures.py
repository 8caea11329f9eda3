"""Makes the files beside it, to be read by the tests and to be compared with what the library writes.

Run with numpy, torch and safetensors installed:  python3 make_fixtures.py
Made with numpy 2.4.6, torch 2.13.0 and safetensors 0.8.0.
"""

import json
from pathlib import Path

import numpy
import torch
from numpy.lib import format as npy
from safetensors.torch import save_file

FOLDER = Path(__file__).resolve().parent
FLOATS = [0.0, -0.0, 1.5, -2.25, float("inf"), 2.0**-24]
INTEGERS = [0, 1, 2, 3, 100, 127]


def make_safetensors():
    floats = ["float64", "float32", "float16", "bfloat16"]
    integers = ["int64", "int32", "int16", "int8", "uint64", "uint32", "uint16", "uint8"]
    tensors = {name: torch.tensor(FLOATS).to(getattr(torch, name)).reshape(2, 3) for name in floats}
    tensors |= {name: torch.tensor(INTEGERS).to(getattr(torch, name)).reshape(3, 2) for name in integers}
    tensors["bool"] = torch.tensor([True, False, True])
    tensors["scalar"] = torch.tensor(42.0)
    tensors["empty"] = torch.zeros(0, 3)
    tensors['name "é" 🎈\n\b\f\x01'] = torch.tensor([7], dtype=torch.int64)
    save_file(tensors, FOLDER / "formats.safetensors", {"format": "pt"})
    save_file({}, FOLDER / "nothing.safetensors")
    save_file({"f8": torch.zeros(2, dtype=torch.float8_e4m3fn)}, FOLDER / "float8.safetensors")


def make_sharded_folder():
    folder = FOLDER / "sharded"
    folder.mkdir(exist_ok=True)
    shards = [
        {"embedding.weight": torch.arange(6.0).reshape(2, 3), "embedding.bias": torch.ones(3)},
        {"head.weight": torch.arange(4.0).reshape(2, 2).to(torch.bfloat16)},
    ]
    names = [f"model-{index:05}-of-00002.safetensors" for index in (1, 2)]
    weight_map = {}
    for name, shard in zip(names, shards):
        save_file(shard, folder / name, {"format": "pt"})
        weight_map |= {tensor: name for tensor in shard}
    total = sum(tensor.nbytes for shard in shards for tensor in shard.values())
    index = {"metadata": {"total_size": total}, "weight_map": weight_map}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index, indent=2) + "\n")


def write(name, array, version=None):
    with open(FOLDER / name, "wb") as file:
        npy.write_array(file, array, version=version)


def make_npy():
    block = numpy.arange(24).reshape(2, 3, 4)
    for name in ["float64", "float32", "float16", "int64", "int32", "int16", "int8"]:
        write(f"{name}.npy", (block - 5).astype(name))
        write(f"{name}-big-fortran.npy", numpy.asfortranarray((block - 5).astype(numpy.dtype(name).newbyteorder(">"))))
    for name in ["uint64", "uint32", "uint16", "uint8"]:
        write(f"{name}.npy", block.astype(name))
    write("bool.npy", numpy.array([[True, False], [False, True]]))
    write("scalar.npy", numpy.array(42.5))
    write("vector.npy", numpy.array([1.0, 2.0], dtype="float32"))
    write("empty.npy", numpy.zeros((0, 3), dtype="float32"))
    write("version-2.npy", block.astype("float32"), (2, 0))
    write("version-3.npy", block.astype("float32"), (3, 0))
    write("objects.npy", numpy.array([{"a": 1}, None], dtype=object))
    write("records.npy", numpy.zeros(2, dtype=[("x", "<f4"), ("y", "<i4")]))
    write("complex.npy", numpy.zeros(2, dtype="complex64"))
    write("texts.npy", numpy.array(["ab", "c"]))
    write("dates.npy", numpy.array(["2024-02-29"], dtype="datetime64[D]"))


make_safetensors()
make_sharded_folder()
make_npy()
