"""What the integrations share: a page in a language without terms, and a template that is checked before it is used."""

from __future__ import annotations

import pytest

import imsterms
from imsterms.integrations import check, served


def test_a_page_in_a_language_without_terms_gets_the_default() -> None:
    assert served("nn-NO", "en").language == "nn"
    assert served("da", "nb").language == "nb"
    assert served(None, "nb").language == "nb"
    with pytest.raises(imsterms.UnknownLanguageError):
        served("da", "sv")


def test_a_template_is_checked_in_every_language() -> None:
    check("{trigger_point}[the plural] og {n}", ["n"])
    check("{needle}[compound]behandling", languages=["nb", "nn"])
    with pytest.raises(imsterms.MissingFormError):
        check("{needle}[compound]behandling")
    with pytest.raises(imsterms.UnknownConceptError, match="did you mean 'needle'"):
        check("{nedle}")
