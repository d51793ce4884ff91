"""Designations (ISO 1087): what a concept is called besides by its preferred term, each with its status and forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..languages.profile import profile
from .schema import PYDANTIC

if TYPE_CHECKING:
    from ..termbase.records import DesignationRecord

PREFERRED, ADMITTED, DEPRECATED = "preferred", "admitted", "deprecated"
ABBREVIATION, PLAIN, VARIANT = "abbreviation", "plain", "variant"
FULL_FORM, VARIANT_SPELLING = "full form", "variant spelling"
CLINICAL, LAY = "clinical", "lay"


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

    __slots__ = ("forms", "reason", "register", "status", "type")

    status: str
    """``preferred``, ``admitted`` or ``deprecated``; of the concept's own abbreviation, plain wording and variant
    spellings ``abbreviation``, ``plain`` and ``variant``; of what patients say ``lay``."""
    type: str
    """``full form``, ``abbreviation`` or ``variant spelling``."""
    register: str
    """``clinical``, or ``lay`` where patients are spoken to."""
    forms: Mapping[str, str]
    """Forms by name; those that the language's table does not name have the names ``"2"``, ``"3"`` and so on."""
    reason: str
    """Why a deprecated designation is not to be used."""

    __get_pydantic_core_schema__ = PYDANTIC

    def __new__(
        cls,
        forms: Mapping[str, str],
        status: str,
        reason: str = "",
        type: str = FULL_FORM,
        register: str = CLINICAL,
    ) -> Designation:
        designation = str.__new__(cls, next(iter(forms.values())))
        designation.forms = forms
        designation.status = status
        designation.reason = reason
        designation.type = type
        designation.register = register
        return designation

    def __reduce__(self) -> tuple[object, ...]:
        return Designation, (self.forms, self.status, self.reason, self.type, self.register)

    def as_dict(self) -> dict[str, object]:
        """Return the designation as plain data."""
        data: dict[str, object] = {"term": str(self), "forms": list(self.forms.values())}
        return data | {name: getattr(self, name) for name in ("status", "type", "register", "reason")}


def listed(language: str, records: Iterable[DesignationRecord], status: str) -> tuple[Designation, ...]:
    """Return the designations of one status, from their records in ``language``."""
    names = profile(language).listed_forms
    found = []
    for record in records:
        forms = {
            names[place] if place < len(names) else str(place + 1): form
            for place, form in enumerate(record["forms"])
            if form not in ("", "-")
        }
        if forms:
            kind = ABBREVIATION if is_abbreviation(next(iter(forms.values()))) else FULL_FORM
            found.append(Designation(forms, status, record["reason"], kind, LAY if status == LAY else CLINICAL))
    return tuple(found)
