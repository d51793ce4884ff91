"""The report of an import: what became of a file's content, the worst first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

STATUS = "status not understood"
LEFT_OUT = "left out"
NEW_ID = "id made up"
ASSUMED = "assumed"
FIELD = "not understood"
CHANGED = "changed"
ORIGIN = "kept with the origin only"
ACTIONS = (STATUS, LEFT_OUT, NEW_ID, ASSUMED, FIELD, CHANGED, ORIGIN)
"""What can become of a piece of content, the worst first."""

TEXT_NAME, JSON_NAME = "import-report.txt", "import-report.json"
"""The files that an import writes its report into."""

_SHOWN = 8


def counted(number: int, noun: str) -> str:
    """Return a number with a noun.

    >>> counted(1, "concept"), counted(2, "concept")
    ('1 concept', '2 concepts')
    """
    return f"{number} {noun}{'s' * (number != 1)}"


@dataclass(frozen=True, slots=True)
class Remark:
    """What became of one piece of content."""

    action: str
    """One of ``ACTIONS``."""
    what: str
    kind: str = ""
    """What remarks of the same kind are counted under; empty for one of a kind."""

    def __str__(self) -> str:
        return f"{self.action}: {self.what}"


@dataclass(slots=True)
class Reported:
    """Something with a report."""

    report: dict[Remark, None] = field(default_factory=dict, kw_only=True)

    def say(self, action: str, what: str, kind: str = "") -> None:
        """Report what became of a piece of content."""
        self.report[Remark(action, " ".join(what.split()), kind)] = None

    def changed(self, what: str, kind: str = "") -> None:
        """Report content that is kept in another shape."""
        self.say(CHANGED, what, kind)

    def left_out(self, what: str, kind: str = "") -> None:
        """Report content that is not in the result."""
        self.say(LEFT_OUT, what, kind)

    def assumed(self, what: str) -> None:
        """Report what the file does not say and the import had to take for granted."""
        self.say(ASSUMED, what)


@dataclass(slots=True)
class Report:
    """The report of a whole import."""

    document: list[Remark]
    """About the document as a whole."""
    entries: list[tuple[str, str, list[Remark]]]
    """Of each concept its id, what of it is in the result, and what became of the rest."""
    result: str
    """What was written, in a sentence."""

    def summary(self) -> Iterator[str]:
        """Yield the lines of the summary: the worst first, with counts."""
        remarks = [*self.document, *(remark for _, _, remarks in self.entries for remark in remarks)]
        for action in ACTIONS:
            counts: dict[str, int] = {}
            alone: list[str] = []
            for remark in remarks:
                if remark.action == action and remark.kind:
                    counts[remark.kind] = counts.get(remark.kind, 0) + 1
                elif remark.action == action:
                    alone.append(remark.what)
            total = len(alone) + sum(counts.values())
            if not total:
                continue
            listed = [f"{kind} ({number})" for kind, number in sorted(counts.items(), key=lambda one: -one[1])]
            listed += dict.fromkeys(alone)
            more = len(listed) - _SHOWN
            yield f"{action}, {total}: {'; '.join(listed[:_SHOWN])}{f'; and {more} more kinds' if more > 0 else ''}"
        yield self.result

    def lines(self) -> Iterator[str]:
        """Yield the whole report: the summary, then what is about the document, then the list by concept."""
        yield from self.summary()
        yield ""
        yield from map(str, worst_first(self.document))
        for concept, held, remarks in self.entries:
            yield f"{concept}: {held}"
            for remark in worst_first(remarks):
                yield f"    {remark}"

    def as_dict(self) -> dict[str, object]:
        """Return the report as plain data for JSON."""
        return {
            "summary": list(self.summary()),
            "document": [_plain(remark) for remark in worst_first(self.document)],
            "entries": [
                {"id": concept, "kept": held, "remarks": [_plain(remark) for remark in worst_first(remarks)]}
                for concept, held, remarks in self.entries
            ],
        }


def worst_first(remarks: Iterable[Remark]) -> list[Remark]:
    """Return remarks in the order of ``ACTIONS``."""
    return sorted(remarks, key=lambda remark: ACTIONS.index(remark.action))


def _plain(remark: Remark) -> dict[str, str]:
    return {"action": remark.action, "what": remark.what}
