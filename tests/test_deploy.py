"""The files that run Tawatur as a service, held against linters: no engine has to run here."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DEPLOY = Path(__file__).resolve().parent.parent / "deploy"


def lint(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_the_dockerfile() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    if not hadolint.exists():
        pytest.skip("hadolint is not beside this interpreter; it comes with the development group")
    found = lint(str(hadolint), str(DEPLOY / "Dockerfile"))
    assert (found.returncode, found.stdout) == (0, "")


def test_the_compose_file() -> None:
    rules = "{extends: default, rules: {document-start: disable, line-length: {max: 120}}}"
    found = lint(sys.executable, "-m", "yamllint", "--strict", "-d", rules, str(DEPLOY / "compose.yaml"))
    assert (found.returncode, found.stdout) == (0, "")
    text = (DEPLOY / "compose.yaml").read_text("utf-8")
    assert "TAWATUR_PASSWORD:?" in text  # no password of ours in anybody's database
    assert "127.0.0.1:8000:8000" in text


def test_the_systemd_unit(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not on this machine")
    unit = (DEPLOY / "tawatur.service").read_text("utf-8")
    there = tmp_path / "tawatur.service"
    # Nothing is installed in /opt where this is tested: the unit is checked with a command that exists.
    there.write_text(re.sub(r"/opt/tawatur/bin/tawatur", shutil.which("true") or "/bin/true", unit), "utf-8")
    found = lint("systemd-analyze", "verify", str(there))
    own = [line for line in (found.stdout + found.stderr).splitlines() if "tawatur.service" in line]
    assert (found.returncode, own) == (0, [])
