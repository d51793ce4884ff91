"""A real consumer: a clinic's web page over HTTP, in whatever language the visitor asks for."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import imsterms


@pytest.fixture(scope="module")
def clinic(require_module: Callable[[str], Any]) -> Iterator[str]:
    """The address of the running page."""
    require_module("flask")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("clinic.py"))],
        env={**os.environ, "PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{address}/effect", timeout=10).close()
                break
            except (urllib.error.URLError, ConnectionError):
                if server.poll() is not None:
                    assert server.stderr
                    pytest.fail(f"the page does not start: {server.stderr.read()}", pytrace=False)
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)
        assert server.stderr
        log = server.stderr.read()
        server.stderr.close()
    assert "Traceback" not in log


def get(address: str, language: str | None) -> tuple[int, str, str]:
    """Return status, Content-Language and body."""
    headers = {} if language is None else {"Accept-Language": language}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as response:
            return response.status, response.headers.get("Content-Language", ""), response.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers.get("Content-Language", ""), error.read().decode("utf-8")


@pytest.mark.parametrize(
    ("asked", "served"),
    [
        ("nb-NO,nb;q=0.9,en;q=0.5", "nb"),
        ("nn", "nn"),
        ("en-GB,en;q=0.9", "en"),
        ("de-DE,de;q=0.9", "nb"),
        ("da, nn;q=0.8", "nn"),
        (";;;q=zz,,*;q=,\u00e6", "nb"),
        ("x" * 8000, "nb"),
        ("", "nb"),
        (None, "nb"),
    ],
)
def test_the_visitors_language(clinic: str, asked: str | None, served: str) -> None:
    status, language, body = get(f"{clinic}/treatment_frequency", asked)
    assert (status, language) == (200, served)
    glossary = imsterms.glossary(served)
    title = str(glossary.articles["treatment_frequency"].title)
    assert f"<title>{title}</title>" in body
    assert f'<html lang="{served}">' in body
    assert f"<h1>{title}</h1>" in body
    assert "imsterms-claim" not in body
    assert "&lt;article" not in body  # the article is Markup: the template does not escape it again


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_term_leads_to_its_entry(clinic: str, language: str) -> None:
    _, _, body = get(f"{clinic}/about_ims", language)
    links = set(re.findall(r'<a class="imsterms-term" href="(/ord/\w+)"', body))
    assert len(links) > 5
    for link in links:
        status, served, entry = get(clinic + link, language)
        concept = imsterms.glossary(language)[link.removeprefix("/ord/")]
        assert (status, served) == (200, language)
        assert concept.term.form("Term") in entry


def test_what_is_not_there_is_a_404_with_a_sentence(clinic: str) -> None:
    assert get(f"{clinic}/no_such_article", "nb")[0] == 404
    status, _, body = get(f"{clinic}/ord/trigerpoint", "nb")
    assert (status, body) == (404, "there is no concept 'trigerpoint'; did you mean 'trigger_point'?")
    assert get(f"{clinic}/ord/%3Cscript%3E", "nb")[2].startswith("there is no concept '<script>'")


def test_search_leads_to_the_entry(clinic: str) -> None:
    assert "Triggerpunkt" in get(f"{clinic}/sok?q=trigerpunkt", "nb")[2]
    assert get(f"{clinic}/sok?q=qqqqqq", "nb")[0] == 404


def test_many_visitors_at_once(clinic: str) -> None:
    languages = ["nb", "nn", "en", "de"] * 10
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda one: get(f"{clinic}/effect", one)[:2], languages))
    assert answers == [(200, "nb"), (200, "nn"), (200, "en"), (200, "nb")] * 10
