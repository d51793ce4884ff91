"""Where everything on a concept map goes.

Every concept has a row of its own, indented below its broader one, so a line to the right of a box never meets another
box. Beside the trees is a gutter of vertical lanes for rakes and arrows, and beside that a margin with the concepts
that are not in the group.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..termbase.model import RELATIONS
from .selection import PARTITIVE, ConceptMap, Group, Link, label

INDENT = 36
BOX = 24
GAP = 8
SLOT = 15
"""Height that a line needs at the edge of a box."""
LANE = 9
PADDING = 18
TITLE = 30
MARGIN_BOX = 13
SIZE, SMALL, LARGE = 12.0, 9.5, 15.0
"""Sizes of type: terms, labels of lines, titles."""


@dataclass(slots=True)
class Box:
    """A concept's box."""

    x: float
    y: float
    width: float
    height: float
    text: str
    row: int

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(slots=True)
class End:
    """Where a line meets the right edge of a box, and its label there."""

    x: float
    y: float
    text: str = ""


@dataclass(slots=True)
class Line:
    """A line in the gutter: from its first end to the others, by a lane. A rake has several teeth.

    One with a single end is an arrow to a concept in the margin.
    """

    kind: str
    ends: list[End]
    lane: int = 0
    symmetric: bool = False
    text: str = ""
    """What the concept in the margin is called."""
    concept: str = ""
    """Its id."""


@dataclass(slots=True)
class Panel:
    """A group with everything in its place; the origin is the panel's own."""

    title: str
    group: Group
    boxes: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    outward: list[Line] = field(default_factory=list)
    gutter: float = 0
    margin: float = 0
    width: float = 0
    height: float = 0
    x: float = 0
    y: float = 0


_NARROW = frozenset("fijlrt.,:;'’()[]| -")
_WIDE = frozenset("mwMWÆæ@%—–")


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is; a little too wide rather than too narrow.

    >>> text_width("ill", 10) < text_width("mum", 10)
    True
    """
    width = 0.0
    for character in text:
        if character in _NARROW:
            width += 0.38
        elif character in _WIDE:
            width += 0.95
        elif character.isupper() or ord(character) > 0x2E80:
            width += 0.76 if ord(character) < 0x2E80 else 1.0
        else:
            width += 0.62
    return width * size


def panel(chart: ConceptMap, group: Group) -> Panel:
    """Return a group laid out."""
    made = Panel(group.title, group)
    place = {row.concept.id: index for index, row in enumerate(group.rows)}
    # what meets each row: the row at the other end, the line, and which of its ends
    meeting: dict[int, list[tuple[float, Line, int]]] = {}

    def meet(row: int, other: float, line: Line, end: int) -> None:
        meeting.setdefault(row, []).append((other, line, end))

    def words(link: Link, *, turned: bool) -> str:
        relation = RELATIONS[link.relation] if turned else link.relation
        return chart.glossary.word(f"relation.{relation}")

    rakes: dict[str, list[Link]] = {}
    for link in group.links:
        if link.kind == PARTITIVE:
            rakes.setdefault(link.target.id, []).append(link)
        else:
            line = Line(link.kind, [End(0, 0, words(link, turned=False)), End(0, 0)], symmetric=link.symmetric)
            source, target = place[link.source.id], place[link.target.id]
            meet(source, target, line, 0)
            meet(target, source, line, 1)
            made.lines.append(line)
    for whole, links in rakes.items():
        parts = [place[link.source.id] for link in links]
        line = Line(PARTITIVE, [End(0, 0, words(links[0], turned=True)), *(End(0, 0) for _ in parts)])
        meet(place[whole], sum(parts) / len(parts), line, 0)
        for number, part in enumerate(parts, 1):
            meet(part, place[whole], line, number)
        made.lines.append(line)
    for link in group.outward:
        turned = link.source.id not in place
        here, there = (link.target, link.source) if turned else (link.source, link.target)
        ends = [End(0, 0, words(link, turned=turned))]
        out = Line(link.kind, ends, symmetric=link.symmetric, text=label(there), concept=there.id)
        meet(place[here.id], place[here.id], out, 0)
        made.outward.append(out)

    y = PADDING + TITLE
    for index, row in enumerate(group.rows):
        lines = sorted(meeting.get(index, ()), key=lambda one: one[0])
        text = label(row.concept)
        height = max(BOX, len(lines) * SLOT + 6)
        if not row.depth and index:
            y += GAP
        box = Box(PADDING + row.depth * INDENT, y, text_width(text, SIZE) + 18, height, text, index)
        made.boxes.append(box)
        for number, (_, line, end) in enumerate(lines):
            line.ends[end].x = box.right
            line.ends[end].y = box.middle + (number - (len(lines) - 1) / 2) * SLOT
        y += height + GAP
    _lanes(made.lines)
    ends = [end for line in (*made.lines, *made.outward) for end in line.ends]
    made.gutter = max([box.right for box in made.boxes] + [end.x + text_width(end.text, SMALL) + 14 for end in ends])
    made.margin = made.gutter + (1 + max((line.lane + 1 for line in made.lines), default=0)) * LANE + 8
    texts = [text_width(out.text, SMALL + 1) + 22 for out in made.outward]
    made.width = max(made.margin + max(texts, default=0), text_width(made.title, LARGE) + PADDING) + PADDING
    made.height = y + PADDING - GAP
    return made


def _lanes(lines: Iterable[Line]) -> None:
    """Give each line the innermost lane in which it meets no other; short lines first, so that they stay inside."""
    taken: list[list[tuple[float, float]]] = []

    def span(line: Line) -> tuple[float, float]:
        heights = [end.y for end in line.ends]
        return min(heights), max(heights)

    for line in sorted(lines, key=lambda one: (one.kind != PARTITIVE, span(one)[1] - span(one)[0])):
        low, high = span(line)
        line.lane = next(
            (
                number
                for number, spans in enumerate(taken)
                if all(high + 4 < other_low or other_high + 4 < low for other_low, other_high in spans)
            ),
            len(taken),
        )
        if line.lane == len(taken):
            taken.append([])
        taken[line.lane].append((low, high))


def arrange(panels: list[Panel], gap: float = 24) -> tuple[float, float]:
    """Place panels in columns, so that the whole is about as wide as it is high; return its width and height."""
    area = sum(one.width * one.height for one in panels)
    limit = max([one.height for one in panels] + [(area**0.5) * 0.95])
    x = y = widest = bottom = 0.0
    for one in panels:
        if y and y + one.height > limit:
            x += widest + gap
            y = widest = 0.0
        one.x, one.y = x, y
        y += one.height + gap
        widest = max(widest, one.width)
        bottom = max(bottom, y - gap)
    return x + widest, bottom
