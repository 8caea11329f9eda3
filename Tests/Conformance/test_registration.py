"""The handshake (JEP 66): the kernel chooses its ports and reports them."""

import hashlib
import json
import stat
import uuid

import pytest
import zmq

from launch import CHANNELS
from wire import DELIMITER, sign


class Launcher:
    """Listens where kernels register."""

    def __init__(self):
        self.context = zmq.Context()
        self.socket = self.context.socket(zmq.ROUTER)
        self.socket.linger = 0
        self.key = uuid.uuid4().hex
        self.kernel_id = uuid.uuid4().hex
        self.info = {
            "kernel_id": self.kernel_id,
            "registration_ip": "127.0.0.1",
            "registration_port": self.socket.bind_to_random_port("tcp://127.0.0.1"),
            "key": self.key,
            "signature_scheme": "hmac-sha256",
        }

    def sign(self, *frames):
        return sign(self.key.encode(), hashlib.sha256, frames)

    def registration(self):
        assert self.socket.poll(20_000)
        frames = self.socket.recv_multipart()
        seam = frames.index(DELIMITER)
        self.peer = frames[:seam]
        signature, report = frames[seam + 1 :]
        assert signature == self.sign(report)
        return json.loads(report)

    def acknowledge(self, signature=None):
        answer = json.dumps({"status": "ok"}).encode()
        self.socket.send_multipart([*self.peer, DELIMITER, signature or self.sign(answer), answer])


@pytest.fixture
def launcher():
    made = Launcher()
    yield made
    made.context.destroy(linger=0)


def test_the_kernel_reports_the_ports_that_it_has_chosen(start, connect, launcher, samples):
    process = start(launcher.info)
    report = launcher.registration()
    assert report["kernel_id"] == launcher.kernel_id
    ports = {f"{name}_port": int(report[f"{name}_port"]) for name in CHANNELS}
    assert all(isinstance(report[name], str) for name in ports) and len(set(ports.values())) == 5
    launcher.acknowledge()
    process.info = {"transport": "tcp", "ip": "127.0.0.1", **launcher.info, **ports}
    client = connect(process)
    assert client.run(samples.hello).content["status"] == "ok"
    connected = client.ask("connect_request").content
    assert {name: connected[name] for name in ports} == ports


def test_other_front_ends_find_the_kernel_while_it_runs(start, connect, launcher, tmp_path, samples):
    process = start(launcher.info, environment={"JUPYTER_RUNTIME_DIR": str(tmp_path)})
    launcher.registration()
    launcher.acknowledge()
    path = tmp_path / f"kernel-{launcher.kernel_id}.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    process.info = json.loads(path.read_text())
    client = connect(process)
    assert client.run(samples.hello).content["status"] == "ok"
    client.ask("shutdown_request", {"restart": False}, "control")
    assert process.wait() == 0
    assert not path.exists()


def test_an_answer_with_a_wrong_signature_ends_the_start(start, launcher):
    process = start(launcher.info)
    launcher.registration()
    launcher.acknowledge(signature=b"0" * 64)
    assert process.wait() != 0
    assert "signature" in process.log()
