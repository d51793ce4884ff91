"""Whether a word before a reference would break if the term changed its gender or number."""

from __future__ import annotations

from collections.abc import Iterator

from ...termbase.forms import parse_form
from ...termbase.text import Reference
from ..content import Translated, Wording
from ..rule import Problem, rule
from ..sentence import WORD


@rule("IMS419", "agreement-before-reference", "message", "text", "notes", sign=r"\{")
def agreement_before_reference(message: Translated) -> Iterator[Problem]:
    if not message.wording.profile.indefinite_articles or not message.wording.profile.agreeing_words:
        return
    for sentence in message.sentences:
        pieces = ("", *sentence.pieces, "")
        for before, reference, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
            if not isinstance(reference, Reference) or isinstance(before, Reference) or not before.endswith(" "):
                continue
            form = parse_form(reference.form)[0]
            if form == "compound" or (isinstance(after, str) and (after[:1] == "-" or after[:1].isalpha())):
                continue  # the word agrees with what follows the reference, which is written out
            words = _agreeing(_last_words(before), form, message.wording)
            if words:
                yield message.problem(
                    f"'{words} {reference}' breaks when the term changes; let the form carry it "
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


def _agreeing(words: list[str], form: str, wording: Wording) -> str:
    """Return the words that agree with the reference after them, or nothing."""
    profile = wording.profile
    last = words[-1] if words else ""
    if last in profile.indefinite_articles or (last in profile.definite_articles and form.startswith("the")):
        return last
    for length in (2, 3):
        phrase = words[-length:]
        adjectives = [word in profile.agreeing_words or word.endswith(profile.adjective_endings) for word in phrase[1:]]
        if len(phrase) == length and phrase[0] in profile.indefinite_articles and all(adjectives):
            return " ".join(phrase)
    return last if last in profile.agreeing_words or last in wording.inflected_adjectives else ""
