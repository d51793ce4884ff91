"""Leaflets: an article on paper, with the name, logo and phone number of the clinic that hands it out."""

from __future__ import annotations

import os
from base64 import b64encode
from dataclasses import dataclass, fields
from io import BytesIO
from mimetypes import guess_type
from typing import TYPE_CHECKING

from ..articles.article import Article
from ..errors import FileError, MissingExtraError, SettingsError, nearest
from ..languages.profile import profile
from ..termbase.nodes import read_section
from .pages import asset, environment

if TYPE_CHECKING:
    from pypdf import PdfWriter

SIZES = ("a4", "a5")
"""``a4`` sheets, or ``a5`` pages; in a PDF these are put on A4 sheets that are folded in the middle."""
SETTINGS = ".imsterms.yaml"


@dataclass(frozen=True, slots=True)
class Clinic:
    """Who hands the leaflets out."""

    name: str = ""
    phone: str = ""
    logo: str = ""
    """Path of an image."""


def read_clinic(path: str = SETTINGS) -> Clinic:
    """Return what the section ``clinic`` of a settings file says; an empty Clinic where there is no such file.

    The logo's path begins at the file's folder. Raises SettingsError.
    """
    section = read_section(path, "clinic") if os.path.exists(path) else None
    if section is None:
        return Clinic()
    names = [field.name for field in fields(Clinic)]
    if not isinstance(section, dict):
        raise SettingsError(f"{path}: clinic must have keys with values ({', '.join(names)})")
    for key, value in section.items():
        if key not in names:
            raise SettingsError(f"{path}: there is no setting '{key}' for clinic{nearest(str(key), names)}")
        if not isinstance(value, str):
            raise SettingsError(f"{path}: {key} of clinic must be text")
    clinic = Clinic(**section)
    logo = os.path.join(os.path.dirname(path), clinic.logo) if clinic.logo else ""
    return Clinic(clinic.name, clinic.phone, logo)


def leaflet_html(article: Article, clinic: Clinic, size: str = "a4") -> str:
    """Return an article as a page that has everything in it and is ready for the printer.

    Raises FileError for a logo that is not a readable image, MissingExtraError without ``imsterms[site]``.
    """
    if size not in SIZES:
        raise ValueError(f"there is no size '{size}' (there are: {', '.join(SIZES)})")
    language = article.glossary.language
    page = (
        environment()
        .get_template("leaflet.html")
        .render(
            language=language,
            direction=profile(language).direction,
            article=article,
            body=article.to_html(audience="patient"),
            clinic=clinic,
            logo=_image(clinic.logo) if clinic.logo else "",
            size=size,
            styles=[asset(name).decode() for name in ("terms.css", "leaflet.css")],
        )
    )
    return str(page)


def leaflet_pdf(article: Article, clinic: Clinic, size: str = "a4") -> bytes:
    """Return an article as PDF; ``a5`` is a booklet: print it on both sides, flipped on the short edge, and fold it.

    Raises what ``leaflet_html`` raises, and MissingExtraError without ``imsterms[pdf]``.
    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:  # OSError: Pango is missing, which is no Python package
        reason = f": {error}" if isinstance(error, OSError) else ""
        raise MissingExtraError(f"PDF needs WeasyPrint: pip install 'imsterms[pdf]'{reason}") from None
    # everything is in the page; nothing is fetched
    pdf: bytes = HTML(string=leaflet_html(article, clinic, size)).write_pdf()
    return _booklet(pdf) if size == "a5" else pdf


def _booklet(pdf: bytes) -> bytes:
    """Return pages of A5 on sheets of A4, in the order that they need to be folded into a booklet."""
    from pypdf import PdfReader, PdfWriter, Transformation

    pages = list(PdfReader(BytesIO(pdf)).pages)
    sides = -(-len(pages) // 4) * 4
    width, height = float(pages[0].mediabox.width), float(pages[0].mediabox.height)
    booklet: PdfWriter = PdfWriter()
    for sheet in range(sides // 4):
        for pair in ((sides - 1 - 2 * sheet, 2 * sheet), (2 * sheet + 1, sides - 2 - 2 * sheet)):
            paper = booklet.add_blank_page(2 * width, height)
            for place, number in enumerate(pair):
                if number < len(pages):
                    paper.merge_transformed_page(pages[number], Transformation().translate(place * width, 0))
    written = BytesIO()
    booklet.write(written)
    return written.getvalue()


def _image(path: str) -> str:
    """Return an image as a ``data:`` URL."""
    kind = guess_type(path)[0] or ""
    if not kind.startswith("image/"):
        raise FileError(f"the logo {path} is not an image; name a PNG, JPEG or SVG file")
    try:
        with open(path, "rb") as file:
            return f"data:{kind};base64,{b64encode(file.read()).decode()}"
    except OSError as error:
        raise FileError(f"the logo {path} cannot be read: {error.strerror}") from error
