"""Languages, ids and relations of an imported termbase, put into an order that our model accepts.

Each function changes the entries in place and says so in their reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ...errors import ExchangeError
from ...languages.profile import profiles
from ...languages.tags import match
from ...termbase.model import RELATIONS
from .identifiers import concept_id, is_id, language_tag, unique
from .imported import ImportedTermbase, ImportedWords, one_line

_INVERSES = {inverse: stated for stated, inverse in RELATIONS.items() if inverse not in RELATIONS}


# --- languages ---


def normalise_languages(imported: ImportedTermbase) -> None:
    """Rename the languages of all entries to tags of ours; two that have the same tag become one."""
    found = {tag: language_tag(tag) for tag in imported.tags()}
    for name in profiles():
        # a file that has one kind of English has English
        kinds = [tag for tag, ours in found.items() if match(ours, (name,))]
        if len({found[kind] for kind in kinds}) == 1:
            found |= dict.fromkeys(kinds, name)
    for tag, ours in found.items():
        if ours != tag:
            imported.changed(f"the language '{tag[:40]}' is '{ours}' here")
        if tag in imported.plurals:
            imported.plurals[ours] = imported.plurals.pop(tag)
    for entry in imported.entries:
        renamed: dict[str, ImportedWords] = {}
        for tag, words in entry.languages.items():
            ours = found[tag]
            words.language = ours
            if ours in renamed:
                _merge(renamed[ours], words)
            else:
                renamed[ours] = words
        entry.languages = renamed


def _merge(words: ImportedWords, others: ImportedWords) -> None:
    """Add what a second section of the same language says."""
    for status in ("preferred", "abbreviation", "plain"):
        term = getattr(others, status)
        if term:
            words.add_term(term if isinstance(term, str) else term.text, status)
    words.admitted += others.admitted
    words.deprecated += others.deprecated
    words.variants += others.variants
    words.lay += others.lay
    words.add_definition(others.definition, literal=False)
    words.add_explanation(others.explanation, literal=False)
    for note in others.notes:
        words.add_note(note, literal=False)


def choose_preferred(words: ImportedWords) -> None:
    """Give a language that has terms, but names none as preferred, its first one."""
    if words.preferred is None and words.admitted:
        words.preferred = words.admitted.pop(0)
        if words.preferred.stated:
            words.entry.changed(f"{words.language} '{words.preferred.text}': preferred here, as no other term is")
    elif words.preferred is None and words.abbreviation:
        text, words.abbreviation = words.abbreviation, ""
        words.add_term(text, "preferred")
        words.entry.changed(f"{words.language} '{text}': the abbreviation is the preferred term, as there is no other")


def source_language(imported: ImportedTermbase, wanted: str | None) -> str:
    counts = Counter(
        language for entry in imported.entries for language, words in entry.languages.items() if words.preferred
    )
    if not counts:
        raise ExchangeError("the file has no concept with a term; is it the right format?")
    if wanted is not None:
        tag = language_tag(wanted)
        if tag not in counts:
            raise ExchangeError(f"the file has no terms in the language '{wanted[:40]}' (it has: {', '.join(counts)})")
        return tag
    if counts["en"] * 2 >= len(imported.entries):
        return "en"
    language = counts.most_common(1)[0][0]
    imported.changed(
        f"the sources (the YAML) are in '{language}', the language with most terms; the others are in catalogs"
    )
    return language


# --- ids and relations ---


def ours_by_foreign_id(imported: ImportedTermbase, language: str) -> dict[str, str]:
    """Return our id of each foreign id; entries with a foreign id that came before get one of their own."""
    ids: dict[str, str] = {}
    taken: set[str] = {entry.id for entry in imported.entries if is_id(entry.id)}
    kept: set[str] = set()
    for number, entry in enumerate(imported.entries, 1):
        foreign = entry.id
        if is_id(foreign) and foreign not in kept:
            kept.add(foreign)
            ids[foreign] = foreign
            continue
        terms = [words.preferred.text for words in entry.languages.values() if words.preferred]
        named = entry.languages.get(language)
        term = named.preferred.text if named and named.preferred else (terms or [""])[0]
        # a second entry with an id that is taken is another concept: its id does not name it
        ours = unique(concept_id("" if foreign in ids else foreign, term), taken)
        taken.add(ours)
        if foreign and foreign not in ids:
            entry.changed(f"the id '{foreign[:80]}' is '{ours}' here")
            ids[foreign] = ours
            continue
        said = f"the id '{foreign[:80]}' is another entry's" if foreign else f"entry {number} of the file has no id"
        entry.changed(f"{said}; this is '{ours}'")
        entry.id = ours
        ids[ours] = ours
    return ids


def resolve_relations(imported: ImportedTermbase, ids: Mapping[str, str]) -> None:
    """Rename the targets of relations; put those without a relation of ours, or without a target, in the notes."""
    entries = {ids[entry.id]: entry for entry in imported.entries}
    obsolete = {ours for ours, entry in entries.items() if entry.replaced_by}
    for ours, entry in entries.items():
        stated = [("broader", entry.broader), *entry.relations.items()]
        entry.broader, entry.relations = [], {}
        for relation, targets in stated:
            for foreign in targets:
                target = ids.get(foreign, "")
                # an obsolete concept has no place among the others, from either side
                if not target or target in obsolete or ours in obsolete:
                    entry.note(one_line(relation), foreign)
                elif target == ours:
                    entry.left_out(f"{relation}: the concept itself")
                elif relation in RELATIONS:
                    entry.relate(relation, target)
                elif relation in _INVERSES:
                    entries[target].relate(_INVERSES[relation], ours)
                else:
                    entry.note(one_line(relation), target)
    for entry in entries.values():
        for relation, targets in entry.relations.items():
            for both in [target for target in targets if target in entry.broader]:
                targets.remove(both)
                entry.left_out(f"{relation}: {both}, which is a broader concept already")
        entry.relations = {relation: targets for relation, targets in entry.relations.items() if targets}
        entry.id = ids[entry.id]


def break_circles(imported: ImportedTermbase) -> None:
    """Remove each ``broader`` that closes a circle."""
    entries = {entry.id: entry for entry in imported.entries}
    done: set[str] = set()
    for start in entries:
        path = {start: None} if start not in done else {}
        stack = [(start, iter(list(entries[start].broader)))] if path else []
        while stack:
            name, broader = stack[-1]
            target = next(broader, None)
            if target is None:
                stack.pop()
                path.pop(name)
                done.add(name)
            elif target in path:
                entries[name].broader.remove(target)
                entries[name].left_out(f"broader: {target}, which would close a circle")
            elif target not in done:
                path[target] = None
                stack.append((target, iter(list(entries[target].broader))))
