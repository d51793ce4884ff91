"""The message ``<concept>.words``: everything that a language has besides the forms that it is asked for.

One ``name: word`` a line; a single ``-`` says that there is nothing besides, and an empty message has no answer yet::

    short: TrP
    also: myofascielt triggerpunkt | det myofascielle triggerpunktet
    not: muskelknute | muskelknuten # folkelig ord, ikke et funn
    compound: triggerpunkt
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from ..errors import nearest
from ..languages.profile import profile
from ..termbase.designation import designation_fault, parse_designation, parse_named, write_designation, write_named
from ..termbase.forms import FORMS
from ..termbase.model import NOTHING, TEXTS
from ..termbase.records import DesignationRecord, ListField, PhraseField

PHRASE_NAMES: Mapping[str, PhraseField] = {"short": "abbreviation", "plain": "plain"}
LIST_NAMES: Mapping[str, ListField] = {
    "also": "admitted",
    "variant": "variants",
    "lay": "lay",
    "not": "deprecated",
}
NOTE, GENDER = "note", "gender"
GENDERS = ("masculine", "feminine", "neuter", "common")

_DASHES = frozenset({NOTHING, "'-", "–", "—", "−", "none"})
_FORM_NAMES = tuple(name for name in FORMS if name not in ("", "plain", "full", "the full", "short"))


def is_nothing(text: str) -> bool:
    """Return whether a message says that there is nothing: ``-``, or what typists and spreadsheets make of it.

    >>> is_nothing("–"), is_nothing("'-"), is_nothing("")
    (True, True, False)
    """
    return text.strip() in _DASHES


@dataclass(slots=True)
class Words:
    """What a language has besides. A phrase or a form is None, and a list empty, where the language says ``-``."""

    phrases: dict[PhraseField, str | None] = field(default_factory=dict)
    lists: dict[ListField, list[DesignationRecord]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """A definition or an explanation that the English does not have."""
    forms: dict[str, str | None] = field(default_factory=dict)
    gender: str = ""
    faults: list[str] = field(default_factory=list)
    """What is wrong with the lines, a sentence each; a line that cannot be understood is left out."""

    def lines(self) -> Iterator[str]:
        """Yield the lines that ``read_words`` reads as these words."""
        for name, phrase in PHRASE_NAMES.items():
            if phrase in self.phrases:
                yield write_named(name, self.phrases[phrase])
        for name, listed in LIST_NAMES.items():
            if listed in self.lists:
                for line in map(write_designation, self.lists[listed]) if self.lists[listed] else [NOTHING]:
                    yield write_named(name, line)
        for note in self.notes:
            yield write_named(NOTE, note)
        for text in TEXTS:
            if text in self.texts:
                yield write_named(text, " ".join(self.texts[text].split()))
        for form, word in self.forms.items():
            yield write_named(form, word)
        if self.gender:
            yield write_named(GENDER, self.gender)


def form_names(language: str) -> tuple[str, ...]:
    """Return the names of forms that a line may have.

    >>> form_names("pl")[-2:]
    ('vocative', 'plural vocative')
    """
    return tuple(dict.fromkeys((*_FORM_NAMES, *profile(language).case_forms)))


def offered_names(language: str) -> tuple[str, ...]:
    """Return the names that a translator is told of, those of forms last.

    >>> offered_names("nb")
    ('short', 'plain', 'also', 'variant', 'lay', 'not', 'note', 'compound', 'genitive')
    """
    stated = profile(language)
    compound = ("compound",) if stated.compound else ()
    genitive = ("genitive",) if stated.has_genitive and "genitive" not in stated.cases else ()
    gender = (GENDER,) if stated.definite and not stated.indefinite_articles else ()
    return (*PHRASE_NAMES, *LIST_NAMES, NOTE, *compound, *genitive, *gender, *stated.cases)


def read_words(text: str, language: str) -> Words:
    """Return what the lines of a message say.

    >>> words = read_words("short: TrP\\nnot: muskelknute # folkelig ord\\ncompound: -", "nb")
    >>> words.phrases, words.lists["deprecated"], words.forms
    ({'abbreviation': 'TrP'}, [{'forms': ['muskelknute'], 'reason': 'folkelig ord'}], {'compound': None})
    >>> read_words("shrt: TrP", "nb").faults
    ["there is no name 'shrt'; did you mean 'short'?"]
    """
    words = Words()
    if is_nothing(text):
        words.phrases = dict.fromkeys(PHRASE_NAMES.values())
        words.lists = {name: [] for name in LIST_NAMES.values()}
        return words
    for line in filter(None, map(str.strip, text.split("\n"))):
        name, written = parse_named(line)
        if name in LIST_NAMES:
            listed = words.lists.setdefault(LIST_NAMES[name], [])
            if written != NOTHING:
                listed.append(parse_designation(written))
        elif name in PHRASE_NAMES:
            words.phrases[PHRASE_NAMES[name]] = None if written == NOTHING else written
        elif name == NOTE:
            words.notes.append(written)
        elif name == GENDER:
            words.gender = written
        elif name in TEXTS:
            words.texts[name] = written
        elif name in form_names(language):
            words.forms[name] = None if written == NOTHING else written
        words.faults += _faults(line, name, written, language)
    return words


@cache
def _inside(language: str) -> re.Pattern[str]:
    """Return what finds a name of a line inside another: lines that an editor joined."""
    return re.compile(rf" ((?:{'|'.join(offered_names(language))}):) ")


def _faults(line: str, name: str, written: str, language: str) -> Iterator[str]:
    """Yield what is wrong with one line."""
    if written != NOTHING and written in _DASHES:
        yield f"'{line}': a hyphen says that there is nothing; write '{name}: -', or remove the line"
    elif name not in (NOTE, *TEXTS) and (inside := _inside(language).search(written)):
        yield f"'{inside[1]}' in the line '{line[:60]}'; each name begins a new line"
    elif not name:
        yield f"'{line[:60]}' is not 'name: word'; the names are {', '.join(offered_names(language))}"
    elif name in LIST_NAMES:
        if written != NOTHING:
            if fault := designation_fault(written):
                yield fault
            elif name != "not" and parse_designation(written)["reason"]:
                yield f"'{line}': only a word after 'not' has a reason; write a note on a line 'note: ...'"
    elif name == GENDER:
        if written not in GENDERS:
            yield f"'{written}' is not a gender; write {', '.join(GENDERS)}"
    elif name not in (*PHRASE_NAMES, NOTE, *TEXTS, *form_names(language)):
        offered = offered_names(language)
        hint = nearest(name, (*offered, *form_names(language))) or f"; the names are {', '.join(offered)}"
        yield f"there is no name '{name[:40]}'{hint}"
