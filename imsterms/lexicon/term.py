"""A term: a ``str`` that knows its other forms."""

from __future__ import annotations

from .. import limits
from ..errors import MissingFormError
from .schema import PYDANTIC

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from ..termbase.records import LanguageTerms, TermRecord


class Term(str):
    """The preferred term of a concept in one language; as a string it is the base form.

    >>> import imsterms
    >>> term = imsterms.glossary("nb")["trigger_point"].term
    >>> term, term.the_plural, f"{term:The plural}", term.counted(3)
    ('triggerpunkt', 'triggerpunktene', 'Triggerpunktene', '3 triggerpunkter')
    """

    __slots__ = ("_concept_id", "_made", "_record", "_terms")

    _record: TermRecord
    _terms: LanguageTerms
    _concept_id: str
    _made: dict[str, str]

    __get_pydantic_core_schema__ = PYDANTIC

    def __new__(cls, concept_id: str, record: TermRecord, terms: LanguageTerms) -> Term:
        term = str.__new__(cls, record["forms"][""])
        term._record = record
        term._terms = terms
        term._concept_id = concept_id
        term._made = {}
        return term

    def __reduce__(self) -> tuple[Callable[..., Term], tuple[str, TermRecord, str, str]]:
        from ..termbase.model import LISTS

        # with what the term itself needs, not with its synonyms nor the whole termbase
        record = self._record.copy()
        for name in LISTS:
            record.pop(name, None)
        return _unpickled, (self._concept_id, record, self._terms["language"], self._terms["plurals"])

    @property
    def language(self) -> str:
        """Language tag of the words, which with a fallback need not be the glossary's."""
        return self._terms["language"]

    @property
    def concept_id(self) -> str:
        """Id of the concept that the term is of."""
        return self._concept_id

    @property
    def abbreviation(self) -> str | None:
        """The abbreviation, if the language uses one."""
        return self._record.get("abbreviation")

    @property
    def plain(self) -> str | None:
        """The wording that a patient would use, where the term is not plain already."""
        from ..termbase.grammar import plain_forms

        return next(iter(plain_forms(self._record)), None)

    @property
    def plain_plural(self) -> str | None:
        """The plain wording beside a plural form of the term."""
        from ..termbase.grammar import plain_forms

        return next(reversed(plain_forms(self._record)), None)

    @property
    def gender(self) -> str | None:
        """``masculine``, ``feminine``, ``common`` or ``neuter``; None in a language without genders, and for names."""
        from ..languages.profile import profile

        forms = self._record["forms"]
        return self._record.get("gender") or profile(self.language).gender(forms.get("a"), forms.get("the"))

    @property
    def needs_review(self) -> bool:
        """Whether the translation is outdated: in use, but the English has changed since."""
        return any(field.startswith("term") for field in self._record.get("fuzzy", ()))

    @property
    def reviewed(self) -> tuple[str, str] | None:
        """When the term and its plural were reviewed (ISO 8601), and by whom."""
        made = self._record.get("reviewed", {}).get("term")
        return (made[0], made[1]) if made else None

    @property
    def forms(self) -> dict[str, str]:
        """Every form that the term has, by name; the base form has the name ``""``."""
        from ..termbase.grammar import all_forms

        return all_forms(self._record, self.language, self._concept_id)

    @property
    def stated_forms(self) -> dict[str, str | None]:
        """The forms from which the others follow, by name; None where the term has no such form ("dry needlings")."""
        return dict(self._record["forms"])

    @property
    def counts(self) -> tuple[str, ...]:
        """The forms beside a number, in the order of the language's plural rule."""
        return tuple(self._record.get("counts") or (str(self), self._record["forms"].get("plural") or ""))

    @property
    def stated_counts(self) -> tuple[str, ...]:
        """The forms beside a number where they are not just the term and its plural; empty otherwise."""
        return tuple(self._record.get("counts", ()))

    def as_dict(self) -> dict[str, object]:
        """Return the term as plain data: its forms by name, the names of those it lacks, its gender."""
        data: dict[str, object] = {
            "term": str(self),
            "forms": self.forms,
            "missing_forms": [name for name, form in self.stated_forms.items() if form is None],
            "needs_review": self.needs_review,
        }
        if self.reviewed:
            data["reviewed"] = dict(zip(("date", "by"), self.reviewed, strict=True))
        if self.gender:
            data["gender"] = self.gender
        if self.stated_counts:
            data["counts"] = list(self.stated_counts)
        return data

    def form(self, spec: str) -> str:
        """Return a form by its name in the table of forms (``"the plural genitive"``), capitalised if the name is.

        Raises UnknownFormError, MissingFormError or MissingTranslationError.
        """
        made = self._made.get(spec)
        if made is None:
            # a cold start that asks for a stored form needs neither
            from ..termbase.forms import capitalise, parse_form
            from ..termbase.grammar import form

            name, capital = parse_form(spec)
            made = form(self._record, self._terms["language"], name, self._concept_id)
            if capital:
                made = capitalise(made)
            if len(self._made) < limits.KEPT_FORMS:  # a form can be written in endless ways ("the   plural")
                self._made[spec] = made
        return made

    @property
    def a(self) -> str:
        """With the indefinite article: 'et triggerpunkt'."""
        return self._record["forms"].get("a") or self.form("a")

    @property
    def the(self) -> str:
        """Definite: 'triggerpunktet'."""
        return self._record["forms"].get("the") or self.form("the")

    @property
    def plural(self) -> str:
        """Indefinite plural: 'triggerpunkter'."""
        return self._record["forms"].get("plural") or self.form("plural")

    @property
    def the_plural(self) -> str:
        """Definite plural: 'triggerpunktene'."""
        return self._record["forms"].get("the plural") or self.form("the plural")

    def counted(self, count: int) -> str:
        """Return a number with the term in the form that it takes: '3 triggerpunkter'.

        Where the form says the number itself (the Arabic dual), no number is written.

        Raises MissingFormError where the language does not count the noun, TypeError unless ``count`` is whole,
        ValueError where it is endless.
        """
        if not isinstance(count, int) or isinstance(count, bool):
            raise TypeError(f"a count is a whole number, not {type(count).__name__}")
        from ..languages.plurals import plural_index
        from ..languages.profile import profile

        counts = self.counts
        slot = min(plural_index(self._terms["plurals"], count), len(counts) - 1)
        word = counts[slot]
        if self._record["forms"].get("plural", "") is None or not word:
            raise MissingFormError(f"'{self}' ({self._concept_id}) is not counted in {self.language}")
        if slot in profile(self.language).numberless:
            return word
        return f"{written_number(count, self.language)} {word}"

    def __format__(self, spec: str) -> str:
        made = self._made.get(spec)
        if made is not None:
            return made
        # an ordinary str spec begins with a fill, an alignment, a width or a precision
        if spec[:1].isalpha() and spec[1:2] not in ("<", ">", "^", "="):
            return self.form(spec)
        return str.__format__(str(self), spec)


