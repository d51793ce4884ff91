"""Rules about good terminology (IMS3xx): what a program can find; what none can judge stands on the checklist.

A rule is a function from the content to its flaws; ``RULES`` is the list of them. The page of each is in
``imsterms/rules/3xx.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...findings import Finding
from ..model import Termbase
from . import definitions, designations, explanations, systems
from .content import Content, Flaw, Wording
from .settings import Settings

__all__ = ["RULES", "Settings", "Wording", "check"]

RULES: tuple[tuple[str, str, Callable[[Content], Iterator[Flaw]]], ...] = (
    ("IMS301", "definition-circle", systems.definition_circle),
    ("IMS302", "superordinate-missing", systems.superordinate_missing),
    ("IMS303", "broader-missing", systems.broader_missing),
    ("IMS304", "references-differ", systems.references_differ),
    ("IMS305", "definition-missing", definitions.definition_missing),
    ("IMS306", "definition-too-long", definitions.definition_too_long),
    ("IMS307", "definition-not-a-phrase", definitions.definition_not_a_phrase),
    ("IMS308", "definition-capital", definitions.definition_capital),
    ("IMS309", "definition-article", definitions.definition_article),
    ("IMS310", "own-term-in-definition", definitions.own_term_in_definition),
    ("IMS311", "claim-in-definition", definitions.claim_in_definition),
    ("IMS312", "shared-term", designations.shared_term),
    ("IMS313", "admitted-elsewhere-preferred", designations.admitted_elsewhere_preferred),
    ("IMS314", "designation-twice", designations.designation_twice),
    ("IMS315", "explanation-missing", explanations.explanation_missing),
    ("IMS316", "explanation-too-long", explanations.explanation_too_long),
    ("IMS317", "explanation-not-a-sentence", explanations.explanation_not_a_sentence),
    ("IMS318", "explanation-hard", explanations.explanation_hard),
    ("IMS319", "basis-without-source", systems.basis_without_source),
)
"""Code, name and function of each rule."""


def check(termbase: Termbase, wordings: Iterable[Wording], settings: Settings) -> list[Finding]:
    """Return what the rules find in a termbase and its wordings, without what ``settings`` excepts.

    An exception that nothing needs any more is a finding too (IMS320).
    """
    content = Content(termbase, tuple(wordings), settings)
    findings = []
    used = set()
    for code, name, rule in RULES:
        for flaw in rule(content):
            exception = (name, flaw.language, flaw.concept)
            if exception in settings.exceptions:
                used.add(exception)
                continue
            path, line = _place(content, flaw)
            findings.append(Finding(path, line, code, name, f"{flaw.concept}: {flaw.message}"))
    for (name, language, concept), line in settings.exceptions.items():
        if (name, language, concept) not in used:
            message = f"nothing needs the exception from {name} for '{concept}' in {language} any more; remove it"
            findings.append(Finding(settings.path, line, "IMS320", "idle-exception", message))
    return sorted(findings)


def _place(content: Content, flaw: Flaw) -> tuple[str, int]:
    """Return the file and the line where the text of a flaw is written."""
    for wording in content.wordings:
        if wording.language == flaw.language and (flaw.concept, flaw.field) in wording.places:
            return wording.places[flaw.concept, flaw.field]
    entry = content.termbase.concepts[flaw.concept]
    return entry.path, entry.lines.get(flaw.field, entry.lines.get("id", 0))
