"""Designations (ISO 1087): what a concept is called besides by its preferred term, each with its status and forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..languages.profile import profile
from .schema import PYDANTIC

if TYPE_CHECKING:
    from ..termbase.records import DesignationRecord

PREFERRED, ADMITTED, DEPRECATED = "preferred", "admitted", "deprecated"
FULL_FORM, ABBREVIATION, VARIANT_SPELLING = "full form", "abbreviation", "variant spelling"
CLINICAL, LAY = "clinical", "lay"
TERM, PLAIN, VARIANTS = "term", "plain", "variants"
"""Fields of a concept; those of its lists and of its abbreviation are called as a status, type or register is."""
NAMES = (TERM, ADMITTED, ABBREVIATION)
"""The fields by whose designations a clinical text names a concept for certain."""


def is_abbreviation(text: str) -> bool:
    """Return whether a designation of which the sources do not say so is an abbreviation: mostly capitals, one word.

    >>> is_abbreviation("MTrP"), is_abbreviation("IMS-behandling"), is_abbreviation("Qi")
    (True, False, False)
    """
    if " " in text or text.islower():
        return False
    capitals = sum(letter.isupper() for letter in text)
    return capitals > 1 and sum(letter.isalpha() for letter in text) <= 2 * capitals


class Designation(str):
    """A designation of a concept (ISO 1087): its base form, with its other forms, its status, type and register.

    >>> import imsterms
    >>> word = imsterms.glossary("nb")["central_nervous_system"].deprecated[0]
    >>> word, word.status, word.type, word.register
    ('SNS', 'deprecated', 'abbreviation', 'clinical')
    """

    __slots__ = ("field", "forms", "reason")

    forms: Mapping[str, str]
    """Forms by name; those that the language's table does not name have the names ``"2"``, ``"3"`` and so on."""
    field: str
    """Where the concept has it: ``term``, ``abbreviation``, ``admitted``, ``deprecated``, ``lay``, ``variants`` or
    ``plain``."""
    reason: str
    """Why a deprecated designation is not to be used."""

    __get_pydantic_core_schema__ = PYDANTIC

    def __new__(cls, forms: Mapping[str, str], field: str, reason: str = "") -> Designation:
        designation = str.__new__(cls, next(iter(forms.values())))
        designation.forms = forms
        designation.field = field
        designation.reason = reason
        return designation

    def __reduce__(self) -> tuple[object, ...]:
        return Designation, (self.forms, self.field, self.reason)

    @property
    def status(self) -> str:
        """``preferred``, ``admitted`` or ``deprecated``."""
        return PREFERRED if self.field == TERM else DEPRECATED if self.field == DEPRECATED else ADMITTED

    @property
    def type(self) -> str:
        """``full form``, ``abbreviation`` or ``variant spelling``."""
        if self.field == VARIANTS:
            return VARIANT_SPELLING
        return ABBREVIATION if self.field == ABBREVIATION or is_abbreviation(self) else FULL_FORM

    @property
    def register(self) -> str:
        """``clinical``, or ``lay`` where patients are spoken to or speak."""
        return LAY if self.field in (LAY, PLAIN) else CLINICAL

    def properties(self) -> dict[str, str]:
        """Return status, type and register by name, and the field, which tells designations that are alike apart."""
        return {"status": self.status, "type": self.type, "register": self.register, "field": self.field}

    def as_dict(self) -> dict[str, object]:
        """Return the designation as plain data."""
        said = {"reason": self.reason} if self.field == DEPRECATED else {}
        return {"term": str(self), "forms": list(self.forms.values()), **self.properties(), **said}


def listed(language: str, records: Iterable[DesignationRecord], field: str) -> tuple[Designation, ...]:
    """Return the designations of one list of a concept, from their records in ``language``."""
    names = profile(language).listed_forms
    designations = []
    for record in records:
        forms = {
            names[number] if number < len(names) else str(number + 1): form
            for number, form in enumerate(record["forms"])
            if form not in ("", "-")
        }
        if forms:
            designations.append(Designation(forms, field, record["reason"]))
    return tuple(designations)
