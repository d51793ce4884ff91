"""The glossary of one language, immutable and safe to share, and the glossaries of the built-in termbase."""

from __future__ import annotations

import os

from .lexicon.concept import Concepts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, overload

    from markupsafe import Markup

    from .articles.article import Articles
    from .checks.text.lint import Fixed
    from .findings import Finding
    from .lexicon.by_code import CodeMatch
    from .lexicon.find import Found
    from .lexicon.rendering import Document, Values
    from .recognition.match import Match
    from .termbase.runtime import Data

VERSION = "0.1.0"

_HERE = os.path.dirname(os.path.abspath(__file__))
_RUNTIME = os.path.join(_HERE, "runtime")
_PACKAGED = os.path.isdir(_RUNTIME)

LOCALES_DIR = os.path.join(_HERE if _PACKAGED else os.path.dirname(_HERE), "locales")
"""The folder of the catalogs, for ``gettext.translation(DOMAIN, LOCALES_DIR, ["nb"])``.

An installed wheel has the ``.mo`` files there; in a checkout ``imsterms catalog compile`` writes them.
"""


class Glossary(Concepts):
    """All concepts in one language, a mapping of id to Concept.

    ``imsterms.glossary`` returns it; an application keeps and shares it.

    >>> import imsterms
    >>> glossary = imsterms.glossary("nn")
    >>> glossary["trigger_point"].term.the_plural
    'triggerpunkta'
    >>> glossary["trigerpoint"]
    Traceback (most recent call last):
        ...
    imsterms.errors.UnknownConceptError: there is no concept 'trigerpoint'; did you mean 'trigger_point'?
    """

    def __repr__(self) -> str:
        return f"<Glossary {self.language} {self.version}>"

    # --- look-up ---

    def find(self, text: str) -> list[Found]:
        """Return the concepts that ``text`` is a designation of, in any form, with the designation's status.

        Case and the kind of white space do not matter. What is made of designations, though not one itself, gives
        the concepts of its parts, that of the head first; their ``kind`` says so. So does a phrase in which every word
        belongs to a designation or adds no concept ("chronic"). Where other words are in it that say more of one, the
        concepts found are wider than what was asked, and their kind is ``broader``. Nothing found is an empty list.

        >>> import imsterms
        >>> found = imsterms.glossary("nb").find("Triggerpunktene")[0]
        >>> found.concept.id, found.status, found.forms
        ('trigger_point', 'preferred', ('the plural',))
        >>> [(part.concept.id, part.kind) for part in imsterms.glossary("en").find("shoulder-blade pain")]
        [('pain', 'compound'), ('shoulder_blade', 'compound')]
        >>> [(part.concept.id, part.kind) for part in imsterms.glossary("en").find("treatment of a painful shoulder")]
        [('treatment', 'phrase'), ('pain_in_shoulder', 'phrase')]
        >>> [(part.concept.id, part.kind) for part in imsterms.glossary("nb").find("varsom massasje")]
        [('massage', 'broader')]
        """
        from .lexicon.find import find

        exact = find(self, text)
        if exact:
            return exact
        from .recognition.parts import find_by_parts
        from .recognition.phrases import find_by_phrase
        from .recognition.unlisted import find_unlisted

        return find_unlisted(self, text) or find_by_parts(self, text) or find_by_phrase(self, text)

    def search(self, query: str, *, limit: int = 20) -> list[Found]:
        """Return at most ``limit`` concepts for a search box, best first.

        Words may come in any order and be typed in part, with a slip, or without Norwegian letters. Designations come
        before words of definitions; a code of another system, such as ``M79.1``, before both. Where there is
        nothing in this language, those of the others are searched, and ``language`` says which.

        >>> import imsterms
        >>> imsterms.glossary("nb").search("nal")[0].concept.id
        'needle'
        """
        from .lexicon.search import search

        return search(self, query, limit)

    def annotate(
        self,
        text: str,
        *,
        at_least: str = "likely",
        misspellings: bool = False,
        split: bool = False,
        compounds: bool = False,
        loose: bool = False,
    ) -> list[Match]:
        """Return the terms in a text, in any form, with offsets in the text as given.

        Each match has a ``confidence``, ``possible``, ``likely`` or ``certain``, and says ``why``; those below
        ``at_least`` are left out. Many terms are everyday words too, which the words around them and the subject of
        the text tell apart. Raises ValueError for another ``at_least``.

        ``misspellings``, ``split`` (compounds written apart) and ``compounds`` (unlisted, with a term as a part)
        find more, and ``loose`` is all three; such a match says so in its ``kind``.

        >>> import imsterms
        >>> glossary = imsterms.glossary("nb")
        >>> [(match.text, match.concept.id, match.status) for match in glossary.annotate("Vi ser etter muskelknuter.")]
        [('muskelknuter', 'trigger_point', 'deprecated')]
        >>> [(match.text, match.kind) for match in glossary.annotate("Akkupunktur og trigger punkt", loose=True)]
        [('Akkupunktur', 'misspelt'), ('trigger punkt', 'split')]
        >>> [str(match.confidence) for match in glossary.annotate("Ny bil, nytt utstyr", at_least="possible")]
        ['possible']
        """
        made = self.kept.get("annotator")
        if made is None:
            from .recognition.annotate import annotator

            made = annotator(self)
        matches: list[Match] = made.annotate(
            text,
            at_least=at_least,
            misspellings=misspellings or loose,
            split=split or loose,
            compounds=compounds or loose,
        )
        return matches

    def by_code(self, system: str, code: str | int) -> tuple[CodeMatch, ...]:
        """Return the concepts that a code of another system stands for, each with how well it does; exact ones first.

        An ICD-10 code may be written without its dot, and finds what is mapped to the category or range that it is a
        part of; a code of the Norwegian edition also what is mapped to WHO's. Raises UnknownCodeSystemError for a
        system that is not among ``code_systems``, TypeError where the code is neither text nor a number.

        >>> import imsterms
        >>> [(str(found), found.match) for found in imsterms.glossary("en").by_code("icd-10", "M79.1")]
        [('myalgia', 'exact'), ('myofascial pain syndrome', 'broad')]
        """
        from .lexicon.by_code import concepts_by_code

        return concepts_by_code(self, system, code)

    @property
    def articles(self) -> Articles:
        """The articles in this language, a mapping of id to Article."""
        from .articles.article import Articles

        return Articles(self)

    def lint(
        self,
        text: str,
        *,
        format: str = "text",
        enable: Iterable[str] = (),
        disable: Iterable[str] = (),
        claim_words: Iterable[str] = (),
    ) -> list[Finding]:
        """Return what is wrong with the terms of a text, each with a suggestion in the same grammatical form.

        ``format`` is ``text``, ``markdown``, ``html`` or ``po``; ``enable`` and ``disable`` name rules; ``claim_words``
        are the words of the rule claim-word. Raises UnknownFormatError, UnknownRuleError, and MissingExtraError for
        Markdown without its library.

        >>> import imsterms
        >>> [finding] = imsterms.glossary("nb").lint("Behandleren fant muskelknutene.")
        >>> finding.rule, finding.start, finding.suggestion
        ('deprecated-word', 17, 'triggerpunktene')
        """
        from .checks.text.lint import lint
        from .checks.text.settings import Settings

        settings = Settings(enable=tuple(enable), disable=tuple(disable), claim_words=tuple(claim_words))
        return lint(self, text, format=format, settings=settings)

    def fix(self, text: str, *, format: str = "text", unsafe: bool = False) -> Fixed:
        """Return a text with every suggestion of ``lint`` made that proves itself: put in place, it leaves the sentence
        with the right term in the right form, what agrees with it changed alike, and nothing else touched.

        The result has the ``text``, how many ``edits`` were made, and the ``remaining`` findings for a person;
        with ``unsafe`` their suggestions are made too. To fix twice is to fix once. Raises as ``lint`` does.

        >>> import imsterms
        >>> fixed = imsterms.glossary("nb").fix("En stor muskelknute er øm.")
        >>> fixed.text, fixed.edits, fixed.remaining
        ('Et stort triggerpunkt er ømt.', 1, [])
        """
        from .checks.text.lint import fix

        return fix(self, text, format=format, unsafe=unsafe)

    def link(
        self, page: str, *, link: str | None = None, mentions: str | int = "section", at_least: str = "likely"
    ) -> str:
        """Return an HTML page in which terms open their definitions, or lead to ``link``, a URL with ``{id}`` in it.

        ``mentions`` says which mentions of a concept: the first in each section (``"section"``), ``"all"``, or the
        first so many of the page. Nothing else of the page changes. Raises ValueError for other ``mentions``.

        >>> import imsterms
        >>> imsterms.glossary("nb").link("<p>Ei n&aring;l</p>", link="/{id}")
        '<p>Ei <a class="imsterms-term" href="/needle">n&aring;l</a></p>'
        """
        from .recognition.pages import annotate_html

        return annotate_html(self, page, link=link, mentions=mentions, at_least=at_least)

    # --- rendering ---

    if TYPE_CHECKING:

        @overload
        def render(
            self, text: str, values: Values = None, *, html: Literal[True], audience: str = ..., link: str | None = ...
        ) -> Markup: ...
        @overload
        def render(
            self, text: str, values: Values = None, *, html: bool = False, audience: str = ..., link: str | None = ...
        ) -> str: ...

    def render(
        self,
        text: str,
        values: Values = None,
        *,
        html: bool = False,
        audience: str = "professional",
        link: str | None = None,
    ) -> str:
        """Return a text with its references rendered: ``{trigger_point}[the plural]``.

        ``values`` are the values that the text names; their content is inert, whatever it is. With ``html`` the
        result is Markup in which everything is escaped and the first mention of each term is a button that opens its
        definition, or with ``link``, a URL with ``{id}`` in it, a link to its entry. A page of several texts is a
        ``document``. For ``audience="patient"`` see ``Document``. Raises TextError, UnknownConceptError and
        the errors of forms.

        >>> import imsterms
        >>> imsterms.glossary("nb").render("Behandleren palperer {trigger_point}[the plural].")
        'Behandleren palperer triggerpunktene.'
        """
        if not html and audience == "professional":
            template = self.templates.get(text)
            if template is None:
                from .lexicon.templates import compiled

                template = compiled(self, text, self.templates)
            return template.render(values)
        from .lexicon.rendering import Renderer

        if not html:
            return Renderer(self, audience=audience).text(text, values)
        from zlib import crc32

        # texts that meet on one page must not share ids
        ids = f"{crc32(text.encode('utf-8', 'surrogatepass')):x}"
        return Renderer(self, audience=audience, link=link, ids=ids).html(text, values)

    def document(self, *, audience: str = "professional", link: str | None = None, ids: str = "") -> Document:
        """Return a Document, which remembers what the texts of one page have introduced and explained.

        ``link`` is a URL with ``{id}`` in it, for terms that lead to their entries; ``ids`` is put into the ids of
        explanations, for a page of several documents. Raises TextError for a link that does not lead to a page.
        """
        from .lexicon.rendering import Document

        return Document(self, audience=audience, link=link, ids=ids)


