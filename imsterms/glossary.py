"""The glossary of one language: look-up by id, by any form, by code; immutable and safe to share."""

from __future__ import annotations

from _collections_abc import Mapping

from .errors import MissingTranslationError, UnknownConceptError, nearest
from .languages import FALLBACK, SOURCE, normalise
from .term import Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from markupsafe import Markup

    from .articles import Articles
    from .bibliography import Source
    from .codes import CodeSystem
    from .concept import Concept
    from .recognition.annotate import Annotator, Match
    from .recognition.lint import TextFinding
    from .rendering import Document
    from .search import Found, Index
    from .templates import Template
    from .termbase.runtime import Data


class Glossary(Mapping[str, "Concept"]):
    """All concepts in one language, a mapping of id to Concept.

    Made by ``imsterms.glossary``; an application keeps and shares it.

    >>> import imsterms
    >>> glossary = imsterms.glossary("nn")
    >>> glossary["trigger_point"].term.the_plural
    'triggerpunkta'
    >>> glossary["trigerpoint"]
    Traceback (most recent call last):
        ...
    imsterms.errors.UnknownConceptError: there is no concept 'trigerpoint'; did you mean 'trigger_point'?
    """

    def __init__(self, data: Data, language: str, fallback: bool, family: Family) -> None:
        self.language = language
        """Language tag."""
        self.fallback = _chain(language, data.languages) if fallback else ()
        """Languages whose words are served, in order, where this one has none."""
        self._falls_back = fallback
        self._data = data
        self._family = family
        self._terms = {language: data.terms(language)}
        self._concepts = _Concepts(self)
        self._index: Index | None = None
        self._templates: dict[str, Template] = {}
        self._annotator: Annotator | None = None

    @property
    def version(self) -> str:
        """Version of the termbase, to store beside a record."""
        return str(self._terms[self.language]["version"])

    @property
    def content_hash(self) -> str:
        """SHA-256 over everything that the termbase says in any language, to store beside a record."""
        return str(self._terms[self.language]["content_hash"])

    @property
    def replaced(self) -> dict[str, str]:
        """Each obsolete id with the id that replaced it."""
        return dict(self._terms[self.language]["replaced"])

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the termbase."""
        return self._data.languages

    # --- mapping ---

    def __getitem__(self, concept_id: str) -> Concept:
        return self._concepts[concept_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.structure["concepts"])

    def __len__(self) -> int:
        return len(self.structure["concepts"])

    def __contains__(self, concept_id: object) -> bool:
        return concept_id in self.structure["concepts"]

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return f"<Glossary {self.language} {self.version}>"

    def in_language(self, language: str, *, fallback: bool | None = None) -> Glossary:
        """Return the same termbase in another language, falling back as this one does unless ``fallback`` says.

        Raises UnknownLanguageError.
        """
        return open_glossary(self._data, language, self._falls_back if fallback is None else fallback, self._family)

    # --- data, loaded when first asked for ---

    def terms_record(self, concept_id: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """Return the terms record of a concept and the terms it stands in, here or in a fallback language."""
        for language in (self.language, *self.fallback):
            if language not in self._terms:
                self._terms[language] = self._data.terms(language)
            terms = self._terms[language]
            record = terms["concepts"].get(concept_id)
            if record is not None:
                return record, terms
        return None

    def plural_rule(self, language: str) -> str:
        """Return the plural rule of a language's catalog (``nplurals=2; plural=(n != 1);``)."""
        if language not in self._terms:
            self._terms[language] = self._data.terms(language)
        return str(self._terms[language]["plurals"])

    @property
    def structure(self) -> dict[str, Any]:
        """What is true in every language, as plain data."""
        return self._data.structure()

    def texts(self, language: str | None = None) -> dict[str, Any]:
        """Return the longer texts of a language, as plain data."""
        return self._data.texts(language or self.language)

    # --- look-up ---

    def find(self, text: str) -> list[Found]:
        """Return the concepts that ``text`` is a designation of, in any form, with the designation's status.

        Case and the kind of white space do not matter. Nothing found is an empty list.

        >>> import imsterms
        >>> found = imsterms.glossary("nb").find("Triggerpunktene")[0]
        >>> found.concept.id, found.status, found.forms
        ('trigger_point', 'preferred', ('the plural',))
        """
        return self.index.find(text)

    def search(self, query: str, *, limit: int = 20) -> list[Found]:
        """Return concepts for a search box, best first: prefixes, accents and small typos are forgiven.

        >>> import imsterms
        >>> imsterms.glossary("nb").search("nal")[0].concept.id
        'needle'
        """
        return self.index.search(query, limit)

    def annotate(
        self,
        text: str,
        *,
        misspellings: bool = False,
        split: bool = False,
        compounds: bool = False,
        loose: bool = False,
    ) -> list[Match]:
        """Return the terms that stand in a text, in any form, with offsets in the text as given.

        ``misspellings``, ``split`` (compounds written apart) and ``compounds`` (nobody listed, with a term as a part)
        find more, and ``loose`` is all three; such a match says so in its ``kind``.

        >>> import imsterms
        >>> glossary = imsterms.glossary("nb")
        >>> [(match.text, match.concept.id, match.status) for match in glossary.annotate("Vi ser etter muskelknuter.")]
        [('muskelknuter', 'trigger_point', 'deprecated')]
        >>> [(match.text, match.kind) for match in glossary.annotate("Akkupunktur og trigger punkt", loose=True)]
        [('Akkupunktur', 'misspelt'), ('trigger punkt', 'split')]
        """
        from .recognition.annotate import annotator

        return annotator(self).annotate(
            text, misspellings=misspellings or loose, split=split or loose, compounds=compounds or loose
        )

    @property
    def index(self) -> Index:
        """The index over every form of every designation, made when first asked for."""
        if self._index is None:
            from .search import Index

            self._index = Index(self)
        return self._index

    def by_code(self, system: str, code: str) -> tuple[Concept, ...]:
        """Return the concepts that a code of another system stands for, exact matches first.

        A Norwegian ICD-10 code may be written without its dot and with its fifth character.

        >>> import imsterms
        >>> imsterms.glossary("en").by_code("mesh", "D061028")[0].id
        'trigger_point'
        """
        from .codes import concepts_by_code

        return concepts_by_code(self, system, code)

    @property
    def articles(self) -> Articles:
        """The articles in this language, a mapping of id to Article."""
        from .articles import Articles

        return Articles(self)

    @property
    def sources(self) -> dict[str, Source]:
        """The bibliography, by source id."""
        from .bibliography import bibliography

        return bibliography(self.structure)

    @property
    def code_systems(self) -> dict[str, CodeSystem]:
        """The systems that concepts are mapped to, with their editions and licences, by the names that codes have.

        >>> import imsterms
        >>> imsterms.glossary("en").code_systems["icd-11"].version
        '2024-01'
        """
        from .codes import code_systems

        return code_systems(self.structure)

    def label(self, name: str) -> str:
        """Return a word of the interface (``"relation.part_of"``), in a fallback language if need be."""
        for language in (self.language, *self.fallback):
            word = self.texts(language)["interface"].get(name)
            if word:
                return str(word)
        # a name of somebody's own, such as a clinic's subject field
        return name.rpartition(".")[2].replace("_", " ")

    def sorted(self) -> list[Concept]:
        """Return the concepts that have a term here, sorted by it as the language sorts (æ, ø, å after z)."""
        from .languages import collation_key

        key = collation_key(self.language)
        return sorted((concept for concept in self.values() if concept.has_term), key=lambda one: key(one.term))

    def lint(
        self,
        text: str,
        *,
        format: str = "text",
        enable: Iterable[str] = (),
        disable: Iterable[str] = (),
        claim_words: Iterable[str] = (),
    ) -> list[TextFinding]:
        """Return what is wrong with the terms of a text, each with a suggestion in the same grammatical form.

        ``format`` is ``text``, ``markdown``, ``html`` or ``po``; ``enable`` and ``disable`` name rules; ``claim_words``
        are the words of the rule claim-word. Raises UnknownFormatError, UnknownRuleError, and MissingExtraError for
        Markdown without its library.

        >>> import imsterms
        >>> [finding] = imsterms.glossary("nb").lint("Behandleren fant muskelknutene.")
        >>> finding.rule, finding.start, finding.suggestion
        ('deprecated-word', 17, 'triggerpunktene')
        """
        from .recognition.lint import Settings, lint

        settings = Settings(enable=tuple(enable), disable=tuple(disable), claim_words=tuple(claim_words))
        return lint(self, text, format=format, settings=settings)

    # --- rendering ---

    def render(
        self,
        text: str,
        values: Mapping[str, object] | None = None,
        *,
        html: bool = False,
        audience: str = "professional",
        link: str | None = None,
    ) -> str | Markup:
        """Return a text with its references rendered: ``{trigger_point}[the plural]``.

        ``values`` are the values that the text names; their content is inert, whatever it is. With ``html`` the
        result is Markup in which everything is escaped and terms carry their definitions; ``link`` is then a URL
        with ``{id}`` in it. For ``audience="patient"`` see ``Document``. Raises TextError, UnknownConceptError and
        the errors of forms.

        >>> import imsterms
        >>> imsterms.glossary("nb").render("Behandleren palperer {trigger_point}[the plural].")
        'Behandleren palperer triggerpunktene.'
        """
        if not html and audience == "professional":
            template = self._templates.get(text)
            if template is None:
                from .templates import compiled

                template = compiled(self, text, self._templates)
            return template.render(values)
        from .rendering import Renderer

        renderer = Renderer(self, audience=audience, link=link)
        return renderer.html(text, values) if html else renderer.text(text, values)

    def document(self, *, audience: str = "professional") -> Document:
        """Return a Document, in which a term with an abbreviation stands in full first and short afterwards."""
        from .rendering import Document

        return Document(self, audience=audience)


