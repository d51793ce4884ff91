"""Addresses and file names, in which no word is a term."""

from __future__ import annotations

import pytest

import imsterms
from imsterms.recognition.addresses import Addresses


@pytest.mark.parametrize(
    "text",
    [
        "Se https://klinikk.example/nål/om for mer",
        "Se www.nål.example nå",
        "Skriv til nål@klinikk.no i dag",
        "Last ned (nål.pdf), takk",
        "Følg @nål her",
    ],
)
def test_a_word_in_an_address_is_no_term(text: str) -> None:
    assert Addresses(text).hold(text.index("nål"))
    assert imsterms.glossary("nb").annotate(text) == []


@pytest.mark.parametrize("text", ["En nål.Så en til", "Kl. 10.30 nål", "og/eller nål", "IMS-nål nr. 3"])
def test_a_point_or_a_slash_makes_no_address(text: str) -> None:
    assert not Addresses(text).hold(text.index("nål"))


def test_positions_are_asked_for_from_left_to_right() -> None:
    text = "hud a@b.no nål https://x.example/hud hud"
    addresses = Addresses(text)
    places = [text.index("hud"), text.index("b.no"), text.index("nål"), text.index("/hud"), len(text) - 3]
    assert [addresses.hold(place) for place in places] == [False, True, False, True, False]
