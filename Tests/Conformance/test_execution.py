"""Order, counting, errors and outputs of cells."""

from wire import is_status, text_of, types_of


def test_busy_input_output_idle_come_in_this_order(client, samples):
    request = client.execute(samples.hello)
    messages = client.published(request)
    assert types_of(messages)[0] == "execute_input"
    assert messages[0].content == {"code": samples.hello, "execution_count": 1}
    assert text_of(messages) == "hello, world\n"
    reply = client.reply(request)
    assert reply.content["status"] == "ok"
    assert reply.content["execution_count"] == 1
    assert reply.content["user_expressions"] == {}
    assert reply.content["payload"] == []
    assert "started" in reply.metadata


def test_all_output_is_on_its_way_before_the_reply(client, samples):
    client.run(samples.hello)
    request = client.execute(samples.many_lines(500))
    client.reply(request)
    # The sockets are separate, so a moment is allowed for what is already sent.
    messages = client.until(lambda message: is_status(message, "idle") and message.parent == request, timeout=1)
    assert "line 499" in text_of(messages)


def test_stderr_is_a_stream_of_its_own(client, samples):
    reply = client.run(samples.stderr)
    assert "oops" in text_of(reply.published, "stderr")


def test_result_carries_the_number_and_plain_text(client, samples):
    code, text = samples.result
    reply = client.run(code)
    results = [message for message in reply.published if message.type == "execute_result"]
    assert len(results) == 1
    assert results[0].content["data"]["text/plain"] == text
    assert results[0].content["execution_count"] == reply.content["execution_count"]
    assert results[0].content["metadata"] == {}


def test_display_and_its_update_share_an_identifier(client, samples):
    first, second = (client.run(code).published for code in samples.display_then_update)
    shown = [message for message in first if message.type == "display_data"]
    changed = [message for message in second if message.type == "update_display_data"]
    assert shown[0].content["transient"]["display_id"] == changed[0].content["transient"]["display_id"]
    assert "two" in changed[0].content["data"]["text/plain"]


def test_clear_output_says_whether_to_wait(client, samples):
    reply = client.run(samples.clear)
    assert [message.content for message in reply.published if message.type == "clear_output"] == [{"wait": True}]


def test_topics_name_the_kernel_and_the_kind(client, samples):
    reply = client.run(samples.hello)
    for message in reply.published:
        ending = "stream.stdout" if message.type == "stream" else message.type
        assert message.identities == [f"kernel.{message.header['session']}.{ending}".encode()]


def test_error_is_shown_once_and_told_in_the_reply(client, samples):
    reply = client.run(samples.error)
    assert reply.content["status"] == "error"
    assert reply.content["ename"] and reply.content["evalue"] and reply.content["traceback"]
    assert reply.content["execution_count"] == 1
    errors = [message for message in reply.published if message.type == "error"]
    assert len(errors) == 1
    assert errors[0].content == {name: reply.content[name] for name in ("ename", "evalue", "traceback")}


def test_count_rises_for_every_stored_cell_also_after_an_error(client, samples):
    counts = [client.run(code).content["execution_count"] for code in (samples.hello, samples.error, samples.hello)]
    assert counts == [1, 2, 3]


def test_count_stays_without_history(client, samples):
    client.run(samples.hello)
    assert client.run(samples.hello, store_history=False).content["execution_count"] == 1
    assert client.run(samples.hello).content["execution_count"] == 2


def test_silent_cell_leaves_no_trace(client, samples):
    client.run(samples.hello)
    reply = client.run(samples.result[0], silent=True, store_history=True)
    assert reply.content["status"] == "ok"
    assert reply.content["execution_count"] == 1
    assert reply.published == []
    assert client.run(samples.hello).content["execution_count"] == 2


def test_empty_silent_cell_tells_the_count(client, samples):
    client.run(samples.hello)
    assert client.run("", silent=True).content["execution_count"] == 1


def test_blank_cell_does_not_count(client, samples):
    assert client.run("  \n ").content["execution_count"] == 0
    assert client.run(samples.hello).content["execution_count"] == 1


