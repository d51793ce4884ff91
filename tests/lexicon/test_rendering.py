"""Texts with references as text, Markdown and HTML, for both audiences."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from markupsafe import Markup

import imsterms
from imsterms.lexicon.rendering import Duration, Renderer, escape_markdown, value


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("Behandleren palperer {trigger_point}[the plural].", "Behandleren palperer triggerpunktene."),
        ("{trigger_point}[The plural] er ømme.", "Triggerpunktene er ømme."),
        ("{trigger_point}[] og {needle}[ the  plural ]", "triggerpunkt og nålene"),
        ("{needle}[compound]behandling", "nålebehandling"),
        ("{intramuscular_stimulation}[short genitive] historie", "IMS' historie"),
        ("{trigger_point}[plain]", "ømt punkt i en muskel"),
        ("{{needle}} og {{", "{needle} og {"),
        ("", ""),
    ],
)
def test_text(nb: imsterms.Glossary, text: str, rendered: str) -> None:
    if "plain" in text:
        rendered = str(nb["trigger_point"].plain)
    assert nb.render(text) == rendered


def test_errors_say_what_and_the_nearest(nb: imsterms.Glossary) -> None:
    with pytest.raises(imsterms.UnknownConceptError, match="there is no concept 'trigerpoint'; did you mean"):
        nb.render("{trigerpoint}")
    with pytest.raises(imsterms.UnknownFormError, match="there is no form 'definite' .*the plural genitive"):
        nb.render("{needle}[definite]")
    with pytest.raises(imsterms.MissingFormError):
        nb.render("{needle}[short]")
    with pytest.raises(imsterms.TextError):
        nb.render("{needle.term}")
    with pytest.raises(ValueError, match="there is no audience 'patients'; did you mean 'patient'"):
        nb.render("", audience="patients")


@pytest.mark.parametrize(
    ("given", "rendered"),
    [
        (7, "7"),
        (1234567.5, "1\u00a0234\u00a0567,5"),
        (Decimal("0.25"), "0,25"),
        (True, "True"),
        ("{needle}", "{needle}"),
        (None, "None"),
        (Duration("P7D"), "7 dager"),
        (Duration("P1D"), "1 dag"),
        (Duration("P2W"), "2 uker"),
        (timedelta(days=14), "14 dager"),
        (timedelta(hours=1, minutes=30), "1 time og 30 minutter"),
        (timedelta(0), "0 minutter"),
    ],
)
def test_values(nb: imsterms.Glossary, given: object, rendered: str) -> None:
    assert nb.render("{x}", {"x": given}) == rendered


def test_a_value_has_no_forms_and_does_not_reach_attributes(nb: imsterms.Glossary) -> None:
    with pytest.raises(imsterms.TextError, match="the value {x} has no forms"):
        nb.render("{x}[the]", {"x": 1})

    class Trap:
        def __format__(self, spec: str) -> str:
            raise AssertionError("values are not formatted")

        def __str__(self) -> str:
            return "inert"

    assert nb.render("{x}", {"x": Trap()}) == "inert"


def test_values_in_other_languages(nn: imsterms.Glossary, en: imsterms.Glossary) -> None:
    values = {"often": Duration("P7D"), "many": 1234}
    assert nn.render("{often}, {many}", values) == "7 dagar, 1\u00a0234"
    assert en.render("{often}, {many}", values) == "7 days, 1,234"


def test_value_of_an_article() -> None:
    assert value("P7D") == Duration("P7D")
    assert (value("240"), value("2.5")) == (240, Decimal("2.5"))


# --- first use ---


def test_a_document_introduces_an_abbreviation_once(nb: imsterms.Glossary) -> None:
    document = nb.document()
    text = "{intramuscular_stimulation}[Term] og {intramuscular_stimulation}[the]; {needle}"
    assert document.render(text) == "Intramuskulær stimulering (IMS) og IMS; nål"
    assert document.render("{intramuscular_stimulation}[The].") == "IMS."
    assert nb.document().render("{intramuscular_stimulation}[The]") == "Den intramuskulære stimuleringen (IMS)"
    document.reset()
    assert document.render("{intramuscular_stimulation}[short]") == "intramuskulær stimulering (IMS)"
    assert nb.render("{intramuscular_stimulation}") == "intramuskulær stimulering"


def test_a_document_leaves_other_forms_alone(nb: imsterms.Glossary) -> None:
    document = nb.document()
    assert document.render("{intramuscular_stimulation}[the genitive]") == "den intramuskulære stimuleringens"
    assert document.render("{intramuscular_stimulation}[compound]behandling") == "IMS-behandling"


def test_a_document_in_html(nb: imsterms.Glossary) -> None:
    document = nb.document()
    document.render("{intramuscular_stimulation}")
    html = document.render("{intramuscular_stimulation}", html=True)
    assert isinstance(html, Markup)
    assert "<abbr>IMS</abbr></button>" in html


# --- patients ---


def test_patients_get_the_plain_wording_once_in_brackets(nb: imsterms.Glossary) -> None:
    one, many = nb["trigger_point"].plain_forms
    text = "{trigger_point}[The plural] og {trigger_point}"
    assert nb.render(text, audience="patient") == f"Triggerpunktene ({many}) og triggerpunkt"
    assert nb.render(text) == "Triggerpunktene og triggerpunkt"
    document = nb.document(audience="patient")
    assert document.render("{trigger_point}") == f"triggerpunkt (TrP, {one})"
    assert document.render("{trigger_point}") == "TrP"


def test_patients_get_explanations_instead_of_definitions(en: imsterms.Glossary) -> None:
    concept = en["trigger_point"]
    professional = en.render("{trigger_point}", html=True)
    patient = en.render("{trigger_point}", html=True, audience="patient")
    assert f">{concept.definition}</span>" in professional
    assert f">{concept.explanation}</span>" in patient


# --- HTML ---


def test_html(nb: imsterms.Glossary) -> None:
    html = nb.render("Et {trigger_point} & mer", html=True)
    assert isinstance(html, Markup)
    found = re.fullmatch(
        'Et <button type="button" class="imsterms-term" popovertarget="(.+)">triggerpunkt</button> &amp; mer'
        '<span class="imsterms-explanation" id="(.+)" popover>(.+)</span>',
        html,
    )
    assert found is not None
    assert found[1] == found[2]
    assert found[3] == nb["trigger_point"].definition


def test_a_heading_introduces_nothing(nb: imsterms.Glossary) -> None:
    document = nb.document(audience="patient")
    assert document.heading("{intramuscular_stimulation}[Term]") == "Intramuskulær stimulering"
    assert document.render("{intramuscular_stimulation}").startswith("intramuskulær stimulering (IMS, ")


def test_markdown(nb: imsterms.Glossary) -> None:
    renderer = Renderer(nb, link="/ord/{id}")
    assert renderer.markdown("**{needle}** {x}", {"x": "*"}) == r"**[nål](/ord/needle)** \*"
    assert Renderer(nb).markdown("**{needle}**", literal=False) == r"\*\*nål\*\*"


def test_escape_markdown() -> None:
    from markdown_it import MarkdownIt

    hostile = "a *b* _c_ [d](e) <f> `g` # h\\ & ~~i~~ ![j](k) | l"
    assert MarkdownIt("commonmark").renderInline(escape_markdown(hostile)) == (
        "a *b* _c_ [d](e) &lt;f&gt; `g` # h\\ &amp; ~~i~~ ![j](k) | l"
    )


def test_used_terms(nb: imsterms.Glossary) -> None:
    renderer = Renderer(nb)
    renderer.text("{needle} {skin} {needle}[the]")
    assert list(renderer.used) == ["needle", "skin"]


def test_without_markupsafe_there_is_a_sentence(nb: imsterms.Glossary, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "markupsafe", None)
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    with pytest.raises(imsterms.MissingExtraError, match=r"pip install 'imsterms\[html\]'"):
        nb.render("x", html=True)
    with pytest.raises(imsterms.MissingExtraError, match=r"pip install 'imsterms\[html\]'"):
        nb.articles["treatment_frequency"].to_html()


def test_a_plain_wording_agrees_in_number_with_its_term(nb: imsterms.Glossary) -> None:
    patient = imsterms.glossary("nb")
    one = patient.render("{taut_band}[The]", audience="patient")
    many = patient.render("{taut_band}[The plural]", audience="patient")
    assert one == "Det stramme båndet (stram streng i muskelen)"
    assert many == "De stramme båndene (stramme strenger i muskelen)"
    neutral = patient.render("{acupuncture_needle}[plural] og {neck_pain}", audience="patient")
    assert neutral == "akupunkturnåler (tynne nåler) og nakkesmerte (vondt i nakken)"
    assert "stramme strenger i muskelen" in {
        str(word) for each in nb["taut_band"].designations for word in each.forms.values()
    }
