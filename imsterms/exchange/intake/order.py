"""Languages, ids and relations of an imported termbase, put into an order that our model accepts.

Each function changes the entries in place and says so in their reports.
"""

from collections import Counter
from collections.abc import Mapping

from ...errors import ExchangeError
from ...languages.named import UNDETERMINED, language_tag
from ...languages.profile import profile, profiles
from ...languages.tags import SOURCE, match
from ...termbase.model import RELATIONS
from .identifiers import concept_id, is_id, unique
from .imported import ImportedTermbase, ImportedWords, one_line
from .report import NEW_ID, counted

_INVERSES = {inverse: stated for stated, inverse in RELATIONS.items() if inverse not in RELATIONS}


# --- languages ---


def named_language(tag: str) -> str:
    """Return a language that a person names, as a tag of ours. Raises ExchangeError where it is none."""
    language = language_tag(tag)
    if language == UNDETERMINED:
        raise ExchangeError(f"'{tag[:40]}' is not a language tag; write one such as nb or en")
    return language


def normalise_languages(imported: ImportedTermbase, unstated: str | None = None) -> None:
    """Rename the languages of all entries to tags of ours; two that have the same tag become one.

    ``unstated`` is the language of words of which the file does not say it. Raises ExchangeError where it is none.
    """
    other = named_language(unstated) if unstated else language_tag(imported.language)
    found = {tag: language_tag(tag) for tag in imported.tags()}
    for name in profiles():
        # a file that has one kind of English has English; Bokmål and Nynorsk are of one country
        kinds = [tag for tag, ours in found.items() if match(ours, (name,))]
        if len({found[kind] for kind in kinds}) == 1 or profile(name).macrolanguage:
            found |= dict.fromkeys(kinds, name)
    for tag, ours in found.items():
        if ours == UNDETERMINED and tag in ("", UNDETERMINED):
            found[tag] = other
            number = sum(tag in entry.languages for entry in imported.entries)
            if other == UNDETERMINED:
                imported.assumed(
                    f"no language: the file does not say it of {counted(number, 'concept')}, whose words are 'und' "
                    "here; --language TAG names it"
                )
            elif not unstated:
                imported.assumed(
                    f"the language {other}, the document's own, for the words of {counted(number, 'concept')}"
                )
        elif ours == UNDETERMINED:
            imported.assumed(f"no language for '{tag[:40]}', which is not a language tag: 'und' here")
        elif ours != tag:
            imported.changed(f"the language '{tag[:40]}' is '{ours}' here")
    for entry in imported.entries:
        renamed: dict[str, ImportedWords] = {}
        for tag, words in entry.languages.items():
            ours = words.language = found[tag]
            if ours in renamed:
                renamed[ours].merge(words)
            else:
                renamed[ours] = words
        entry.languages = renamed


def source_language(imported: ImportedTermbase, wanted: str | None) -> str:
    """Return the language of the sources: the wanted one, English where the file has enough, else the commonest."""
    counts = Counter(
        language
        for entry in imported.entries
        for language, words in entry.languages.items()
        if words.preferred or words.deprecated
    )
    if not counts:
        raise ExchangeError("the file has no concept with a term; is it the right format?")
    if wanted is not None:
        tag = language_tag(wanted)
        if tag not in counts:
            raise ExchangeError(
                f"the file has no terms in the language '{wanted[:40]}' (it has: {', '.join(counts)}); "
                "--language says which language the words are in that name none"
            )
        return tag
    if counts[SOURCE] * 2 >= len(imported.entries):
        return SOURCE
    language = counts.most_common(1)[0][0]
    imported.assumed(
        f"'{language}' for the sources (the YAML), the language with most terms; the others are in catalogs"
    )
    return language


# --- ids and relations ---


def ours_by_foreign_id(imported: ImportedTermbase, language: str) -> dict[str, str]:
    """Return our id of each foreign id; entries with a foreign id that came before get one of their own.

    An id of ours that is not the foreign one is remembered with the origin.
    """
    ids: dict[str, str] = {}
    taken: set[str] = {entry.id for entry in imported.entries if is_id(entry.id)}
    kept: set[str] = set()
    numbers: dict[str, int] = {}
    for number, entry in enumerate(imported.entries, 1):
        foreign = entry.id
        if entry.iri:
            if entry.iri != imported.about.get("namespace", "") + foreign or not is_id(foreign):
                entry.origin = {"id": [entry.iri], **entry.origin}
        elif one_line(foreign) and (not is_id(foreign) or foreign in kept) and not foreign.startswith("_:"):
            entry.origin = {"id": [one_line(foreign)], **entry.origin}
        if is_id(foreign) and foreign not in kept:
            kept.add(foreign)
            ids[foreign] = foreign
            continue
        terms = {tag: words.preferred.text for tag, words in entry.languages.items() if words.preferred}
        term = terms.get(language) or next(iter(terms.values()), "")
        # a second entry with an id that is taken is another concept: its id does not name it
        ours = unique(concept_id("" if foreign in ids else foreign, term), taken, numbers)
        taken.add(ours)
        if foreign and foreign not in ids:
            entry.say(NEW_ID, f"the id '{foreign[:80]}' is '{ours}' here", "ids of the file that cannot be ids here")
            ids[foreign] = ours
            continue
        if foreign:
            entry.say(NEW_ID, f"the id '{foreign[:80]}' is another entry's; this is '{ours}'", "ids of two entries")
        else:
            entry.say(NEW_ID, f"entry {number} of the file has no id; this is '{ours}'", "entries without an id")
        entry.id = ours
        ids[ours] = ours
    return ids


def resolve_relations(imported: ImportedTermbase, ids: Mapping[str, str]) -> None:
    """Rename the targets of relations; keep what is not a relation of ours, or leads nowhere, with the origin."""
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
                    entry.keep(relation, foreign)
                elif target == ours:
                    entry.left_out(f"{relation}: the concept itself", "relations of a concept to itself")
                elif relation in RELATIONS:
                    entry.relate(relation, target)
                elif relation in _INVERSES:
                    entries[target].relate(_INVERSES[relation], ours)
                else:
                    entry.keep(relation, target)
    for entry in entries.values():
        for relation, targets in entry.relations.items():
            for both in [target for target in targets if target in entry.broader]:
                targets.remove(both)
                entry.left_out(f"{relation}: {both}, which is a broader concept already", "a relation said twice")
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
                entries[name].left_out(f"broader: {target}, which would close a circle", "circles of broader concepts")
            elif target not in done:
                path[target] = None
                stack.append((target, iter(list(entries[target].broader))))
