"""CurveZMQ, where the connection file asks for it."""

import contextlib

import pytest
import zmq

from launch import connection_info
from wire import Client

pytestmark = pytest.mark.skipif(not zmq.has("curve"), reason="the tests' own libzmq cannot encrypt")


@pytest.fixture
def keys():
    public, secret = zmq.curve_keypair()
    return {"curve_publickey": public.decode(), "curve_secretkey": secret.decode()}


def test_every_channel_is_encrypted(start, connect, keys, samples):
    process = start(connection_info(**keys))
    client = connect(process)
    assert client.run(samples.hello).content["status"] == "ok"
    assert client.ask("kernel_info_request", channel="control").content["status"] == "ok"
    request = client.execute(samples.ask, allow_stdin=True)
    question = client.receive("stdin")
    client.send("input_reply", {"value": "secret"}, "stdin", parent=question.header)
    assert client.reply(request).content["status"] == "ok"
    heart = client.socket(zmq.REQ, "hb")
    heart.send(b"beat")
    assert heart.poll(5000) and heart.recv() == b"beat"


def test_strangers_without_the_key_hear_nothing(start, connect, keys):
    process = start(connection_info(**keys))
    client = connect(process)
    plain = Client({name: value for name, value in process.info.items() if not name.startswith("curve")})
    wrong = Client({**process.info, "curve_publickey": zmq.curve_keypair()[0].decode()})
    for stranger in (plain, wrong):
        for channel in ("shell", "control"):
            getattr(stranger, channel).setsockopt(zmq.SNDTIMEO, 500)
            # Depending on its version, the stranger's own libzmq gives up at the refused handshake, and nothing leaves it.
            with contextlib.suppress(zmq.Again):
                stranger.send("kernel_info_request", channel=channel)
            assert stranger.nothing(channel)
        assert stranger.nothing("iopub", 0)
        stranger.close()
    assert client.ask("kernel_info_request").content["status"] == "ok"
