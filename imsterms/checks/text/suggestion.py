"""The right term in the grammatical form of the wrong one, with what has to agree with it.

«muskelknutene» becomes «triggerpunktene», «en stor muskelknute» becomes «et stort triggerpunkt». Where a word that
is in no list may have to agree, the suggestion is not sure; where the form is not clear, there is none.
"""

import re
from typing import NamedTuple

from ...errors import ImstermsError
from ...languages.profile import Profile
from ...lexicon.designation import Designation
from ...lexicon.term import Term
from ...recognition.match import Match
from ...recognition.surfaces import is_abbreviation
from ...termbase.forms import capitalise
from ..rule import Problem
from .page import Passage


class Replacement(NamedTuple):
    """What to put in place of a span."""

    start: int
    end: int
    text: str
    sure: bool = True
    """Whether everything that has to agree with it does."""


PLURAL = "plural"
"""What a definite article has in place of a gender where it is that of the plural."""

REACH = 3
"""How many words before a noun may belong to it."""


_IN_BRACKETS = re.compile(r"\s?\(([^\W\d_]{2,6})\)")


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
    elif " " in written and written == " ".join(map(capitalise, written.split())):
        text = " ".join(map(capitalise, text.split()))
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
        word = before[0].lower() if before else ""
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
    if before is None or before[0].lower() not in own.indefinite_articles:
        return Replacement(match.start, match.end, full)
    with_article = _form(term, "a", own)
    if with_article is None or full != term:
        return None
    article = with_article.split(" ", 1)[0]
    if article == before[0].lower():
        return Replacement(match.start, match.end, full)
    return Replacement(before.start(), match.end, with_article)


def _agreeing(passage: Passage, match: Match, term: Term | Designation, full: str, name: str) -> Replacement | None:
    """Return a term with the article that goes with its gender; None where another word would have to agree."""
    own, words = passage.page.profile, passage.page.words
    core = own.without_article(full) if name.startswith("the") else full
    old, gender = _gender(match.designation, own), _gender(term, own)
    if "plural" not in name and (old is None or old != gender):
        return _Regendered(passage, old, gender).replacement(match, term, core, full, name) if gender else None
    before = _belonging(passage, match)
    nearest = before[0][0].lower() if before else ""
    alone = Replacement(match.start, match.end, core)
    if name.startswith("the"):
        if nearest in own.definite_articles:
            return _after_article(match, term, full, core, name, before[0], own)
        if nearest in words.before_plural or any(word[0].lower() in words.gendered for word in before):
            return alone  # "den store muskelknuten", "denne muskelknuten"
        # the right term may need an article of its own: "tenderpointet" -> "det ømme punktet"
        return Replacement(match.start, match.end, full)
    if "plural" not in name and nearest in own.indefinite_articles:
        with_article = None if name else _form(term, "a", own)
        if with_article is not None and with_article.split(" ", 1)[0] != nearest:
            return Replacement(before[0].start(), match.end, with_article)
    return alone


def _after_article(
    match: Match, term: Term | Designation, full: str, core: str, name: str, article: re.Match[str], own: Profile
) -> Replacement:
    """Return the definite form of a term in place of an article and a noun."""
    if full != core:
        return Replacement(article.start(), match.end, full)
    listed = match.designation.forms.get(name.removesuffix("genitive").strip(), match.designation)
    if own.without_article(listed) != listed:
        # the article came with the adjective of the wrong term: "det korte muskelsyndromet"
        return Replacement(article.start(), match.end, full)
    right = _definite_article(own, PLURAL if "plural" in name else _gender(term, own))
    if right == article[0].lower():
        return Replacement(match.start, match.end, core)
    return Replacement(article.start(), match.end, f"{right} {core}")


def _definite_article(own: Profile, gender: str | None) -> str:
    usual = next(iter(own.definite_articles))
    return next((word for word, genders in own.definite_articles.items() if gender in genders), usual)


def _belonging(passage: Passage, match: Match) -> list[re.Match[str]]:
    """Return the words before a match that may belong to the noun, the nearest first."""
    belonging: list[re.Match[str]] = []
    for word in passage.before(match.start):
        if word[0].lower() in passage.page.words.before_bare_noun or len(belonging) == REACH:
            break
        belonging.append(word)
    return belonging


