"""Termbases made up for a test: from plain descriptions, or by hypothesis with every Unicode trap."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from imsterms.catalogs.data import SourceData
from imsterms.catalogs.messages import Translation
from imsterms.catalogs.words import Words
from imsterms.facade import Glossary, open_glossary
from imsterms.termbase.designation import list_of, parse_designation
from imsterms.termbase.model import (
    LISTS,
    NOTHING,
    PHRASES,
    TEXTS,
    ConceptEntry,
    InterfaceWord,
    Review,
    Source,
    Termbase,
)
from imsterms.termbase.text import escape

TRAPS = [
    "nål",
    "na\u030al",  # a combining ring
    "אבחון",
    "نقطة الزناد",
    "\u202eright to left\u202c",
    "針 & <b>'nadel'</b> \"x\"",
    "{{nothing}} $t(x) }}",
    "🧵💉",
    "back\\slash",
    "@prefix . <> a;",
    "line\nbreak",
    "zero\u200bwidth",
    "'''\"\"\"",
    "=1+1",
    "x" * 5000,
]
LIST_LINES = str.maketrans("|#\n", "/- ")


def made(*concepts: dict[str, Any], language: str = "en", about: dict[str, str] | None = None) -> Glossary:
    """Return a glossary of concepts such as ``{"id": "a", "broader": ["b"], "words": {"en": {"term": "a"}}}``."""
    entries = {}
    catalogs: dict[str, dict[str, Translation]] = {}
    sources = {}
    fields = {}
    for concept in concepts:
        common = {key: value for key, value in concept.items() if key != "words"}
        common.setdefault("subject_field", "things")
        fields[f"subject_field.{common['subject_field']}"] = common["subject_field"]
        for key in ("broader", "sources"):
            common[key] = tuple(common.get(key, ()))
        for source in common["sources"]:
            sources[source] = Source(source, title=f"Title of {source}", author="A. Author", year="1999")
        if "review" in common:
            common["review"] = Review(*common["review"])
        for tag, words in concept.get("words", {}).items():
            record = {
                "term": words["term"],
                "abbreviation": words.get("abbreviation", NOTHING),
                "plain": words.get("plain", NOTHING),
                "admitted": tuple(words.get("admitted", ())),
                "deprecated": tuple(words.get("deprecated", ())),
                "variants": tuple(words.get("variants", ())),
                "definition": escape(words.get("definition", "")),
                "explanation": escape(words.get("explanation", "")),
                "notes": tuple(escape(note) for note in words.get("notes", ())),
            }
            if tag == "en":
                common |= record
            else:
                catalog = catalogs.setdefault(tag, {})
                others = Words(notes=list(record["notes"]))
                for phrase in PHRASES:
                    if record[phrase] != NOTHING:
                        others.phrases[phrase] = record[phrase]
                for name in LISTS:
                    if record.get(name):
                        others.lists[name] = [parse_designation(line) for line in record[name]]
                said = {key: record[key] for key in ("term", *TEXTS)} | {"words": list_of(others.lines())}
                for key, text in said.items():
                    catalog[f"{concept['id']}.{key}"] = Translation((text,))
        entries[concept["id"]] = ConceptEntry(**common)
    interface = {name: InterfaceWord(name, word) for name, word in fields.items()}
    termbase = Termbase(entries, sources=sources, interface=interface, about=about or {})
    return open_glossary(SourceData(termbase, catalogs, "1.0"), language, False, {})


# what a file of ours can hold: no control characters, no lone surrogates, no spaces that lines lose
_letters = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff")
texts = st.one_of(st.sampled_from(TRAPS), st.text(_letters, min_size=1, max_size=40)).map(
    lambda text: " ".join(text.split()).strip("-") or "x"
)
terms = texts.map(lambda text: " ".join(text.translate(LIST_LINES).split())[:400].strip("- ") or "x")
traps = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # what fails is small already
)
"""Settings of a test over generated termbases."""


@st.composite
def termbases(draw: st.DrawFn, languages: tuple[str, ...] = ("en", "nb", "nn")) -> Glossary:
    """Draw a small termbase: designations are distinct in each language, as the check of sources wants them."""
    concepts = []
    for number in range(draw(st.integers(1, 3))):
        words = {}
        for language in languages:
            if language not in ("en", "nb", "nn") and not draw(st.booleans()):
                continue
            used = draw(st.lists(terms, min_size=6, max_size=6, unique_by=str.casefold))
            words[language] = {
                "term": used[0],
                "abbreviation": used[1],
                "admitted": [used[2]],
                "deprecated": [f"{used[3]} # {draw(terms)}"],
                "variants": [used[4]],
                "plain": used[5],
                "definition": draw(texts),
                "explanation": draw(texts),
                "notes": draw(st.lists(terms, max_size=2, unique=True)),
            }
        concepts.append(
            {
                "id": f"concept_{number}",
                "broader": ["concept_0"] if number else [],
                "subject_field": draw(st.sampled_from(("methods", "safety", "people_and_rules"))),
                "words": words,
                "codes": {"mesh": {"exact": ("D000001",)}, "icd-10": {"broad": ("M79.1",)}},
            }
        )
    return made(*concepts)


def unescaped(text: str) -> str:
    """Return a text of an imported entry without our syntax."""
    return text.replace("{{", "{").replace("}}", "}")
