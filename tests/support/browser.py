"""Chromium, driven by a list of visits, and the Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from requirements import require_npm, require_tool

DRIVER = Path(__file__).resolve().parent.parent / "web" / "browse.mjs"
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
"""JavaScript for by how many pixels a page is wider than the window."""

HOSTILE = """<style>* { position: relative; z-index: 9999 } span { display: none }
button { font-size: 60px; width: 100%; display: block; color: #eee; background: #eee }
main { overflow: hidden; transform: scale(1) }</style>"""
"""Styles of a site that do harm to what others put into its pages."""


@dataclass
class Visit:
    """A page to open, and what to do there."""

    url: str
    steps: list[list[str]]
    width: int = 1280
    features: list[list[str]] = field(default_factory=list)
    """Media features to emulate, such as ``["forced-colors", "active"]``."""
    media: str | None = None
    touch: bool = False


@dataclass
class Report:
    """What came of a visit: the result of each step, what was requested, what went wrong on the page."""

    results: list[Any]
    requests: list[str]
    errors: list[str]


def browse(*visits: Visit) -> list[Report]:
    """Return what came of each visit, in real Chromium."""
    chromium = require_tool("chromium")
    modules = require_npm("puppeteer-core@24", "axe-core@4")
    done = subprocess.run(
        [require_tool("node"), str(DRIVER), str(modules), chromium],
        input=json.dumps([vars(visit) for visit in visits]),
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return [Report(**report) for report in json.loads(done.stdout)["reports"]]


def html_faults(*paths: Path) -> list[str]:
    """Return what the Nu HTML checker says of pages, or of the pages in folders."""
    jar = require_npm("vnu-jar@26") / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = [require_tool("java"), "-Xss4m", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, timeout=600)
    messages = json.loads(done.stderr)["messages"]
    return [f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}" for message in messages]
