"""Remarks of translators to the checks: ``# imsterms: ignore rule-name: reason`` above a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polib

from .rule import Acceptance

_IGNORE = re.compile(r"\s*ignore\s+([A-Za-z0-9-]+)\s*(?::|\(|\s-)?\s*(.*?)\)?\s*")


def remarks(entry: polib.POEntry) -> Iterator[tuple[str, str, str]]:
    """Yield each remark of a message as (line, rule, reason); the rule is empty where the remark is malformed."""
    for line in entry.tcomment.split("\n") if "imsterms:" in entry.tcomment else ():
        _, mark, remark = line.partition("imsterms:")
        if mark:
            ignore = _IGNORE.fullmatch(remark)
            yield line.strip(), ignore[1] if ignore else "", ignore[2] if ignore else ""


def accepted_by(entry: polib.POEntry, path: str, language: str) -> Iterator[Acceptance]:
    """Yield what the remarks of a message accept; one without a reason does not count."""
    for _, name, reason in remarks(entry):
        if name and reason:
            yield Acceptance(name, language, entry.msgctxt or "", path, entry.linenum or 1)
