"""Show a concept.

Example: imsterms show trigger_point --lang nn
"""

import argparse
from collections.abc import Iterator
from textwrap import fill
from typing import Any

from ..errors import UnknownConceptError
from ..lexicon.concept import Concept
from ..lexicon.find import find
from ..lexicon.term import Term
from ..lexicon.text import Text, concept_text
from ..termbase.forms import capitalise
from ..termbase.model import TEXTS
from .options import add_audience, add_glossary, add_json, hint, open_glossary
from .output import print_json, print_note, print_text, terminal_width


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("concept", nargs="+", help="id of a concept (trigger_point), or a term in any form")
    add_glossary(parser)
    add_audience(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    glossary = open_glossary(arguments)
    concepts = []
    replaced = glossary.replaced
    for name in arguments.concept:
        if name in replaced:
            print_note(f"imsterms: '{name}' is obsolete; '{replaced[name]}' replaced it")
            name = replaced[name]
        results = [] if name in glossary else find(glossary, name)
        if not results and name not in glossary and (advice := hint(glossary, name)):
            raise UnknownConceptError(f"there is no concept '{name}'; {advice}")
        concepts += [result.concept for result in results] or [glossary[name]]
    if arguments.json:
        records = [concept.as_dict() for concept in concepts]
        print_json(records[0] if len(records) == 1 else records)
        return 0
    print_text("\n\n".join("\n".join(entry(concept, arguments.audience)) for concept in concepts))
    return 0


def entry(concept: Concept, audience: str = "professional") -> list[str]:
    """Return a concept's entry as lines of text."""
    glossary = concept.glossary
    label = glossary.word
    title = f"{concept} ({concept.abbreviation})" if concept.abbreviation else str(concept)
    lines = [title, "=" * len(title)]
    if not concept.has_term:
        lines.append(f"no term in {glossary.language} yet")

    def add(name: str, text: Any) -> None:
        if text:
            lines.append(_wrapped(f"{name}: {text}"))

    if concept.notice:
        lines.append(concept.notice)
    lines += [_wrapped(str(advice)) for advice in concept.advice]
    lines += [_wrapped(capitalise(label(f"{name}.{fact}"))) for name, fact in concept.facts.items()]
    for field in sorted(TEXTS, key="explanation".__ne__) if audience == "patient" else TEXTS:
        add(label(f"field.{field}"), concept_text(glossary, concept.id, field, strict=False))
    if concept.has_term:
        forms = [form for name, form in concept.term.forms.items() if name in ("a", "the", "plural", "the plural")]
        add(label("field.forms"), ", ".join(forms))
        if concept.term.gender:
            add(label("field.gender"), label(f"gender.{concept.term.gender}"))
    add(label("designation.plain"), ", ".join(concept.plain_forms))
    add(label("designation.admitted"), ", ".join(concept.admitted))
    add(label("designation.lay"), ", ".join(concept.lay))
    add(label("designation.variants"), ", ".join(concept.variants))
    for designation in concept.deprecated:
        add(label("designation.deprecated"), f"{designation} ({designation.reason})")
    for note in concept.notes:
        add(label("field.notes"), note)
    relations = {"broader": concept.broader, **concept.relations}
    for relation, targets in relations.items():
        names = [f"{target.term if target.has_term else '?'} [{target.id}]" for target in targets]
        add(label(f"relation.{relation}"), ", ".join(names))
    add(label("field.subject_field"), label(f"subject_field.{concept.subject_field}"))
    systems = glossary.code_systems
    for system, codes in concept.codes.items():
        mapped = ", ".join(f"{one} ({label(f'match.{how}')})" for how in codes for one in codes[how])
        add(label("field.codes"), f"{systems.get(system, system)}: {mapped}")
    if concept.basis != "unknown":
        add(label("field.basis"), label(f"basis.{concept.basis}"))
    for source in concept.sources:
        add(label("field.sources"), source if source.verified else f"{source} ({label('source.unverified')})")
    if concept.verified:
        add(label("site.verified"), concept.verified[0])
    state = label(f"review.{concept.review}")
    add(label("field.review"), f"{state} {concept.review_date}".rstrip())
    add(label("review.translation"), ", ".join(_reviewed(concept)))
    gaps = ((context, why) for context, why in glossary.gaps.items() if context.partition(".")[0] == concept.id)
    lines += [f"left out: {context}: {why}" for context, why in gaps]
    lines.append(f"id: {concept.id}")
    return lines


def _reviewed(concept: Concept) -> Iterator[str]:
    """Yield which of a concept's words were reviewed in their language, when and by whom."""
    notes = concept.notes[:1]
    words: dict[str, Term | Text | None] = {
        "term": concept.term if concept.has_term else None,
        **{field: concept_text(concept.glossary, concept.id, field, strict=False) for field in TEXTS},
        "notes": notes[0] if notes else None,
    }
    for field, said in words.items():
        if said is not None and said.reviewed:
            date, by = said.reviewed
            yield f"{concept.glossary.word(f'field.{field}')} {date} ({by})"


def _wrapped(text: str) -> str:
    width = terminal_width()
    if not width:
        return text
    return fill(text, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
