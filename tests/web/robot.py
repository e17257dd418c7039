"""A robot of a chat group under test: listens by TLS, remembers what it was told, and answers as it is
told to."""

import http.server
import json
import pathlib
import socket
import ssl
import struct
import tempfile
import threading
import time

from service import Inventory, Service

OK = {"wecom": {"errcode": 0, "errmsg": "ok"}, "dingtalk": {"errcode": 0, "errmsg": "ok"},
      "feishu": {"StatusCode": 0, "StatusMessage": "success", "code": 0, "data": {}, "msg": "success"}}


def make_pair():
    """A folder with a certificate of this machine and its key, as the service makes them."""
    folder = tempfile.TemporaryDirectory()
    with Service(Inventory(), "--tls-self", folder.name):
        pass
    return folder


class Robot:
    """mode: "ok", "hang", "reset", "drop", "moved", "page", "long", or an answer as an object."""

    pair = None

    def __init__(self, folder=None):
        Robot.pair = Robot.pair or make_pair()
        pems = sorted(pathlib.Path((folder or Robot.pair).name).glob("*.pem"))
        key = next(pem for pem in pems if "PRIVATE KEY" in pem.read_text())
        self.ca = str(next(pem for pem in pems if pem != key))
        self.mode, self.told, self.asked, self.ended = "ok", [], 0, threading.Event()
        robot = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                robot.asked += 1
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                robot.answer(self, body)

            def log_message(self, *_):
                pass

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.ca, str(key))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None
        self.port = self.server.server_address[1]
        self.host = f"127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.server.shutdown()
        self.server.server_close()

    def url(self, end="/robot/send?access_token=k3y-0123456789abcdef"):
        return f"https://{self.host}{end}"

    def options(self, wait="1"):
        return "--robot-host", self.host, "--robot-ca", self.ca, "--robot-wait", wait

    def answer(self, handler, body):
        if self.mode == "hang":
            self.ended.wait(60)
            return
        if self.mode == "reset":
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            socket.socket(fileno=handler.connection.detach()).close()
            return
        if self.mode == "drop":
            handler.connection.close()
            return
        status, content = 200, json.dumps(self.mode if isinstance(self.mode, dict) else
                                          {**OK["dingtalk"], **OK["feishu"]}).encode()
        if self.mode == "moved":
            status = 307
        elif self.mode == "page":
            status, content = 502, b"<html>bad gateway</html>"
        elif self.mode == "long":
            content = b" " * 100_000
        if self.mode == "ok":
            self.told.append((handler.path, body))
        handler.send_response(status)
        if status == 307:
            handler.send_header("Location", self.url("/elsewhere"))
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    def texts(self):
        """The texts it took."""
        return [body["text"]["content"] if "text" in body else body["content"]["text"]
                for _, body in self.told]

    def wait(self, n, seconds=20):
        """Until it was told so many times."""
        end = time.monotonic() + seconds
        while len(self.told) < n:
            assert time.monotonic() < end, (n, self.texts(), self.asked)
            time.sleep(.05)
        return self.texts()

    def wait_asked(self, n, seconds=20):
        end = time.monotonic() + seconds
        while self.asked < n:
            assert time.monotonic() < end, (n, self.asked)
            time.sleep(.05)
