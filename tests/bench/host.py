"""The recipes of docs/authors/hosting.md, tried as they stand: `make build`, then `python tests/bench/host.py`.

Starts Caddy and nginx on loopback with `site/`, asks for headers, compression, caching and a missing page, then lets
many readers read at once (wrk, where the machine has it). Only a recipe's address, folder and port are changed.
"""

import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
PAGE = "/1-from-hierarchy-to-partnership/the-ethos-of-partnership/"
SHEET = "/sets/ethos-50/ethos-50-a.html"
NGINX = """daemon off; pid {work}/pid; error_log stderr error; worker_processes 2;
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on;
  client_body_temp_path {work}; proxy_temp_path {work}; fastcgi_temp_path {work};
  uwsgi_temp_path {work}; scgi_temp_path {work};
  include {work}/course.conf;
}}"""
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What every answer must carry, and a part of its value."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    size: int
    """Bytes over the wire, without headers."""


def recipe(language: str) -> str:
    """The fenced block of the manual in that language."""
    manual = (ROOT / "docs/authors/hosting.md").read_text("utf-8")
    found = re.search(rf"^```{language}\n(.*?)^```", manual, re.DOTALL | re.MULTILINE)
    assert found, f"docs/authors/hosting.md holds no recipe for {language}"
    return found[1]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def command(server: str, port: int, work: Path) -> list[str]:
    """Write the recipe for this machine and say how to start the server with it."""
    if server == "caddy":
        text = recipe("caddyfile").replace("course.example.org", f"http://127.0.0.1:{port}")
        (work / "Caddyfile").write_text("{\n\tadmin off\n}\n" + text.replace("/srv/course", str(SITE)))
        return ["caddy", "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]
    text = recipe("nginx").replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/course", str(SITE))
    (work / "course.conf").write_text(text)
    (work / "nginx.conf").write_text(NGINX.format(work=work))
    return ["nginx", "-c", str(work / "nginx.conf")]


@contextmanager
def running(server: str) -> Iterator[int]:
    """The server on a port of its own, until the end of the block."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        Path(folder).chmod(0o755)
        process = subprocess.Popen(
            command(server, port, Path(folder)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            for _ in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield port
        finally:
            process.terminate()
            process.wait(10)


def ask(port: int, path: str, **headers: str) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return Answer(answer.status, answer.headers, len(answer.read()))


def faults(port: int) -> Iterator[str]:
    """What the server does not do as the manual says."""
    page = ask(port, PAGE, Accept_Encoding="gzip")
    for name, part in HEADERS.items():
        for answer in (page, ask(port, "/no/such/page/")):
            if part not in (answer.headers[name] or ""):
                yield f"{name} is {answer.headers[name]!r}"
    if page.status != 200 or page.headers["Content-Encoding"] != "gzip":
        yield f"a page: {page.status}, compressed as {page.headers['Content-Encoding']}"
    tag = page.headers["ETag"] or ""
    if (again := ask(port, PAGE, Accept_Encoding="gzip", If_None_Match=tag)).status != 304:
        yield f"a page asked for again: {again.status}"
    missing = ask(port, "/no/such/page/")
    if missing.status != 404 or missing.size != (SITE / "404.html").stat().st_size:
        yield f"a missing page: {missing.status}, {missing.size} bytes"
    for path, wanted in ((PAGE, "style-src 'self';"), (SHEET, "style-src 'unsafe-inline';")):
        if wanted not in (told := ask(port, path).headers["Content-Security-Policy"] or ""):
            yield f"the policy of {path} is {told!r}"
    for font in SITE.glob("assets/fonts/*.woff2"):
        if "max-age=2592000" not in (ask(port, f"/assets/fonts/{font.name}").headers["Cache-Control"] or ""):
            yield f"{font.name} is not kept"
    for path, kind in (("/manifest.webmanifest", "application/manifest+json"), ("/assets/js/page.js", "javascript")):
        if kind not in (ask(port, path).headers["Content-Type"] or ""):
            yield f"{path} is served as {ask(port, path).headers['Content-Type']}"


def load(port: int) -> str:
    """What 50 readers at once get out of it in 10 seconds."""
    if not shutil.which("wrk"):
        return "no load run: wrk is not on this machine"
    made = subprocess.run(
        ["wrk", "-t2", "-c50", "-d10s", "--latency", "-H", "Accept-Encoding: gzip", f"http://127.0.0.1:{port}{PAGE}"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    wanted = (r"Requests/sec:\s+\S+", r"99%\s+\S+", r"\d+ requests in .*", r"Non-2xx.*", r"Socket errors.*")
    return "; ".join(" ".join(found[0].split()) for pattern in wanted if (found := re.search(pattern, made)))


def main() -> int:
    if not (SITE / "index.html").is_file():
        print("There is no site: make build")
        return 1
    servers = [name for name in ("caddy", "nginx") if shutil.which(name)]
    if not servers:
        print("Neither Caddy nor nginx is on this machine.")
        return 1
    bad = 0
    for server in servers:
        with running(server) as port:
            found = list(dict.fromkeys(faults(port)))
            page = ask(port, PAGE, Accept_Encoding="gzip")
            print(f"{server}: {len(found)} faults; a lesson {page.size / 1024:.1f} KB; {load(port)}")
        for fault in found:
            print(f"  {fault}")
        bad += len(found)
    return min(bad, 1)


if __name__ == "__main__":
    sys.exit(main())
