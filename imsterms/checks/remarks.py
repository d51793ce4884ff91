"""Remarks to the checks, in catalogs and in texts: ``imsterms: ignore rule-name: reason`` in a comment.

A remark is for what it is written above: the message, or the text as far as the next empty line.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..errors import UnknownRuleError
from .pages import page

_IGNORE = re.compile(r"\s*ignore\s+([A-Za-z0-9-]+)\s*[:(-]?(.*)", re.DOTALL | re.IGNORECASE)
_UNFINISHED = re.compile(r"\s*(?:ignore\b(?:\s+[A-Za-z0-9-]+:)?)?\s*", re.IGNORECASE)
_IN_TEXT = re.compile(
    r"""
    <!--\s*imsterms:(?P<comment>\s*ignore\b[^<>]*?)-->
  | ^[ \t]*(?:\#|//|;|--)[ \t]*imsterms:(?P<line>[ \t]*ignore\b.*)$
    """,
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")


class Remark(NamedTuple):
    """A remark to the checks."""

    written: str
    rule: str
    """Name or code of the rule; empty where the remark is malformed."""
    reason: str
    start: int = 0
    """Where the text that it is for begins."""
    end: int = 0

    @property
    def counts(self) -> bool:
        return bool(self.rule and self.reason)

    @property
    def fault(self) -> str:
        """What is wrong with it; empty where nothing is."""
        if not self.rule:
            return f"'{self.written}' is not a remark to the checks; write 'imsterms: ignore rule-name: reason'"
        try:
            page(self.rule)
        except UnknownRuleError as error:
            return str(error)
        if not self.reason:
            return f"'ignore {self.rule}' has no reason; write 'imsterms: ignore {self.rule}: why'"
        return ""


def _remark(written: str, text: str, start: int = 0, end: int = 0) -> Remark:
    ignore = _IGNORE.fullmatch(text)
    rule, reason = (ignore[1], ignore[2].strip().removesuffix(")").rstrip()) if ignore else ("", "")
    return Remark(written, rule, reason, start, end)


def remarks_of(comment: str) -> Iterator[Remark]:
    """Yield the remarks in a translator's comment.

    >>> [remark] = remarks_of("imsterms: ignore end-punctuation: a question")
    >>> remark.rule, remark.reason
    ('end-punctuation', 'a question')
    """
    lines = iter(comment.split("\n") if "imsterms:" in comment else ())
    for line in lines:
        _, mark, text = line.partition("imsterms:")
        while mark and _UNFINISHED.fullmatch(text) and (more := next(lines, "")):
            line, text = f"{line} {more}", f"{text} {more}"  # a tool has broken the line
        if mark:
            yield _remark(line.strip(), text)


def remarks_in(text: str) -> tuple[Remark, ...]:
    """Return the remarks in a text, whatever the form of its comments."""
    if "imsterms:" not in text:
        return ()
    remarks = []
    for match in _IN_TEXT.finditer(text):
        empty = _EMPTY_LINE.search(text, match.end())
        end = empty.start() if empty else len(text)
        remarks.append(_remark(match[0].strip(), match["comment"] or match["line"], match.start(), end))
    return tuple(remarks)
