"""Read one term of a TBX document: its kind, its status, its forms, and what is said about it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ....catalogs.words import GENDER, GENDERS
from ...intake.imported import ImportedWords
from ...intake.xml_input import local
from .elements import flat, said
from .writer import EVERYDAY, PATIENTS

SHORT = {"abbreviation", "acronym", "initialism", "shortForm", "shortcut"}
NOUNS = {"noun": "noun", "properNoun": "proper noun", "proper noun": "proper noun"}
STATUS_CATEGORIES = ("usageStatus", "administrativeStatus", "normativeAuthorization", "termStatus")
_STATUSES = {
    "preferred": "preferred",
    "preferredTerm": "preferred",
    "standardizedTerm": "preferred",
    "admitted": "admitted",
    "admittedTerm": "admitted",
    "legalTerm": "admitted",
    "regulatedTerm": "admitted",
    "deprecated": "deprecated",
    "deprecatedTerm": "deprecated",
    "superseded": "deprecated",
    "supersededTerm": "deprecated",
    "notRecommended": "deprecated",
    "obsolete": "deprecated",
}


class TermReader:
    """One ``termSec``, ``tig`` or ``ntig``."""

    def __init__(self, words: ImportedWords, element: Element) -> None:
        self.words = words
        self.entry = words.entry
        self.text = ""
        self.status = ""
        self.kind = ""
        self.reason = ""
        self.is_plain = False
        self.forms: dict[str, str] = {}
        self._gender = ""
        self._notes: list[tuple[str, str]] = []
        self._read(element)

    @property
    def is_short(self) -> bool:
        """Whether the term is an abbreviation of some kind."""
        return self.kind in SHORT

    def _read(self, element: Element) -> None:
        language = self.words.language
        for name, part, _ in flat(element):
            if local(part) == "term":
                self.text = said(self.entry, f"the term '{(part.text or '')[:30]}'", part)
            else:
                self._take(name, said(self.entry, name, part), part.get("target", ""))
        if not self.text:
            self.entry.left_out(f"{language}: a term section without a term")

    def _take(self, name: str, text: str, target: str) -> None:
        if name in STATUS_CATEGORIES and (status := _STATUSES.get(text.partition("-")[0])):
            self.status = status
            if text.startswith(("superseded", "obsolete")):
                self.reason = self.reason or text.partition("Term")[0]
        elif name == "partOfSpeech":
            self._part_of_speech(text)
        elif name == "termType" and (text in SHORT or text in ("variant", "fullForm")):
            self.kind = text
        elif name == "grammaticalGender":
            self._gender = text
        elif name == "customerSubset" and text == PATIENTS:
            self.is_plain = True
        elif name == "customerSubset" and text == EVERYDAY:
            self.kind = "lay"
        elif name in ("note", "noteValue"):
            self._note(text)
        else:
            self._notes.append((name, f"{text} {target}".strip()))

    def _part_of_speech(self, text: str) -> None:
        part = NOUNS.get(text, text)
        if not self.entry.part_of_speech:
            self.entry.part_of_speech = part
        elif self.entry.part_of_speech != part:
            self._notes.append(("partOfSpeech", text))

    def _note(self, text: str) -> None:
        name, _, rest = text.partition(": ")
        if name.startswith("form ") and rest:
            self.forms[name[5:]] = rest
        elif name == "reason" and rest:
            self.reason = rest
        else:
            self._notes.append(("note", text))

    def add(self, *, has_full_form: bool) -> None:
        """Add the term to the words of its language, and to the notes what is said about it."""
        if not self.text:
            return
        status = self.status
        if self.is_plain:
            status = "plain"
        elif self.kind == "lay":
            status = "lay"
        elif self.kind == "variant" and status != "deprecated":
            status = "variant"
        elif self.is_short and status != "deprecated" and has_full_form and not self.words.abbreviation:
            if status == "preferred":
                self.entry.changed(f"{self.words.language} '{self.text}': preferred in the file, the abbreviation here")
            status = "abbreviation"
        elif status == "deprecated" and not self.reason:
            # the notes on a deprecated term are its reason
            notes = [text for name, text in self._notes if name == "note"]
            if notes:
                self.reason = "; ".join(notes)
                self._notes = [one for one in self._notes if one[0] != "note"]
        term = self.words.add_term(self.text, status, reason=self.reason)
        if term is not None:
            term.forms.update(self.forms)
        if self._gender and "a" not in self.forms:
            if term is not None and status == "preferred" and self._gender in GENDERS:
                term.forms[GENDER] = self._gender
            else:
                self._notes.append(("grammaticalGender", self._gender))
        for name, text in self._notes:
            about = f"'{self.text}'" if name == "note" else f"{name} of '{self.text}'"
            self.entry.note(about, text, self.words.language)
