"""The concepts of one language: their designations, their texts, and their places among each other."""

from __future__ import annotations

from _collections_abc import Mapping
from _operator import getitem

from .lexicon import Entry, Lexicon, missing
from .schema import PYDANTIC
from .term import Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ..termbase.model import Source
    from ..termbase.records import ConceptRecord, ListField, TermRecord, TextField
    from .designation import Designation
    from .text import Advice, Text


class Concept(Entry):
    """A concept as one language has it. Made by a Glossary; read only.

    >>> import imsterms
    >>> concept = imsterms.glossary("nb")["trigger_point"]
    >>> [broader.term for broader in concept.broader]
    ['ømt punkt']
    """

    __slots__ = ("_term",)

    __get_pydantic_core_schema__ = PYDANTIC

    def __init__(self, glossary: Concepts, concept_id: str, term: Term | None) -> None:
        super().__init__(glossary, concept_id)
        self._term = term

    @property
    def term(self) -> Term:
        """The preferred term. Raises MissingTranslationError where there is none yet."""
        if self._term is None:
            raise missing(self._id, "term", self._glossary.language)
        return self._term

    @property
    def has_term(self) -> bool:
        """Whether the language (or a fallback that was asked for) has a term."""
        return self._term is not None

    def __repr__(self) -> str:
        return f"<Concept {self._id} {self._glossary.language}: {self._term}>"

    def __lt__(self, other: Concept) -> bool:
        """Return whether the concept comes first in a list, as its language sorts (æ, ø, å after z)."""
        from ..languages.collation import collation_key

        key = collation_key(self.language)
        return key(str(self)) < key(str(other))

    def __reduce__(self) -> tuple[Any, ...]:
        return getitem, (self._glossary, self._id)

    def __str__(self) -> str:
        """Return the preferred term; the id where the language has none yet."""
        return self._id if self._term is None else str.__str__(self._term)

    def __format__(self, spec: str) -> str:
        """Return the term in the form that ``spec`` names: ``f"{concept:the plural}"``."""
        return format(self.term if spec else str(self), spec)

    def as_dict(self) -> dict[str, object]:
        """Return the concept in its language as plain data, with the keys of the JSON document."""
        from .plain_data import concept_record

        return concept_record(self, (self.language,))

    def in_language(self, language: str) -> Concept:
        """Return the same concept in another language. Raises UnknownLanguageError."""
        concept: Concept = self._glossary.in_language(language)[self._id]
        return concept

    # --- designations ---

    @property
    def abbreviation(self) -> str | None:
        """The abbreviation, if the language uses one."""
        return self._record.get("abbreviation")

    @property
    def plain(self) -> str | None:
        """The wording that a patient would use, where the term is not plain already."""
        return self._term.plain if self._term is not None else None

    @property
    def plain_forms(self) -> tuple[str, ...]:
        """The plain wording, and the one for more than one where that differs."""
        from ..termbase.grammar import plain_forms

        return plain_forms(self._record)

    @property
    def admitted(self) -> tuple[Designation, ...]:
        """Other terms that may be used."""
        return self._listed("admitted")

    @property
    def deprecated(self) -> tuple[Designation, ...]:
        """Terms that are recognised and never rendered; each has its reason."""
        return self._listed("deprecated")

    @property
    def lay(self) -> tuple[Designation, ...]:
        """What patients and everyday texts say: recognised, never rendered."""
        return self._listed("lay")

    @property
    def variants(self) -> tuple[str, ...]:
        """Other official spellings and inflections of the preferred term."""
        records = self._record.get("variants", ())
        return tuple(dict.fromkeys(form for record in records for form in record["forms"] if form != "-"))

    @property
    def designations(self) -> tuple[Designation, ...]:
        """Every designation, the preferred term first."""
        from ..termbase.grammar import all_forms
        from .designation import ABBREVIATION, PLAIN, TERM, VARIANTS, Designation

        if self._term is None:
            return self.deprecated
        # the forms that are the term itself, not its abbreviation or what comes before another word
        other = ("short", "short genitive", "full", "the full", "plain", "compound")
        designations = [Designation(all_forms(self._record, self._term.language, self._id, without=other), TERM)]
        if self.abbreviation:
            designations.append(Designation({"short": self.abbreviation}, ABBREVIATION))
        designations += [*self.admitted, *self.deprecated, *self.lay]
        designations += [Designation({"": variant}, VARIANTS) for variant in self.variants]
        if self.plain:
            plain = dict(zip(("plain", "plural"), self.plain_forms, strict=False))
            designations.append(Designation(plain, PLAIN))
        return tuple(designations)

    def _listed(self, field: ListField) -> tuple[Designation, ...]:
        from .designation import listed

        records = self._record.get(field, ())
        if self._term is None and field == "deprecated":
            records = self._glossary._avoided(self._id)
        return listed(self.language, records, field) if records else ()

    @property
    def _record(self) -> TermRecord:
        return self._term._record if self._term is not None else {}

    # --- texts ---

    @property
    def definition(self) -> Text | None:
        """The definition (ISO 704), rendered; None where the concept has none."""
        return self._text("definition")

    @property
    def explanation(self) -> Text | None:
        """The explanation for patients, rendered; None where the concept has none."""
        return self._text("explanation")

    @property
    def notes(self) -> tuple[Text, ...]:
        """Notes: homonyms, false friends, usage."""
        from .text import concept_notes

        return concept_notes(self._glossary, self._id)

    def _text(self, field: TextField) -> Text | None:
        from .text import concept_text

        return concept_text(self._glossary, self._id, field)

    # --- place among the others ---

    @property
    def _structure(self) -> ConceptRecord:
        record: ConceptRecord = self._glossary.structure["concepts"][self._id]
        return record

    @property
    def subject_field(self) -> str:
        """Name of the subject field; ``glossary.label("subject_field.<name>")`` is its word."""
        return self._structure["subject_field"]

    @property
    def part_of_speech(self) -> str:
        """``noun``, ``proper noun``, ``verb`` ...; ``unknown`` where an imported file does not say."""
        return self._structure["part_of_speech"]

    @property
    def broader(self) -> tuple[Concept, ...]:
        """The generic concepts above this one."""
        return self._concepts(self._structure["broader"])

    @property
    def narrower(self) -> tuple[Concept, ...]:
        """The specific concepts below this one."""
        return self.relations.get("narrower", ())

    @property
    def relations(self) -> dict[str, tuple[Concept, ...]]:
        """All relations but ``broader``, by type, in both directions (``part_of`` and ``has_part``)."""
        return {relation: self._concepts(ids) for relation, ids in self._structure["relations"].items()}

    def _concepts(self, ids: list[str]) -> tuple[Concept, ...]:
        return tuple(self._glossary[concept_id] for concept_id in ids)

    @property
    def codes(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Codes by system and relation: ``{"mesh": {"exact": ("D054972",)}}``."""
        return {
            system: {relation: tuple(codes) for relation, codes in relations.items()}
            for system, relations in self._structure["codes"].items()
        }

    @property
    def sources(self) -> tuple[Source, ...]:
        """The works that the definition rests on."""
        return tuple(self._glossary._source(name) for name in self._structure["sources"])

    @property
    def basis(self) -> str:
        """Where the definition comes from: ``sourced``, ``adapted`` or ``own``; else ``unknown``."""
        return self._structure["basis"]

    @property
    def origin(self) -> dict[str, tuple[str, ...]]:
        """What an imported concept was in its file: ``id``, ``notation``, and fields that have no other place here."""
        return {name: tuple(values) for name, values in self._structure.get("origin", {}).items()}

    @property
    def review(self) -> str:
        """Who has looked at the entry: ``none``, ``editorial`` or ``clinical``."""
        return self._structure["review"]["state"]

    @property
    def review_date(self) -> str:
        """When that was (ISO 8601); empty without a review."""
        return self._structure["review"]["date"]

    @property
    def advice(self) -> tuple[Advice, ...]:
        """On which signs to seek help and from whom, the most urgent first; empty for most concepts."""
        from .text import advice

        return advice(self._glossary, self._structure.get("advice", ()))

    @property
    def contraindication(self) -> str | None:
        """``absolute`` or ``relative``, where the concept speaks against needling."""
        return self.facts.get("contraindication")

    @property
    def facts(self) -> dict[str, str]:
        """What few concepts state in one word, by name (``contraindication``); empty for most."""
        return dict(self._structure.get("facts", {}))

    @property
    def verified(self) -> tuple[str, str] | None:
        """When a statement of present law was last checked, and against what; None where there is none."""
        record = self._structure.get("verified")
        return (record["date"], record["against"]) if record else None

    @property
    def notice(self) -> str | None:
        """What must appear wherever the concept is shown: that no clinician has reviewed its advice, or that the
        English has changed since it was translated."""
        from .text import notice

        return notice(self._glossary, self._id)

    @property
    def needs_review(self) -> bool:
        """Whether the English of anything that is served of the concept has changed since it was translated."""
        from .text import is_outdated

        return is_outdated(self._glossary, self._id)


class Concepts(Lexicon, Mapping[str, Concept]):
    """All concepts in one language, a mapping of id to Concept."""

    def __init__(self, data: Any, language: str, fallback: bool, family: dict[tuple[str, bool], Any]) -> None:
        super().__init__(data, language, fallback, family)
        self._concepts = _Made(self)

    def __getitem__(self, concept_id: str) -> Concept:
        return self._concepts[concept_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.structure["concepts"])

    def __len__(self) -> int:
        return len(self.structure["concepts"])

    def __contains__(self, concept_id: object) -> bool:
        return concept_id in self.structure["concepts"]

    __eq__ = Lexicon.__eq__  # Mapping would compare all concepts
    __hash__ = Lexicon.__hash__

    def sorted(self) -> list[Concept]:
        """Return the concepts that have a term here, sorted by it as the language sorts (æ, ø, å after z)."""
        from ..languages.collation import collation_key

        key = collation_key(self.language)
        return sorted((concept for concept in self.values() if concept.has_term), key=lambda concept: key(concept.term))


class _Made(dict[str, Concept]):
    """The concepts asked for so far; a missing one is made, or explained."""

    def __init__(self, concepts: Concepts) -> None:
        super().__init__()
        self._of = concepts

    def __missing__(self, concept_id: str) -> Concept:
        concepts = self._of
        if not isinstance(concept_id, str) or concepts.terms_record(concept_id) is None:
            resolved = concepts.resolve(concept_id, depth=4)
            if resolved != concept_id:
                return concepts[resolved]
            made = Concept(concepts, concept_id, None)
        else:
            made = Concept(concepts, concept_id, concepts.term(concept_id))
        # setdefault: two threads may come here at once, and both are to get the same object
        return self.setdefault(concept_id, made)
