"""Frames, signatures, identities: what holds even against a hostile front end."""

import json
import os
import random

import pytest

from launch import connection_info
from wire import DELIMITER, sign


def alive(client):
    return client.ask("kernel_info_request").content["status"] == "ok"


def test_header_is_the_kernels_own(client, samples):
    first, second = client.run(samples.hello), client.run(samples.hello)
    messages = [first, second, *first.published, *second.published]
    assert all(message.header["version"] == "5.5" for message in messages)
    assert len({message.header["msg_id"] for message in messages}) == len(messages)
    assert {message.header["session"] for message in messages} == {first.header["session"]}
    assert first.header["session"] != client.session
    assert all(message.header["date"].endswith("Z") and message.header["username"] for message in messages)


def test_sessions_differ_from_start_to_start(start, connect):
    sessions = {connect(start()).ask("kernel_info_request").header["session"] for _ in range(2)}
    assert len(sessions) == 2


def test_parent_header_is_the_request_byte_for_byte(client):
    header = json.dumps(client.header("kernel_info_request", note="caf\u00e9 \U0001f600"), indent=1, ensure_ascii=False).encode()
    parts = [header, b"{ }", b"{}", b"{\n}"]
    client.shell.send_multipart([DELIMITER, sign(client.key, client.digest, parts), *parts])
    assert client.receive().json[1] == header
    assert client.receive("iopub").json[1] == header


def test_all_identities_come_back(kernel, connect):
    client = connect(kernel)
    header, frames = client.frames("kernel_info_request")
    client.shell.send_multipart([b"outer", b"\x00inner", *frames])
    reply = client.receive()
    assert reply.identities == [b"outer", b"\x00inner"]
    assert reply.parent == header


def test_wrong_signatures_are_dropped(client, kernel):
    header, frames = client.frames("kernel_info_request")
    for forged in (b"", b"0" * 64, frames[1][:-1], frames[1] + b"0", frames[1].upper(), b"\xff" * 64):
        client.shell.send_multipart([frames[0], forged, *frames[2:]])
    changed = list(frames)
    changed[5] = b'{"a": 1}'
    client.shell.send_multipart(changed)
    assert client.nothing("shell")
    assert alive(client)
    assert "signature" in kernel.log()


def test_a_recorded_message_cannot_be_sent_again(client, kernel):
    header, frames = client.frames("kernel_info_request")
    client.shell.send_multipart(frames)
    client.reply(header)
    client.shell.send_multipart(frames)
    client.control.send_multipart(frames)
    assert client.nothing("shell") and client.nothing("control")
    assert "before" in kernel.log()


def test_no_key_means_no_signatures(start, connect):
    client = connect(start(connection_info(key="")))
    assert client.ask("kernel_info_request").signature == b""


def test_sha512_signs_too(start, connect, samples):
    client = connect(start(connection_info(signature_scheme="hmac-sha512")))
    assert len(client.run(samples.hello).signature) == 128


@pytest.mark.parametrize(
    "frames",
    [
        [b""],
        [b"no delimiter at all"],
        [DELIMITER],
        [DELIMITER, b"signature", b"{}", b"{}"],
        [DELIMITER] * 7,
        [b"x"] * 20_000,
        [b"\xff\xfe" * 1000, DELIMITER, b"", b"", b"", b"", b""],
    ],
    ids=["empty", "no delimiter", "delimiter only", "too few", "only delimiters", "too many", "garbage"],
)
@pytest.mark.parametrize("channel", ["shell", "control", "stdin"])
def test_malformed_frames_are_dropped(client, kernel, frames, channel):
    getattr(client, channel).send_multipart(frames)
    assert alive(client)
    assert kernel.is_running


@pytest.mark.parametrize(
    "parts",
    [
        [b"not json", b"{}", b"{}", b"{}"],
        [b"[]", b"{}", b"{}", b"{}"],
        [b'{"msg_type": 5}', b"{}", b"{}", b"{}"],
        [b'{"msg_id": "a", "msg_type": "kernel_info_request", "x": "\xff\xfe"}', b"{}", b"{}", b"{}"],
        [b"[" * 1_000_000, b"{}", b"{}", b"{}"],
        [b'{"a":' * 100_000, b"{}", b"{}", b"{}"],
        [b"", b"", b"", b""],
    ],
    ids=["no JSON", "a list", "no identifier", "invalid UTF-8", "deep", "deep objects", "empty"],
)
def test_signed_nonsense_is_dropped(client, kernel, parts):
    client.shell.send_multipart([DELIMITER, sign(client.key, client.digest, parts), *parts])
    assert alive(client)
    assert "header" in kernel.log()


@pytest.mark.parametrize("content", [b"[" * 200_000, b"\xff\xfe", b"NaN", b'{"code": "\xc3"}', b""])
def test_unreadable_content_is_answered(client, content):
    header = client.header("execute_request")
    parts = [json.dumps(header).encode(), b"{}", b"{}", content]
    client.shell.send_multipart([DELIMITER, sign(client.key, client.digest, parts), *parts])
    assert client.reply(header).content["status"] == "error"


def test_random_frames_never_end_the_kernel(client, kernel):
    chance = random.Random(7)
    for _ in range(500):
        frames = [chance.choice([DELIMITER, b"{}", os.urandom(chance.randrange(40))]) for _ in range(chance.randrange(1, 9))]
        getattr(client, chance.choice(["shell", "control", "stdin"])).send_multipart(frames)
    assert alive(client)


def test_a_large_cell_arrives_whole(client, samples):
    code = "\n" * 1_000_000 + samples.hello
    request = client.execute(code)
    assert client.reply(request).content["status"] == "ok"
    assert client.published(request)[0].content["code"] == code


def test_a_null_byte_in_code_is_no_disaster(client, samples):
    request = client.execute("\x00")
    client.reply(request)
    assert client.published(request)[0].content["code"] == "\x00"


def test_two_front_ends_get_their_own_replies(client, second, samples):
    requests = [(front, front.execute(samples.hello)) for front in (client, second) * 10]
    for front, request in requests:
        assert front.reply(request).content["status"] == "ok"
