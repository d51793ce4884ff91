"""What export and import share: a format is imported when it is asked for."""

from __future__ import annotations

import argparse
import sys

import pytest

from imsterms.cli.formats import add_formats, print_formats
from imsterms.formats import FORMATS


def test_only_the_format_that_is_asked_for_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FORMATS.values():
        monkeypatch.delitem(sys.modules, name, raising=False)
    parser = argparse.ArgumentParser()
    add_formats(parser)
    parsed = parser.parse_args(["bibtex"])
    assert (parsed.format, parsed.options) == ("bibtex", ())
    assert FORMATS["bibtex"] in sys.modules
    assert FORMATS["hunspell"] not in sys.modules


def test_the_options_of_a_format_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_formats(parser)
    parsed = parser.parse_args(["fhir", "--release", "R5"])
    assert "release" in parsed.options and parsed.release == "R5"
    with pytest.raises(SystemExit):
        parser.parse_args(["fhir", "--help"])
    assert "What a document in this format cannot hold" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(("way", "absent"), [("write", ""), ("read", "bibtex")])
def test_the_list_has_the_formats_of_one_way(way: str, absent: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert print_formats(way, False) == 0
    names = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert "json" in names and absent not in names
