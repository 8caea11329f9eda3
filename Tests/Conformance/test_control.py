"""What is answered while a cell computes, and what stops it."""

import os
import signal
import time

import pytest

from wire import is_status


@pytest.fixture
def busy(client, samples):
    """A cell that computes for a long time."""
    request = client.execute(samples.sleep(60))
    client.until(lambda message: message.type == "execute_input")
    return request


def test_control_answers_while_a_cell_computes(client, busy):
    for kind in ("kernel_info_request", "usage_request", "list_subshell_request", "create_subshell_request"):
        assert client.ask(kind, channel="control").content["status"] == "ok"


def test_shell_answers_questions_while_a_cell_computes(client, busy, samples):
    text, _ = samples.completion
    questions = [
        ("kernel_info_request", {}),
        ("complete_request", {"code": text, "cursor_pos": len(text)}),
        ("inspect_request", {"code": samples.inspectable, "cursor_pos": 1}),
        ("history_request", {"hist_access_type": "tail", "n": 1}),
        ("comm_info_request", {}),
        ("connect_request", {}),
    ]
    for kind, content in questions:
        assert client.ask(kind, content).content["status"] == "ok"
    assert client.ask("is_complete_request", {"code": samples.complete[0]}).content["status"] == "complete"


def test_front_ends_are_told_again_that_the_cell_is_busy(client, busy):
    question = client.send("kernel_info_request")
    messages = client.until(lambda message: is_status(message, "busy") and message.parent == busy)
    assert [(message.content["execution_state"], message.parent == question) for message in messages] == [
        ("busy", True),
        ("idle", True),
        ("busy", False),
    ]


def test_control_requests_are_answered_in_order(client, busy):
    requests = [client.send("kernel_info_request", channel="control") for _ in range(20)]
    for request in requests:
        client.reply(request, "control")


def test_interrupt_stops_the_cell_and_those_behind_it(client, busy, samples):
    waiting = client.execute(samples.hello)
    # Answered behind it on the same channel: the kernel has the waiting cell now.
    assert client.ask("kernel_info_request").content["status"] == "ok"
    begin = time.monotonic()
    assert client.ask("interrupt_request", channel="control").content == {"status": "ok"}
    reply = client.reply(busy)
    assert time.monotonic() - begin < 10
    assert reply.content["status"] == "error" and "nterrupt" in reply.content["ename"]
    assert client.reply(waiting).content["status"] == "error"
    assert client.run(samples.hello).content["status"] == "ok"


def test_interrupt_of_an_idle_kernel_does_nothing(client, samples):
    assert client.ask("interrupt_request", channel="control").content["status"] == "ok"
    assert client.run(samples.hello).content["status"] == "ok"


def test_signal_stops_the_cell(client, kernel, busy, samples):
    os.kill(kernel.process.pid, signal.SIGINT)
    reply = client.reply(busy)
    assert reply.content["status"] == "error" and "nterrupt" in reply.content["ename"]
    assert client.run(samples.hello).content["status"] == "ok"


def test_signal_to_an_idle_kernel_is_ignored(client, kernel, samples):
    for _ in range(10):
        os.kill(kernel.process.pid, signal.SIGINT)
    time.sleep(0.2)  # until the kernel has taken notice
    assert client.run(samples.hello).content["status"] == "ok"
    assert kernel.is_running


def test_many_interrupts_at_any_moment_leave_a_working_kernel(client, samples):
    for round in range(50):
        request = client.execute(samples.sleep(60))
        time.sleep(0.001 * (round % 7))
        client.until(lambda message: message.type == "execute_input")
        client.send("interrupt_request", channel="control")
        assert client.reply(request).content["status"] == "error"
        client.receive("control")
    assert client.run(samples.hello).content["status"] == "ok"
