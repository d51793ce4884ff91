"""The termbase as its sources state it: concept entries, articles, interface words, bibliography.

The words are those of ISO 1087 and ISO 30042. Everything here is frozen; the sources speak one language, English
unless they say another, and what other languages say is in the catalogs, not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .records import ListField, PhraseField, TextField

RELATIONS: Mapping[str, str] = {
    # stated in the sources: the inverse, which is derived
    "broader": "narrower",
    "part_of": "has_part",
    "located_in": "location_of",
    "causes": "caused_by",
    "uses": "used_by",
    "targets": "targeted_by",
    "performed_by": "performs",
    "elicits": "elicited_by",
    "sign_of": "has_sign",
    "attribute_of": "has_attribute",
    "measures": "measured_by",
    "contraindicates": "contraindicated_by",
    "prevents": "prevented_by",
    "based_on": "basis_of",
    "requires": "required_by",
    "regulates": "regulated_by",
    "contrasts_with": "contrasts_with",
    "related": "related",
}
"""The closed list of relation types: generic (``broader``), partitive (``part_of``), the rest associative."""

STATED = tuple(name for name in RELATIONS if name != "broader")
"""The relation types that an entry states under ``relations``."""

PARTS_OF_SPEECH = ("noun", "proper noun", "verb", "adjective", "adverb", "other", "unknown")
BASES = ("sourced", "adapted", "own", "unknown")
REVIEWS = ("none", "editorial", "clinical")
URGENCIES = ("emergency_113", "urgent_116117", "same_day_gp", "gp")
"""How urgent a sign is, the most urgent first, and whom to call."""
MATCHES = ("exact", "close", "broad", "narrow")
ASSESSMENTS = (
    "supported",
    "partly_supported",
    "unsupported",
    "contradicted",
    "outdated",
    "disputed",
    "unverified",
)
PLACE = ("subject_field", "part_of_speech", "broader", "relations", "codes", "sources", "basis")
"""The fields of a concept that are true in every language; every concept has them."""
PHRASES: tuple[PhraseField, ...] = ("abbreviation", "plain")
"""The fields of a concept that hold one phrase."""
LISTS: tuple[ListField, ...] = ("admitted", "deprecated", "variants", "lay")
"""The fields of a concept that list designations."""
TEXTS: Mapping[TextField, str] = {
    "definition": "Definition: one phrase, no article first, no full stop.",
    "explanation": "Explained to a patient, two short sentences at most.",
}
"""The fields of a concept that hold a text with references, with what translators are told of each."""
FACTS: Mapping[str, tuple[str, ...]] = {"contraindication": ("absolute", "relative")}
"""What few concepts state in one word that is true in every language, with the words that there are.