def test_error_ends_the_cells_that_wait_behind_it(client, samples):
    cells = [client.execute(samples.sleep(0.5)), client.execute(samples.error)]
    waiting = [client.execute(samples.hello) for _ in range(3)]
    assert [client.reply(cell).content["status"] for cell in cells] == ["ok", "error"]
    for cell in waiting:
        reply = client.reply(cell)
        assert reply.content["status"] == "error"
        assert reply.content["ename"] and reply.content["evalue"]
        assert reply.content["traceback"] == []
        assert reply.content["execution_count"] == 2
        assert client.published(cell) == [], "an aborted cell has its own busy and idle, and nothing between"
    assert client.run(samples.hello).content["status"] == "ok"


def test_error_ends_nothing_when_told_so(client, samples):
    client.execute(samples.sleep(0.3))
    failing = client.execute(samples.error, stop_on_error=False)
    after = client.execute(samples.hello)
    client.receive()
    assert client.reply(failing).content["status"] == "error"
    assert client.reply(after).content["status"] == "ok"


def test_error_of_a_silent_cell_ends_nothing(client, samples):
    client.execute(samples.sleep(0.3))
    failing = client.execute(samples.error, silent=True)
    after = client.execute(samples.hello)
    client.receive()
    assert client.reply(failing).content["status"] == "error"
    assert client.reply(after).content["status"] == "ok"


def test_questions_are_not_aborted_with_the_cells(client, samples):
    slow = client.execute(samples.sleep(0.5))
    failing = client.execute(samples.error)
    client.execute(samples.hello)
    question = client.send("is_complete_request", {"code": samples.complete[0]})
    assert client.reply(question).content["status"] == "complete"
    client.reply(slow), client.reply(failing)


def test_expressions_are_evaluated_each_for_itself(client, samples):
    wishes = {"good": samples.good_expression, "bad": samples.bad_expression}
    reply = client.run(samples.hello, user_expressions=wishes)
    assert reply.content["status"] == "ok"
    good, bad = reply.content["user_expressions"]["good"], reply.content["user_expressions"]["bad"]
    assert good["status"] == "ok" and good["data"]["text/plain"] and good["metadata"] == {}
    assert bad["status"] == "error" and bad["ename"] and bad["evalue"] and isinstance(bad["traceback"], list)


def test_expressions_are_left_out_after_an_error(client, samples):
    reply = client.run(samples.error, user_expressions={"good": samples.good_expression})
    assert reply.content["user_expressions"] == {}


def test_page_is_a_payload(client, samples):
    payload = client.run(samples.page).content["payload"]
    assert [entry["source"] for entry in payload] == ["page"]
    assert payload[0]["data"]["text/plain"] and payload[0]["start"] == 0


def test_next_input_is_a_payload(client, samples):
    if samples.next_input:
        code, text = samples.next_input
        assert client.run(code).content["payload"] == [{"source": "set_next_input", "text": text, "replace": False}]


def test_late_output_reaches_its_own_cell(client, samples):
    request = client.execute(samples.late)
    client.reply(request)
    client.published(request)
    client.run(samples.hello)
    messages = client.early or client.until(lambda message: "later" in text_of([message]))
    assert [message.parent for message in messages if "later" in text_of([message])] == [request]


def test_both_front_ends_see_every_cell(client, second, samples):
    request = client.execute(samples.hello)
    assert types_of(client.published(request)) == types_of(second.published(request))
    assert second.nothing("shell")


def test_a_cell_on_control_runs_too(client, samples):
    assert client.run(samples.hello, channel="control").content["status"] == "ok"


def test_a_notebook_of_cells_runs_in_order(client, samples):
    cells = [client.execute(samples.hello) for _ in range(50)]
    assert [client.reply(cell).content["execution_count"] for cell in cells] == list(range(1, 51))


def test_the_next_cell_is_prepared_while_one_runs(client, samples):
    if samples.prepared:
        client.execute(samples.sleep(0.5))
        client.execute(samples.hello)
        request = client.execute(samples.prepared)
        assert samples.hello in text_of(client.published(request))
