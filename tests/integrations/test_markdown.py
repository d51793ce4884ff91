"""The extension of Python-Markdown."""

from __future__ import annotations

import re

import pytest

import imsterms

markdown = pytest.importorskip("markdown")


def convert(text: str, **options: object) -> str:
    html: str = markdown.markdown(text, extensions=["imsterms.integrations.markdown"], extension_configs={
        "imsterms.integrations.markdown": options
    })  # fmt: skip
    return html


def test_references() -> None:
    html = convert("Se etter **{trigger_point}[the plural]** og {skin} {skin}. `{needle}` \\{skin}", lang="nb")
    assert "<strong><button" in html
    assert ">triggerpunktene</button>" in html
    assert "</button> hud. <code>" in html
    assert re.search(r"</p>(<span [^>]* popover>[^<]*</span>){2}$", html)
    assert "<code>{needle}</code> {skin}" in html


def test_references_that_lead_to_their_entries() -> None:
    assert convert("{needle}[The](x)", link="/ord/{id}") == (
        '<p><a class="imsterms-term" href="/ord/needle">Nålen</a>(x)</p>'
    )


def test_the_terms_of_a_page() -> None:
    text = "# Nåler\n\nVi setter nåler i musklene.\n\n    nåler\n\nNål igjen."
    assert "<button" not in convert(text)
    html = convert(text, mark=True)
    assert html.count("<button") == 2
    assert ">nåler</button>" in html and ">musklene</button>" in html
    assert "<h1>Nåler</h1>" in html


def test_a_converter_begins_each_page_anew() -> None:
    converter = markdown.Markdown(extensions=["imsterms.integrations.markdown"])
    first = converter.convert("{needle}")
    assert converter.reset().convert("{needle}") == first


@pytest.mark.parametrize(
    ("text", "message"), [("{nedle}", "did you mean 'needle'"), ("{needle}[plurl]", "did you mean 'plural'")]
)
def test_a_wrong_reference_stops_the_build(text: str, message: str) -> None:
    with pytest.raises(imsterms.ImstermsError, match=message):
        convert(text)
