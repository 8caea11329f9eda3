"""Subshells: queues of their own beside the main one (JEP 91)."""

from wire import text_of


def create(client):
    return client.ask("create_subshell_request", channel="control").content["subshell_id"]


def subshells(client):
    return client.ask("list_subshell_request", channel="control").content["subshell_id"]


def test_subshells_come_and_go(client):
    assert subshells(client) == []
    made = {create(client) for _ in range(3)}
    assert len(made) == 3 and set(subshells(client)) == made
    gone = made.pop()
    assert client.ask("delete_subshell_request", {"subshell_id": gone}, "control").content == {"status": "ok"}
    assert set(subshells(client)) == made


def both_end_well(client):
    """Cells of a language that runs one at a time wait for each other, on whatever subshell they are."""
    assert [client.receive().content["status"] for _ in range(2)] == ["ok", "ok"]


def test_a_subshell_computes_while_the_main_one_does(client, samples):
    subshell = create(client)
    slow = client.execute(samples.sleep(1.5))
    quick = client.execute(samples.hello, subshell=subshell)
    if not samples.cells_run_at_once:
        return both_end_well(client)
    assert client.reply(quick).content["status"] == "ok"
    assert "hello, world" in text_of(client.published(quick))
    assert client.reply(slow).content["status"] == "ok"


def test_the_main_shell_computes_while_a_subshell_does(client, samples):
    subshell = create(client)
    slow = client.execute(samples.sleep(1.5), subshell=subshell)
    if not samples.cells_run_at_once:
        client.execute(samples.hello)
        return both_end_well(client)
    assert client.run(samples.hello).content["status"] == "ok"
    assert client.reply(slow).content["status"] == "ok"


def test_each_counts_for_itself(client, samples):
    subshell = create(client)
    assert [client.run(samples.hello).content["execution_count"] for _ in range(2)] == [1, 2]
    assert [client.run(samples.hello, subshell=subshell).content["execution_count"] for _ in range(2)] == [1, 2]
    assert client.run(samples.hello).content["execution_count"] == 3


def test_an_error_ends_only_what_waits_in_its_own_subshell(client, samples):
    subshell = create(client)
    main = [client.execute(samples.sleep(1)), client.execute(samples.hello)]
    other = [client.execute(code, subshell=subshell) for code in (samples.sleep(0.3), samples.error, samples.hello)]
    replies = {}
    for _ in range(5):
        message = client.receive()
        replies[message.parent["msg_id"]] = message.content["status"]
    assert [replies[request["msg_id"]] for request in main] == ["ok", "ok"]
    assert [replies[request["msg_id"]] for request in other] == ["ok", "error", "error"]


def test_requests_to_an_unknown_subshell_are_refused(client, samples):
    reply = client.run(samples.hello, subshell="nowhere")
    assert reply.content["status"] == "error" and "nowhere" in reply.content["evalue"]
    assert "execution_count" in reply.content
    assert client.ask("kernel_info_request", subshell="nowhere").content["status"] == "error"
    assert client.ask("delete_subshell_request", {"subshell_id": "nowhere"}, "control").content["status"] == "error"


def test_what_waits_in_a_deleted_subshell_is_answered(client, samples):
    subshell = create(client)
    running = client.execute(samples.sleep(0.7), subshell=subshell)
    waiting = client.execute(samples.hello, subshell=subshell)
    client.ask("list_subshell_request", channel="control")
    client.ask("delete_subshell_request", {"subshell_id": subshell}, "control")
    assert client.reply(running).content["status"] == "ok"
    assert client.reply(waiting).content["status"] == "error"


def test_input_works_on_a_subshell(client, samples):
    subshell = create(client)
    request = client.execute(samples.ask, subshell=subshell, allow_stdin=True)
    question = client.receive("stdin")
    client.send("input_reply", {"value": "from below"}, "stdin", parent=question.header)
    assert "heard from below" in text_of(client.published(request))


def test_interrupt_reaches_every_subshell(client, samples):
    subshell = create(client)
    requests = [client.execute(samples.sleep(60)), client.execute(samples.sleep(60), subshell=subshell)]
    for _ in requests:
        client.until(lambda message: message.type == "execute_input")
    client.ask("interrupt_request", channel="control")
    assert [client.receive().content["status"] for _ in requests] == ["error", "error"]


def test_history_of_a_subshell_is_a_session_of_its_own(client, samples):
    subshell = create(client)
    client.run(samples.hello)
    client.run(samples.result[0], subshell=subshell)
    request = {"hist_access_type": "range", "session": 0, "start": 1, "stop": None}
    assert [entry[2] for entry in client.ask("history_request", request).content["history"]] == [samples.hello]
    below = client.ask("history_request", request, subshell=subshell).content["history"]
    assert [entry[2] for entry in below] == [samples.result[0]]
