"""IMS503 and IMS504: a compound written in several words, and a hyphen that is missing: "IMS behandling"."""

import re
from collections.abc import Iterator

from ....languages.tags import SOURCE
from ....lexicon.designation import ABBREVIATION, DEPRECATED
from ....recognition.match import Match
from ....termbase.forms import parse_form
from ...content import Translated
from ...rule import Problem, rule
from ...sentence import WORD
from ..page import Page, Passage
from ..spelling import any_of, respelt


@rule("IMS503", "split-compound", "text", translations=True)
def split_compound(page: Page) -> Iterator[Problem]:
    for passage in page.suspects:
        for match in passage.split:
            if match.status == DEPRECATED or match.text.split()[0].endswith(page.words.separate_endings):
                continue  # reported as that, or two words by right
            right = respelt(match, page.profile)
            if right is None:
                message = f"split compound: '{match.text}' is a form of '{match.designation}', written as that is"
                yield passage.problem(match.start, match.end, message, concept=match.concept.id)
            elif "-" not in right:
                message = f"split compound in '{match.text}'; write '{right}'"
                sure = passage.sure(match)
                yield passage.problem(match.start, match.end, message, right, match.concept.id, sure)


@rule("IMS503", "split-compound", "message", "text", "notes", sign=r"\{")
def split_reference(message: Translated) -> Iterator[Problem]:
    """Find references that a compound is made with in a wrong way."""
    if message.wording.profile.compound != "joined":
        return
    for text in message.sentences:
        for reference, after in text.followed():
            form = parse_form(reference.form)[0]
            word = WORD.match(after)
            if form == "compound" and not re.match(r"\w|-", after):
                yield message.problem(
                    f"{reference} is the first part of a compound; its second part follows without a space"
                )
            elif form == "" and word and reference.name in message.wording.terms:
                right = f"{{{reference.name}}}" + ("[genitive]" if word[0] == "s" else f"[compound]{word[0]}")
                yield message.problem(f"'{reference}{word[0]}' glues a word to a term; write '{right}'")


@rule("IMS504", "missing-hyphen", "text", translations=True)
def missing_hyphen(page: Page) -> Iterator[Problem]:
    joint = page.profile.abbreviation_joint
    glued = _glued(page) if joint else None
    for passage in page.suspects:
        for match in passage.split:
            right = respelt(match, page.profile)
            if right is not None and "-" in right:
                yield _problem(passage, match.start, match.end, right, match.concept.id)
        for match in passage.matches if joint else ():
            if _takes_hyphen(page, match):
                yield from _before_noun(page, passage, match)
    if glued is None:
        return
    for passage in page.holding(lambda text: map(re.Match.span, glued.finditer(text))):
        for word in glued.finditer(passage.text):
            if not passage.text[word.start() - 1 : word.start()].isalnum():  # a pattern that looks behind is slow
                yield _problem(passage, word.start(), word.end(), f"{word[1]}{joint}{word[2]}", None)


def _before_noun(page: Page, passage: Passage, match: Match) -> Iterator[Problem]:
    """Find a noun after an abbreviation that should be joined to it."""
    after = passage.after(match.end)
    if after is None or "\n" in passage.text[match.end : after.start()]:
        return
    if any_of(page.words.joined_nouns).fullmatch(after[0]):
        right = f"{match.text}{page.profile.abbreviation_joint}{after[0]}"
        yield _problem(passage, match.start, after.end(), right, match.concept.id)


def _takes_hyphen(page: Page, match: Match) -> bool:
    """Return whether a noun after a match is joined to it with a hyphen: an abbreviation, or English words."""
    if match.designation.field == ABBREVIATION:
        return match.text == match.designation
    if " " not in match.designation or match.text.casefold() != match.designation.casefold():
        return False
    if SOURCE not in page.glossary.languages:
        return False
    english = match.concept.in_language(SOURCE)
    return any(match.designation.casefold() == one.casefold() for one in english.designations)


def _glued(page: Page) -> re.Pattern[str] | None:
    """Return the pattern of an abbreviation with an ending or a noun right after it, made once for a glossary."""
    return page.glossary.once("glued", lambda: _pattern_of_glued(page))


def _pattern_of_glued(page: Page) -> re.Pattern[str] | None:
    known = {concept.abbreviation for concept in page.glossary.values() if concept.has_term and concept.abbreviation}
    capitals = sorted(word for word in known if word and word.isupper() and len(word) > 2)
    if not capitals:
        return None
    own = page.profile.abbreviation_endings
    endings = [ending.lstrip("-") for name in ("the", "the genitive") for ending in own.get(name, ())]
    tails = [*page.words.joined_nouns, *(re.escape(ending) for ending in endings if len(ending) > 1)]
    # a set of letters comes first: what none of them begins is passed over fast
    first = "".join(sorted({word[0] for word in capitals}))
    rest = "|".join(rf"(?<={word[0]}){re.escape(word[1:])}" for word in capitals)
    return re.compile(rf"([{first}](?:{rest}))({'|'.join(tails) or '(?!)'})(?!\w)")


def _problem(passage: Passage, start: int, end: int, right: str, concept: str | None) -> Problem:
    message = f"a hyphen is missing in '{passage.text[start:end]}'; write '{right}'"
    return passage.problem(start, end, message, right, concept)


@rule("IMS504", "missing-hyphen", "message", "text", "notes", sign=r"\{")
def hyphen_after_reference(message: Translated) -> Iterator[Problem]:
    """Find abbreviations by reference that the next word is joined to without a hyphen."""
    joint = message.wording.profile.abbreviation_joint
    heads = any_of(message.wording.words.joined_nouns)
    for text in message.sentences if joint else ():
        for reference, after in text.followed():
            word = WORD.match(after.removeprefix(" "))
            if parse_form(reference.form)[0] != "short" or word is None:
                continue
            if not after.startswith(" ") or heads.fullmatch(word[0]):
                right = f"{reference}{joint}{word[0]}"
                yield message.problem(f"a hyphen joins an abbreviation to the next word; write '{right}'")
