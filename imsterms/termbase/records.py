"""The shapes of the runtime data, for types only: nothing on the way of a cold start imports them at run time.

``terms.<language>.json`` holds the LanguageTerms of a language, ``texts.<language>.json`` its LanguageTexts, and
``structure.json`` the Structure. A record that goes on top of another may lack any key, and holds None or an empty list
where the language says ``-``.
"""

from typing import Literal, NotRequired, TypedDict

PhraseField = Literal["abbreviation", "plain"]
ListField = Literal["admitted", "deprecated", "variants", "lay"]
TextField = Literal["definition", "explanation"]

# --- what a language says ---


class DesignationRecord(TypedDict):
    """An admitted, deprecated, variant or lay designation, as ``termbase.designation`` reads it."""

    forms: list[str]
    reason: str


class Marks(TypedDict, total=False):
    """The states of translations, by field."""

    fuzzy: list[str]
    """The fields whose English text has changed since they were translated."""
    reviewed: dict[str, list[str]]
    """When each field was reviewed (ISO 8601), and by whom."""


class TermRecord(Marks, total=False):
    """The designations of a concept."""

    forms: dict[str, str | None]
    """The stated forms of the preferred term by name, the base form under ``""``; None for one that does not exist."""
    counts: list[str]
    """The forms beside a number, where the language has more than two."""
    abbreviation: str | None
    plain: str | None
    admitted: list[DesignationRecord]
    deprecated: list[DesignationRecord]
    variants: list[DesignationRecord]
    lay: list[DesignationRecord]
    gender: str
    """Where the language has no indefinite article that shows it."""


class LanguageTerms(TypedDict):
    """The designations of every concept."""

    language: str
    plurals: str
    """The plural rule of the catalog."""
    replaced: dict[str, str]
    """Each obsolete id with the id that replaced it."""
    concepts: dict[str, TermRecord]
    avoided: NotRequired[dict[str, list[DesignationRecord]]]
    """What is not to be used for concepts that the language has no term for."""
    content_hash: NotRequired[str]
    version: NotRequired[str]


class TextRecord(Marks, total=False):
    """The longer texts of a concept, with their placeholders."""

    definition: str | None
    explanation: str | None
    notes: list[str]


class BlockTexts(TypedDict, total=False):
    """The texts of a block of an article; which there are follows from the kind of the block."""

    text: str
    reason: str
    columns: list[str]
    rows: list[list[str]]


class ArticleTexts(Marks):
    """The texts of an article; an empty one is not translated yet."""

    title: str
    blocks: dict[str, BlockTexts]


class LanguageTexts(TypedDict):
    """The longer texts, the articles and the interface words of a language."""

    concepts: dict[str, TextRecord]
    articles: dict[str, ArticleTexts]
    interface: dict[str, str]
    units: dict[str, list[str]]
    """Each unit with its words beside a number, by the plural rule."""
    sources: NotRequired[dict[str, dict[str, str]]]
    """Our own words about the works of the bibliography, by work and field."""
    gaps: NotRequired[dict[str, str]]
    """By msgctxt, why a text that the language has cannot be rendered and is left out."""


class ProgressRecord(TypedDict):
    """How much of what the language of the sources has a language has too: how many, and of how many."""

    terms: list[int]
    """Terms with all the forms that are asked for."""
    texts: list[int]
    """Definitions and explanations."""
    words: list[int]
    """Words of the interface and units."""
    offered: bool


# --- what is true in every language ---


class SignRecord(TypedDict):
    """How urgent a sign is, and whether a clinician has settled that."""

    urgency: str
    settled: bool


class ConceptRecord(TypedDict):
    """A concept's place among the others, its codes and its sources, as ``model.ConceptEntry`` states them.

    Relations go both ways.
    """

    subject_field: str
    part_of_speech: str
    broader: list[str]
    relations: dict[str, list[str]]
    codes: dict[str, dict[str, list[str]]]
    sources: list[str]
    basis: str
    review: dict[Literal["state", "date"], str]
    advice: NotRequired[list[str]]
    facts: NotRequired[dict[str, str]]
    verified: NotRequired[dict[Literal["date", "against"], str]]
    origin: NotRequired[dict[str, list[str]]]


class BlockRecord(TypedDict):
    """A block of an article, as ``model.BlockEntry`` states it; columns and rows are the ids of those of a table."""

    id: str
    kind: str
    covers: list[str]
    attribution: NotRequired[str]
    assessment: NotRequired[str]
    date: NotRequired[str]
    sources: NotRequired[list[str]]
    columns: NotRequired[list[str]]
    rows: NotRequired[list[str]]
    signs: NotRequired[list[str]]


class ArticleRecord(TypedDict):
    """An article without its words."""

    values: dict[str, str]
    sources: list[str]
    blocks: list[BlockRecord]


class Structure(TypedDict):
    """Everything that is true in every language."""

    concepts: dict[str, ConceptRecord]
    articles: dict[str, ArticleRecord]
    sources: dict[str, dict[str, str | bool]]
    """What is stated of each work in the bibliography, by the names of ``model.Source``."""
    code_systems: dict[str, dict[str, str]]
    """What is stated of each code system, by the names of ``model.CodeSystem``."""
    signs: dict[str, SignRecord]
    about: dict[str, str]
    """Title, publisher, licence, version and namespace of the termbase, as far as it states them."""
