"""The workflows that ship with the project are those that the manual shows."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
MANUAL = (ROOT / "docs/authors/hosting.md").read_text("utf-8")
SHOWN = re.findall(r"^```yaml\n(.*?)^```", MANUAL, re.DOTALL | re.MULTILINE)
SHIPPED = (".github/workflows/site.yml", ".gitlab-ci.yml")


@pytest.mark.parametrize(("name", "shown"), list(zip(SHIPPED, SHOWN, strict=True)))
def test_the_manual_shows_the_workflow_that_ships(name: str, shown: str) -> None:
    assert yaml.safe_load(shown) == yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize("shown", SHOWN)
def test_a_workflow_runs_targets_that_the_makefile_has(shown: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    called = re.search(r"make ([a-z ]+)", shown)
    assert called
    assert set(called[1].split()) <= targets
