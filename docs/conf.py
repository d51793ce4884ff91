"""How the documentation is built: ``sphinx-build -W docs public/docs``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

project = "imsterms"
author = "the imsterms authors"
copyright = author
version = release = re.search(r'^VERSION = "(.+)"', (ROOT / "imsterms/facade.py").read_text("utf-8"), re.M)[1]  # type: ignore[index]

extensions = ["myst_parser", "sphinx.ext.autodoc", "imsterms.integrations.sphinx"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
exclude_patterns = ["_build", "examples"]
html_theme = "furo"
html_title = "imsterms"
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
suppress_warnings = ["misc.highlighting_failure"]  # annotated examples are no valid catalogs


def _formats() -> str:
    """Return the page of formats, from what each module says of itself."""
    from imsterms.formats import FORMATS, describe

    rows = []
    for name in FORMATS:
        about = describe(name)
        ways = " and ".join(way for way in ("write", "read") if about[way])
        rows.append(
            f"## {name}\n\n{about['description']}. imsterms can {ways} it.\n\nNot in it: {about['what_is_lost']}.\n"
        )
    return (
        "# Formats\n\n`imsterms export FORMAT -o FILE` writes a format, "
        "`imsterms import FORMAT FILE --to DIR` reads one.\n\n" + "\n".join(rows)
    )


def _rules() -> str:
    """Return the page of rules, put together from the pages that ``--explain`` prints."""
    pages = sorted((ROOT / "imsterms/checks/pages").glob("*.md"))
    texts = [re.sub(r"^#", "##", page.read_text("utf-8"), flags=re.M) for page in pages]
    return "# Rules\n\nWhat `imsterms check`, `imsterms catalog check` and `imsterms lint` look for.\n\n" + "\n".join(
        texts
    )


def setup(app: object) -> None:
    """Write the pages that are made from the package."""
    (ROOT / "docs" / "formats.md").write_text(_formats(), encoding="utf-8")
    (ROOT / "docs" / "rules.md").write_text(_rules(), encoding="utf-8")
