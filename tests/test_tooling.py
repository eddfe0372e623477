"""What the project promises about its own tools: packaging, lock file, Makefile."""

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import coursewright
from tests.conftest import PROJECT

PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; ([^\\\n]+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M)
PINS = {canonicalize_name(name): Version(version) for name, version, _, _ in PIN.findall(LOCK)}


def requirements() -> list[Requirement]:
    project = PYPROJECT["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_lock_holds_what_the_project_requires(requirement: Requirement) -> None:
    assert PINS[canonicalize_name(requirement.name)] in requirement.specifier, "make lock"


def test_lock_names_no_address_and_hashes_every_pin() -> None:
    assert not re.search(r"://|^--|\bfile:", LOCK, re.M)
    assert [line for line in LOCK.splitlines() if re.match(r"[^\s#]", line)] == [
        f"{name}=={version}{f' ; {marker}' if marker else ''} \\" for name, version, marker, _ in PIN.findall(LOCK)
    ]


def test_lock_serves_every_platform() -> None:
    markers = [Marker(marker) for _, _, marker, _ in PIN.findall(LOCK) if marker]
    assert all("sys_platform ==" not in str(marker) or re.search("win32|emscripten", str(marker)) for marker in markers)
    for name, least in {"markupsafe": 20, "pypandoc-binary": 4, "pyyaml": 20, "ruff": 10}.items():
        hashes = next(hashes for pin, _, _, hashes in PIN.findall(LOCK) if pin == name)
        assert hashes.count("sha256:") >= least, f"{name}: hashes of a few platforms only"


def test_wheel_holds_the_engine_alone_and_whole(tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(PROJECT / "hooks", copy / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "hooks" / "loose.py").write_text("")
    for name in ("pyproject.toml", "LICENSE", "README.md"):
        if (PROJECT / name).exists():
            shutil.copy2(PROJECT / name, copy)
    subprocess.run(
        [sys.executable, "-c", "from setuptools import build_meta; print(build_meta.build_wheel('.'))"],
        cwd=copy,
        check=True,
        capture_output=True,
    )
    (wheel,) = copy.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    engine = PROJECT / "hooks" / "coursewright"
    assert wheel.name.startswith(f"coursewright-{coursewright.__version__}-py3-none-any")
    assert held == {
        file.relative_to(engine.parent).as_posix()
        for file in engine.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_engine_that_is_imported_is_this_one() -> None:
    assert Path(coursewright.__file__).parent == PROJECT / "hooks" / "coursewright"


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ('[ "$1" = --version ] && echo Python 3.9.18', "is Python 3.9.18"),
        (None, "is not on this machine"),
    ],
    ids=["too old", "missing"],
)
def test_make_tells_of_a_python_that_will_not_do_in_one_line(tmp_path: Path, script: str | None, told: str) -> None:
    shutil.copy2(PROJECT / "Makefile", tmp_path)
    python = tmp_path / "other-python"
    if script is not None:
        python.write_text(f"#!/bin/sh\n{script}\n")
        python.chmod(0o755)
    done = subprocess.run(
        ["make", "--no-print-directory", "check", f"PYTHON={python}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    words = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert done.returncode != 0
    assert done.stdout == ""
    assert len(words) == 1
    assert words[0].startswith("Coursewright needs Python 3.11.5 or newer;")
    assert told in words[0]
    assert not (tmp_path / ".venv").exists()
