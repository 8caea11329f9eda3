"""Input: asked for on stdin, answered, ended and interrupted."""

import time

from wire import text_of


def answer(client, request, value, with_parent=True):
    question = client.receive("stdin")
    assert question.type == "input_request"
    assert question.parent == request
    client.send("input_reply", {"value": value}, "stdin", parent=question.header if with_parent else {})
    return question


def test_an_answer_reaches_the_cell(client, samples):
    for with_parent in (True, False):
        request = client.execute(samples.ask, allow_stdin=True)
        question = answer(client, request, "Ada é 😀", with_parent)
        assert question.content["password"] is False
        assert "heard Ada é 😀" in text_of(client.published(request))
        assert client.reply(request).content["status"] == "ok"


def test_a_password_is_marked_as_one(client, samples):
    if samples.ask_password:
        request = client.execute(samples.ask_password, allow_stdin=True)
        assert answer(client, request, "x").content == {"prompt": "secret?", "password": True}
        client.reply(request)


def test_the_end_of_input_is_told_apart_from_an_empty_line(client, samples):
    request = client.execute(samples.ask, allow_stdin=True)
    answer(client, request, "\x04")
    assert "heard the end" in text_of(client.published(request))
    client.reply(request)
    request = client.execute(samples.ask, allow_stdin=True)
    answer(client, request, "")
    assert "heard the end" not in text_of(client.published(request))


def test_nobody_is_asked_who_does_not_want_it(client, samples):
    reply = client.run(samples.ask, allow_stdin=False)
    assert reply.content["status"] == "error"
    assert "input" in reply.content["evalue"].lower()
    assert client.nothing("stdin")


def test_only_the_front_end_that_runs_the_cell_is_asked(client, second, samples):
    request = client.execute(samples.ask, allow_stdin=True)
    question = client.receive("stdin")
    second.send("input_reply", {"value": "intruder"}, "stdin", parent=question.header)
    assert second.nothing("stdin")
    client.send("input_reply", {"value": "owner"}, "stdin", parent=question.header)
    assert "heard owner" in text_of(client.published(request))


def test_stale_answers_are_ignored(client, kernel, samples):
    client.send("input_reply", {"value": "too early"}, "stdin")
    while "nobody waits for" not in kernel.log():
        time.sleep(0.01)
    request = client.execute(samples.ask, allow_stdin=True)
    question = client.receive("stdin")
    client.send("input_reply", {"value": "to another question"}, "stdin", parent=client.header("input_request"))
    client.send("input_reply", {"value": "right"}, "stdin", parent=question.header)
    client.send("input_reply", {"value": "twice"}, "stdin", parent=question.header)
    assert "heard right" in text_of(client.published(request))


def test_a_front_end_that_is_gone_is_not_waited_for(kernel, client, connect, samples):
    leaving = connect(kernel)
    leaving.stdin.close()
    time.sleep(0.5)  # until the kernel has seen it
    request = leaving.execute(samples.ask, allow_stdin=True)
    assert leaving.reply(request).content["status"] == "error"


def test_interrupt_ends_the_wait(client, samples):
    request = client.execute(samples.ask, allow_stdin=True)
    question = client.receive("stdin")
    assert client.ask("interrupt_request", channel="control").content["status"] == "ok"
    assert client.reply(request).content["status"] == "error"
    client.send("input_reply", {"value": "late"}, "stdin", parent=question.header)
    assert client.run(samples.hello).content["status"] == "ok"


def test_questions_are_answered_while_a_cell_waits_for_input(client, samples):
    request = client.execute(samples.ask, allow_stdin=True)
    question = client.receive("stdin")
    assert client.ask("is_complete_request", {"code": samples.complete[0]}).content["status"] == "complete"
    client.send("input_reply", {"value": "x"}, "stdin", parent=question.header)
    assert client.reply(request).content["status"] == "ok"


def test_only_answers_are_taken_on_stdin(client, kernel):
    client.send("kernel_info_request", channel="stdin")
    assert client.nothing("stdin")
    assert "on stdin" in kernel.log()
    assert client.ask("kernel_info_request").content["status"] == "ok"
