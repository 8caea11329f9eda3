"""Starts kernels as Jupyter does, with a connection file of the test's own making."""

import json
import os
import secrets
import signal
import socket
import subprocess
import tempfile
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

CHANNELS = ("shell", "control", "stdin", "iopub", "hb")


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def connection_info(**changes):
    info = {
        "transport": "tcp",
        "ip": "127.0.0.1",
        "key": secrets.token_hex(16),
        "signature_scheme": "hmac-sha256",
        "kernel_name": "",
    }
    info.update({f"{name}_port": port for name, port in zip(CHANNELS, free_ports(5))})
    info.update(changes)
    return {name: value for name, value in info.items() if value is not None}


class KernelProcess:
    """A kernel that was started with a connection file, and is gone when the test is over."""

    def __init__(self, kernel, info=None, text=None, path=None, environment=None):
        self.info = info or {}
        self.folder = tempfile.TemporaryDirectory()
        self.path = path or str(Path(self.folder.name) / "connection.json")
        if path is None:
            Path(self.path).write_bytes(text if text is not None else json.dumps(self.info).encode())
        spec = KernelSpecManager().get_kernel_spec(kernel)
        arguments = [part.replace("{connection_file}", self.path) for part in spec.argv]
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            arguments,
            env={**os.environ, **spec.env, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self.errors,
            start_new_session=True,
        )

    def wait(self, timeout=20):
        return self.process.wait(timeout)

    @property
    def is_running(self):
        return self.process.poll() is None

    def log(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def close(self):
        if self.is_running:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.errors.close()
        self.folder.cleanup()