def _unpickled(concept_id: str, record: TermRecord, language: str, plurals: str) -> Term:
    return Term(concept_id, record, {"language": language, "plurals": plurals, "replaced": {}, "concepts": {}})


def babel_locale(language: str) -> str:
    """Return the CLDR locale to take numbers from: the language's own, or the root's where CLDR has none."""
    from babel.core import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return "en"


def written_number(number: int | float | Decimal, language: str) -> str:
    """Return a number as the language writes it.

    Raises ValueError where it is none, or has more digits than a float can have.

    >>> from decimal import Decimal
    >>> written_number(1e25, "nb").replace("\\xa0", " "), written_number(Decimal("7.50"), "nn")
    ('10 000 000 000 000 000 000 000 000', '7,5')
    """
    from decimal import Decimal, localcontext

    from babel.numbers import format_decimal

    if not isinstance(number, int) and not Decimal(number).is_finite():
        raise ValueError(f"{number}, which is not a number")
    if abs(number) >= 10**limits.NUMBER_DIGITS:
        raise ValueError(f"a number of more than {limits.NUMBER_DIGITS} digits; {limits.advice('NUMBER_DIGITS')}")
    with localcontext() as context:
        context.prec = limits.NUMBER_DIGITS + 100
        return str(format_decimal(number, locale=babel_locale(language)))
