"""What tests share: the project's own site, copies of the course to plant mistakes in, and the command line."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import hypothesis
import pytest
from click.testing import CliRunner, Result
from filelock import FileLock
from hypothesis.configuration import set_hypothesis_home_dir

PROJECT = Path(__file__).resolve().parent.parent
COURSE = ("docs", "course", "bib", "hooks", "mkdocs.yml")
"""What a course is made of, besides the tools of this project."""

set_hypothesis_home_dir(PROJECT / ".cache" / "hypothesis")
hypothesis.settings.register_profile("default", deadline=None, derandomize=bool(os.environ.get("CI")), database=None)
hypothesis.settings.load_profile("default")


def mkdocs_build(root: Path, site: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Builds the course in `root` into `site`, strictly; `stdout` holds all that was printed."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site), *options],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1790000000", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def copy_course(to: Path) -> Path:
    """Copies this project's course with engine, hook and theme into a new folder."""
    to.mkdir()
    passing = shutil.ignore_patterns("*.pyc.*")  # drafts of modules that another worker compiles at this moment
    for name in COURSE:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=passing)
        else:
            shutil.copy2(source, to / name)
    return to


@dataclass(frozen=True)
class Site:
    """The built course: its files, what the build printed, and where it is served (no slash at the end)."""

    folder: Path
    log: str
    address: str

    def read(self, path: str) -> str:
        """The text of one built file."""
        return (self.folder / path).read_text(encoding="utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # many requests on a connection, as every real server has it

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serve(folder: Path, handler: type[SimpleHTTPRequestHandler] = _Quiet) -> Iterator[str]:
    """A folder on 127.0.0.1; the address has no slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        server.daemon_threads, server.block_on_close = True, False  # a connection that is kept open does not hold us up
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's own site: built once, whatever the number of workers, and served on 127.0.0.1."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    folder, log = shared / "site", shared / "site.log"
    with FileLock(shared / "site.lock"):
        if not log.exists():
            build = mkdocs_build(PROJECT, folder)
            log.write_text(f"{build.returncode}\n{build.stdout}", encoding="utf-8")
    code, _, printed = log.read_text(encoding="utf-8").partition("\n")
    if code != "0":
        pytest.fail(f"mkdocs build --strict ended with {code}:\n{printed}", pytrace=False)
    with serve(folder) as address:
        yield Site(folder, printed, address)


@pytest.fixture
def course_copy(tmp_path: Path) -> Path:
    """A copy of this project's course, with engine, hook and theme, to plant mistakes in."""
    return copy_course(tmp_path / "course-copy")


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("check", "--format", "json", root=course_copy)`: the command `coursewright`, in this process.

    The result has `exit_code`, `stdout` and `stderr`; an exception of the engine is raised here.
    """
    from coursewright.cli import main

    def run(*arguments: str | Path, root: Path = PROJECT) -> Result:
        monkeypatch.chdir(root)
        return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)

    return run
