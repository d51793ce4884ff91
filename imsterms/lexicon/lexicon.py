"""What one language says: the records of a termbase in a language, with the languages it falls back on."""

from __future__ import annotations

from ..errors import MissingTranslationError, SourceError, UnknownConceptError, UnknownLabelError, nearest
from .term import Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Self, TypeVar

    from ..languages.data import Entries
    from ..termbase.model import CodeSystem, Source
    from ..termbase.records import (
        DesignationRecord,
        LanguageTerms,
        LanguageTexts,
        ProgressRecord,
        Structure,
        TermRecord,
    )
    from ..termbase.runtime import Address, Data

    T = TypeVar("T")


class Lexicon:
    """The records of one language; a Glossary is one, and adds what can be done with them."""

    def __init__(self, data: Data, language: str, fallback: bool, family: dict[tuple[str, bool], Any]) -> None:
        self.language = language
        """Language tag."""
        self.fallback = _chain(language, data.languages) if fallback else ()
        """Languages whose words are served, in order, where this one has none."""
        self._falls_back = fallback
        self._data = data
        self._family = family
        self._terms = {language: data.terms(language)}
        self._made: dict[str, Term] = {}
        self.templates: dict[str, Any] = {}
        """Texts compiled for this lexicon (``templates``)."""
        self.kept: dict[str, Any] = {}
        """What rooms above have made of this lexicon, once for all (``once``)."""

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what is kept of this lexicon under a name; it is made when first asked for.

        Meanwhile no garbage is collected, in other threads neither: all that is made is kept, and looking through it
        would take a fifth of the time. Of several threads, the first that is done turns the collector on again.
        """
        if name not in self.kept:
            import gc

            collecting = gc.isenabled()
            try:
                gc.disable()
                made = make()
            finally:
                if collecting:
                    gc.enable()
            # setdefault: two threads may come here at once, and both are to get the same object
            self.kept.setdefault(name, made)
        kept: T = self.kept[name]
        return kept

    @property
    def version(self) -> str:
        """Version of the termbase, to store beside a record."""
        return self._terms[self.language]["version"]

    @property
    def content_hash(self) -> str:
        """SHA-256 over everything that the termbase says in any language, to store beside a record."""
        return self._terms[self.language]["content_hash"]

    @property
    def replaced(self) -> dict[str, str]:
        """Each obsolete id with the id that replaced it."""
        return dict(self._terms[self.language]["replaced"])

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the termbase."""
        return self._data.languages

    @property
    def progress(self) -> ProgressRecord:
        """How much of the termbase the language has, and whether that is enough for visitors."""
        return self._data.progress(self.language)

    @property
    def gaps(self) -> dict[str, str]:
        """The texts of the language that cannot be rendered and are left out, by msgctxt, each with the reason."""
        return dict(self.texts().get("gaps", {}))

    def in_language(self, language: str, *, fallback: bool | None = None) -> Self:
        """Return the same termbase in another language, falling back as this one does unless ``fallback`` says.

        Raises UnknownLanguageError.
        """
        falls_back = self._falls_back if fallback is None else fallback
        return type(self).opened(self._data, language, falls_back, self._family)

    @classmethod
    def opened(cls, data: Data, language: str, fallback: bool, family: dict[tuple[str, bool], Any]) -> Self:
        """Return the lexicon of ``data`` in ``language``; the same arguments give the same object.

        Raises UnknownLanguageError.
        """
        lexicon = family.get((language, fallback))
        if lexicon is None:
            tag = language
            if language not in data.languages:
                from ..languages.tags import normalise

                tag = normalise(language, data.languages)
            made = cls(data, tag, fallback, family)
            # setdefault: two threads may come here at once, and both are to get the same object
            lexicon = family.setdefault((tag, fallback), made)
        kept: Self = lexicon
        return kept

    # --- identity: what the termbase says, in which language ---

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Lexicon):
            return NotImplemented
        if self._data is not other._data and self.content_hash != other.content_hash:
            return False
        return (self.language, self._falls_back) == (other.language, other._falls_back)

    def __hash__(self) -> int:
        return hash((self.language, self._falls_back, self.version))

    def __copy__(self, *_: object) -> Self:
        return self  # immutable

    __deepcopy__ = __copy__

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle where the termbase is found and what it said, not the termbase."""
        if self._data.address is None:
            raise TypeError(
                "this glossary was not opened by imsterms.glossary() or imsterms.load(), so another process could not "
                "find its termbase; pass ids on instead"
            )
        return reopened, (type(self), self._data.address, self.language, self._falls_back, self.content_hash)

    # --- data, loaded when first asked for ---

    def terms_record(self, concept_id: str) -> tuple[TermRecord, LanguageTerms] | None:
        """Return the terms record of a concept and the terms of the language it is from: this one or a fallback."""
        for language in (self.language, *self.fallback):
            if language not in self._terms:
                self._terms[language] = self._data.terms(language)
            terms = self._terms[language]
            record = terms["concepts"].get(concept_id)
            if record is not None:
                return record, terms
        return None

    def _avoided(self, concept_id: str) -> list[DesignationRecord]:
        """Return what is not to be used for a concept that the language has no term for."""
        return self._data.terms(self.language).get("avoided", {}).get(concept_id, [])

    def plural_rule(self, language: str) -> str:
        """Return the plural rule of a language's catalog (``nplurals=2; plural=(n != 1);``)."""
        if language not in self._terms:
            self._terms[language] = self._data.terms(language)
        return self._terms[language]["plurals"]

    @property
    def structure(self) -> Structure:
        """What is true in every language, as plain data."""
        return self._data.structure()

    def texts(self, language: str | None = None) -> LanguageTexts:
        """Return the longer texts of a language, as plain data."""
        return self._data.texts(language or self.language)

    @property
    def _word_lists(self) -> Mapping[str, Entries]:
        """What the termbase adds to the word lists of the languages (``languages.word_lists``), by file name."""
        return self._data.word_lists

    @property
    def sources(self) -> dict[str, Source]:
        """The bibliography, by source id; our own words about a work are in the language where it has them."""
        return {name: self._source(name) for name in self.structure["sources"]}

    def _source(self, name: str) -> Source:
        """Return a work of the bibliography."""
        from ..termbase.model import Source

        work: Any = {**self.structure["sources"][name], **self.texts().get("sources", {}).get(name, {})}
        return Source(name, **work)

    @property
    def code_systems(self) -> dict[str, CodeSystem]:
        """The systems that concepts are mapped to, with their editions and licences, by the names that codes have.

        >>> import imsterms
        >>> imsterms.glossary("en").code_systems["icd-11"].version
        '2024-01'
        """
        from ..termbase.model import CodeSystem

        records: Any = self.structure["code_systems"]
        return {name: CodeSystem(name, **record) for name, record in records.items()}

    def label(self, name: str) -> str:
        """Return a word of the interface (``"relation.part_of"``), in a fallback language if need be.

        A subject field of the termbase's own that has no word is its name. Raises UnknownLabelError.
        """
        words = {word for language in self.languages for word in self.texts(language)["interface"]}
        own = {f"subject_field.{record['subject_field']}" for record in self.structure["concepts"].values()}
        if words and name not in words | own:
            raise UnknownLabelError(f"no word of the interface is called '{name[:60]}'{nearest(name, words)}")
        return self.word(name)

    def word(self, name: str) -> str:
        """Return a word of the interface; where the termbase has none, as a clinic's own may, the end of its name."""
        for language in (self.language, *self.fallback):
            word = self.texts(language)["interface"].get(name)
            if word:
                return word
        return name.rpartition(".")[2].replace("_", " ")

    def resolve(self, concept_id: str, *, depth: int = 3) -> str:
        """Return the id of a concept, or of what replaced it, with a warning. Raises UnknownConceptError."""
        if concept_id in self.structure["concepts"]:
            return concept_id
        replacement = self._terms[self.language]["replaced"].get(concept_id)
        if replacement:
            import warnings

            message = f"the concept '{concept_id}' is obsolete; use '{replacement}'"
            warnings.warn(message, DeprecationWarning, stacklevel=depth)
            return replacement
        name = str(concept_id)
        # None is no misspelling of "bone"
        near = nearest(name, self.structure["concepts"]) if name == concept_id else ""
        raise UnknownConceptError(f"there is no concept '{name[:80]}'{near}")

    def term(self, concept_id: str) -> Term:
        """Return the preferred term of a concept. Raises UnknownConceptError or MissingTranslationError."""
        made = self._made.get(concept_id)
        if made is not None:
            return made
        served = self.terms_record(concept_id)
        if served is None:
            resolved = self.resolve(concept_id)
            if resolved != concept_id:
                return self.term(resolved)
            raise missing(concept_id, "term", self.language)
        # setdefault: two threads may come here at once, and both are to get the same object
        return self._made.setdefault(concept_id, Term(concept_id, *served))