class _Regendered:
    """A noun of another gender in the place of a noun, with the words that agree: "en stor muskelknute er øm"."""

    def __init__(self, passage: Passage, old: str | None, gender: str) -> None:
        self.passage = passage
        self.own = passage.page.profile
        self.words = passage.page.words
        self.gender = gender
        pairs, gendered = self.words.agreement, self.words.gendered
        self.adjectives_change = _definite_article(self.own, gender) != _definite_article(self.own, old)
        """Whether adjectives change: between masculine and feminine only articles and a few pronouns do."""
        if not self.adjectives_change:
            self.agreed = {word: word for word, _ in pairs if word not in gendered}
            changing = gendered - self.own.definite_articles.keys()
        else:
            self.agreed = dict(pairs) if gender == "neuter" else {neuter: word for word, neuter in reversed(pairs)}
            changing = frozenset(word for word, other in self.agreed.items() if word != other)
        self.changing = changing - self.own.indefinite_articles.keys()
        """The words that must not be left as they are."""

    def replacement(
        self, match: Match, term: Term | Designation, core: str, full: str, name: str
    ) -> Replacement | None:
        before = self._before(match, term, full, core, name)
        if before is None:
            return None
        start, text, sure = before
        end, after = self._after(match.end)
        return Replacement(start, end, text + after, sure and self._clause_agrees(start, end))

    def _before(
        self, match: Match, term: Term | Designation, full: str, core: str, name: str
    ) -> tuple[int, str, bool] | None:
        """Return where the noun phrase begins, its words, and whether all of them are known."""
        own, words = self.own, self.words
        definite = name.startswith("the")
        start, text, closed, sure = match.start, core, False, True
        belonging = _belonging(self.passage, match)
        for place, word in enumerate(belonging):
            low = word[0].lower()
            if low in (own.definite_articles if definite else own.indefinite_articles):
                right = _definite_article(own, self.gender) if definite else (_form(term, "a", own) or "")
                return word.start(), f"{right.split(' ', 1)[0]} {text}", sure and bool(right)
            if low.isdecimal() or low in words.invariable or definite and low not in self.agreed and self._weak(low):
                right = low
            else:
                right = self.agreed.get(low, "")
            if not right:
                further = {other[0].lower() for other in belonging[place + 1 :]}
                if definite and not further.isdisjoint(own.definite_articles):
                    right, sure = low, False  # "den fæle muskelknuten"
                elif closed or definite and low not in words.gendered:
                    break  # the word belongs to something else: "fant muskelknuten"
                else:
                    return None
            closed = closed or low in words.gendered or low.isdecimal()
            start, text = word.start(), f"{right} {text}"
        sure = sure and (closed or definite and start == match.start or not self._coordinated(start))
        return start, full if definite and start == match.start else text, sure

    def _coordinated(self, start: int) -> bool:
        """Return whether more adjectives may come before: "hard og vond muskelknute"."""
        before = self.passage.text[max(0, start - 20) : start].rstrip()
        return before.endswith((",", *(f" {word}" for word in self.words.conjunctions)))

    def _weak(self, word: str) -> bool:
        """Return whether a word is an adjective as it is before a definite noun, whatever its gender."""
        return word.endswith("e") and any(
            word.startswith(known) for known in (word[:-1], word[:-2]) if known in self.agreed
        )

    def _after(self, end: int) -> tuple[int, str]:
        """Return where what agrees after the noun ends, and what it becomes: "min", "er øm"."""
        passage, pieces, best = self.passage, "", (end, "")
        while (word := passage.after(end)) is not None:
            low = word[0].lower()
            if low in self.agreed:
                pieces += passage.text[end : word.start()] + self.agreed[low]
                best = word.end(), pieces
            elif low in self.words.copulas or low in self.words.invariable:
                pieces += passage.text[end : word.end()]
            else:
                break
            end = word.end()
        return best

    def _clause_agrees(self, start: int, end: int) -> bool:
        """Return whether nothing else in the sentence, and no pronoun in the next, may have to agree."""
        own, words, passage = self.own, self.words, self.passage
        first, last = passage.sentence(start, end)
        previous = ""
        for place, word in passage.words(first, last):
            if start <= place < end or previous in words.copulas and word in words.invariable:
                continue
            # what has an article of its own belongs to another noun: "i en stor muskel"
            if word in self.changing and (word in words.gendered or previous not in own.indefinite_articles):
                return False
            # an adjective that is in no list: "gjorde muskelknuten rød", "er blitt rød"
            if self.adjectives_change and word in words.causatives and place < start:
                return False
            known = words.gendered | words.before_bare_noun | self.agreed.keys()
            if self.adjectives_change and previous in words.copulas and place > end and word not in known:
                return False
            previous = word
        pronouns = self.changing & own.definite_articles.keys()
        following = passage.sentence(last, last) if last < len(passage.text) else (last, last)
        return not any(word in pronouns for _, word in passage.words(*following))


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


def instead(passage: Passage, match: Match, what: str, safe: bool = True) -> Problem:
    """Return the problem that the preferred term should be in the place of a match; ``what`` begins the message.

    ``safe`` says whether it means the same in every sentence.
    """
    if not match.concept.has_term:
        return passage.problem(match.start, match.end, f"{what}; there is no term to use", concept=match.concept.id)
    term = match.concept.term
    replacement = suggest(passage, match, term)
    if replacement is None:
        return passage.problem(match.start, match.end, f"{what}; the term is '{term}'", concept=match.concept.id)
    message = f"{what}; write '{replacement.text}'"
    # "vegetative nervous system (VNS)": the letters are those of the words that would go
    letters = _IN_BRACKETS.match(passage.text, match.end)
    sure = safe and replacement.sure and passage.sure(match)
    sure = sure and (letters is None or not letters[1].isupper() or letters[1] == match.concept.abbreviation)
    return passage.problem(replacement.start, replacement.end, message, replacement.text, match.concept.id, sure)
