"""The status of the translation as a picture: a bar for each part of each language."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from .messages import State
from .status import Status, total

# colours that readers with any kind of colour vision tell apart, dark and light enough for both backgrounds
_COLOURS: dict[State, str] = {
    "translated": "#1b7f4d",
    "outdated": "#e0a100",
    "doubted": "#c75b12",
    "guessed": "#7d3c98",
    "missing": "#b9bec4",
}
_BAR, _ROW, _LEFT, _WIDTH = 360, 22, 200, 680


def status_svg(found: Mapping[str, Mapping[str, Status]]) -> str:
    """Return an SVG of the counts by language and part.

    The numbers are in it as text too, so that it says the same read aloud or printed in grey.
    """
    rows: list[str] = []
    y = 40
    for language, counts in found.items():
        whole = total(counts.values())
        rows.append(f'<text x="10" y="{y}" class="language">{escape(language)}: {whole.percent} %</text>')
        y += 8
        for part, one in (*counts.items(), ("all", whole)):
            rows += _row(part, one, y)
            y += _ROW
        y += 34
    legend = "".join(
        f'<rect x="{_LEFT - 190 + place * 120}" y="{y - 22}" width="12" height="12" fill="{colour}"/>'
        f'<text x="{_LEFT - 172 + place * 120}" y="{y - 11}">{name}</text>'
        for place, (name, colour) in enumerate(_COLOURS.items())
    )
    summary = "; ".join(f"{language} {total(counts.values()).percent} %" for language, counts in found.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{y}" viewBox="0 0 {_WIDTH} {y}" '
        f'role="img" aria-label="{escape(f"Translated: {summary}", {chr(34): "&quot;"})}">\n'
        "<style>text {font: 13px sans-serif; fill: #24292f} .language {font-weight: bold; font-size: 16px}"
        "</style>\n"
        f'<rect width="{_WIDTH}" height="{y}" fill="#ffffff"/>\n' + "\n".join(rows) + f"\n{legend}\n</svg>\n"
    )


def _row(part: str, one: Status, y: int) -> list[str]:
    """Return the bar of one part with its name and its numbers."""
    pieces = [f'<text x="{_LEFT - 10}" y="{y + 14}" text-anchor="end">{escape(part)}</text>']
    x = float(_LEFT)
    for name, colour in _COLOURS.items():
        count = one.counts[name]
        width = _BAR * count / one.total if one.total else 0.0
        if count:
            title = f"<title>{escape(part)}: {count} {name}</title>"
            box = f'x="{x:.1f}" y="{y + 3}" width="{width:.1f}" height="{_ROW - 6}"'
            pieces.append(f'<rect {box} fill="{colour}">{title}</rect>')
        x += width
    numbers = f"{one.counts['translated']} / {one.total}"
    pieces.append(f'<text x="{_LEFT + _BAR + 10}" y="{y + 14}">{numbers}</text>')
    return pieces