Family = dict[tuple[str, bool], Glossary]
"""The glossaries of one termbase, by language and whether they fall back."""


open_glossary = Glossary.opened

_data: Data | None = None
_family: Family = {}


def built_in() -> Data:
    """Return the runtime data of the built-in termbase: the wheel's own, or in a checkout that of the sources."""
    global _data
    if _data is None:
        if _PACKAGED:
            from .termbase.runtime import PackagedData

            data: Data = PackagedData(_RUNTIME)
        else:
            from .catalogs.data import read_source_data

            data = read_source_data(os.path.join(_HERE, "data"), LOCALES_DIR, VERSION, root=os.path.dirname(_HERE))
        data.address = (_built_in_family, ())
        _data = data
    return _data


def _built_in_family() -> tuple[Data, Family]:
    """Return what values of the built-in termbase are made from, in whatever process they are unpickled."""
    return built_in(), _family


def offered(data: Data) -> tuple[str, ...]:
    """Return the languages of a termbase that are far enough to be offered to visitors."""
    return tuple(tag for tag in data.languages if data.progress(tag)["offered"])


def negotiated(data: Data, header: str | None, default: str) -> str:
    """Return the offered language of a termbase that serves an ``Accept-Language`` header best, or the default."""
    from .languages.tags import negotiate, normalise

    default = normalise(default, data.languages)
    return negotiate(header, (*offered(data), default), default)


def glossary(language: str, *, fallback: bool = False) -> Glossary:
    """Return the built-in glossary in a language; the same object each time, safe to share between threads.

    ``language`` is a tag as people and systems write it: ``nb``, ``nb-NO``, ``nb_NO.UTF-8`` and ``no`` are Bokmål.
    With ``fallback``, words that the language does not have yet are served in Bokmål or English (``nn``, ``nb``,
    ``en``), and say so. Raises UnknownLanguageError.

    >>> import imsterms
    >>> imsterms.glossary("nn-NO")["intramuscular_stimulation"].term.the
    'den intramuskulære stimuleringa'
    """
    opened = _family.get((language, fallback))
    return opened if opened is not None else open_glossary(built_in(), language, fallback, _family)
