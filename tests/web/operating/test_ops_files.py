"""The files of ops/ for those who operate the site, asked of the programs that read them (skipped where those are absent)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT, tracked

OPS = ROOT / "ops"
UNITS = ("gongkai.service", "gongkai-backup.service", "gongkai-backup.timer")


def asked(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the system; the test is skipped where it is not installed."""
    found = shutil.which(program, path=f"/usr/sbin:/usr/bin:/sbin:/bin:{Path.home()}")
    if found is None:
        pytest.skip(f"{program} is not installed (apt-get install {program.partition('-')[0]})")
    return subprocess.run([found, *arguments], capture_output=True, text=True, check=False)


def proxied(folder: Path, text: str) -> Path:
    """The example inside a whole configuration, with a certificate made for it."""
    key, certificate = folder / "key.pem", folder / "fullchain.pem"
    made = asked(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=gongkai.example",
        "-keyout", str(key), "-out", str(certificate),
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    text = text.replace("/etc/ssl/gongkai/", f"{folder}/")
    text = text.replace("listen 80;", "listen 127.0.0.1:18080;").replace(
        "listen 443", "listen 127.0.0.1:18443"
    )
    (folder / "site.conf").write_text(text, encoding="utf-8")
    whole = folder / "nginx.conf"
    whole.write_text(
        f"pid {folder}/nginx.pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{ access_log off; include {folder}/site.conf; }}\n",
        encoding="utf-8",
    )
    return whole


def test_nginx_takes_the_example(tmp_path: Path) -> None:
    done = asked(
        "nginx", "-t", "-c", str(proxied(tmp_path, (OPS / "nginx.conf").read_text(encoding="utf-8")))
    )
    assert done.returncode == 0, done.stderr


def test_control_nginx_refuses_a_wrong_line(tmp_path: Path) -> None:
    wrong = (
        (OPS / "nginx.conf").read_text(encoding="utf-8").replace("server_tokens off;", "server_token off;")
    )
    assert asked("nginx", "-t", "-c", str(proxied(tmp_path, wrong))).returncode != 0


def complaints(folder: Path) -> list[str]:
    """What systemd says of the units in a folder; that the program is not installed at its place does not count."""
    done = asked("systemd-analyze", "verify", "--man=no", *(str(folder / name) for name in UNITS))
    mine = [line for line in done.stderr.splitlines() if "gongkai" in line]
    return [
        line for line in mine if "is not executable" not in line and "Failed to load environment" not in line
    ]


def units(folder: Path) -> Path:
    """The units, copied, so that a control may change them."""
    for name in UNITS:
        shutil.copy(OPS / name, folder / name)
    return folder


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    assert complaints(units(tmp_path)) == []


def test_control_systemd_names_a_wrong_line(tmp_path: Path) -> None:
    path = units(tmp_path) / "gongkai.service"
    path.write_text(path.read_text(encoding="utf-8").replace("Type=exec", "Type=exek"), encoding="utf-8")
    assert any("exek" in line for line in complaints(tmp_path))


def taken_in(rules: str, path: str) -> bool:
    """Whether a file goes into the image: the last rule that fits decides."""
    taken = True
    for rule in rules.splitlines():
        plain = rule.lstrip("!")
        if not rule or rule.startswith("#"):
            continue
        parts = plain in {"*", path} or path.startswith(f"{plain}/")
        if parts or (plain.startswith("**/") and plain[3:] in Path(path).parts):
            taken = rule.startswith("!")
    return taken


def test_the_image_holds_the_program_and_nothing_of_this_machine() -> None:
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8")
    for path in (
        "var/keys.toml",
        "var/gongkai.sqlite3",
        ".git/config",
        ".venv/bin/python",
        "dist/x.tar.gz",
        "keys.toml",
        ".env",
    ):
        assert not taken_in(rules, path), path
    needed = [str(path) for path in tracked() if path.parts[0] == "src"]
    assert len(needed) > 300
    for path in (
        *needed,
        "Makefile",
        "pyproject.toml",
        "requirements.lock",
        ".ci/uv.lock",
        "README.md",
        "LICENSE",
    ):
        assert taken_in(rules, path), path


def test_control_without_rules_everything_is_taken_in() -> None:
    assert taken_in("", "var/keys.toml")