The reader, the runtime data, the formats without loss, ``imsterms show`` and the site follow this table. Its labels are
words of the interface (``contraindication.absolute``)."""
ABOUT = ("title", "publisher", "licence", "version", "namespace")
"""What a termbase can say of itself; ``namespace`` is what the IRIs of its concepts begin with."""
NOTHING = "-"
"""What an author or translator writes where something does not exist in a language."""
UNKNOWN = "?"
"""What imported sources write for an English plural or article of which their file says nothing."""


def plain(value: Any) -> Any:
    """Return what an entry states as JSON and YAML have it, for it to be changed: lists for tuples, dicts for parts."""
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return asdict(value) if isinstance(value, Review | Verified) else value


@dataclass(frozen=True, slots=True)
class Review:
    """Who has looked at an entry, and when (ISO 8601); ``none`` has no date."""

    state: str = "none"
    date: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """When a statement of present law, or of who may do what, was last held against its source (ISO 8601)."""

    date: str
    against: str


@dataclass(frozen=True, slots=True)
class SignEntry:
    """A sign to seek help for, with one urgency everywhere. Its words are interface words."""

    id: str
    urgency: str
    source: str = ""
    """What the urgency rests on."""
    settled: bool = False
    """Whether a clinician has settled the urgency."""
    path: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """One concept: what is true in every language, and the English words."""

    id: str
    subject_field: str
    term: str = ""
    plural: str = NOTHING
    """English plural; ``-`` where no language counts the noun, ``?`` where it is not known."""
    part_of_speech: str = "noun"
    article: str = "a"
    more: tuple[str, ...] = ()
    """What English has besides, one ``name: form`` each."""
    abbreviation: str = NOTHING
    admitted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    lay: tuple[str, ...] = ()
    """What patients and everyday texts say: recognised, never rendered."""
    plain: str = NOTHING
    definition: str = ""
    explanation: str = ""
    notes: tuple[str, ...] = ()
    basis: str = "own"
    broader: tuple[str, ...] = ()
    relations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """System -> relation (exact, close, broad, narrow) -> codes."""
    sources: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    """The signs to seek help for."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """``FACTS`` by name, those that are stated."""
    verified: Verified | None = None
    review: Review = Review()
    origin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What an imported entry was in its file: ``id`` and ``notation``, and the fields that have no other place here."""
    replaced_by: str = ""
    """Set on an obsolete entry, which then has nothing but its id."""
    path: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Line of each key in ``path``, and of the id under the key ``id``."""

    @property
    def inflected(self) -> bool:
        """Whether the forms of a noun are asked for; they are also where the part of speech is unknown."""
        return self.part_of_speech in ("noun", "unknown")

    @property
    def countable(self) -> bool:
        """Whether any language counts the noun."""
        return self.inflected and self.plural != NOTHING


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of effect, which never stands without its source and its assessment."""

    text: str
    attribution: str
    assessment: str
    reason: str
    date: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table: the headings of the columns, and rows with as many cells, by their ids."""

    columns: Mapping[str, str]
    rows: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class BlockEntry:
    """A piece of an article: exactly one of text (Markdown), heading, table and claim."""

    id: str
    text: str = ""
    heading: str = ""
    table: TableEntry | None = None
    claim: Claim | None = None
    signs: tuple[str, ...] = ()
    """The signs to seek help for, listed below a text."""
    covers: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def kind(self) -> str:
        """``text``, ``heading``, ``table`` or ``claim``."""
        if self.claim:
            return "claim"
        if self.table:
            return "table"
        return "heading" if self.heading else "text"


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article, block by block."""

    id: str
    title: str
    blocks: tuple[BlockEntry, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    """Name -> ISO 8601 duration or number."""
    sources: tuple[str, ...] = ()
    path: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A work in the bibliography."""

    id: str
    title: str
    author: str = ""
    year: str = ""
    container: str = ""
    """Journal, book or site that published the work, with volume and pages."""
    doi: str = ""
    url: str = ""
    supports: str = ""
    """What the work was read to support."""
    verified: bool = False
    """Whether the bibliographic data were read on a page, as against taken from other references."""
    note: str = ""
    """What the work is, where title and container do not say; our own words, which are translated."""
    legislation: bool = False
    """Whether it is a law or a regulation, of which what is true one day is not true another."""
    path: str = field(default="", compare=False, repr=False)
    line: int = field(default=0, compare=False, repr=False)
    """Where the sources state it; 0 in runtime data."""

    @property
    def words(self) -> dict[str, str]:
        """What is our own words, by field: the note, and a title that we gave the work: what is in brackets."""
        title = {"title": self.title[1:-1]} if self.title.startswith("[") else {}
        return {**title, "note": self.note} if self.note else title

    def __str__(self) -> str:
        """Return the work as one line of a bibliography."""
        year = f"({self.year})" if self.year else ""
        # a work without an author is named by its title
        start = [f"{self.author} {year}".strip(), self.title] if self.author else [f"{self.title} {year}".strip()]
        parts = [*start, self.container, self.note, f"doi:{self.doi}" if self.doi else self.url]
        if self.title == self.url and len(list(filter(None, parts))) == 2:
            return self.url  # a work that is cited by its address alone
        return ". ".join(part.rstrip(".") for part in parts if part) + "."

    def as_dict(self) -> dict[str, str | bool]:
        """Return the work as plain data."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.repr}

    @property
    def link(self) -> str:
        """A URL of the work on the web; empty where there is none."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return self.url if self.url.startswith(("https://", "http://")) else ""


@dataclass(frozen=True, slots=True)
class CodeSystem:
    """A system that concepts are mapped to. Its labels are its owner's; only codes are shipped."""

    id: str
    """The name that ``codes`` have for it, such as ``icd-10``."""
    name: str
    version: str = ""
    """The edition, where it has a name."""
    checked_against: str = ""
    """Where the codes were read."""
    owner: str = ""
    licence: str = ""
    """On what terms the codes may be used."""
    url: str = ""
    path: str = field(default="", compare=False, repr=False)
    line: int = field(default=0, compare=False, repr=False)
    """Where the sources state it; 0 in runtime data."""

    def __str__(self) -> str:
        """Return the name with the edition."""
        return f"{self.name}, {self.version}" if self.version else self.name

    def as_dict(self) -> dict[str, str]:
        """Return the system as plain data."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.repr}


@dataclass(frozen=True, slots=True)
class InterfaceWord:
    """A word of the interface: a label, or a unit with its plural."""

    name: str
    text: str
    plural: str = ""
    comment: str = ""
    path: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Termbase:
    """Everything that the sources of one termbase state."""

    concepts: Mapping[str, ConceptEntry]
    articles: Mapping[str, ArticleEntry] = field(default_factory=dict)
    interface: Mapping[str, InterfaceWord] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    root: str = ""
    """Folder that ``path`` of the entries is relative to."""
    folder: str = ""
    """Folder of the sources, which holds ``concepts``."""
    code_systems: Mapping[str, CodeSystem] = field(default_factory=dict)
    signs: Mapping[str, SignEntry] = field(default_factory=dict)
    language: str = "en"
    """The language that the sources are written in; ours are English, a clinic's own need not be."""
    complete: int = 95
    """How many per cent of the definitions and explanations a language needs to be offered to visitors."""
    offered: tuple[str, ...] = ()
    """Languages that are offered however far they are."""
    about: Mapping[str, str] = field(default_factory=dict)
    """What the termbase says of itself: ``ABOUT``, as far as it is stated."""