class _Concepts(dict[str, "Concept"]):
    """The concepts asked for so far; a missing one is made, or explained."""

    def __init__(self, glossary: Glossary) -> None:
        super().__init__()
        self._glossary = glossary

    def __missing__(self, concept_id: str) -> Concept:
        from .concept import Concept

        glossary = self._glossary
        found = glossary.terms_record(concept_id) if isinstance(concept_id, str) else None
        if found is not None:
            record, terms = found
            # setdefault: two threads may come here at once, and both are to get the same object
            return self.setdefault(concept_id, Concept(glossary, concept_id, Term(concept_id, record, terms)))
        replacement = glossary._terms[glossary.language]["replaced"].get(concept_id)
        if replacement:
            import warnings

            message = f"the concept '{concept_id}' is obsolete; use '{replacement}'"
            warnings.warn(message, DeprecationWarning, stacklevel=3)
            return glossary[replacement]
        known = glossary.structure["concepts"]
        if concept_id in known:
            return self.setdefault(concept_id, Concept(glossary, concept_id, None))
        name = str(concept_id)
        raise UnknownConceptError(f"there is no concept '{name[:80]}'{nearest(name, known)}")


Family = dict[tuple[str, bool], Glossary]
"""The glossaries of one termbase, by language and whether they fall back."""


def open_glossary(data: Data, language: str, fallback: bool, family: Family) -> Glossary:
    """Return the glossary of ``data`` in ``language``; the same arguments give the same object.

    Raises UnknownLanguageError.
    """
    found = family.get((language, fallback))
    if found is None:
        tag = normalise(language, data.languages)
        made = Glossary(data, tag, fallback, family)
        # setdefault: two threads may come here at once, and both are to get the same object
        found = family.setdefault((tag, fallback), made)
    return found


def _chain(language: str, available: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in FALLBACK.get(language, (SOURCE,)) if one in available)


def missing(concept_id: str, what: str, language: str) -> MissingTranslationError:
    """Return the error for a text that a language does not have yet."""
    return MissingTranslationError(
        f"the {what} of '{concept_id}' is not translated into {language}; "
        f"ask for a fallback with imsterms.glossary('{language}', fallback=True) if another language will do"
    )
