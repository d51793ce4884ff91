"""Rules about references and the forms of nouns: the same concepts as in English, forms that there are, agreement."""

from collections.abc import Iterable, Iterator
from functools import partial

from ...errors import nearest
from ...termbase.forms import parse_form
from ...termbase.model import NOTHING, TEXTS
from ...termbase.text import Reference
from ..content import Entry, Translated, Wording
from ..rule import Problem, rule
from ..sentence import WORD
from ..text.spelling import head


def _wrong(message: Translated, code: str) -> Iterator[Problem]:
    """Find what is wrong with references in translations, as in the sources."""
    for fault, sentence in message.reference_faults:
        if fault == code:
            yield message.problem(sentence)


unknown_concept, unknown_form, obsolete_target = (
    rule(code, name, "message", "text", "notes", sign=r"\{")(partial(_wrong, code=code))
    for code, name in (("IMS101", "unknown-concept"), ("IMS106", "unknown-form"), ("IMS205", "obsolete-target"))
)


@rule("IMS304", "references-differ", "message", "text", sign=r"\{")
def references_differ(message: Translated) -> Iterator[Problem]:
    """Find translations that lose a concept or a value of the English text, or add a concept."""
    for number, sentence in enumerate(message.sentences):
        # as in msgfmt: a form for a single count may leave its number out ("en dag")
        if sentence.error or (number == 0 and len(message.sentences) > 1):
            continue
        named = {name for reference in sentence.references for name in (reference.name, reference.counted_by)}
        for name in message.asked:
            if name not in named:
                yield message.problem(f"{{{name}}} is missing; the English text has it")
    for name in sorted({reference.name for reference in message.references} - set(message.asked)):
        if name in message.wording.content.termbase.concepts:
            yield message.problem(f"{{{name}}} is not in the English text{nearest(name, message.asked)}")


@rule("IMS411", "form-absent", "message", "text", "notes", sign=r"\{")
def form_absent(message: Translated) -> Iterator[Problem]:
    for sentence in _absent(message.wording, message.references):
        yield message.problem(sentence)


@rule("IMS411", "form-absent", "concept")
def form_absent_in_sources(entry: Entry) -> Iterator[Problem]:
    """Find the same in the sources themselves, whose texts are not messages."""
    for field in (*TEXTS, "notes"):
        for sentence in _absent(entry.wording, entry.sentence(field).references):
            yield entry.problem(field, sentence)


def _absent(wording: Wording, references: Iterable[Reference]) -> Iterator[str]:
    for reference in references:
        form = parse_form(reference.form)[0]
        if form in wording.form_names(reference.name) and not wording.has_form(reference.name, form):
            term = wording.entry(reference.name).term
            yield f"'{term}' has no form '{form}' in this language; choose another form than {reference}"


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


_INDEFINITE = {"term.the": "", "term.the.plural": "plural"}


def _form(message: Translated, name: str) -> str:
    """Return a form of the concept's term; empty where the language has none."""
    forms = message.wording.terms.get(message.message.concept, {}).get("forms", {})
    return forms.get(name) or ""


@rule("IMS412", "article-missing", "message", "term.a")
def article_missing(message: Translated) -> Iterator[Problem]:
    articles = message.wording.profile.indefinite_articles
    if not articles or not message.written:
        return
    article, _, rest = message.texts[0].partition(" ")
    base = _form(message, "")
    if article not in articles:
        listed = ", ".join(articles)
        yield message.problem(f"'{message.texts[0]}' has no article first ({listed}); write '-' if it never has one")
    elif base and rest != base:
        yield message.problem(f"'{message.texts[0]}' is not the article and the term; write '{article} {base}'")


@rule("IMS413", "definite-unmarked", "message", *_INDEFINITE)
def definite_unmarked(message: Translated) -> Iterator[Problem]:
    if message.wording.profile.definite != "ending":
        return
    definite = message.texts[0]
    if definite not in ("", NOTHING) and definite == _form(message, _INDEFINITE[message.message.field]):
        yield message.problem(
            f"the definite form '{definite}' is the indefinite one; give it its ending, or '-' if it has none"
        )


@rule("IMS414", "gender-disagreement", "message", "term.the")
def gender_disagreement(message: Translated) -> Iterator[Problem]:
    profile = message.wording.profile
    if not profile.definite_endings or message.texts[0] in ("", NOTHING):
        return
    with_article = _form(message, "a")
    base = _form(message, "")
    definite = message.texts[0]
    gender = profile.gender(with_article)
    if gender is None or definite == base:
        return
    article = definite.partition(" ")[0]
    if gender not in profile.definite_articles.get(article, (gender,)):
        yield message.problem(f"'{article}' in '{definite}' does not go with '{with_article}'")
    noun = head(profile, base, definite)
    ending = profile.definite_endings[gender]
    if not noun.endswith(ending[-1]):
        yield message.problem(f"'{noun}' does not end in {ending}, as '{with_article}' requires")
