"""Texts with references as text, Markdown and HTML, for both audiences."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from markupsafe import Markup

import imsterms
from imsterms.lexicon.rendering import Renderer, escape_markdown
from imsterms.lexicon.values import Duration, value


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
    with pytest.raises(imsterms.UnknownConceptError, match="there is no concept or value 'trigerpoint'; did you mean"):
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
        ("{needle}", "{needle}"),
        (Duration("P7D"), "7 dager"),
        (Duration("P1D"), "1 dag"),
        (Duration("P2W"), "2 uker"),
        (timedelta(days=14), "14 dager"),
        (timedelta(hours=1, minutes=30), "1 time og 30 minutter"),
        (timedelta(0), "0 minutter"),
        (date(2026, 1, 5), "5. januar 2026"),
        (time(9, 5), "09:05"),
    ],
)
def test_values(nb: imsterms.Glossary, given: object, rendered: str) -> None:
    assert nb.render("{x}", {"x": given}) == rendered


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (None, "the value {x} is None; pass the words for it"),
        (True, "the value {x} is True; pass the words for it"),
        (timedelta(minutes=-5), "the value {x} is a negative time"),
        (float("nan"), "the value {x} is nan, which is not a number"),
        (10**400, "the value {x} is a number of more than 310 digits"),
        (Decimal("Infinity"), "the value {x} is Infinity, which is not a number"),
    ],
)
def test_values_that_no_reader_should_see(nb: imsterms.Glossary, given: object, message: str) -> None:
    with pytest.raises(imsterms.TextError, match=re.escape(message)):
        nb.render("{x}", {"x": given})


def test_a_day_with_its_time() -> None:
    """What is between the two differs between editions of CLDR; the clock is the one that the time is from."""
    for zone in (None, timezone(timedelta(hours=-5))):
        moment = datetime(2026, 3, 1, 8, 0, tzinfo=zone)
        for language, day, clock in (("nn", "1. mars 2026", "08:00"), ("en", "March 1, 2026", "8:00 AM")):
            rendered = imsterms.glossary(language).render("{x}", {"x": moment}).replace("\u202f", " ")
            assert rendered.startswith(day)
            assert rendered.endswith(clock)


def test_a_counted_form(nb: imsterms.Glossary, en: imsterms.Glossary) -> None:
    text = "Du har {treatment_session}[counted n] igjen"
    assert nb.render(text, {"n": 1}) == "Du har 1 behandlingstime igjen"
    assert nb.render(text, {"n": 12345}) == "Du har 12\u00a0345 behandlingstimer igjen"
    assert en.document().render("{needle}[ counted  left ]", {"left": 1}) == "1 needle"
    assert nb.render("{trigger_point}[counted n]", {"n": 1}, audience="patient").endswith(
        f"({nb['trigger_point'].plain})"
    )
    assert "</button>" in nb.render(text, {"n": 2}, html=True)
    with pytest.raises(imsterms.TextError, match="there is no value 'nn' to count {needle} by; did you mean 'n'"):
        nb.render("{needle}[counted nn]", {"n": 1})
    for count in ("3", 2.5, True, None):
        with pytest.raises(imsterms.TextError, match="the value {n} counts, so it is a whole number, not"):
            nb.render("{needle}[counted n]", {"n": count})
    for form in ("the counted n", "The counted n", "Counted n", "counted"):
        with pytest.raises(imsterms.UnknownFormError):
            nb.render(f"{{needle}}[{form}]", {"n": 1})


def test_a_name_that_is_neither_concept_nor_value(nb: imsterms.Glossary) -> None:
    with pytest.raises(imsterms.UnknownConceptError, match="no concept or value 'nmae'; did you mean 'name'"):
        nb.render("Hei {nmae}", {"name": "Kari"})
    with pytest.raises(imsterms.UnknownFormError, match="there is no form 'THE PLURAL'"):
        nb.render("{needle}[THE PLURAL]")
    with pytest.raises(imsterms.UnknownFormError, match="there is no form 'full genitive'"):
        nb.render("{intramuscular_stimulation}[full genitive]")


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


def test_a_plain_wording_agrees_and_repeats_nothing(nb: imsterms.Glossary) -> None:
    many = nb["shortened_muscle"].plain_forms[-1]
    assert nb.render("{shortened_muscle}[the plural]", audience="patient") == f"de forkortede musklene ({many})"
    said = nb.render("{traditional_chinese_medicine}[Term] er gammel.", audience="patient")
    assert said == "Tradisjonell kinesisk medisin er gammel."
    plain = nb["trigger_point"].plain
    sentence = "{trigger_point}[Term], altså et " + f"{plain}. Mer."
    assert nb.render(sentence, audience="patient") == f"Triggerpunkt, altså et {plain}. Mer."
    assert nb.render("{trigger_point}[Term]. Et " + f"{plain}.", audience="patient").count(str(plain)) == 2


def test_brackets_are_wholly_outside_the_link(nb: imsterms.Glossary) -> None:
    html = nb.document(audience="patient", link="/{id}").render("{intramuscular_stimulation} er", html=True)
    assert re.fullmatch(r"<a [^>]*>intramuskulær stimulering</a> \(IMS, [^<>]+\) er", html)


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
