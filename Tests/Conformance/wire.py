"""A front end that hides nothing: it sees and sends single frames."""

import hashlib
import hmac
import json
import time
import uuid

import zmq

DELIMITER = b"<IDS|MSG>"
PATIENCE = 10


class Message:
    """A message as it arrived."""

    def __init__(self, frames, key, digest):
        seam = frames.index(DELIMITER)
        self.identities = frames[:seam]
        self.signature = frames[seam + 1]
        self.json = frames[seam + 2 : seam + 6]
        self.buffers = frames[seam + 6 :]
        self.header, self.parent, self.metadata, self.content = map(json.loads, self.json)
        self.type = self.header["msg_type"]
        expected = sign(key, digest, self.json)
        assert self.signature == expected, f"wrong signature on a {self.type}"

    def __repr__(self):
        return f"{self.type}({self.content})"


def sign(key, digest, frames):
    return hmac.new(key, b"".join(frames), digest).hexdigest().encode() if key else b""


class Client:
    """A front end connected to all channels of a kernel."""

    def __init__(self, info, identity=None, subscription=b""):
        self.info = info
        self.key = info["key"].encode()
        self.digest = getattr(hashlib, info["signature_scheme"].removeprefix("hmac-"))
        self.session = uuid.uuid4().hex
        self.identity = identity or uuid.uuid4().hex.encode()
        self.context = zmq.Context()
        self.shell = self.socket(zmq.DEALER, "shell")
        self.control = self.socket(zmq.DEALER, "control")
        self.stdin = self.socket(zmq.DEALER, "stdin")
        self.iopub = self.socket(zmq.SUB, "iopub", subscription)
        self.early = []

    def socket(self, kind, channel, subscription=None):
        made = self.context.socket(kind)
        made.setsockopt(zmq.SNDTIMEO, PATIENCE * 1000)
        made.linger = 0
        made.ipv6 = ":" in self.info["ip"]
        if kind == zmq.DEALER:
            made.setsockopt(zmq.IDENTITY, self.identity)
        if "curve_publickey" in self.info:
            public, secret = zmq.curve_keypair()
            made.curve_publickey, made.curve_secretkey = public, secret
            made.curve_serverkey = self.info["curve_publickey"].encode()
        if subscription is not None:
            made.setsockopt(zmq.SUBSCRIBE, subscription)
        made.connect(self.endpoint(channel))
        return made

    def endpoint(self, channel):
        port = self.info[f"{channel}_port"]
        if self.info["transport"] == "ipc":
            return f"ipc://{self.info['ip']}-{port}"
        return f"tcp://{self.info['ip']}:{port}"

    def close(self):
        self.context.destroy(linger=0)

    # What is sent

    def header(self, kind, subshell=None, **changes):
        header = {
            "msg_id": uuid.uuid4().hex,
            "session": self.session,
            "username": "tester",
            "date": "2026-01-01T00:00:00.000000Z",
            "msg_type": kind,
            "version": "5.5",
        }
        if subshell is not None:
            header["subshell_id"] = subshell
        header.update(changes)
        return header

    def frames(self, kind, content=None, subshell=None, metadata=None, parent=None, buffers=(), header=None):
        header = header or self.header(kind, subshell)
        parts = [json.dumps(part).encode() for part in (header, parent or {}, metadata or {}, content or {})]
        return header, [DELIMITER, sign(self.key, self.digest, parts), *parts, *buffers]

    def send(self, kind, content=None, channel="shell", **more):
        """Sends a message and returns its header."""
        header, frames = self.frames(kind, content, **more)
        getattr(self, channel).send_multipart(frames)
        return header

    def execute(self, code, channel="shell", subshell=None, metadata=None, **more):
        content = {
            "code": code,
            "silent": False,
            "store_history": True,
            "user_expressions": {},
            "allow_stdin": False,
            "stop_on_error": True,
            **more,
        }
        return self.send("execute_request", content, channel, subshell=subshell, metadata=metadata)

    # What is received

    def receive(self, channel="shell", timeout=PATIENCE):
        socket = getattr(self, channel)
        if not socket.poll(timeout * 1000):
            raise TimeoutError(f"nothing on {channel} within {timeout} s")
        return Message(socket.recv_multipart(), self.key, self.digest)

    def nothing(self, channel, seconds=0.3):
        """Whether a channel stays silent."""
        return not getattr(self, channel).poll(seconds * 1000)

    def reply(self, request, channel="shell"):
        """The reply to a request; replies to other requests are an error."""
        message = self.receive(channel)
        assert message.parent == request, f"{message} answers {message.parent}, not {request}"
        return message

    def published(self, request, channel="shell"):
        """All that is published for a request, from its busy to its idle."""
        messages = []
        kept = []
        for message in self.early:
            (messages if message.parent == request else kept).append(message)
        self.early = kept
        while not any(is_status(message, "idle") for message in messages):
            message = self.receive("iopub")
            (messages if message.parent == request else self.early).append(message)
        assert is_status(messages[0], "busy"), messages
        assert is_status(messages[-1], "idle"), messages
        return messages[1:-1]

    def ask(self, kind, content=None, channel="shell", **more):
        """Sends a request and returns its reply, with what was published meanwhile as its `published`."""
        request = self.send(kind, content, channel, **more)
        reply = self.reply(request, channel)
        reply.published = self.published(request)
        return reply

    def run(self, code, **more):
        """Runs a cell and returns its reply, with what was published meanwhile as its `published`."""
        request = self.execute(code, **more)
        reply = self.reply(request, more.get("channel", "shell"))
        reply.published = self.published(request)
        return reply

    def until(self, test, timeout=PATIENCE):
        """Reads iopub up to a message that passes the test, and returns all that was read."""
        messages = []
        end = time.monotonic() + timeout
        while True:
            message = self.receive("iopub", max(0.01, end - time.monotonic()))
            messages.append(message)
            if test(message):
                return messages

    def ready(self):
        """Waits until the kernel answers and iopub is connected."""
        first = self.receive("iopub")
        self.ask("kernel_info_request")
        return first


def is_status(message, state):
    return message.type == "status" and message.content["execution_state"] == state


def text_of(messages, name="stdout"):
    return "".join(message.content["text"] for message in messages if message.type == "stream" and message.content["name"] == name)


def types_of(messages):
    return [message.type for message in messages]
