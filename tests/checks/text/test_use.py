"""Which words are used as terms: not those that are mentioned, quoted, cited, or of another language."""

from __future__ import annotations

import pytest

import imsterms
from imsterms.findings import Finding


def lint(text: str, language: str = "nb", rule: str | None = None, **options: object) -> list[Finding]:
    found = imsterms.glossary(language).lint(text, **options)  # type: ignore[arg-type]
    return [one for one in found if rule is None or one.rule == rule]


def pairs(text: str, language: str = "nb", rule: str | None = None, **options: object) -> list[tuple[str, str | None]]:
    """Return what is found in a text with what is suggested for it."""
    return [(text[one.start : one.end], one.suggestion) for one in lint(text, language, rule, **options)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Et triggerpunkt (muskelknute) kan gjøre vondt."),
        ("nb", "Muskelknuter (triggerpunkter) sitter i muskelen."),
        ("nb", "Han hadde det som ofte kalles en muskelknute."),
        ("nb", "Mange omtaler dem som muskelknuter."),
        ("nb", "Hun sa «muskelknute», og ‘muskelknuter’ igjen."),
        ("nb", "Kirurgen tok ut en muskelknute fra livmora."),
        ("nb", "Uro, dårlig søvn og stress hører sammen."),
        ("nb", "Trykkpunktet fra gipsen ga sår."),
        ("nb", "Kort muskel og lang sene ses hos sprintere."),
        ("nb", "Sandvik FM, et al. (2016). Muskelknuter hos voksne."),
        ("nb", "These are called muscle knots, and the muskelknuter are of no use to you."),
        ("nb", "Molde Akupunktur behandling"),
        ("nn", "Musklane har krampa seg, men såret har lega seg."),
        ("nb", "Han fikk legemidla i seg og la seg på knea."),
        ("nb", "Hun hadde plantar fascitt."),
        ("nn", "Stress tek på."),
        ("en", "Trigger points, often called muscle knots, hurt."),
        ("en", "They are commonly known as muscle knots."),
        ("en", "Her distress was plain to see."),
        ("en", "Complete healing of the burn took a month."),
        ("en", "Brushing the teeth hit a trigger zone and the facial neuralgia came back."),
        ("en", "The scheduler is the vegetative nervous system of the program."),
        ("en", "Ask for the Muscle Knot Relief Programme."),
        ("nb", "Eldre navn er muskelknuter, tenderpoints og myoser."),
        ("nb", "Hver tiende voksne har sprøyteskrekk og gruer seg til vaksinen."),
    ],
)
def test_a_word_that_is_mentioned_quoted_cited_or_another_is_left_alone(language: str, text: str) -> None:
    assert lint(text, language) == []


def test_a_word_beside_the_term_written_apart_is_a_mention() -> None:
    assert pairs("Muskelknuter er trigger punkter.") == [("trigger punkter", "triggerpunkter")]


def test_a_list_of_references_is_left_alone() -> None:
    page = "<h2>Muskler</h2><p>Vi fant muskelknuter.</p><h2>Kilder</h2><ul><li>Alt om muskelknuter.</li></ul>"
    assert [found for found, _ in pairs(page, format="html")] == ["muskelknuter"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Latente triggerpunkter er muskelknuter som bare verker ved trykk."),
        ("nn", "Aktive triggerpunkt er muskelknutar som verkjer heile tida."),
        ("en", "Latent trigger points are muscle knots that hurt under pressure only."),
        ("en", "Trigger point dry needling lets muscle knots go."),
    ],
)
def test_a_word_that_explains_a_narrower_term_is_a_mention(language: str, text: str) -> None:
    assert lint(text, language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intermuskulær stimulering (IMS) tar en halv time.", "Intramuskulær stimulering (IMS) tar en halv time."),
        ("Vi gir IMS (intermuskulær stimulering) i leggen.", "Vi gir IMS (intramuskulær stimulering) i leggen."),
        ("IMS er altså det samme som intermuskulær stimulering.", None),
        ("Muskelknuter kjennes som harde knuter.", "Triggerpunkter kjennes som harde knuter."),
        ("Muskelknuter er vanlige (Moe et al., 2007).", "Triggerpunkter er vanlige (Moe et al., 2007)."),
        ("Muskelknuter ses ofte ved fibromyalgi.", "Triggerpunkter ses ofte ved fibromyalgi."),
        ("Noen får en helbredelseskrise av nålene.", None),
        ("Kiropraktoren tilbyr intramuskulær akupunktur.", None),
        ("Han studerte ved Norges Helsehøyskole.", None),
    ],
)
def test_a_deprecated_word_is_used_beside_an_abbreviation_a_lay_word_or_a_citation(
    text: str, expected: str | None
) -> None:
    assert [one.rule for one in lint(text)] == ["deprecated-word"]
    assert imsterms.glossary("nb").fix(text).text == (expected or text)


def test_what_a_text_tells_apart_from_the_term_is_left_to_a_person() -> None:
    glossary = imsterms.glossary("en")
    gloss = "Muscle knots (trigger points) ache. Rest helps against muscle knots."
    assert glossary.fix(gloss).text == "Muscle knots (trigger points) ache. Rest helps against trigger points."
    apart = "Behind most muscle knots we find a trigger point. Rest helps against muscle knots."
    assert [one.fixable for one in glossary.lint(apart)] == [False]
    assert glossary.fix(apart).text == apart
    named = "Muscle knots ache. These spots are also known as trigger points."
    assert glossary.fix(named).text == named


def test_a_word_that_does_not_mean_quite_the_same_is_reported_and_left_to_a_person() -> None:
    text = "After the needling she had a healing crisis on the second day."
    assert pairs(text, "en") == [("a healing crisis", "an aggravation of symptoms")]
    assert imsterms.glossary("en").fix(text).text == text


NYNORSK = (
    "Ho les ikkje berre det som står her. Dei fleste av oss har noko å lære av det, seier ho, utan at vi gjer noko "
    "nytt.\n\nFire personar kom."
)


def test_a_text_in_another_language_than_the_run_has_one_finding_and_no_edit() -> None:
    (finding,) = lint(NYNORSK, "nb")
    assert (finding.rule, finding.suggestion) == ("wrong-language", None)
    assert "Nynorsk, not in Bokmål" in finding.message
    assert imsterms.glossary("nb").fix(NYNORSK).text == NYNORSK
    assert lint(NYNORSK, "nn") == []


def test_a_long_text_is_in_the_language_of_most_of_it() -> None:
    bokmal = "Hun leser ikke bare det som står her. De fleste av oss har noe å lære av det, sier hun. "
    (finding,) = lint(bokmal * 300 + NYNORSK * 800, "nb")
    assert finding.suggestion is None
    (finding,) = lint(bokmal * 1500 + "\n\nFire personar kom.", "nb")
    assert finding.suggestion == "personer"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Det er blitt en egen øvelse."),
        ("nb", "Hun fikk lokal bedøvelse."),
        ("nb", "Filmen er Ims første på engelsk."),
        ("nb", "Han fikk sjukemelding av legen."),
        ("nn", "Ho tek imot ei betaling frå pasienten."),
    ],
)
def test_what_is_written_right_is_left_alone(language: str, text: str) -> None:
    assert lint(text, language) == []
