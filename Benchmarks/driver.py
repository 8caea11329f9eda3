"""A kernel under measurement: the process that Jupyter starts, and a client of it."""

import os
import subprocess
import time

import psutil
from jupyter_client.manager import KernelManager

# Ends a measurement that would hang.
PATIENCE = 120


class Kernel:
    """Starts a kernel, times what it answers, and ends it."""

    def __init__(self, name, environment=None):
        self.manager = KernelManager(kernel_name=name)
        begin = time.perf_counter()
        self.manager.start_kernel(env=dict(os.environ, **(environment or {})), stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        # kernel_info is asked again and again by the library's own waiting; here it is asked once, and timed.
        request = self.client.kernel_info()
        self.language = self.reply(self.client.get_shell_msg, request)["content"]["language_info"]["name"]
        self.start_time = time.perf_counter() - begin
        self.begin = begin

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=False)

    @staticmethod
    def reply(receive, request):
        deadline = time.monotonic() + PATIENCE
        while True:
            message = receive(timeout=max(deadline - time.monotonic(), 0.001))
            if message["parent_header"].get("msg_id") == request:
                return message

    def run(self, code, history=True):
        """Runs a cell and returns the seconds until its reply; the reply's metadata are kept."""
        begin = time.perf_counter()
        request = self.client.execute(code, store_history=history)
        reply = self.reply(self.client.get_shell_msg, request)
        seconds = time.perf_counter() - begin
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"a cell failed: {code!r}: {reply['content'].get('evalue')}")
        self.metadata = reply["metadata"]
        return seconds

    def complete(self, code, wanted):
        begin = time.perf_counter()
        request = self.client.complete(code, len(code))
        reply = self.reply(self.client.get_shell_msg, request)
        seconds = time.perf_counter() - begin
        if wanted not in " ".join(reply["content"]["matches"]):
            raise RuntimeError(f"completing {code!r} did not offer {wanted}")
        return seconds

    def inspect(self, code):
        begin = time.perf_counter()
        request = self.client.inspect(code, len(code))
        reply = self.reply(self.client.get_shell_msg, request)
        seconds = time.perf_counter() - begin
        if not reply["content"]["found"]:
            raise RuntimeError(f"inspecting {code!r} found nothing")
        return seconds

    def information_while_computing(self, endless, count):
        """Times kernel_info on the control channel while a cell computes; then interrupts the cell and times that."""
        running = self.client.execute(endless)
        self._wait_for_output(running)
        times = []
        for _ in range(count):
            begin = time.perf_counter()
            message = self.client.session.msg("kernel_info_request")
            self.client.control_channel.send(message)
            self.reply(self.client.get_control_msg, message["header"]["msg_id"])
            times.append(time.perf_counter() - begin)
        begin = time.perf_counter()
        self.manager.interrupt_kernel()
        self.reply(self.client.get_shell_msg, running)
        return times, time.perf_counter() - begin

    def _wait_for_output(self, request):
        deadline = time.monotonic() + PATIENCE
        while True:
            message = self.client.get_iopub_msg(timeout=max(deadline - time.monotonic(), 0.001))
            if message["msg_type"] == "stream" and message["parent_header"].get("msg_id") == request:
                return

    def processes(self):
        """The kernel's process and those that it has started."""
        process = psutil.Process(self.manager.provisioner.pid)
        return [process, *process.children(recursive=True)]

    def resident_bytes(self):
        return sum(process.memory_info().rss for process in self.processes())

    def descriptors(self):
        return sum(process.num_fds() for process in self.processes())
