"""What a rule is: a code, a name, and one function that yields what breaks it.

``scope`` says what the function is given:

=============  =========================================================================================
``language``   a ``Wording``: what one language says, the sources' own included
``concept``    an ``Entry`` of the sources: what is the same in every language
``entry``      an ``Entry``: one concept as one language words it
``catalog``    a catalog as a file: header, duplicates, remarks
``message``    one translated message of a catalog
``text``       a page of running text with the terms in it: a document, or the prose of a catalog
=============  =========================================================================================

A rule knows nothing of codes, lines, remarks or exceptions: it says what is wrong and at which ``Place``, and the
engine does the rest. Each rule has its page in ``pages/``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal, Protocol, TypeVar

from ..findings import Finding
from .pages import canonical

Scope = Literal["language", "concept", "entry", "catalog", "message", "text"]
Subject = TypeVar("Subject")


class Place(Protocol):
    """Something that a problem can be at, and that knows where it is written."""

    def written(self, problem: Problem) -> str:
        """Return the text that the suggestion of a problem would replace."""

    def finding(self, rule: Rule, problem: Problem) -> Finding | None:
        """Return the problem with its place; None where a mark in the text turns the rules off."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule finds; offsets count in the text of the place."""

    place: Place
    message: str
    """What is wrong, and the nearest right answer."""
    start: int = 0
    end: int = 0
    suggestion: str | None = None
    """What to put in place of the span."""
    concept: str | None = None
    """The concept that a span of running text is about."""
    safe: bool = True
    """Whether the suggestion may be put in unseen, if it proves itself."""
    anywhere: bool = False
    """Whether it is a problem in quotations, references and names too."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the one system."""

    code: str
    name: str
    scope: Scope
    check: Callable[[Any], Iterator[Problem]]
    default: bool = True
    """Whether ``imsterms lint`` runs it unless told otherwise."""
    translations: bool = False
    """Whether a rule about running text holds for the texts of our own catalogs too."""
    of: tuple[str, ...] = ()
    """The kinds of messages that the rule looks at, or their fields; empty for every message."""
    sign: re.Pattern[str] | None = None
    """What a message must hold, in its translation or its English text, for the rule to find anything."""

    def concerned(self, subjects: Collection[Any]) -> Collection[Any]:
        """Return those of the subjects of the rule's scope that it may find something in, at little cost."""
        if of := self.of:
            subjects = [one for one in subjects if one.message.kind in of or one.message.field in of]
        if self.sign is not None:
            has_sign = self.sign.search
            subjects = [one for one in subjects if has_sign(one.whole)]
        return subjects


def rule(
    code: str,
    name: str,
    scope: Scope,
    *of: str,
    sign: str | None = None,
    default: bool = True,
    translations: bool = False,
) -> Callable[[Callable[[Subject], Iterator[Problem]]], Rule]:
    """Make a function a rule."""
    return lambda check: Rule(code, name, scope, check, default, translations, of, re.compile(sign) if sign else None)


def rules_of(*modules: ModuleType) -> tuple[Rule, ...]:
    """Return the rules in modules, in the order in which they are written there."""
    return tuple(value for module in modules for value in vars(module).values() if isinstance(value, Rule))


@dataclass(frozen=True, slots=True)
class Line:
    """A place that is a line of a file: of the sources or of a catalog."""

    path: str
    line: int
    concept: str | None = None
    field: str = ""
    language: str = ""

    def written(self, problem: Problem) -> str:
        return ""

    def finding(self, rule: Rule, problem: Problem) -> Finding:
        return Finding(
            self.path, self.line, rule.code, rule.name, problem.message, self.concept, self.field, self.language
        )


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that was looked at and is meant, with the place that says so."""

    rule: str
    """Name of the rule; one of its former names or a code will do."""
    language: str
    subject: str
    """The concept (``skin``) or the message (``skin.definition``, ``article/visit.body``) that it is for; empty for a
    span of running text."""
    path: str = ""
    line: int = 0
    start: int = 0
    """Where the span of running text begins that it is for."""
    end: int = 0

    @property
    def name(self) -> str:
        """Name that the rule has today."""
        return canonical(self.rule)
