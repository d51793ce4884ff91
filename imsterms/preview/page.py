"""A preview as a page for a browser: one file that needs nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from ..languages.markup import lang_attributes
from .views import ChangedMessage, ShownSentence, View

_STYLE = """
body {font: 16px/1.5 sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em; color: #1d2125; background: #fff}
section {border-top: 2px solid #d0d7de; margin-top: 2em}
pre {white-space: pre-wrap; font: inherit; background: #f6f8fa; padding: 1em}
del {background: #ffe3e0} ins {background: #dafbe1; text-decoration: none} mark {background: #fff3b0}
.finding {border-left: 4px solid #b35900; padding-left: .7em} code {font-size: .85em; color: #57606a}
"""


def page(language: str, views: Iterable[View], entry: Callable[[str], list[str]]) -> str:
    """Return an HTML page of views; ``entry`` returns the lines of a concept's entry."""
    sections = "\n".join(_section(view, entry) for view in views)
    return (
        f'<!doctype html>\n<html{lang_attributes(language)}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>imsterms: preview ({escape(language)})</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>imsterms: preview ({escape(language)})</h1>\n"
        f"{sections or '<p>Nothing has changed.</p>'}\n</body>\n</html>\n"
    )


def _section(view: View, entry: Callable[[str], list[str]]) -> str:
    parts = [f"<section>\n<h2>{escape(view.name)}</h2>"]
    if view.findings:
        parts.append("<h3>Findings</h3>")
        parts += [f'<p class="finding">{escape(str(finding))}</p>' for finding in view.findings]
    if view.changes:
        parts.append("<h3>Changes</h3>\n<ul>" + "".join(map(_change, view.changes)) + "</ul>")
    if view.concept:
        lines = "\n".join(entry(view.concept))
        parts.append(f"<h3>Entry</h3>\n<pre>{escape(lines)}</pre>")
    if view.sentences:
        sentences = "".join(_sentence(one, view.concept) for one in view.sentences)
        parts.append(f"<h3>In the articles</h3>\n<ul>{sentences}</ul>")
    return "\n".join(parts) + "\n</section>"


def _change(change: ChangedMessage) -> str:
    before = f"<del>{escape(shown(change.before))}</del> " if any(change.before) else ""
    after = f"<ins>{escape(shown(change.after))}</ins>" if any(change.after) else ""
    return f"<li><code>{escape(change.message.context)}</code><br>{before}{after}</li>\n"


def _sentence(sentence: ShownSentence, concept: str) -> str:
    text = "".join(
        f"<mark>{escape(piece.text)}</mark>"
        if piece.term is not None and piece.term.concept_id == concept
        else escape(piece.text)
        for piece in sentence.pieces
    )
    problem = f'<p class="finding">{escape(sentence.problem)}</p>' if sentence.problem else ""
    return f"<li>{text} <code>{escape(sentence.where)}</code>{problem}</li>\n"


def shown(texts: tuple[str, ...]) -> str:
    """Return the texts of a message on one line."""
    return " | ".join(text.replace("\n", " / ") for text in texts)
