"""History over sessions, kernels and damage."""

import os
import stat

import pytest


@pytest.fixture
def data(tmp_path):
    return {"JUPYTER_DATA_DIR": str(tmp_path), "JUPYTER_PATH": os.environ["JUPYTER_DATA_DIR"]}


def history(client, kind, **more):
    return client.ask("history_request", {"hist_access_type": kind, "raw": True, "output": False, **more}).content["history"]


def inputs(entries):
    return [entry[2] for entry in entries]


def test_tail_range_and_search(start, connect, data, samples):
    client = connect(start(environment=data))
    code, text = samples.result
    cells = [samples.hello, code, samples.other_result[0], code, samples.error]
    for cell in cells:
        client.run(cell)
    assert inputs(history(client, "tail", n=3)) == cells[-3:]
    assert inputs(history(client, "tail", n=0)) == []
    assert history(client, "tail", n=4, output=True)[0][2] == [code, text]
    assert history(client, "tail", n=5, output=True)[0][2][1] is None
    entries = history(client, "range", session=0, start=2, stop=4)
    assert [entry[1:] for entry in entries] == [[2, code], [3, samples.other_result[0]]]
    assert inputs(history(client, "range", session=entries[0][0], start=1, stop=None)) == cells
    assert inputs(history(client, "range", session=0, start=-2, stop=None)) == cells[-2:]
    assert inputs(history(client, "range", session=999, start=1, stop=3)) == []
    assert inputs(history(client, "search", pattern=samples.history_pattern)) == [code, code]
    found = history(client, "search", pattern=samples.history_pattern, unique=True)
    assert [entry[1:] for entry in found] == [[4, code]]
    assert inputs(history(client, "search", pattern="*", n=2)) == cells[-2:]
    assert history(client, "search", pattern="no such cell*") == []


def test_silent_and_unstored_cells_are_not_remembered(start, connect, data, samples):
    client = connect(start(environment=data))
    client.run(samples.hello, silent=True)
    client.run(samples.hello, store_history=False)
    assert history(client, "tail", n=10) == []


def test_the_session_before_is_number_minus_one(start, connect, data, samples):
    first = start(environment=data)
    client = connect(first)
    client.run(samples.hello)
    client.ask("shutdown_request", {"restart": False}, "control")
    first.wait()
    client = connect(start(environment=data))
    assert inputs(history(client, "range", session=-1, start=1, stop=None)) == [samples.hello]
    client.run(samples.result[0])
    assert inputs(history(client, "range", session=-1, start=1, stop=None)) == [samples.hello]
    assert inputs(history(client, "tail", n=2)) == [samples.hello, samples.result[0]]


def test_two_kernels_share_the_file(start, connect, data, samples):
    kernels = [start(environment=data) for _ in range(2)]
    clients = [connect(kernel) for kernel in kernels]
    for _ in range(10):
        requests = [client.execute(samples.hello) for client in clients]
        for client, request in zip(clients, requests):
            client.reply(request)
    for client in clients:
        history(client, "tail", n=1)  # answered after everything before it is written
    assert [kernel.log() for kernel in kernels] == ["", ""]
    for client in clients:
        assert len(history(client, "tail", n=100)) == 20
        assert len(history(client, "range", session=0, start=1, stop=None)) == 10


def test_only_the_owner_may_read_it(start, connect, data, samples):
    client = connect(start(environment=data))
    client.run(samples.hello)
    history(client, "tail", n=1)
    folder = os.path.join(data["JUPYTER_DATA_DIR"], "glassbox")
    assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
    for name in os.listdir(folder):
        assert stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode) == 0o600, name


def test_a_damaged_file_is_laid_aside(start, connect, data, samples):
    folder = os.path.join(data["JUPYTER_DATA_DIR"], "glassbox")
    os.makedirs(folder)
    with open(os.path.join(folder, "history.sqlite"), "wb") as file:
        file.write(b"this is no database" * 1000)
    process = start(environment=data)
    client = connect(process)
    client.run(samples.hello)
    assert inputs(history(client, "tail", n=1)) == [samples.hello]
    assert "damaged" in process.log()
    assert any("damaged" in name for name in os.listdir(folder))


def test_a_place_that_cannot_be_written_costs_nothing_but_memory(start, connect, tmp_path, samples):
    blocked = tmp_path / "file"
    blocked.write_text("")
    process = start(environment={"JUPYTER_DATA_DIR": str(blocked), "JUPYTER_PATH": os.environ["JUPYTER_DATA_DIR"]})
    client = connect(process)
    client.run(samples.hello)
    assert inputs(history(client, "tail", n=1)) == [samples.hello]
    assert "history" in process.log()
