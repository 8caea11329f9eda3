import importlib
import json
import os
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
KERNEL = os.environ.get("CONFORMANCE_KERNEL", "echo")


@pytest.fixture(scope="session", autouse=True)
def jupyter_folders(tmp_path_factory):
    """Keeps the user's own history and kernels out of the tests, and makes the echo kernel known."""
    data = tmp_path_factory.mktemp("jupyter")
    products = Path(os.environ.get("CONFORMANCE_PRODUCTS", HERE.parents[1] / ".build" / "debug")).resolve()
    spec = data / "kernels" / "echo"
    spec.mkdir(parents=True)
    arguments = [str(products / "echo-kernel"), "-f", "{connection_file}"]
    (spec / "kernel.json").write_text(
        json.dumps(
            {
                "argv": arguments,
                "display_name": "Echo",
                "language": "echo",
                "interrupt_mode": "message",
                "metadata": {"supported_encryption": ["curve"]},
            }
        )
    )
    before = os.environ.get("JUPYTER_DATA_DIR")
    if before:
        os.environ["JUPYTER_PATH"] = before + os.pathsep + os.environ.get("JUPYTER_PATH", "")
    os.environ["JUPYTER_DATA_DIR"] = str(data)
    return data


@pytest.fixture(scope="session")
def kernel_name():
    return KERNEL


@pytest.fixture(scope="session")
def samples():
    return importlib.import_module(f"samples.{KERNEL}")


@pytest.fixture
def start(kernel_name):
    """Starts kernels, and ends them after the test."""
    from launch import KernelProcess, connection_info

    started = []

    def start(info=None, **more):
        process = KernelProcess(kernel_name, info if info is not None else connection_info(), **more)
        started.append(process)
        return process

    yield start
    for process in started:
        process.close()


@pytest.fixture
def connect():
    """Connects front ends, and disconnects them after the test."""
    from wire import Client

    clients = []

    def connect(process, ready=True, **more):
        client = Client(process.info, **more)
        clients.append(client)
        if ready:
            client.ready()
        return client

    yield connect
    for client in clients:
        client.close()


@pytest.fixture
def kernel(start):
    return start()


@pytest.fixture
def client(kernel, connect):
    return connect(kernel)


@pytest.fixture
def second(kernel, client, connect):
    """Another front end of the same kernel."""
    return connect(kernel)
