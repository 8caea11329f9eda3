"""Programs that people use, not our own client."""

import nbformat
import pytest
from jupyter_client import KernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def notebook(*cells):
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])


def test_a_notebook_is_run_to_its_end(kernel_name, samples):
    book = notebook(samples.hello, samples.result[0], samples.display[0])
    NotebookClient(book, kernel_name=kernel_name, timeout=60).execute()
    assert [cell.execution_count for cell in book.cells] == [1, 2, 3]
    assert book.cells[0].outputs[0].text == "hello, world\n"
    assert book.cells[1].outputs[0].data["text/plain"] == samples.result[1]
    nbformat.validate(book)


def test_a_notebook_stops_at_an_error(kernel_name, samples):
    book = notebook(samples.error, samples.hello)
    with pytest.raises(CellExecutionError):
        NotebookClient(book, kernel_name=kernel_name, timeout=60).execute()
    assert [output.output_type for output in book.cells[0].outputs] == ["error"]
    assert book.cells[1].outputs == []


def test_a_manager_interrupts_restarts_and_shuts_down(kernel_name, samples):
    manager = KernelManager(kernel_name=kernel_name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        client.execute(samples.sleep(60))
        while client.get_iopub_msg(timeout=10)["header"]["msg_type"] != "execute_input":
            pass
        manager.interrupt_kernel()
        assert client.get_shell_msg(timeout=10)["content"]["status"] == "error"
        manager.restart_kernel()
        client.wait_for_ready(timeout=60)
        assert client.execute_interactive(samples.hello, timeout=60)["content"]["execution_count"] == 1
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    assert not manager.is_alive()


def test_a_manager_encrypts_where_it_is_required(kernel_name, samples):
    manager = KernelManager(kernel_name=kernel_name, transport_encryption="required")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        assert client.execute_interactive(samples.hello, timeout=60)["content"]["status"] == "ok"
        assert manager.curve_publickey
        assert client.is_alive()
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
