"""Finds the Chromium that browser tests drive, or installs one: `python tests/browser/chromium.py` says which.

Looked for in turn: $CHROMIUM; chromium, chromium-browser, google-chrome on the path; Chrome of macOS; Playwright's own.
Where there is none: Debian's package as root, else `playwright install chromium`. Where none can be had: one line.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

OPTIONS = (
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # there is no other host
)


class NoChromiumError(Exception):
    """There is no Chromium on this machine; the message says what to do."""


def find_chromium() -> str:
    """The path of a Chromium on this machine."""
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if found is None:
            raise NoChromiumError(f"CHROMIUM names {named!r}, which is no program on this machine.")
        return found
    for command in (*COMMANDS, *MACOS):
        if found := shutil.which(command):
            return found
    own = _playwrights_own()
    if own.is_file():
        return str(own)
    raise NoChromiumError(
        "Browser tests need a Chromium: install the package 'chromium', or name a program in the variable CHROMIUM."
    )


def ensure_chromium() -> str:
    """The path of a Chromium, installed now if there was none."""
    try:
        return find_chromium()
    except NoChromiumError:
        if os.environ.get("CHROMIUM"):
            raise
    print("Installing Chromium for the browser tests (once) ...", flush=True)
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _attempt(["apt-get", "update", "-qq"], environment)
        _attempt(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], environment)
    else:
        _attempt([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))
    return find_chromium()


def _playwrights_own() -> Path:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _attempt(command: list[str], environment: dict[str, str]) -> None:
    """Runs a command and shows its errors; whether it helped is seen afterwards, by whether there is a Chromium."""
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    try:
        print(f"Browser: {ensure_chromium()}")
    except NoChromiumError as error:
        sys.exit(str(error))
