"""Start and end: in order, for a reason, with a clear word."""

import json
import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from launch import connection_info
from wire import is_status, types_of


@pytest.mark.parametrize("channel", ["control", "shell"])
@pytest.mark.parametrize("restart", [False, True])
def test_shutdown_is_answered_and_done(client, kernel, channel, restart):
    reply = client.ask("shutdown_request", {"restart": restart}, channel)
    assert reply.content == {"status": "ok", "restart": restart}
    assert types_of(reply.published) == ["shutdown_reply"]
    assert kernel.wait() == 0
    assert kernel.log() == ""


def test_shutdown_ends_a_running_cell(client, kernel, samples):
    client.execute(samples.sleep(60))
    client.until(lambda message: message.type == "execute_input")
    client.send("shutdown_request", {"restart": False}, "control")
    assert kernel.wait() == 0


def test_shutdown_ends_a_wait_for_input(client, kernel, samples):
    client.execute(samples.ask, allow_stdin=True)
    client.receive("stdin")
    client.send("shutdown_request", {"restart": False}, "control")
    assert kernel.wait() == 0


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order(client, kernel, signum):
    os.kill(kernel.process.pid, signum)
    assert kernel.wait() == 0


def test_the_end_of_the_parent_ends_it(start, connect):
    parent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    process = start(environment={"JPY_PARENT_PID": str(parent.pid)})
    client = connect(process)
    assert client.ask("kernel_info_request").content["status"] == "ok"
    parent.kill()
    parent.wait()
    assert process.wait() == 0


def test_starting_is_told_to_whoever_listens_already(start, connect):
    info = connection_info()
    from wire import Client

    client = Client(info)
    start(info)
    states = client.until(lambda message: message.type == "iopub_welcome")
    assert states[-1].type == "iopub_welcome" and len(states) == 1
    client.close()


@pytest.mark.parametrize(
    "text, word",
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b"[]", "JSON"),
        (b"\xff\xfe", "JSON"),
        (b'{"ip": "127.0.0.1"}', "shell_port"),
        (json.dumps(connection_info(ip=None)).encode(), "ip"),
        (json.dumps(connection_info(transport="pigeon")).encode(), "pigeon"),
        (json.dumps(connection_info(signature_scheme="hmac-md5")).encode(), "hmac-md5"),
        (json.dumps(connection_info(shell_port=70_000)).encode(), "70000"),
        (json.dumps(connection_info(shell_port="x")).encode(), "shell_port"),
        (json.dumps(connection_info(curve_publickey="short", curve_secretkey="short")).encode(), "curve_publickey"),
        (json.dumps(connection_info(curve_publickey="a" * 40)).encode(), "curve_secretkey"),
        (json.dumps(connection_info(ip="no.such.address.invalid")).encode(), "no.such.address.invalid"),
    ],
)
def test_a_bad_connection_file_gets_one_clear_sentence(start, text, word):
    process = start(text=text)
    assert process.wait() != 0
    log = process.log()
    assert word in log and len(log.strip().splitlines()) == 1, log


def test_a_missing_connection_file_gets_one_clear_sentence(start, tmp_path):
    process = start(path=str(tmp_path / "nothing.json"))
    assert process.wait() != 0
    assert "nothing.json" in process.log() and "no such file" in process.log()


def test_a_port_in_use_gets_one_clear_sentence(start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(connection_info(control_port=port))
        assert process.wait() != 0
        assert str(port) in process.log() and "in use" in process.log()


def test_descriptors_do_not_grow(client, kernel, samples):
    for _ in range(20):
        client.run(samples.hello)
    folder = f"/proc/{kernel.process.pid}/fd"
    before = len(os.listdir(folder))
    for _ in range(200):
        client.run(samples.hello)
    assert len(os.listdir(folder)) <= before + 2
