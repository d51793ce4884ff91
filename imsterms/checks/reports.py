"""How findings are written: for people, with a line of text and a caret where there is one; as SARIF 2.1.0."""

import os
from collections.abc import Iterable
from unicodedata import category
from urllib.parse import quote

from ..catalogs.layout import columns
from ..characters import COMMAND, visible_json
from ..findings import Finding
from .lines import Lines
from .pages import pages
from .rules import RULES

WIDTH = 100
"""How much of a long line is shown round a finding."""

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def written(findings: Iterable[Finding], form: str, version: str) -> str:
    """Return findings as ``json``, ``sarif`` or ``github``, or as text a line each; ``version`` is that of imsterms."""
    if form == "json":
        return visible_json([finding.as_dict() for finding in findings])
    if form == "sarif":
        return visible_json(as_sarif(findings, version))
    return "\n".join(finding.as_github() if form == "github" else str(finding) for finding in findings)


def as_text(findings: Iterable[Finding], lines: Lines) -> str:
    """Return the findings of one text for people: each with its line and a caret below."""
    return "\n".join(
        f"{finding}\n{excerpt(finding, lines)}" if finding.column else str(finding) for finding in findings
    )


def excerpt(finding: Finding, lines: Lines) -> str:
    """Return the line of a finding and carets below what it is about.

    >>> finding = Finding("a.txt", 1, "IMS501", "deprecated-word", "…", column=4, start=3, end=7)
    >>> print(excerpt(finding, Lines("to knuter")))
        to knuter
           ^^^^
    """
    line = lines.line(finding.line)
    begin = finding.column - 1
    end = min(max(begin + 1, begin + finding.end - finding.start), len(line))
    start = max(0, min(begin - WIDTH // 3, len(line) - WIDTH))
    stop = start + WIDTH
    before, marked = _shown(line[start:begin]), _shown(line[begin:end])
    dots = "…" if start else ""
    shown = dots + before + marked + _shown(line[end:stop]) + ("…" if stop < len(line) else "")
    carets = "^" * max(1, min(columns(marked), WIDTH))
    shown = COMMAND.sub("\\1\ufffd", f"    {shown.rstrip()}")
    return f"{shown}\n    {' ' * (len(dots) + columns(before))}{carets}"


def _shown(text: str) -> str:
    """Return a text that a terminal shows as it is, and in which nothing moves or colours it."""
    return "".join(
        " " if character.isspace() else "\ufffd" if category(character) in ("Cc", "Cs", "Cf") else character
        for character in text
        if character != "\u00ad"
    )


def as_sarif(findings: Iterable[Finding], version: str) -> dict[str, object]:
    """Return the findings as a SARIF 2.1.0 log."""
    enabled = {rule.code: rule.default for rule in RULES if rule.scope == "text"}
    numbers = {page.code: number for number, page in enumerate(pages())}
    described = [
        {
            "id": page.code,
            "name": page.name,
            "shortDescription": {"text": page.name.replace("-", " ")},
            "fullDescription": {"text": " ".join(page.text.partition("\n\n")[0].split())},
            "help": {"text": page.text, "markdown": page.text},
            "defaultConfiguration": {"enabled": enabled.get(page.code, True), "level": "warning"},
        }
        for page in pages()
    ]
    results = [_result(finding, numbers[finding.code]) for finding in findings]
    driver = {"name": "imsterms", "version": version, "rules": described}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, number: int) -> dict[str, object]:
    artifact = {"uri": quote(os.fsencode(finding.path.replace("\\", "/")), safe="/")}
    location: dict[str, object] = {"artifactLocation": artifact}
    span = {"charOffset": finding.start, "charLength": finding.end - finding.start}
    if finding.column:
        location["region"] = {"startLine": finding.line, "startColumn": finding.column, **span}
    elif finding.line:
        location["region"] = {"startLine": finding.line}
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": "warning",
        "message": {"text": finding.text},
        "locations": [{"physicalLocation": location}],
    }
    if finding.fixable and finding.suggestion is not None:
        replacement = {"deletedRegion": span, "insertedContent": {"text": finding.suggestion}}
        description = {"text": f"write '{finding.suggestion}'"}
        changes = [{"artifactLocation": artifact, "replacements": [replacement]}]
        result["fixes"] = [{"description": description, "artifactChanges": changes}]
    if finding.concept:
        result["properties"] = {"concept": finding.concept}
    return result
