"""How hard a text is to read, by two old measures: LIX for Norwegian, Flesch-Kincaid for English."""

import re
from functools import cache

from ..languages.data import read_data

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")


def words(text: str) -> list[str]:
    """Return the words of a text; a compound with a hyphen is one.

    >>> words("Nåla er 0,3 mm; bruk IMS-nål.")
    ['Nåla', 'er', 'mm', 'bruk', 'IMS-nål']
    """
    return _WORD.findall(text)


def sentences(text: str, closing: str = ".?!") -> int:
    """Return how many sentences a text has; ``closing`` are the marks that end one in its language.

    >>> sentences("Stå stille. Si fra, f.eks. med hånden"), sentences(""), sentences("痛い。動かない。", "。？！")
    (2, 0, 2)
    """
    if not text.strip():
        return 0
    # marks of other scripts need no space after them
    text = text.translate({ord(mark): ". " for mark in closing if not mark.isascii() and mark != "…"})
    rest = _abbreviations().sub("", text)
    return max(1, len(_SENTENCE_END.findall(rest)) + (not rest.rstrip().endswith((".", "!", "?"))))


@cache
def _abbreviations() -> re.Pattern[str]:
    """Return the pattern of what has a full stop and ends no sentence, in any language."""
    words = {word for entries in read_data("words").values() for word in entries.get("with_full_stop", ())}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\.")


def lix(text: str) -> float:
    """Return the LIX of a text (Björnsson 1968): words per sentence, plus the percentage of words over six letters.

    >>> round(lix("Nåla går inn i muskelen. Du kan kjenne et stikk."), 1)
    15.0
    """
    found = words(text)
    if not found:
        return 0.0
    return len(found) / sentences(text) + 100 * sum(len(word) > 6 for word in found) / len(found)


def flesch_kincaid(text: str) -> float:
    """Return the Flesch-Kincaid grade of an English text (Kincaid 1975).

    >>> round(flesch_kincaid("The needle goes into the muscle. You may feel a prick."), 1)
    1.6
    """
    found = words(text)
    if not found:
        return 0.0
    return 0.39 * len(found) / sentences(text) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


def syllables(word: str) -> int:
    """Return how many syllables an English word has, by its spelling.

    >>> [syllables(word) for word in ("muscle", "needle", "treated", "moved", "area", "pain")]
    [2, 2, 2, 1, 3, 1]
    """
    word = word.lower().replace("'s", "").replace("’s", "")
    count = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouy]e$", word) and not re.search(r"[^aeiouy]le$", word):
        count -= 1  # a silent e: "made", but not "muscle"
    elif re.search(r"[^aeiouytd]ed$", word) or re.search(r"[^aeiouyscgxz]es$|[^aeiouysc](?<!sh)(?<!ch)es$", word):
        count -= not word.endswith(("les", "led"))  # "moved", "makes", but not "treated", "muscles"
    # two vowels that are said one by one: "area", "radius", "diet"
    count += len(
        re.findall(r"ea(?=$|s$)|i[ou](?=[a-z])(?<!tio)(?<!sio)(?<!xio)(?<!gio)(?<!ciou)|ia(?=[a-z])|ie[t]", word)
    )
    return max(1, count)
