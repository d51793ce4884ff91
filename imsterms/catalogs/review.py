"""Reviews of translations: a line of a translator's comment says who has read a text, and when.

It ends in a digest of the English and the translation, so that a later change of either makes the review void::

    # reviewed: Kari Nordmann 2026-11-20 3f9a02c4
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

import polib

_REMARK = re.compile(r"reviewed: (?P<by>\S.*?) (?P<date>\d{4}-\d\d-\d\d) (?P<digest>[0-9a-f]{8})")
_BEGINNING = re.compile(r"reviewed\s*:", re.IGNORECASE)


class Review(NamedTuple):
    """Who has read a translation, and when (ISO 8601)."""

    date: str
    by: str


def review(entry: polib.POEntry) -> Review | None:
    """Return the latest review of the text that an entry has now.

    >>> entry = polib.POEntry(msgid="needle", msgstr="nål")
    >>> mark_reviewed(entry, Review("2026-11-20", "Kari Nordmann"))
    >>> entry.tcomment
    'reviewed: Kari Nordmann 2026-11-20 5a0f3b6b'
    >>> review(entry)
    Review(date='2026-11-20', by='Kari Nordmann')
    >>> entry.msgstr = "kanyle"
    >>> review(entry)
    """
    if "reviewed:" not in entry.tcomment:
        return None
    now = _digest(entry)
    return max((made for made, digest in _reviews(entry.tcomment) if digest == now), default=None)


def void_review(entry: polib.POEntry) -> Review | None:
    """Return the latest review of a text that the entry does not have any more, where it has no other."""
    return None if review(entry) else max((made for made, _ in _reviews(entry.tcomment)), default=None)


def mark_reviewed(entry: polib.POEntry, made: Review) -> None:
    """Write a review above the text of an entry, in the place of void ones and of an earlier one by the same person."""
    now = _digest(entry)
    lines = [line for line in entry.tcomment.split("\n") if line]
    for line in lines.copy():
        if (match := _REMARK.fullmatch(line)) and (match["digest"] != now or match["by"] == made.by):
            lines.remove(line)
    entry.tcomment = "\n".join([*lines, f"reviewed: {made.by} {made.date} {now}"])


def keep_review(entry: polib.POEntry, former: polib.POEntry) -> None:
    """Let the reviews of ``former`` count for ``entry``, which says the same with other marks or names."""
    if review(former):
        entry.tcomment = entry.tcomment.replace(_digest(former), _digest(entry))


def rejoined(comment: str) -> str:
    """Return a comment with each review on one line, where a tool has broken it.

    >>> rejoined("a remark\\nreviewed: Kari\\nNordmann 2026-11-20 5a0f3b6b\\nanother")
    'a remark\\nreviewed: Kari Nordmann 2026-11-20 5a0f3b6b\\nanother'
    """
    if "reviewed:" not in comment:
        return comment
    lines: list[str] = []
    for line in comment.split("\n"):
        start = next((at for at in range(len(lines) - 1, -1, -1) if _BEGINNING.match(lines[at])), None)
        whole = " ".join([*lines[start:], line]) if start is not None else ""
        if start is not None and not _REMARK.fullmatch(lines[start]) and _REMARK.fullmatch(whole):
            lines[start:] = [whole]
        else:
            lines.append(line)
    return "\n".join(lines)


def faults(comment: str) -> Iterator[str]:
    """Yield the lines of a comment that look like a review and are none."""
    for line in comment.split("\n"):
        if _BEGINNING.match(line) and not _REMARK.fullmatch(line):
            yield line


def _reviews(comment: str) -> Iterator[tuple[Review, str]]:
    for line in comment.split("\n"):
        if match := _REMARK.fullmatch(line):
            yield Review(match["date"], match["by"]), match["digest"]


def _digest(entry: polib.POEntry) -> str:
    texts = [entry.msgid, entry.msgid_plural or "", entry.msgstr, *dict(sorted(entry.msgstr_plural.items())).values()]
    return sha256("\0".join(texts).encode()).hexdigest()[:8]
