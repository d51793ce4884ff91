"""A made-up termbase of any size, the same each time: nouns with all their forms in English, Bokmål and Nynorsk.

Every concept has a definition that refers to two others, an explanation, a broader concept, a relation, a code, an
abbreviation or synonyms now and then, and a deprecated term now and then.
"""

from __future__ import annotations

from random import Random
from typing import Any

from imsterms.catalogs.data import SourceData
from imsterms.catalogs.messages import Translation
from imsterms.catalogs.records import translations_of
from imsterms.languages.english import plural
from imsterms.termbase.model import NOTHING, ConceptEntry, Source, Termbase

FIELDS = tuple(f"field_{number}" for number in range(10))
SYLLABLES = [consonant + vowel for consonant in "bdfghjklmnprstv" for vowel in "aeiouyøå"]
ENDINGS = {
    # gender: article, definite, plural, definite plural
    "nb": (("en", "en", "er", "ene"), ("ei", "a", "er", "ene"), ("et", "et", "", "ene")),
    "nn": (("ein", "en", "ar", "ane"), ("ei", "a", "er", "ene"), ("eit", "et", "", "a")),
}


def generated(concepts: int, *, seed: int = 1) -> SourceData:
    """Return the data of a termbase of ``concepts`` concepts in English, Bokmål and Nynorsk."""
    random = Random(seed)
    entries: dict[str, ConceptEntry] = {}
    catalogs: dict[str, dict[str, Translation]] = {"nb": {}, "nn": {}}
    for number in range(concepts):
        entry = _entry(number, random)
        entries[entry.id] = entry
        gender = random.randrange(3)
        for language, catalog in catalogs.items():
            catalog.update(_translated(entry, language, gender, number, random))
    sources = {f"work_{number}": Source(f"work_{number}", title=f"Work {number}") for number in range(20)}
    return SourceData(Termbase(entries, sources=sources), catalogs, "1.0")


def word(number: int) -> str:
    """Return a pronounceable word that no other number has."""
    syllables = []
    for _ in range(4):
        number, place = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[place])
    return "".join(syllables) + "rnlstm"[number % 6]


def _entry(number: int, random: Random) -> ConceptEntry:
    term = f"{word(number)} {word(number // 50)}"
    synonym = word(number + 3_000_000)
    first, second = (f"concept_{random.randrange(number + 1)}" for _ in range(2))
    return ConceptEntry(
        f"concept_{number}",
        FIELDS[number % len(FIELDS)],
        term=term,
        plural=plural(term) or term,
        abbreviation=f"A{number}" if number % 5 == 0 else NOTHING,
        admitted=(f"{synonym} | {plural(synonym)}",) if number % 3 == 0 else (),
        deprecated=(f"{word(number + 5_000_000)} # not exact",) if number % 4 == 0 else (),
        definition=f'{{{first}}} that is found near {{{second}}}[the plural] & does what "{term}" does <in general>',
        explanation=f"Something that you may notice, such as {word(number + 7)} or {word(number + 8)}. Ask about it.",
        notes=(f"Not the same as {{{first}}}.",) if number % 2 else (),
        broader=(f"concept_{number // 8}",) if number else (),
        relations={"related": (second,)} if second not in (f"concept_{number // 8}", f"concept_{number}") else {},
        codes={"mesh": {"exact": (f"D{number:06}",)}},
        sources=(f"work_{number % 20}",),
        basis="adapted",
        path=f"{FIELDS[number % len(FIELDS)]}.yaml",
    )


def _translated(entry: ConceptEntry, language: str, gender: int, number: int, random: Random) -> dict[str, Translation]:
    article, *endings = ENDINGS[language][gender]
    base = word(number + 1_000_000)
    forms = {"": base, "a": f"{article} {base}"}
    forms |= {name: base + ending for name, ending in zip(("the", "plural", "the plural"), endings, strict=True)}
    other = word(number + 2_000_000)
    terms: dict[str, Any] = {"forms": forms}
    if number % 3 == 0:
        terms["admitted"] = [{"forms": [other, other + endings[0]], "reason": ""}]
    if number % 4 == 0:
        terms["deprecated"] = [{"forms": [word(number + 6_000_000)], "reason": "upresist"}]
    texts = {"definition": entry.definition.replace("that is found near", "som finnes nær")}
    texts["explanation"] = f"Noe du kan merke, slik som {word(number + 9)}. Spør om det når du er hos oss."
    return translations_of(entry, terms, texts, language)
