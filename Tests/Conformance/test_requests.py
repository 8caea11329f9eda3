"""Every request has its answer, and every answer its fields."""

import pytest

from wire import is_status


def test_kernel_info_is_whole(client, samples):
    for channel in ("shell", "control"):
        content = client.ask("kernel_info_request", channel=channel).content
        assert content["status"] == "ok"
        assert content["protocol_version"] == "5.5"
        assert content["implementation"] and content["implementation_version"] and content["banner"]
        assert content["debugger"] is False
        assert {"kernel subshells", "iopub_welcome"} <= set(content["supported_features"])
        assert all(link["text"] and link["url"] for link in content["help_links"])
        language = content["language_info"]
        assert language["name"] == samples.language
        assert language["file_extension"] == samples.file_extension
        assert language["version"] and language["mimetype"]


def test_completion_names_range_kind_and_text(client, samples):
    text, matches = samples.completion
    content = client.ask("complete_request", {"code": text, "cursor_pos": len(text)}).content
    assert content["status"] == "ok"
    assert sorted(content["matches"]) == sorted(matches)
    assert content["cursor_end"] == len(text)
    details = content["metadata"]["_jupyter_types_experimental"]
    assert [detail["text"] for detail in details] == content["matches"]
    assert all({"start", "end", "text", "type"} <= set(detail) for detail in details)


def test_completion_counts_code_points(client, samples):
    text, matches, start = samples.completion_after_wide_text
    content = client.ask("complete_request", {"code": text, "cursor_pos": len(text)}).content
    assert sorted(content["matches"]) == sorted(matches)
    assert (content["cursor_start"], content["cursor_end"]) == (start, len(text))


@pytest.mark.parametrize("position", [-5, 10**9])
def test_a_cursor_outside_the_text_is_no_disaster(client, position):
    assert client.ask("complete_request", {"code": "a", "cursor_pos": position}).content["status"] == "ok"
    assert client.ask("inspect_request", {"code": "a", "cursor_pos": position}).content["status"] == "ok"


def test_inspection_finds_and_says_when_it_does_not(client, samples):
    name = samples.inspectable
    for detail in (0, 1):
        content = client.ask("inspect_request", {"code": name, "cursor_pos": len(name), "detail_level": detail}).content
        assert content["status"] == "ok" and content["found"] is True and content["data"]["text/plain"]
    name = samples.not_inspectable
    content = client.ask("inspect_request", {"code": name, "cursor_pos": len(name)}).content
    assert content == {"status": "ok", "found": False, "data": {}, "metadata": {}}


def test_completeness_has_an_indent_only_when_incomplete(client, samples):
    for code in samples.complete:
        assert client.ask("is_complete_request", {"code": code}).content == {"status": "complete"}
    for code in samples.incomplete:
        content = client.ask("is_complete_request", {"code": code}).content
        assert content["status"] == "incomplete" and isinstance(content["indent"], str)
    for code in samples.invalid:
        assert client.ask("is_complete_request", {"code": code}).content == {"status": "invalid"}


def test_connect_tells_the_ports(client, kernel):
    content = client.ask("connect_request").content
    assert content.pop("status") == "ok"
    assert content == {name: kernel.info[name] for name in ("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")}


def test_usage_has_the_fields_that_the_display_reads(client, kernel):
    client.ask("usage_request", channel="control")
    content = client.ask("usage_request", channel="control").content
    assert content["pid"] == kernel.process.pid or content["pid"] > 0
    assert content["hostname"]
    assert content["kernel_memory"] > 1_000_000
    assert content["kernel_cpu"] >= 0 and 0 <= content["host_cpu_percent"] <= 100 and content["cpu_count"] >= 1
    memory = content["host_virtual_memory"]
    assert memory["total"] > memory["available"] > 0 and 0 < memory["percent"] < 100
    assert {"used", "free", "active", "inactive", "buffers", "cached", "shared"} <= set(memory)


def test_debug_requests_get_an_honest_answer(client):
    request = {"type": "request", "seq": 4, "command": "initialize", "arguments": {}}
    content = client.ask("debug_request", request, channel="control").content
    assert content["type"] == "response" and content["request_seq"] == 4 and content["command"] == "initialize"
    assert content["success"] is False and "debugger" in content["message"]


def test_unknown_requests_are_answered_with_an_error(client):
    content = client.ask("telepathy_request", {"thought": 1}).content
    assert content["status"] == "error" and "telepathy_request" in content["evalue"]


def test_unknown_messages_and_fields_are_tolerated(client, kernel, samples):
    client.send("telepathy", {"thought": 1})
    header = client.header("kernel_info_request", later_field={"a": [1]})
    assert client.ask("kernel_info_request", {"unknown": True}, header=header).content["status"] == "ok"
    assert "telepathy" in kernel.log()


@pytest.mark.parametrize(
    "kind, content",
    [
        ("execute_request", {"no_code": 1}),
        ("complete_request", {"code": 3}),
        ("inspect_request", {"code": "x", "cursor_pos": "y"}),
        ("is_complete_request", {}),
        ("history_request", {"hist_access_type": "dreams"}),
        ("comm_info_request", {"target_name": 5}),
        ("delete_subshell_request", {}),
    ],
)
def test_an_unreadable_request_still_gets_an_answer(client, kind, content):
    reply = client.ask(kind, content)
    assert reply.type == kind.replace("request", "reply")
    assert reply.content["status"] == "error" and reply.content["ename"] and reply.content["evalue"]


def test_busy_and_idle_surround_every_request(client):
    for kind, channel in (
        ("kernel_info_request", "shell"),
        ("kernel_info_request", "control"),
        ("comm_info_request", "shell"),
        ("list_subshell_request", "control"),
        ("usage_request", "control"),
    ):
        request = client.send(kind, channel=channel)
        states = client.until(lambda message: is_status(message, "idle"))
        assert [message.content["execution_state"] for message in states] == ["busy", "idle"]
        assert all(message.parent == request for message in states)
        client.reply(request, channel)


def test_every_shell_request_is_accepted_on_control(client, samples):
    text, _ = samples.completion
    assert client.ask("complete_request", {"code": text, "cursor_pos": len(text)}, channel="control").content["matches"]
    assert client.ask("comm_info_request", channel="control").content["comms"] == {}
