"""Rendering: texts with references become plain text, Markdown or HTML.

Literal pieces, terms and values are escaped for what they go into; nothing in a catalog or an argument can inject
markup, and no text can reach an attribute of an object.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape as escape_html
from typing import TYPE_CHECKING, Literal, overload

from ..errors import MissingExtraError, TextError, UnknownConceptError, nearest
from ..languages.collation import collation_key
from ..languages.plurals import plural_index
from ..languages.profile import lang_attributes, profile
from ..termbase.forms import capitalise, parse_form
from ..termbase.grammar import unabbreviated
from ..termbase.text import Reference, parse
from .explanations import LEADS_NOWHERE, Explanations
from .text import Text, advice, assembled, concept_text, notice
from .values import written

if TYPE_CHECKING:
    from markupsafe import Markup

    from ..termbase.records import Marks, TextField
    from .lexicon import Lexicon
    from .term import Term

Values = Mapping[str, object] | None
"""What the values of a text are: inert, whatever they are."""

AUDIENCES = ("professional", "patient")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a rendered text: literal, a value, or a term."""

    text: str
    term: Term | None = None
    form: str = ""
    """Name of the form, where the piece is a term."""
    language: str = ""
    """Language of the term."""
    literal: bool = False
    """Whether the piece is the author's own text, as against a term or value put into it."""