class Entry:
    """What a termbase has under an id, in the language of a lexicon: a concept or an article."""

    __slots__ = ("__weakref__", "_glossary", "_id")

    def __init__(self, glossary: Any, entry_id: str) -> None:
        self._glossary = glossary
        self._id = entry_id

    @property
    def id(self) -> str:
        """The permanent id."""
        return self._id

    @property
    def glossary(self) -> Any:
        """The ``imsterms.Glossary`` that this belongs to."""
        return self._glossary  # Any: a room above has made it, with methods that this room does not know

    @property
    def language(self) -> str:
        """Language tag of the glossary."""
        return str(self._glossary.language)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._id == other._id and bool(self._glossary == other._glossary)

    def __hash__(self) -> int:
        return hash((self._id, self._glossary.language))

    def __copy__(self, *_: object) -> Self:
        return self  # immutable

    __deepcopy__ = __copy__


def reopened(lexicon: type[Lexicon], address: Address, language: str, fallback: bool, content_hash: str) -> Lexicon:
    """Return the lexicon that was pickled. Raises SourceError where its termbase says something else by now."""
    find, arguments = address
    data, family = find(*arguments)
    if data.content_hash != content_hash:
        raise SourceError(
            "the termbase has changed since this value was stored; store ids where values have to outlive a release"
        )
    return lexicon.opened(data, language, fallback, family)


def _chain(language: str, available: tuple[str, ...]) -> tuple[str, ...]:
    from ..languages.profile import profile
    from ..languages.tags import SOURCE

    stated = profile(language)
    fallback = stated.fallback if stated.exists else (SOURCE,)
    return tuple(tag for tag in fallback if tag in available)


def missing(concept_id: str, what: str, language: str) -> MissingTranslationError:
    """Return the error for a text that a language does not have yet."""
    return MissingTranslationError(
        f"the {what} of '{concept_id}' is not translated into {language}; "
        f"ask for a fallback with imsterms.glossary('{language}', fallback=True) if another language will do"
    )
