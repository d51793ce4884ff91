"""The right term in the grammatical form of the wrong one, with what has to agree with it.

«muskelknutene» becomes «triggerpunktene», «en muskelknute» becomes «et triggerpunkt». Where an adjective or a
determiner that stays would have to change too, or the form is not clear, there is no suggestion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...errors import ImstermsError
from ...languages.profile import profile
from ...lexicon.concept import Designation
from ...recognition.surfaces import is_abbreviation
from ...termbase.forms import capitalise
from ..rule import Problem
from .page import Page, Passage, Word

if TYPE_CHECKING:
    from ...lexicon.term import Term
    from ...recognition.annotate import Match


class Replacement(NamedTuple):
    """What to put in place of a span."""

    start: int
    end: int
    text: str


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INDEFINITE = {"nb": _words("en ei et"), "nn": _words("ein ei eit"), "en": _words("a an")}
DEFINITE = {"nb": _words("den det de"), "nn": _words("den det dei"), "en": _words("the")}
# words that show the gender of the noun that they belong to
_GENDERED = _words(
    "en ei et ein eit den det denne dette min mi mitt din di ditt sin si sitt vår vårt noen noe nokon noko ingen inga"
    " intet inkje hver hvert kvar kvart annen annet anna annan hvilken hvilket liten lita lite litt egen eget eigen"
    " eiga eige mye mykje slik slikt sånn sånt samme same"
)
# words after which a noun without article stands, and that show no gender
_NEUTRAL = _words(
    "i på av med om for til fra frå og eller ved som uten utan mot under over etter mellom mellem hos gjennom men er"
    " har var ble blir vart hadde kan heter heiter kalles kalla kaller kallar gir gjev gjer gjør får fikk samt både"
    " enn eks at når hvis dersom mer meir"
)
_PLURAL = _words(
    "to tre fire fem seks sju syv åtte ni ti flere fleire mange noen nokre alle begge få både de dei disse desse våre"
    " mine dine sine andre"
)
# verbs after which an adjective agrees with the subject: "muskelknuten er øm"
_COPULAS = _words(
    "er var blir ble bli blei vart føles følest kjennes kjenst virker verkar verker gjøres oppleves opplevast forblir"
)
REACH = 3
"""How many words before a noun may belong to it."""


def suggest(passage: Passage, match: Match, term: Term | Designation, language: str) -> Replacement | None:
    """Return what to write instead of a match for it to be ``term``; None where that is not clear."""
    designation = match.designation
    if is_abbreviation(designation):
        return _abbreviation(match, term)
    names = _names(passage, match, language)
    wanted = {_form(term, name, language) for name in names}
    if len(wanted) != 1 or None in wanted:
        return None
    full = wanted.pop()
    assert full is not None
    name = names[0]
    found: Replacement | None = Replacement(match.start, match.end, full)
    if language == "en":
        found = _english(passage, match, term, full)
    elif language in DEFINITE:
        found = _norwegian(passage, match, term, full, name, language)
    if found is None:
        return None
    written = passage.text[found.start : found.end]
    text = found.text
    if sum(letter.isalpha() for letter in written) > 1 and written == written.upper() != written.lower():
        text = text.upper()
    elif written[:1].isupper() and (found.start < match.start or not designation[:1].isupper()):
        text = capitalise(text)
    return found._replace(text=text)


def _form(term: Term | Designation, name: str, language: str) -> str | None:
    if isinstance(term, Designation):
        base = name.removesuffix("genitive").strip()
        found = term.forms.get(base)
        return profile(language).genitive(found) if found and base != name else found
    try:
        return term.form(name)
    except ImstermsError:
        return None


def _names(passage: Passage, match: Match, language: str) -> list[str]:
    """Return the names of the forms that a match may be in, as few as what is before it leaves."""
    names = list(match.forms)
    base = match.designation
    first, _, rest = base.partition(" ")
    if rest and profile(language).definite == "ending" and first.lower() in DEFINITE.get(language, ()):
        # a designation that is listed in its definite form alone: "det korte muskelsyndromet"
        definite = "the plural" if base.split()[0].lower() in ("de", "dei") else "the"
        names = [name or definite for name in names]
    if len(names) > 1:
        before = next(passage.before(match.start), None)
        word = before.text.lower() if before else ""
        if word in INDEFINITE.get(language, ()):
            names = [name for name in names if "plural" not in name] or names
        elif word in _PLURAL or word.isdecimal() and word != "1":
            names = [name for name in names if "plural" in name] or names
    return names


def _abbreviation(match: Match, term: Term | Designation) -> Replacement | None:
    """Return the right abbreviation with the ending of the wrong one; its grammatical form does not show."""
    right = _form(term, "short", "")
    wrong = str(match.designation)
    if right is None or not match.text.startswith(wrong):
        return None
    return Replacement(match.start, match.end, right + match.text[len(wrong) :])


def _english(passage: Passage, match: Match, term: Term | Designation, full: str) -> Replacement | None:
    before = next(passage.before(match.start), None)
    if before is None or before.text.lower() not in INDEFINITE["en"]:
        return Replacement(match.start, match.end, full)
    with_article = _form(term, "a", "en")
    if with_article is None or full != term:
        return None
    article = with_article.split(" ", 1)[0]
    if article == before.text.lower():
        return Replacement(match.start, match.end, full)
    return Replacement(before.start, match.end, with_article)


def _norwegian(
    passage: Passage, match: Match, term: Term | Designation, full: str, name: str, language: str
) -> Replacement | None:
    core = profile(language).without_article(full) if name.startswith("the") else full
    before = _belonging(passage, match)
    nearest = before[0].text.lower() if before else ""
    gendered = any(word.text.lower() in _GENDERED for word in before)
    alone = Replacement(match.start, match.end, core)
    if "plural" in name:
        agrees = True
    else:
        agrees = _same_gender(match, term, language)
        if not agrees and _agreement_after(passage, match):
            return None
    if name.startswith("the"):
        if nearest in DEFINITE[language]:
            return _after_article(match, term, full, core, name, before[0], language)
        if gendered:
            # "den store muskelknuten", "denne muskelknuten"
            return alone if agrees else None
        # the right term may need an article of its own: "tenderpointet" -> "det ømme punktet"
        return alone if nearest in _PLURAL else Replacement(match.start, match.end, full)
    if "plural" not in name and nearest in INDEFINITE[language]:
        with_article = None if name else _form(term, "a", language)
        if with_article is None:
            return alone if agrees else None
        if with_article.split(" ", 1)[0] == nearest:
            return alone
        return Replacement(before[0].start, match.end, with_article)
    # a word that may be an adjective would have to agree
    return alone if agrees or not before else None


def _after_article(
    match: Match, term: Term | Designation, full: str, core: str, name: str, article: Word, language: str
) -> Replacement:
    """Return the definite form of a term in place of an article and a noun."""
    if full != core:
        return Replacement(article.start, match.end, full)
    listed = match.designation.forms.get(name.removesuffix("genitive").strip(), match.designation)
    if profile(language).without_article(listed) != listed:
        # the article came with the adjective of the wrong term: "det korte muskelsyndromet"
        return Replacement(article.start, match.end, full)
    plural = "dei" if language == "nn" else "de"
    right = plural if "plural" in name else "det" if _gender(term, language) == "neuter" else "den"
    if right == article.text.lower():
        return Replacement(match.start, match.end, core)
    return Replacement(article.start, match.end, f"{right} {core}")


def _belonging(passage: Passage, match: Match) -> list[Word]:
    """Return the words before a match that may belong to the noun, the nearest first."""
    found: list[Word] = []
    for word in passage.before(match.start):
        if word.text.lower() in _NEUTRAL or len(found) == REACH:
            break
        found.append(word)
    return found


def _agreement_after(passage: Passage, match: Match) -> bool:
    """Return whether a word after a match would have to agree: "muskelknuten min", "muskelknuten er øm"."""
    end = match.end
    for _ in range(REACH):
        after = passage.after(end)
        if after is None:
            return False
        if after.text.lower() in _GENDERED | _COPULAS:
            return True
        end = after.end
    return False


def _same_gender(match: Match, term: Term | Designation, language: str) -> bool:
    wrong = _gender(match.designation, language)
    return wrong is not None and wrong == _gender(term, language)


def _gender(term: Term | Designation, language: str) -> str | None:
    """Return the gender of a noun, from its definite form if need be; in Bokmål common gender is one."""
    known = None if isinstance(term, Designation) else term.gender
    if known is None:
        definite = _form(term, "the", language) or (term if term[:4].lower() in ("den ", "det ") else "")
        article, _, noun = definite.rpartition(" ")
        if article:
            article = article.split()[0].lower()
        if article == "det" or not article and noun.endswith("et"):
            known = "neuter"
        elif noun.endswith("en"):
            known = "masculine"
        elif noun.endswith("a"):
            known = "feminine"
    return "common" if language == "nb" and known in ("masculine", "feminine") else known


def instead(page: Page, passage: Passage, match: Match, what: str) -> Problem:
    """Return the problem that the preferred term should stand instead of a match; ``what`` begins the message."""
    term = match.concept.term
    found = suggest(passage, match, term, page.glossary.language)
    if found is None:
        return passage.problem(match.start, match.end, f"{what}; the term is '{term}'", concept=match.concept.id)
    message = f"{what}; write '{found.text}'"
    safe = not match.candidates
    return passage.problem(found.start, found.end, message, found.text, match.concept.id, safe)
