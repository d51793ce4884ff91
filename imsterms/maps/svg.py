"""A concept map as SVG, without any program or library to draw it.

Generic relations are oblique lines that fan out from the broader concept, partitive relations a rake with right
angles from the whole to its parts, associative relations arrows with the words of the relation.
"""

from collections.abc import Iterator
from html import escape

from ..lexicon.explanations import checked_link
from .layout import LANE, LARGE, MARGIN_BOX, PADDING, SIZE, SMALL, Box, End, Line, Panel, arrange, panel
from .layout import text_width as _text_width
from .selection import ASSOCIATIVE, GENERIC, PARTITIVE, ConceptMap

COLOURS = {GENERIC: "#3a3a3a", PARTITIVE: "#1d5f9e", ASSOCIATIVE: "#a03820"}
_STYLE = """\
text{font-family:"DejaVu Sans","Segoe UI",Helvetica,Arial,sans-serif;fill:#1a1a1a}
.box{fill:#fff;stroke:#3a3a3a}.focus .box{fill:#fff3c4;stroke-width:2}
.outside .box{fill:#f1f1f1;stroke:#8a8a8a;stroke-dasharray:3 2}.outside text{fill:#555;font-style:italic}
.panel{fill:#fbfaf7;stroke:#cfcabd}.line{fill:none}.words{paint-order:stroke;stroke:#fbfaf7;stroke-width:3px}
"""
LEGEND = 40


def draw(chart: ConceptMap, *, link: str | None = None) -> str:
    """Return a map as an SVG document; with ``link``, a URL with ``{id}`` in it, each concept leads to its page.

    Raises TextError where the URL does not lead to a page.
    """
    link = None if link is None else checked_link(link)
    panels = [panel(chart, group) for group in chart.groups]
    width, height = arrange(panels)
    width = max(width + 2 * PADDING, _text_width("".join(_legend_words(chart).values()), SMALL + 1) + 260)
    height += 2 * PADDING + LEGEND
    title = escape(chart.title)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{escape(chart.glossary.language)}" '
        f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}">\n',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n",
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>\n',
    ]
    for one in panels:
        parts.append(f'<g transform="translate({one.x + PADDING:.0f} {one.y + PADDING:.0f})">\n')
        parts += _panel(chart, one, link)
        parts.append("</g>\n")
    parts += _legend(chart, height - LEGEND / 2)
    parts.append("</svg>\n")
    return "".join(parts)


def _panel(chart: ConceptMap, one: Panel, link: str | None) -> Iterator[str]:
    yield f'<rect class="panel" width="{one.width:.0f}" height="{one.height:.0f}" rx="6"/>\n'
    yield _text(PADDING, PADDING + LARGE, one.title, LARGE, weight="bold")
    rows = one.group.rows
    branches = (
        f"M{above.x + 14:.1f} {above.y + above.height:.1f}L{box.x:.1f} {box.middle:.1f}"
        for box in one.boxes
        if rows[box.row].parent >= 0 and (above := one.boxes[rows[box.row].parent])
    )
    if tree := "".join(branches):
        yield _path(GENERIC, tree)
    for line in one.lines:
        yield from _line(line, one.gutter + (line.lane + 1) * LANE)
    for out in one.outward:
        yield from _outward(out, one.margin, link)
    # words over lines, boxes over words
    for end in (end for line in (*one.lines, *one.outward) for end in line.ends):
        if end.text:
            yield _text(end.x + 10, end.y - 3.2, end.text, SMALL, kind="words")
    for box in one.boxes:
        yield from _box(chart, one, box, link)


def _box(chart: ConceptMap, one: Panel, box: Box, link: str | None) -> Iterator[str]:
    row = one.group.rows[box.row]
    concept = row.concept
    kinds = "outside" if row.outside else "focus" if concept == chart.focus else ""
    yield f'<g class="concept {kinds}" data-concept="{escape(concept.id)}">'.replace(' "', '"')
    if concept.definition:
        yield f"<title>{_clean(str(concept.definition))}</title>"
    size = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
    inner = f'<rect class="box" {size} rx="3"/>' + _text(box.x + 9, box.middle + SIZE * 0.36, box.text, SIZE).rstrip()
    yield _linked(inner, concept.id, link) + "</g>\n"


