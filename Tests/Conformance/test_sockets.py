"""Heartbeat, subscriptions and addresses."""

import os
import socket

import pytest
import zmq

from launch import connection_info


def test_heartbeat_echoes_every_byte(client, samples):
    heart = client.socket(zmq.REQ, "hb")
    client.execute(samples.sleep(2))
    for beat in (b"ping", b"", b"\x00\xff" * 1000):
        heart.send(beat)
        assert heart.poll(5000)
        assert heart.recv() == beat


def test_heartbeat_echoes_several_frames(client):
    heart = client.socket(zmq.REQ, "hb")
    heart.send_multipart([b"a", b"b"])
    assert heart.poll(5000)
    assert heart.recv_multipart() == [b"a", b"b"]


def test_welcome_is_the_first_message_of_every_subscriber(kernel, connect, samples):
    for _ in range(5):
        client = connect(kernel, ready=False)
        welcome = client.receive("iopub")
        assert welcome.type == "iopub_welcome"
        assert welcome.content == {"subscription": ""}
        assert welcome.parent == {} and welcome.identities == [b""]
        client.run(samples.hello)


def test_welcome_comes_first_in_the_middle_of_output(kernel, client, connect, samples):
    client.execute("\n".join([samples.many_lines(2000), samples.sleep(0.2)]))
    late = [connect(kernel, ready=False) for _ in range(5)]
    assert [front.receive("iopub").type for front in late] == ["iopub_welcome"] * 5


def test_welcome_names_the_topic_subscribed_to(kernel, connect):
    client = connect(kernel, ready=False, subscription=b"kernel.")
    welcome = client.receive("iopub")
    assert welcome.identities == [b"kernel."] and welcome.content == {"subscription": "kernel."}


def test_a_topic_that_is_no_text_is_served_without_welcome(kernel, client, connect):
    odd = connect(kernel, ready=False, subscription=b"\xff\xfe")
    assert odd.nothing("iopub")
    assert client.ask("kernel_info_request").content["status"] == "ok"


def test_subscriptions_filter_and_end(kernel, client, connect, samples):
    session = client.ask("kernel_info_request").header["session"]
    topic = f"kernel.{session}.stream".encode()
    listener = connect(kernel, ready=False, subscription=topic)
    assert listener.receive("iopub").type == "iopub_welcome"
    client.run(samples.hello)
    assert listener.receive("iopub").type == "stream"
    listener.iopub.setsockopt(zmq.UNSUBSCRIBE, topic)
    assert listener.nothing("iopub")
    client.run(samples.hello)
    assert listener.nothing("iopub")


def test_nonsense_from_a_subscriber_is_ignored(kernel, client):
    odd = client.context.socket(zmq.XSUB)
    odd.linger = 0
    odd.connect(client.endpoint("iopub"))
    for frame in (b"", b"\x02", b"\x00never", b"hello"):
        odd.send(frame)
    odd.send_multipart([b"\x01a", b"b"])
    assert client.ask("kernel_info_request").content["status"] == "ok"


def test_only_the_address_of_the_file_is_bound(kernel, client):
    listening = []
    inodes = set()
    for entry in os.listdir(f"/proc/{kernel.process.pid}/fd"):
        try:
            target = os.readlink(f"/proc/{kernel.process.pid}/fd/{entry}")
        except OSError:
            continue
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    for table in ("tcp", "tcp6"):
        with open(f"/proc/{kernel.process.pid}/net/{table}") as lines:
            for line in list(lines)[1:]:
                fields = line.split()
                if fields[3] == "0A" and fields[9] in inodes:
                    listening.append(fields[1].split(":"))
    ports = {kernel.info[f"{name}_port"] for name in ("shell", "control", "stdin", "iopub", "hb")}
    assert {int(port, 16) for _, port in listening} == ports
    assert {address for address, _ in listening} == {"0100007F"}


def test_sockets_in_the_file_system(start, connect, samples, tmp_path):
    info = connection_info(transport="ipc", ip=str(tmp_path / "kernel"))
    assert connect(start(info)).run(samples.hello).content["status"] == "ok"


def test_ports_may_be_written_as_text(start, connect, samples):
    info = connection_info()
    as_text = {name: str(value) if name.endswith("_port") else value for name, value in info.items()}
    assert connect(start(as_text)).run(samples.hello).content["status"] == "ok"


@pytest.mark.skipif(not socket.has_ipv6 or not os.path.exists("/proc/net/if_inet6"), reason="this machine has no IPv6")
def test_an_address_of_the_sixth_version(start, connect, samples):
    process = start(connection_info(ip="::1"))
    process.info["ip"] = "[::1]"
    assert connect(process).run(samples.hello).content["status"] == "ok"
