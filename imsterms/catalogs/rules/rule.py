"""What a rule of the catalogs is: a code, a name, and a function that finds what breaks it.

The page of a rule, which ``imsterms catalog check --explain`` prints, stands in ``imsterms/rules/4xx.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import polib

from .subject import Checked, Sentence, Subject

MessageCheck = Callable[[Checked, Subject], Iterator[str]]
SentenceCheck = Callable[[Sentence, Checked, Subject], Iterator[str]]
CatalogCheck = Callable[[Subject], Iterator[tuple[polib.POEntry | None, str]]]


@dataclass(frozen=True, slots=True)
class MessageRule:
    """A rule that looks at one message; it yields a sentence for each problem."""

    code: str
    name: str
    check: MessageCheck


@dataclass(frozen=True, slots=True)
class CatalogRule:
    """A rule that looks at a catalog as a whole; it yields the entry (None: the header) and a sentence."""

    code: str
    name: str
    check: CatalogCheck


def message_rule(code: str, name: str) -> Callable[[MessageCheck], MessageRule]:
    """Make a function a rule for single messages."""
    return lambda check: MessageRule(code, name, check)


def catalog_rule(code: str, name: str) -> Callable[[CatalogCheck], CatalogRule]:
    """Make a function a rule for whole catalogs."""
    return lambda check: CatalogRule(code, name, check)


def sentence_rule(code: str, name: str) -> Callable[[SentenceCheck], MessageRule]:
    """Make a function a rule for the running texts of single messages."""

    def make(check: SentenceCheck) -> MessageRule:
        def check_message(checked: Checked, subject: Subject) -> Iterator[str]:
            for one in checked.sentences:
                yield from check(one, checked, subject)

        return MessageRule(code, name, check_message)

    return make
