"""Whether a word before a reference would break if the term changed its gender or number."""

from __future__ import annotations

from collections.abc import Iterator

from ...termbase.forms import parse_form
from ...termbase.text import Reference
from .norwegian import ADJECTIVES, DEFINITE, INDEFINITE, INFLECTED, PLURAL
from .rule import sentence_rule
from .subject import WORD, Checked, Sentence, Subject


@sentence_rule("IMS419", "agreement-before-reference")
def agreement_before_reference(one: Sentence, checked: Checked, subject: Subject) -> Iterator[str]:
    articles = INDEFINITE.get(subject.language)
    if not articles:
        return
    pieces = one.pieces
    for place, reference in enumerate(pieces):
        before = pieces[place - 1] if place else ""
        if not isinstance(reference, Reference) or isinstance(before, Reference) or not before.endswith(" "):
            continue
        after = pieces[place + 1] if place + 1 < len(pieces) else ""
        form = parse_form(reference.form)[0]
        if form == "compound" or (isinstance(after, str) and (after[:1] == "-" or after[:1].isalpha())):
            continue  # the word agrees with what follows the reference, which is written out
        words = _last_words(before)
        found = _agreeing(words, form, subject)
        if found:
            yield (
                f"'{found} {reference}' breaks when the term changes; let the form carry it "
                f"('{{{reference.name}}}[a]', '[the]'), or write the words out"
            )


def _last_words(text: str) -> list[str]:
    """Return the words directly before the end of a text, with only spaces between them, in lower case."""
    tail = text.rstrip(" ")[-80:]
    words: list[str] = []
    end = len(tail)
    for match in reversed(list(WORD.finditer(tail))):
        if tail[match.end() : end].strip(" ") or len(words) == 3:
            break
        words.insert(0, match[0].lower())
        end = match.start()
    return words


def _agreeing(words: list[str], form: str, subject: Subject) -> str:
    """Return the words that agree with the reference after them, or nothing."""
    last = words[-1] if words else ""
    articles = INDEFINITE[subject.language]
    definite = (*DEFINITE, PLURAL[subject.language])
    if last in articles or (last in definite and form.startswith("the")):
        return last
    inflected = INFLECTED[subject.language]
    for length in (2, 3):
        phrase = words[-length:]
        adjectives = [word in inflected or bool(ADJECTIVES.search(word)) for word in phrase[1:]]
        if len(phrase) == length and phrase[0] in articles and all(adjectives):
            return " ".join(phrase)
    return last if last in inflected or last in subject.inflected_adjectives else ""


RULES = (agreement_before_reference,)
