"""IMS505: a form of the other written form of the language: Nynorsk in a Bokmål text, or the reverse."""

from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher

from ....catalogs.words import read_words
from ....languages.profile import profile
from ....lexicon.concept import Concept
from ....lexicon.designation import ADMITTED, TERM, Designation
from ....lexicon.term import Term
from ....recognition.annotate import annotator
from ....recognition.match import Match
from ....recognition.readers.segments import QUOTED
from ...content import Translated
from ...rule import Problem, rule
from ...sentence import WORD
from ..page import Page, Passage
from ..spelling import any_of, head
from ..suggestion import suggest

_ALIKE = 0.55
"""How alike a word must be to the term of the text's own language to be that term in the other one."""
_FORMS = ("term", "term.the", "term.the.plural", "term.a")


@rule("IMS505", "wrong-language", "text", translations=True)
def wrong_language(page: Page) -> Iterator[Problem]:
    own = page.profile
    if own.other_form not in page.glossary.languages:
        return
    theirs = page.glossary.in_language(own.other_form)
    other = profile(own.other_form)
    counterparts: dict[tuple[str, str], Term | Designation] = {}
    apart = page.glossary.once("apart", lambda: annotator(page.glossary).apart(theirs))
    for passage in page.holding(apart.find):
        for match in annotator(theirs).annotate(passage.text) if apart.find(passage.text) else ():
            if match.designation.field not in (TERM, ADMITTED) or _shared(match, page):
                continue
            if passage.segment.quoted(match.start, match.end):  # a title or a quotation keeps its language
                continue
            concept = page.glossary[match.concept.id]
            if not concept.has_term:
                continue
            key = concept.id, str(match.designation)
            if key not in counterparts:
                counterparts[key] = _counterpart(match, concept)
            term = counterparts[key]
            if not _ALIKE <= _likeness(term, match.text.casefold()) < 1:
                continue  # rather another word: "helbreding" in Nynorsk is no "fullstendig betring"
            if _ours(passage, match):
                continue
            if page.written_in:
                name = profile(page.written_in).name
                message = f"the text is in {name}, not in {own.name}; say so by lang, in the settings or with --lang"
                yield passage.problem(match.start, match.end, message, anywhere=True)
                return
            replacement = suggest(passage, match, term)
            what = f"'{match.text}' is {other.name}"
            if replacement is None:
                message = f"{what}; the {own.name} term is '{term}'"
                yield passage.problem(match.start, match.end, message, concept=match.concept.id)
            else:
                message = f"{what}; in {own.name} write '{replacement.text}'"
                yield passage.problem(
                    replacement.start, replacement.end, message, replacement.text, match.concept.id, replacement.sure
                )


def _shared(match: Match, page: Page) -> bool:
    """Return whether a form of the other language only looks like one that this language does not have."""
    return match.text.casefold().rpartition(" ")[2].startswith(page.words.shared_forms)


def _counterpart(match: Match, concept: Concept) -> Term | Designation:
    """Return the designation of the text's language that is the most like the one in the text."""
    if match.designation.field == TERM:
        return concept.term
    theirs = match.designation.casefold()
    alike = max(concept.admitted, key=lambda one: _likeness(one, theirs), default=None)
    if alike is None or _likeness(alike, theirs) < max(0.6, _likeness(concept.term, theirs)):
        return concept.term
    return alike


def _likeness(ours: str, theirs: str) -> float:
    return SequenceMatcher(None, ours.casefold(), theirs).ratio()


def _ours(passage: Passage, match: Match) -> bool:
    """Return whether a term of the text's own language is in the same place."""
    matches = passage.all_matches
    place = bisect_left(matches, match.end, key=lambda one: one.start)
    return place > 0 and matches[place - 1].end > match.start


@rule("IMS505", "wrong-language", "message")
def wrong_words(message: Translated) -> Iterator[Problem]:
    """Find words of the other written form of the language, terms or not."""
    concept = message.wording.content.termbase.concepts.get(message.message.concept)
    own = message.wording.profile
    if not own.other_form or (concept and concept.part_of_speech == "proper noun"):
        return
    name = profile(own.other_form).name
    words, endings = message.wording.words.other_form_words, any_of(message.wording.words.other_form_endings)
    texts = [text.words for text in message.sentences]
    if message.message.field in _FORMS:
        texts += message.written
    elif message.message.kind == "words":
        said = read_words(message.texts[0], message.wording.language)
        texts += filter(None, [said.phrases.get("plain")])
        texts += [form for designation in said.lists.get("admitted", ()) for form in designation["forms"]]
    right = message.wording.right_words
    for text in texts:
        if right.issuperset(WORD.findall(text)):
            continue
        for written in WORD.findall(QUOTED.sub("", text) if message.sentences else text):
            word = written.lower()
            if word in words:
                yield message.problem(f"'{written}' is {name}; write '{words[word]}'")
            elif endings.fullmatch(word.rpartition("-")[2]):
                yield message.problem(f"'{written}' is {name}")
            else:
                right.add(written)


@rule("IMS505", "wrong-language", "message")
def wrong_plural(message: Translated) -> Iterator[Problem]:
    """Find a definite plural that ends as in the other written form."""
    own = message.wording.profile
    if message.message.field != "term.the.plural":
        return
    forms = message.wording.terms.get(message.message.concept, {}).get("forms", {})
    ending, right = message.wording.words.other_form_plurals.get(own.gender(forms.get("a")) or "", ("", ""))
    definite = forms.get("the plural")
    if not ending or not definite:
        return
    noun = head(own, forms.get("") or "", definite)
    if noun.endswith(ending):
        yield message.problem(f"'{noun}' is {profile(own.other_form).name}; such a noun ends in {right}")