def _line(line: Line, x: float) -> Iterator[str]:
    first, *others = line.ends
    for end in others:
        yield _path(line.kind, f"M{first.x:.1f} {first.y:.1f}{_bend(first, end, x, round_=line.kind != PARTITIVE)}")
        if line.kind == ASSOCIATIVE:
            yield _arrow(end.x, end.y, -1)
    if line.symmetric:
        yield _arrow(first.x, first.y, -1)


def _bend(first: End, end: End, x: float, *, round_: bool) -> str:
    """Return the path from one end by a lane to the other, with rounded corners or, for a rake, right angles."""
    down = 1 if end.y > first.y else -1
    if not round_ or abs(end.y - first.y) < 8:
        return f"H{x:.1f}V{end.y:.1f}H{end.x:.1f}"
    return (
        f"H{x - 4:.1f}Q{x:.1f} {first.y:.1f} {x:.1f} {first.y + 4 * down:.1f}"
        f"V{end.y - 4 * down:.1f}Q{x:.1f} {end.y:.1f} {x - 4:.1f} {end.y:.1f}H{end.x:.1f}"
    )


def _outward(out: Line, x: float, link: str | None) -> Iterator[str]:
    (end,) = out.ends
    yield _path(out.kind, f"M{end.x:.1f} {end.y:.1f}H{x:.1f}")
    if out.kind == ASSOCIATIVE:
        yield _arrow(x, end.y, 1)
        if out.symmetric:
            yield _arrow(end.x, end.y, -1)
    width = _text_width(out.text, SMALL + 1) + 10
    top = end.y - MARGIN_BOX / 2
    inner = (
        f'<rect class="box" x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{MARGIN_BOX}" rx="2"/>'
        + _text(x + 5, end.y + 3.6, out.text, SMALL + 1).rstrip()
    )
    yield f'<g class="outside" data-concept="{escape(out.concept)}">{_linked(inner, out.concept, link)}</g>\n'


def _path(kind: str, path: str) -> str:
    width = 2.2 if kind == PARTITIVE else 1.1
    return f'<path class="line {kind}" stroke="{COLOURS[kind]}" stroke-width="{width}" d="{path}"/>\n'


def _arrow(x: float, y: float, direction: int) -> str:
    """Return an arrowhead whose tip is at (x, y); ``direction`` 1 points right, -1 left."""
    back = x - 8 * direction
    points = f"{x:.1f},{y:.1f} {back:.1f},{y - 3.5:.1f} {back:.1f},{y + 3.5:.1f}"
    return f'<polygon fill="{COLOURS[ASSOCIATIVE]}" points="{points}"/>\n'


def _text(x: float, y: float, text: str, size: float, *, weight: str = "", kind: str = "") -> str:
    more = (f' font-weight="{weight}"' if weight else "") + (f' class="{kind}"' if kind else "")
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{more}>{_clean(text)}</text>\n'


def _linked(inner: str, concept: str, link: str | None) -> str:
    if link is None:
        return inner
    return f'<a href="{escape(link.replace("{id}", concept))}">{inner}</a>'


def _clean(text: str) -> str:
    """Return ``text`` escaped, without the control characters that XML does not allow."""
    return escape("".join(one for one in text if one >= " " or one in "\t\n"))


def _legend_words(chart: ConceptMap) -> dict[str, str]:
    word = chart.glossary.word
    return {
        GENERIC: f"{word('relation.broader')} – {word('relation.narrower')}",
        PARTITIVE: word("relation.has_part"),
        ASSOCIATIVE: word("relation.related"),
    }


def _legend(chart: ConceptMap, y: float) -> Iterator[str]:
    x = float(PADDING)
    for kind, text in _legend_words(chart).items():
        if kind == GENERIC:
            for step in (-8, 0, 8):
                yield _path(kind, f"M{x:.1f} {y:.1f}L{x + 34:.1f} {y + step:.1f}")
        elif kind == PARTITIVE:
            yield _path(
                kind, f"M{x:.1f} {y:.1f}H{x + 14:.1f}M{x + 34:.1f} {y - 8:.1f}H{x + 14:.1f}V{y + 8:.1f}H{x + 34:.1f}"
            )
        else:
            yield _path(kind, f"M{x:.1f} {y:.1f}H{x + 34:.1f}")
            yield _arrow(x + 34, y, 1)
        yield _text(x + 42, y + 4, text, SMALL + 1)
        x += 42 + _text_width(text, SMALL + 1) + 28
