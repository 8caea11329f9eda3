"""Comms in both directions, with binary buffers."""

import pytest

from wire import types_of


@pytest.fixture(autouse=True)
def comms_are_taken(client, samples):
    """Some languages take comms from the start, others when a cell has said so."""
    if getattr(samples, "comm_setup", None):
        assert client.run(samples.comm_setup).content["status"] == "ok"


def open_comm(client, samples, identifier="c1", **more):
    content = {"comm_id": identifier, "target_name": samples.comm_target, "data": {"value": 1}}
    return client.published(client.send("comm_open", content, **more))


def test_a_comm_of_the_front_end_is_taken_and_listed(client, samples):
    replies = open_comm(client, samples)
    assert types_of(replies) == ["comm_msg"]
    assert client.ask("comm_info_request").content["comms"] == {"c1": {"target_name": samples.comm_target}}
    assert client.ask("comm_info_request", {"target_name": "other"}).content["comms"] == {}


def test_buffers_and_nested_data_travel_both_ways(client, samples):
    open_comm(client, samples)
    data = {"list": [1, 2.5, None, True, {"deep": ["é", "😀", ""]}], "big": 2**53, "negative": -1e-9}
    buffers = [b"", bytes(range(256)), b"\x00" * 100_000]
    request = client.send("comm_msg", {"comm_id": "c1", "data": data}, buffers=buffers, metadata={"version": "2.1.0"})
    [reply] = client.published(request)
    assert reply.content == {"comm_id": "c1", "data": data}
    assert reply.buffers == buffers
    assert reply.metadata == {"version": "2.1.0"}


def test_an_unknown_target_is_closed_at_once(client):
    request = client.send("comm_open", {"comm_id": "c9", "target_name": "nobody", "data": {}})
    [answer] = client.published(request)
    assert answer.type == "comm_close" and answer.content["comm_id"] == "c9"
    assert client.ask("comm_info_request").content["comms"] == {}


def test_a_closed_comm_is_forgotten(client, samples):
    open_comm(client, samples)
    client.published(client.send("comm_close", {"comm_id": "c1", "data": {}}))
    assert client.ask("comm_info_request").content["comms"] == {}


def test_messages_for_an_unknown_comm_are_tolerated(client, kernel):
    assert client.published(client.send("comm_msg", {"comm_id": "ghost", "data": {}})) == []
    assert client.published(client.send("comm_close", {"comm_id": "ghost", "data": {}})) == []
    assert client.published(client.send("comm_msg", {"nonsense": 1})) == []
    assert "ghost" in kernel.log()


def test_a_cell_opens_a_comm(client, samples):
    reply = client.run(samples.open_comm)
    opened = next(message for message in reply.published if message.type == "comm_open")
    assert opened.content["target_name"] == "slider" and opened.content["data"] == {"hello": True}
    assert opened.buffers == [b"\x01\x02\x03"]
    sent = next(message for message in reply.published if message.type == "comm_msg")
    assert sent.content == {"comm_id": opened.content["comm_id"], "data": {"count": 1}}
    assert opened.content["comm_id"] in client.ask("comm_info_request").content["comms"]


def test_comms_go_on_during_a_cell_on_a_subshell(client, samples):
    subshell = client.ask("create_subshell_request", channel="control").content["subshell_id"]
    slow = client.execute(samples.sleep(1.5))
    assert types_of(open_comm(client, samples, subshell=subshell)) == ["comm_msg"]
    assert client.nothing("shell", 0)
    assert client.reply(slow).content["status"] == "ok"
