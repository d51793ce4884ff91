"""Hunspell spelling dictionaries: every word of every form, so that word processors stop underlining them.

A ZIP archive with three files for each language: ``imsterms_nb.dic`` and ``imsterms_nb.aff`` make a dictionary that is
used beside the language's own (``hunspell -d nb_NO,imsterms_nb``), ``imsterms_nb.txt`` is the plain list of words, one
a line, for programs that import such lists. Deprecated terms are not in it: a spelling checker should underline them.
"""

import unicodedata
from collections.abc import Iterator

from ...facade import Glossary
from ...lexicon.concept import Concept
from ..package import Package, archived
from ..sections import glossaries, language_sections

WHAT_IS_LOST = (
    "everything but the words of the terms in their forms; deprecated terms; words longer than 100 letters, which are "
    "named when they are left out"
)
LONGEST = 100
"""The longest word that hunspell looks up, in bytes and letters."""

_APOSTROPHE = "'"  # the dictionary's rules say that the curved one is the same


def files(glossary: Glossary) -> Package:
    """Return three files for each language."""
    package = Package()
    for language, known in words_by_language(glossary, package.left_out).items():
        locale = language.replace("-", "_")
        package.files[f"imsterms_{locale}.dic"] = _lines(str(len(known)), *known)
        # no affixes, but what letters there are and what is taken for an apostrophe
        other = sorted({one for word in known for one in word if unicodedata.category(one)[0] != "L"} - {"-", "'"})
        rules = ("SET UTF-8", f"LANG {locale}", f"WORDCHARS {''.join(other)}-'’", "ICONV 1", "ICONV ’ '")
        package.files[f"imsterms_{locale}.aff"] = _lines(*rules)
        package.files[f"imsterms_{locale}.txt"] = _lines(*known)
    return package


write = archived(files)


def words_by_language(glossary: Glossary, left_out: list[str]) -> dict[str, list[str]]:
    """Return the words of each language in order; those that are too long are named in ``left_out``."""
    languages = glossaries(glossary)
    found: dict[str, dict[str, None]] = {language: {} for language in languages}
    for concept_id in glossary.structure["concepts"]:
        for words in language_sections(concept_id, languages):
            for phrase in _phrases(words):
                found[words.language].update(dict.fromkeys(words_of(phrase)))
    for language, listed in found.items():
        for word in listed:
            if len(word.encode()) > LONGEST:
                left_out.append(f"The word '{word[:40]}...' ({language}) is left out: hunspell reads no longer ones.")
    return {
        language: sorted(word for word in listed if len(word.encode()) <= LONGEST) for language, listed in found.items()
    }


def _phrases(words: Concept) -> Iterator[str]:
    """Yield every form of every designation that may be used."""
    yield from words.term.forms.values()
    for designation in (*words.admitted, *words.lay):
        yield from designation.forms.values()
    yield from words.variants


def words_of(phrase: str) -> Iterator[str]:
    """Yield the words of a phrase as a spelling checker sees them: whole, and in the pieces around hyphens.

    >>> list(words_of("den (intramuskulære) IMS-behandlingens"))
    ['den', 'intramuskulære', 'IMS-behandlingens', 'IMS', 'behandlingens']
    """
    text = unicodedata.normalize("NFC", phrase).replace("’", _APOSTROPHE)
    spaced = "".join(one if _is_letter(one) or one in "-'" else " " for one in text)
    for found in spaced.split():
        word = found.strip("-")
        pieces = [piece for piece in word.split("-") if piece]
        for one in dict.fromkeys((word, *pieces)):
            if not one.startswith(_APOSTROPHE) and any(unicodedata.category(letter)[0] == "L" for letter in one):
                yield one


def _is_letter(one: str) -> bool:
    # marks are part of the letter before them, joiners of the word
    return unicodedata.category(one) in _LETTERS or one in "\u200c\u200d"


_LETTERS = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"}


def _lines(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
