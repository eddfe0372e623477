"""A machine on this computer that answers as Crossref and Open Library do, and remembers what it was asked."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from coursewright.verify.ask import Catalogues, Services

RECORDED = Path(__file__).resolve().parents[1] / "recorded"


@dataclass(frozen=True)
class Answer:
    """What is answered: a file of `tests/recorded/` or a text, with a status and headers; or nothing, ever."""

    file: str = ""
    text: str = "Resource not found."
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    silent: bool = False

    @property
    def body(self) -> bytes:
        return (RECORDED / self.file).read_bytes() if self.file else self.text.encode()


@dataclass
class Machine:
    """`answers`: path → answers in turn, the last of which is given again; other paths are not found."""

    address: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, list[str]], dict[str, str]]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str) -> Answer:
        waiting = self.answers.get(path, [Answer(status=404)])
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    def services(self, **options: Any) -> dict[str, Any]:
        """Settings under which everything is asked of this machine, and waiting takes no time."""
        return {"crossref": self.address, "open_library": self.address, "sleep": self.slept.append, **options}


@pytest.fixture
def machine() -> Iterator[Machine]:
    machine = Machine()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            path = unquote(address.path)
            machine.asked.append((path, parse_qs(address.query), dict(self.headers.items())))
            answer = machine.answer(path)
            if answer.silent:
                machine.over.wait()
                return
            self.send_response(answer.status)
            kind = "application/json" if answer.file or answer.text.startswith("{") else "text/plain"
            for name, value in (*answer.headers, ("Content-Type", kind), ("Content-Length", str(len(answer.body)))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        machine.address = f"http://127.0.0.1:{server.server_address[1]}"
        yield machine
        machine.over.set()
        server.shutdown()


@pytest.fixture
def catalogues(machine: Machine, tmp_path: Path) -> Catalogues:
    """The catalogues, asked of the machine by somebody with an address."""
    return Catalogues(Services(**machine.services(email="reader@example.org")), tmp_path / "kept")
