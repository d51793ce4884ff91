"""What texts of one's own say to us: references to a concept (IMS101) or form (IMS106), remarks to the checks (IMS434).

``{treatment_session}[the plural]`` in a template or a catalog of another program is filled in when a page is made; what
is wrong in it is said here, before a page breaks.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from ....errors import ImstermsError, nearest
from ....termbase.forms import FORMS, parse_form
from ...rule import Problem, rule
from ..page import Page

_REFERENCE = re.compile(r"\{([a-z][a-z0-9_]*)\}(?:\[((?!\d)[^\[\]\n]{0,40})\](?!\())?")

_NEAR = 0.9
"""How alike a name in braces is to that of a concept where it must be meant for one."""


@rule("IMS101", "unknown-concept", "text")
def reference_to_no_concept(page: Page) -> Iterator[Problem]:
    for reference in _references(page):
        name = reference[1]
        if name in page.glossary:
            continue
        # any other name in braces may be for another program, unless it is nearly that of a concept
        if get_close_matches(name, page.glossary, 1, _NEAR) or _is_form(reference[2] or ""):
            message = f"there is no concept '{name}'{nearest(name, page.glossary)}"
            yield page.line_problem(reference.start(), message)


@rule("IMS106", "unknown-form", "text")
def reference_to_no_form(page: Page) -> Iterator[Problem]:
    for reference in _references(page):
        name, form = reference[1], reference[2]
        if form is None or name not in page.glossary or parse_form(form)[0].startswith("counted "):
            continue
        try:
            page.glossary[name].term.form(parse_form(form)[0])
        except ImstermsError as error:
            yield page.line_problem(reference.start(), str(error))


def _references(page: Page) -> Iterator[re.Match[str]]:
    """Yield the references of a document, for the page in its own language: a catalog has English texts too."""
    text = page.lines.text
    for reference in _REFERENCE.finditer(text) if page.is_main and "{" in text else ():
        if text[reference.start() - 1 : reference.start()] != "{":
            yield reference


def _is_form(form: str) -> bool:
    name, _ = parse_form(form)
    return bool(form) and (name in FORMS or name.startswith("counted "))


@rule("IMS434", "remark-malformed", "text")
def remark_malformed(page: Page) -> Iterator[Problem]:
    for remark in page.remarks:
        if remark.fault:
            yield page.line_problem(remark.start, remark.fault)