class Renderer:
    """Renders texts of one language for one audience."""

    def __init__(
        self,
        lexicon: Lexicon,
        *,
        audience: str = "professional",
        link: str | None = None,
        ids: str = "",
        explanations: Explanations | None = None,
    ) -> None:
        """``link`` and ``ids`` are those of ``Explanations``; renderers of one document may share theirs."""
        if audience not in AUDIENCES:
            raise ValueError(f"there is no audience '{audience}'{nearest(str(audience), AUDIENCES)}")
        self.lexicon = lexicon
        self.audience = audience
        self.explanations = Explanations(link, ids) if explanations is None else explanations
        self.used: dict[str, Term] = {}
        """The terms rendered so far by concept, in order of their first use."""
        self._glossed: set[str] = set()
        self._in_heading = False

    @property
    def link(self) -> str | None:
        """The URL of entries, where terms lead to them."""
        return self.explanations.link

    # --- three outputs ---

    def text(self, text: str, values: Values = None) -> str:
        """Return ``text`` as plain text."""
        return "".join(piece.text for piece in self.pieces(text, values))

    def html(self, text: str, values: Values = None) -> Markup:
        """Return ``text`` as HTML: everything escaped, terms with their explanations, which follow the text."""
        return markup(self.inline_html(text, values) + self.explanations.popovers())

    def inline_html(self, text: str, values: Values = None, *, explain: bool = True) -> str:
        """Return ``text`` as HTML without the popovers, and with ``explain`` false without any explanation."""
        return "".join(self.piece_html(piece, explain=explain) for piece in self.pieces(text, values))

    def heading(self, text: str, values: Values = None, *, html: bool = False) -> str:
        """Return a heading rendered: it introduces and explains nothing. A new section begins."""
        self._in_heading = True
        try:
            rendered = markup(self.inline_html(text, values, explain=False)) if html else self.text(text, values)
        finally:
            self._in_heading = False
        self.explanations.new_section()
        return rendered

    def markdown(self, text: str, values: Values = None, *, literal: bool = True) -> str:
        """Return ``text`` as Markdown; its own Markdown is kept if ``literal``, its HTML never."""
        return "".join(
            LEADS_NOWHERE.sub(r"\\]", piece.text.replace("<", "&lt;").replace("![", "&#33;["))
            if piece.literal and literal
            else self.piece_markdown(piece)
            for piece in self.pieces(text, values)
        )

    # --- pieces ---

    def pieces(self, text: str, values: Values = None) -> Iterator[Piece]:
        """Yield the pieces of ``text`` in order. Raises TextError, UnknownConceptError and the errors of forms."""
        for piece in parse(text):
            if isinstance(piece, str):
                yield Piece(piece, literal=True)
            else:
                yield from self.reference(piece, values, sentence_around(text, piece.start))

    def reference(self, reference: Reference, values: Values = None, sentence: str = "") -> Iterator[Piece]:
        """Yield the pieces that a reference becomes; ``sentence`` is the one that it is in."""
        name = reference.name
        if values and name in values:
            if reference.form:
                raise TextError(f"the value {{{name}}} has no forms; leave [{reference.form}] out")
            yield Piece(self._value(name, values))
            return
        term = self._term(name, values)
        form, capital = parse_form(reference.form)
        if value := reference.counted_by:
            rendered, many = self._counted(term, value, values)
        else:
            form = self.choose_form(term, form)
            rendered, many = term.form(form), "plural" in form.split()
        plain = None
        if self.audience == "patient" and form != "plain" and name not in self._glossed and not self._in_heading:
            plain = term.plain_plural if many else term.plain
            self._glossed.add(name)
        self.used.setdefault(term.concept_id, term)
        gloss = ""
        if plain and not _repeats(plain, f"{rendered} {sentence}"):
            stated = profile(term.language)
            opening, closing = stated.brackets
            base = unabbreviated(form)
            if base is not None:
                # one pair of brackets for the abbreviation and the plain wording, behind the term and its link
                form, rendered, opening = base, term.form(base), f"{opening}{term.abbreviation}{stated.comma}"
            gloss = f"{opening}{plain}{closing}"
        yield Piece(capitalise(rendered) if capital else rendered, term, form, term.language)
        if gloss:
            yield Piece(gloss, language=term.language)

    def _term(self, name: str, values: Values) -> Term:
        try:
            return self.lexicon.term(name)
        except UnknownConceptError:
            near = nearest(name, (*(values or ()), *self.lexicon.structure["concepts"]))
            raise UnknownConceptError(f"there is no concept or value '{name}'{near}") from None

    def _counted(self, term: Term, name: str, values: Values) -> tuple[str, bool]:
        """Return a number with its noun, and whether they are more than one."""
        if not values or name not in values:
            raise TextError(
                f"there is no value '{name}' to count {{{term.concept_id}}} by{nearest(name, values or ())}"
            )
        count = values[name]
        if not isinstance(count, int) or isinstance(count, bool):
            raise TextError(f"the value {{{name}}} counts, so it is a whole number, not {type(count).__name__}")
        return term.counted(count), plural_index(self.lexicon.plural_rule(term.language), count) > 0

    def choose_form(self, term: Term, form: str) -> str:
        """Return the form to use for the one that was asked for; a Document decides on full and short here."""
        return form

    def _value(self, name: str, values: Mapping[str, object]) -> str:
        try:
            return written(self.lexicon, values[name])
        except ValueError as error:
            raise TextError(f"the value {{{name}}} is {error}") from None

    # --- one piece in each output ---

    def piece_html(self, piece: Piece, *, explain: bool = True) -> str:
        """Return one piece as escaped HTML."""
        language = lang_attributes(piece.language, self.lexicon.language) if self._foreign(piece.language) else ""
        if piece.term is not None and explain:
            concept_id = piece.term.concept_id
            meaning, other = self._meaning(concept_id)
            own = lang_attributes(other, self.lexicon.language) if other else ""
            return self.explanations.html(concept_id, self._abbreviated(piece), meaning, language, own)
        text = escape_html(piece.text, quote=False)
        return f"<span{language}>{text}</span>" if language else text

    def piece_markdown(self, piece: Piece) -> str:
        """Return one piece as escaped Markdown."""
        text = escape_markdown(piece.text)
        if piece.term is None or self.link is None:
            return text
        target = "".join(
            f"%{ord(letter):02X}" if letter in " ()<>\\" else letter
            for letter in self.link.replace("{id}", piece.term.concept_id)
        )
        return f"[{text}]({target})"

    def meaning(self, concept_id: str) -> str:
        """Return what is said of a concept beside a text: its definition, or for patients its explanation."""
        return self._meaning(concept_id)[0]

    def _meaning(self, concept_id: str) -> tuple[str, str]:
        """Return the meaning, and its language where that is not the lexicon's."""
        meanings: dict[tuple[str, str], tuple[str, str]] = self.lexicon.kept.setdefault("meanings", {})
        meaning = meanings.get((self.audience, concept_id))
        if meaning is None:
            field: TextField = "explanation" if self.audience == "patient" else "definition"
            text = concept_text(self.lexicon, concept_id, field, strict=False)
            signs = self.lexicon.structure["concepts"][concept_id].get("advice", ())
            said = map(str, advice(self.lexicon, signs)) if self.audience == "patient" else ()
            words = " ".join(part for part in (text, *said, notice(self.lexicon, concept_id)) if part)
            foreign = text is not None and self._foreign(text.language)
            meaning = meanings[self.audience, concept_id] = (words, text.language if text and foreign else "")
        return meaning

    def entry_html(self, term: Term) -> str:
        """Return an entry of a list of terms in HTML."""
        language = lang_attributes(term.language, self.lexicon.language) if self._foreign(term.language) else ""
        name, meaning = (escape_html(text, quote=False) for text in (term, self.meaning(term.concept_id)))
        return f'<dt id="term-{term.concept_id}"{language}>{name}</dt><dd>{meaning}</dd>'

    def _foreign(self, language: str) -> bool:
        return bool(language) and language != self.lexicon.language

    def _abbreviated(self, piece: Piece) -> str:
        """Return the text of a term, with its abbreviation marked up as one."""
        term = piece.term
        assert term is not None
        text = escape_html(piece.text, quote=False)
        if term.abbreviation and piece.form in ("short", "short genitive"):
            return f"<abbr>{text}</abbr>"
        if term.abbreviation and profile(term.language).direction == "rtl" and unabbreviated(piece.form) is not None:
            # Latin letters between Arabic ones take their brackets to the wrong side unless they are isolated
            before, abbreviation, after = text.rpartition(escape_html(term.abbreviation, quote=False))
            return f"{before}<bdi>{abbreviation}</bdi>{after}"
        return text


