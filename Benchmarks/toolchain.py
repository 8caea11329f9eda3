"""What the compiler and the linker themselves take for a cell: the floor under every kernel that compiles."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path


def find():
    """The folder `usr` of the toolchain, or `None`."""
    named = os.environ.get("GLASSBOX_TOOLCHAIN")
    if named:
        return Path(named, "usr") if Path(named, "usr").is_dir() else Path(named)
    compiler = shutil.which("swiftc")
    return Path(os.path.realpath(compiler)).parents[1] if compiler else None


def floor(source, repetitions):
    """Times front end and linker on a source, in seconds; an empty list without a toolchain."""
    toolchain = find()
    if toolchain is None:
        return []
    architecture = os.uname().machine
    libraries = toolchain / "lib/swift/linux"
    with tempfile.TemporaryDirectory(prefix="glassbox-floor-") as folder:
        cell, made, linked = (os.path.join(folder, name) for name in ("cell.swift", "cell.o", "cell.so"))
        compiler = [
            *(toolchain / "bin/swift-frontend", "-frontend", "-c", "-primary-file", cell, "-o", made),
            *("-module-name", "Cell", "-enable-testing", "-emit-module", "-emit-module-path", f"{folder}/Cell.swiftmodule"),
            *("-entry-point-function-name", "cell_main", "-O", "-gline-tables-only", "-swift-version", "5"),
            *("-module-cache-path", f"{folder}/modules", "-target", f"{architecture}-unknown-linux-gnu"),
        ]
        linker = [toolchain / "bin/ld.lld", "-shared", libraries / architecture / "swiftrt.o", made]
        linker += ["-L", libraries, "-lswiftCore", "-o", linked]
        times = []
        # The first run fills the module cache and is not counted.
        for number in range(repetitions + 1):
            Path(cell).write_text(f"{source}\n// {number}\n")
            begin = time.perf_counter()
            for command in (compiler, linker):
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
            times.append(time.perf_counter() - begin)
    return times[1:]
