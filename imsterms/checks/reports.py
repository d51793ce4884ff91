"""How findings in texts are written: for people with the line and a caret, as JSON, for GitHub, as SARIF 2.1.0."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from unicodedata import category, combining, east_asian_width

from .finding import Lines, TextFinding

WIDTH = 100
"""How much of a long line is shown round a finding."""

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_text(findings: Iterable[TextFinding], lines: Lines) -> str:
    """Return the findings of one text for people: each with its line and a caret below."""
    return "\n".join(f"{_heading(one)}\n{excerpt(one, lines)}" for one in findings)


def _heading(one: TextFinding) -> str:
    return f"{one.path}:{one.line}:{one.column}: {one.code} {one.rule}: {one.message}"


def excerpt(one: TextFinding, lines: Lines) -> str:
    """Return the line of a finding and carets below what it is about.

    >>> finding = TextFinding("a.txt", 1, "IMS501", "deprecated-word", "…", 4, 3, 7, None, None, False)
    >>> print(excerpt(finding, Lines("to knuter")))
        to knuter
           ^^^^
    """
    line = lines.line(one.line)
    begin = one.column - 1
    end = min(max(begin + 1, begin + one.end - one.start), len(line))
    start = max(0, min(begin - WIDTH // 3, len(line) - WIDTH))
    stop = start + WIDTH
    before, found = _shown(line[start:begin]), _shown(line[begin:end])
    dots = "…" if start else ""
    shown = dots + before + found + _shown(line[end:stop]) + ("…" if stop < len(line) else "")
    carets = "^" * max(1, min(_columns(found), WIDTH))
    return f"    {shown.rstrip()}\n    {' ' * (len(dots) + _columns(before))}{carets}"


def _shown(text: str) -> str:
    """Return a text that a terminal shows as it stands, and in which nothing moves or colours it."""
    return "".join(
        " " if character.isspace() else "\ufffd" if category(character) in ("Cc", "Cs", "Cf") else character
        for character in text
        if character != "\u00ad"
    )


def _columns(text: str) -> int:
    """Return how wide a terminal shows a text."""
    return sum(0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1 for character in text)


def as_sarif(findings: Iterable[TextFinding], version: str) -> dict[str, Any]:
    """Return the findings as a SARIF 2.1.0 log."""
    from urllib.parse import quote

    from ...rules import rules
    from .rules import RULES

    pages = {page.code: page.text for page in rules()}
    numbers = {rule.code: number for number, rule in enumerate(RULES)}
    described = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.name.replace("-", " ")},
            "fullDescription": {"text": " ".join(pages[rule.code].partition("\n\n")[0].split())},
            "help": {"text": pages[rule.code], "markdown": pages[rule.code]},
            "defaultConfiguration": {"enabled": rule.default, "level": "warning"},
        }
        for rule in RULES
    ]
    results = []
    for one in findings:
        location = {"uri": quote(one.path.replace("\\", "/"), safe="/")}
        region = {"startLine": one.line, "startColumn": one.column, "charOffset": one.start}
        region["charLength"] = one.end - one.start
        result: dict[str, Any] = {
            "ruleId": one.code,
            "ruleIndex": numbers[one.code],
            "level": "warning",
            "message": {"text": one.message},
            "locations": [{"physicalLocation": {"artifactLocation": location, "region": region}}],
        }
        if one.fixable and one.suggestion is not None:
            replacement = {
                "deletedRegion": {"charOffset": one.start, "charLength": one.end - one.start},
                "insertedContent": {"text": one.suggestion},
            }
            result["fixes"] = [
                {
                    "description": {"text": f"write '{one.suggestion}'"},
                    "artifactChanges": [{"artifactLocation": location, "replacements": [replacement]}],
                }
            ]
        if one.concept:
            result["properties"] = {"concept": one.concept}
        results.append(result)
    driver = {"name": "imsterms", "version": version, "rules": described}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