class Document(Renderer):
    """Renders the texts of one document: a term with an abbreviation is spelled out first and short afterwards.

    Only references to the base form, ``the``, ``short`` and ``full`` are decided on; others keep their form. For
    ``audience="patient"`` the plain wording follows in brackets at a term's first use. In HTML a term is explained
    at its first mention in each section, and no two explanations have the same id.

    >>> import imsterms
    >>> document = imsterms.glossary("nb").document()
    >>> document.render("{intramuscular_stimulation} og {intramuscular_stimulation}")
    'intramuskulær stimulering (IMS) og IMS'
    """

    def __init__(
        self, lexicon: Lexicon, *, audience: str = "professional", link: str | None = None, ids: str = ""
    ) -> None:
        super().__init__(lexicon, audience=audience, link=link, ids=ids)
        self._introduced: set[str] = set()

    @overload
    def render(self, text: str, values: Values = None, *, html: Literal[True]) -> Markup: ...
    @overload
    def render(self, text: str, values: Values = None, *, html: bool = False) -> str: ...

    def render(self, text: str, values: Values = None, *, html: bool = False) -> str:
        """Return ``text`` rendered, and remember which terms it introduced."""
        return self.html(text, values) if html else self.text(text, values)

    def terms(self) -> Markup:
        """Return the terms named so far, each once, with their meanings, as an HTML list.

        An entry has the id ``term-<concept>``, so that ``link="#term-{id}"`` leads to it.
        """
        key = collation_key(self.lexicon.language)
        entries = (self.entry_html(term) for term in sorted(self.used.values(), key=key))
        return markup("<dl>\n" + "\n".join(entries) + "\n</dl>")

    def reset(self) -> None:
        """Forget what was introduced, as at the start of a chapter."""
        self._introduced.clear()
        self.used.clear()
        self._glossed.clear()
        self.explanations.new_section()

    def choose_form(self, term: Term, form: str) -> str:
        if self._in_heading or not term.abbreviation or form not in ("", "the", "short", "full", "the full"):
            return form
        if term.concept_id in self._introduced:
            return "short"
        self._introduced.add(term.concept_id)
        return "the full" if form.startswith("the") else "full"


def sentence_around(text: str, position: int) -> str:
    """Return the sentence of a text that ``position`` is in."""
    start = max(text.rfind(end, 0, position) for end in ".!?\n") + 1
    ends = [end for mark in ".!?\n" if (end := text.find(mark, position)) >= 0]
    return text[start : min(ends, default=len(text))]


def _repeats(plain: str, said: str) -> bool:
    """Return whether a plain wording would say again what is said around it: half of its longer words or more."""
    words = [word for word in plain.casefold().split() if len(word) > 3]
    around = {word.strip(".,:;()") for word in said.casefold().split()}
    return bool(words) and 2 * sum(word in around for word in words) >= len(words)


def rendered_text(words: Lexicon, template: str, values: Mapping[str, object], marks: Marks, field: str) -> Text:
    """Return a text of an article, written in the language of ``words``, with its references and values filled in."""
    pieces = (
        (piece.text, piece.term.concept_id if piece.term is not None else "", piece.form)
        for piece in Renderer(words).pieces(template, values)
    )
    return assembled(pieces, template, words.language, marks, field)


def escape_markdown(text: str) -> str:
    r"""Return ``text`` so that Markdown shows it as it is.

    >>> escape_markdown("a*b* [c]")
    'a\\*b\\* \\[c\\]'
    """
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>|#&~!" else letter for letter in text)


def markup(text: str) -> Markup:
    """Return escaped HTML as Markup, so that templates do not escape it again. Raises MissingExtraError."""
    try:
        from markupsafe import Markup
    except ImportError:
        raise MissingExtraError("HTML output needs MarkupSafe: pip install 'imsterms[html]'") from None
    return Markup(text)
