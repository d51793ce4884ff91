"""The projects of docs/examples: those of web frameworks asked over HTTP, those of MkDocs and Sphinx built."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "docs" / "examples"
SERVERS = {
    "flask": ["flask", "--app", "app", "run", "--port"],
    "fastapi": ["uvicorn", "app:app", "--port"],
    "django": ["manage.py", "runserver", "--noreload"],
}
BUILDS = {"mkdocs": ["mkdocs", "build", "--strict", "-q", "-d"], "sphinx": ["sphinx", "-W", "-q", "."]}


def command(name: str, *rest: str) -> list[str]:
    """Return how a project is started or built, as its recipe says."""
    program, *options = {**SERVERS, **BUILDS}[name]
    script = [program] if program.endswith(".py") else ["-m", program]
    return [sys.executable, *script, *options, *rest]


def copied(name: str, folder: Path, wrong: str = "") -> Path:
    """Return a copy of a project, with a wrong name of a concept in it if asked for."""
    pytest.importorskip(name)
    project = folder / name
    shutil.copytree(EXAMPLES / name, project, ignore=shutil.ignore_patterns("__pycache__"))
    if wrong:
        pages = [page for page in project.rglob("*") if page.suffix in (".html", ".md", ".rst")]
        for page in pages:
            page.write_text(page.read_text(encoding="utf-8").replace("trigger_point", wrong), encoding="utf-8")
    return project


@contextmanager
def served(project: Path) -> Iterator[str]:
    """Serve a project on this machine and yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with (project / "log").open("wb") as log:
        server = subprocess.Popen(command(project.name, port), cwd=project, stdout=log, stderr=log)
    try:
        end = time.monotonic() + 60
        while time.monotonic() < end and server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", int(port))) == 0:
                    break
            time.sleep(0.1)
        assert server.poll() is None, (project / "log").read_text(encoding="utf-8")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


def ask(address: str, language: str) -> tuple[int, str]:
    request = urllib.request.Request(address, headers={"Accept-Language": language})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.mark.slow
@pytest.mark.parametrize("name", SERVERS)
def test_pages_over_http(name: str, tmp_path: Path) -> None:
    with served(copied(name, tmp_path)) as address:
        pages = {language: ask(f"{address}/3", language) for language in ("nb", "nn", "en", "pl")}
        if name == "fastapi":
            status, concept = ask(f"{address}/concepts/trigger_point", "nn")
            assert (status, json.loads(concept)["languages"]["nn"]["preferred"]["term"]) == (200, "triggerpunkt")
            status, message = ask(f"{address}/concepts/triger_point", "nn")
            assert (status, "did you mean 'trigger_point'" in message) == (404, True)
        if name == "django":
            assert "<p>mandag (Ja)</p>" in pages["nb"][1]
            assert "<p>måndag (Ja)</p>" in pages["nn"][1]
    assert {status for status, _ in pages.values()} == {200}
    words = {"nb": "triggerpunktene", "nn": "triggerpunkta", "en": "the trigger points", "pl": "triggerpunktene"}
    for language, (_, page) in pages.items():
        assert f'<html lang="{"nb" if language == "pl" else language}">' in page
        assert page.index("<button") < page.index(f">{words[language]}</button>")
        # the second mention of the treatment is its abbreviation, and is not explained again
        assert page.count("<button") == 3
        assert "<li><abbr>IMS</abbr></li>" in page


@pytest.mark.slow
@pytest.mark.parametrize("name", SERVERS)
def test_a_wrong_name_in_a_template_stops_the_start(name: str, tmp_path: Path) -> None:
    project = copied(name, tmp_path, wrong="triger_point")
    # the command for deployment; runserver waits until its template is right
    start = [sys.executable, "manage.py", "check"] if name == "django" else command(name, "0")
    done = subprocess.run(start, cwd=project, capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert "did you mean 'trigger_point'" in done.stderr + done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("name", BUILDS)
def test_builds(name: str, tmp_path: Path) -> None:
    project = copied(name, tmp_path)
    done = subprocess.run(command(name, "public"), cwd=project, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    page = (project / "public" / "index.html").read_text(encoding="utf-8")
    assert ">triggerpunktene</button>" in page
    # what no reference names is explained by Python-Markdown alone
    assert (">nåler</button>" in page) == (name == "mkdocs")


@pytest.mark.slow
@pytest.mark.parametrize("name", BUILDS)
def test_a_wrong_name_stops_the_build(name: str, tmp_path: Path) -> None:
    project = copied(name, tmp_path, wrong="triger_point")
    done = subprocess.run(command(name, "public"), cwd=project, capture_output=True, text=True, timeout=120)
    assert done.returncode != 0
    assert "did you mean 'trigger_point'" in done.stderr
