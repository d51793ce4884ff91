"""The right term in the grammatical form of the wrong one, with what has to agree with it.

«muskelknutene» becomes «triggerpunktene», «en muskelknute» becomes «et triggerpunkt». Where an adjective or a
determiner that stays would have to change too, or the form is not clear, there is no suggestion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...errors import ImstermsError
from ...lexicon.concept import Designation
from ...recognition.surfaces import is_abbreviation
from ...termbase.forms import capitalise
from ..rule import Problem
from .page import Passage, Word

if TYPE_CHECKING:
    from ...languages.profile import Profile
    from ...lexicon.term import Term
    from ...recognition.annotate import Match


class Replacement(NamedTuple):
    """What to put in place of a span."""

    start: int
    end: int
    text: str


PLURAL = "plural"
"""What a definite article has in place of a gender where it is that of the plural."""

REACH = 3
"""How many words before a noun may belong to it."""


def suggest(passage: Passage, match: Match, term: Term | Designation) -> Replacement | None:
    """Return what to write instead of a match for it to be ``term``; None where that is not clear."""
    designation = match.designation
    own = passage.page.profile
    if is_abbreviation(designation):
        return _abbreviation(match, term, own)
    names = _names(passage, match)
    wanted = {_form(term, name, own) for name in names}
    if len(wanted) != 1 or None in wanted:
        return None
    full = wanted.pop()
    assert full is not None
    name = names[0]
    replacement: Replacement | None = Replacement(match.start, match.end, full)
    if own.definite == "ending":
        replacement = _agreeing(passage, match, term, full, name)
    elif own.indefinite_articles and not any(own.indefinite_articles.values()):
        replacement = _with_article(passage, match, term, full)
    if replacement is None:
        return None
    written = passage.text[replacement.start : replacement.end]
    text = replacement.text
    if sum(letter.isalpha() for letter in written) > 1 and written == written.upper() != written.lower():
        text = text.upper()
    elif written[:1].isupper() and (replacement.start < match.start or not designation[:1].isupper()):
        text = capitalise(text)
    return replacement._replace(text=text)


def _form(term: Term | Designation, name: str, own: Profile) -> str | None:
    if isinstance(term, Designation):
        base = name.removesuffix("genitive").strip()
        form = term.forms.get(base)
        return own.genitive(form) if form and base != name else form
    try:
        return term.form(name)
    except ImstermsError:
        return None


def _names(passage: Passage, match: Match) -> list[str]:
    """Return the names of the forms that a match may be in, as few as what is before it leaves."""
    own = passage.page.profile
    names = list(match.forms)
    first, _, rest = match.designation.partition(" ")
    if rest and own.definite == "ending" and first.lower() in own.definite_articles:
        # a designation that is listed in its definite form alone: "det korte muskelsyndromet"
        definite = "the plural" if PLURAL in own.definite_articles[first.lower()] else "the"
        names = [name or definite for name in names]
    if len(names) > 1:
        before = next(passage.before(match.start), None)
        word = before.text.lower() if before else ""
        if word in own.indefinite_articles:
            names = [name for name in names if "plural" not in name] or names
        elif word in passage.page.words.before_plural or word.isdecimal() and word != "1":
            names = [name for name in names if "plural" in name] or names
    return names


def _abbreviation(match: Match, term: Term | Designation, own: Profile) -> Replacement | None:
    """Return the right abbreviation with the ending of the wrong one; its grammatical form does not show."""
    right = _form(term, "short", own)
    wrong = str(match.designation)
    if right is None or not match.text.startswith(wrong):
        return None
    return Replacement(match.start, match.end, right + match.text[len(wrong) :])


def _with_article(passage: Passage, match: Match, term: Term | Designation, full: str) -> Replacement | None:
    """Return a term with the indefinite article that its sound asks for, where one is before the match."""
    own = passage.page.profile
    before = next(passage.before(match.start), None)
    if before is None or before.text.lower() not in own.indefinite_articles:
        return Replacement(match.start, match.end, full)
    with_article = _form(term, "a", own)
    if with_article is None or full != term:
        return None
    article = with_article.split(" ", 1)[0]
    if article == before.text.lower():
        return Replacement(match.start, match.end, full)
    return Replacement(before.start, match.end, with_article)


def _agreeing(passage: Passage, match: Match, term: Term | Designation, full: str, name: str) -> Replacement | None:
    """Return a term with the article that goes with its gender; None where another word would have to agree."""
    own, words = passage.page.profile, passage.page.words
    core = own.without_article(full) if name.startswith("the") else full
    before = _belonging(passage, match)
    nearest = before[0].text.lower() if before else ""
    alone = Replacement(match.start, match.end, core)
    if "plural" in name:
        agrees = True
    else:
        agrees = _same_gender(match, term, own)
        if not agrees and _agreement_after(passage, match):
            return None
    if name.startswith("the"):
        if nearest in own.definite_articles:
            return _after_article(match, term, full, core, name, before[0], own)
        if any(word.text.lower() in words.gendered for word in before):
            # "den store muskelknuten", "denne muskelknuten"
            return alone if agrees else None
        # the right term may need an article of its own: "tenderpointet" -> "det ømme punktet"
        return alone if nearest in words.before_plural else Replacement(match.start, match.end, full)
    if "plural" not in name and nearest in own.indefinite_articles:
        with_article = None if name else _form(term, "a", own)
        if with_article is None:
            return alone if agrees else None
        if with_article.split(" ", 1)[0] == nearest:
            return alone
        return Replacement(before[0].start, match.end, with_article)
    # a word that may be an adjective would have to agree
    return alone if agrees or not before else None


def _after_article(
    match: Match, term: Term | Designation, full: str, core: str, name: str, article: Word, own: Profile
) -> Replacement:
    """Return the definite form of a term in place of an article and a noun."""
    if full != core:
        return Replacement(article.start, match.end, full)
    listed = match.designation.forms.get(name.removesuffix("genitive").strip(), match.designation)
    if own.without_article(listed) != listed:
        # the article came with the adjective of the wrong term: "det korte muskelsyndromet"
        return Replacement(article.start, match.end, full)
    gender = PLURAL if "plural" in name else _gender(term, own)
    usual = next(iter(own.definite_articles))
    right = next((word for word, genders in own.definite_articles.items() if gender in genders), usual)
    if right == article.text.lower():
        return Replacement(match.start, match.end, core)
    return Replacement(article.start, match.end, f"{right} {core}")


def _belonging(passage: Passage, match: Match) -> list[Word]:
    """Return the words before a match that may belong to the noun, the nearest first."""
    belonging: list[Word] = []
    for word in passage.before(match.start):
        if word.text.lower() in passage.page.words.before_bare_noun or len(belonging) == REACH:
            break
        belonging.append(word)
    return belonging


def _agreement_after(passage: Passage, match: Match) -> bool:
    """Return whether a word after a match would have to agree: "muskelknuten min", "muskelknuten er øm"."""
    words = passage.page.words
    end = match.end
    for _ in range(REACH):
        after = passage.after(end)
        if after is None:
            return False
        if after.text.lower() in words.gendered or after.text.lower() in words.copulas:
            return True
        end = after.end
    return False


def _same_gender(match: Match, term: Term | Designation, own: Profile) -> bool:
    wrong = _gender(match.designation, own)
    return wrong is not None and wrong == _gender(term, own)


def _gender(term: Term | Designation, own: Profile) -> str | None:
    """Return the gender of a noun, from its definite form if need be; genders that go together are one."""
    gender = None if isinstance(term, Designation) else term.gender
    if gender is None:
        definite = _form(term, "the", own)
        words = (definite or term).split()
        shown = own.definite_articles.get(words[0].lower(), ()) if len(words) > 1 else ()
        genders = [each for each in shown if each != PLURAL]
        if len(genders) == 1:
            gender = genders[0]
        elif genders or definite:
            noun = words[own.head(words)]
            endings = own.definite_endings.items()
            gender = next((each for each, ending in endings if noun.endswith(ending.removeprefix("-"))), None)
    return "common" if gender in own.common_genders else gender


def instead(passage: Passage, match: Match, what: str) -> Problem:
    """Return the problem that the preferred term should be in the place of a match; ``what`` begins the message."""
    if not match.concept.has_term:
        return passage.problem(match.start, match.end, f"{what}; there is no term to use", concept=match.concept.id)
    term = match.concept.term
    replacement = suggest(passage, match, term)
    if replacement is None:
        return passage.problem(match.start, match.end, f"{what}; the term is '{term}'", concept=match.concept.id)
    message = f"{what}; write '{replacement.text}'"
    safe = not match.candidates
    return passage.problem(replacement.start, replacement.end, message, replacement.text, match.concept.id, safe)
