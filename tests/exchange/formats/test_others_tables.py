"""Tables as people have them: headings in Norwegian and English, title rows, odd encodings, and what is not one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from requirements import require_module

from imsterms.cli import main
from imsterms.errors import ExchangeError
from imsterms.exchange.formats.tables import csv_format, xlsx
from imsterms.exchange.intake.conversion import Conversion, convert
from imsterms.exchange.intake.imported import ImportedWords


def converted(table: str | bytes, *languages: str) -> Conversion:
    content = table.encode() if isinstance(table, str) else table
    return convert(csv_format.read(io.BytesIO(content), languages=languages or None))


def words(conversion: Conversion, language: str, number: int = 0) -> ImportedWords:
    return conversion.entries[number][1].languages[language]


@pytest.mark.parametrize(
    ("heading", "languages"),
    [
        ("Engelsk;Bokmål", ["en", "nb"]),
        ("English,Norwegian", ["en", "nb"]),
        ("Term (engelsk);Term (bokmål)", ["en", "nb"]),
        ("term [en],term [nn]", ["en", "nn"]),
        ("EN\tno-NO", ["en", "nb"]),
        ("term_en,nynorsk", ["en", "nn"]),
    ],
)
def test_headings_name_languages_in_any_form(heading: str, languages: list[str]) -> None:
    separator = next(mark for mark in ",;\t" if mark in heading)
    conversion = converted(f"{heading}\nneedle{separator}nål\n")
    assert sorted(conversion.entries[0][1].languages) == sorted(languages)


def test_norwegian_headings() -> None:
    table = (
        "Nr;Begrep;Definisjon;Forkortelse;Tillatt term;Frarådet;Merknad;Kilde;Fagområde;Ordklasse;Kjønn\n"
        "1;triggerpunkt;ømt sted;TrP;trykkpunkt;muskelknute;se også;Berg 2020;funn;substantiv;n\n"
    )
    conversion = converted(table)
    found = words(conversion, "nb")
    assert found.preferred is not None and (found.preferred.text, found.preferred.gender) == ("triggerpunkt", "neuter")
    assert (found.abbreviation, found.definition, found.notes) == ("TrP", "ømt sted", ["se også"])
    assert [one.text for one in found.admitted] == ["trykkpunkt"]
    assert [one.text for one in found.deprecated] == ["muskelknute"]
    [concept] = conversion.termbase.concepts.values()
    assert (concept.subject_field, concept.part_of_speech) == ("funn", "noun")
    assert [work.title for work in conversion.termbase.sources.values()] == ["Berg 2020"]
    assert concept.origin == {"Nr": ("1",)}


@pytest.mark.parametrize(
    ("heading", "language", "text"),
    [
        ("en,nb,nb_description", "nb", "definition"),
        ("en,nb,Definisjon", "nb", "definition"),
        ("en,nn,Definisjon", "nn", "definition"),
        ("en,nb,description", "en", "definition"),
        ("en,nb,Definisjon (nynorsk)", "nn", "definition"),
        ("en,nb,definition-nb", "nb", "definition"),
        ("en,nb,Explanation [nb]", "nb", "explanation"),
    ],
)
def test_a_text_is_in_the_language_that_its_heading_says(heading: str, language: str, text: str) -> None:
    assert getattr(words(converted(f"{heading}\nneedle,nål,tynn\n"), language), text) == "tynn"


def test_a_number_is_not_a_norwegian_term() -> None:
    conversion = converted("No.,en,definition_en\n1,needle,thin rod\n2,pin,short rod\n")
    assert [sorted(entry.languages) for _, entry in conversion.entries] == [["en"], ["en"]]
    assert sorted(converted("No,en\nnål,needle\n").entries[0][1].languages) == ["en", "nb"]


def test_synonyms_of_a_language_are_no_language() -> None:
    conversion = converted("en,nb,nb_synonyms\nneedle,nål,kanyle; spiss\n")
    assert [one.text for one in words(conversion, "nb").admitted] == ["kanyle", "spiss"]
    assert sorted(conversion.translations) == ["nb"]


@pytest.mark.parametrize("table", ["needle,nål\nmuscle,muskel\n", "kde\tkoo\nfoo\tbaz\n", "a,b,c\n1,2,3\n"])
def test_a_table_without_headings_says_what_is_known(table: str) -> None:
    with pytest.raises(ExchangeError, match="Begrep.*--languages en nb"):
        converted(table)


def test_a_table_without_headings_is_read_with_its_languages() -> None:
    conversion = converted("needle,nål\nmuscle,muskel\n", "en", "nb")
    assert list(conversion.termbase.concepts) == ["needle", "muscle"]
    with pytest.raises(ExchangeError, match="not a language tag"):
        converted("a,b\n", "en", "norsk-språk")


def test_rows_above_the_headings_are_skipped_and_said() -> None:
    conversion = converted("Ordliste for klinikken;;\n;;\nBokmål;Engelsk;Eier\nnål;needle;Kari\n")
    assert list(conversion.termbase.concepts) == ["needle"]
    assert any("Ordliste for klinikken" in remark.what for remark in conversion.document)


def test_most_of_the_text_is_not_swallowed() -> None:
    with pytest.raises(ExchangeError, match="'Beskrivning av arbetet'"):
        converted(f"nb,en,Beskrivning av arbetet\nnål,needle,{'x' * 200}\n")


def test_what_excel_saves_in_norway() -> None:
    conversion = converted("Begrep;Definisjon\nnål;smørbrød på ål\n".encode("cp1252"))
    assert words(conversion, "nb").definition == "smørbrød på ål"
    assert any("cp1252" in remark.what for remark in conversion.document)
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le"):
        assert words(converted("Begrep;Definisjon\nnål;på ål\n".encode(encoding)), "nb").definition == "på ål"


def test_several_terms_and_tags_in_a_cell_are_said() -> None:
    conversion = converted("en,nb\n<b>muscle</b>,nål; akupunkturnål\n")
    found = words(conversion, "nb")
    assert found.preferred is not None and found.preferred.text == "nål"
    assert [one.text for one in found.admitted] == ["akupunkturnål"]
    assert list(conversion.termbase.concepts) == ["muscle"]
    said = "\n".join(conversion.report().summary())
    assert "HTML tags taken off (1)" in said and "several terms in a cell (1)" in said


def test_each_sheet_has_headings_of_its_own() -> None:
    openpyxl = require_module("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Les meg"
    book.active.append(["Dette er ordlisten"])
    for name, rows in {
        "nåler": [["Bokmål", "Engelsk"], ["nål", "needle"]],
        "muskler": [["Muskler"], [], ["Begrep", "Engelsk", "Frarådet"], ["muskel", "muscle", "kjøtt"]],
    }.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    stream.seek(0)
    conversion = convert(xlsx.read(stream))
    assert list(conversion.termbase.concepts) == ["needle", "muscle"]
    assert [one.text for one in words(conversion, "nb", 1).deprecated] == ["kjøtt"]
    assert any("'Les meg'" in remark.what for remark in conversion.document)


# --- the wide table of our own ---


@pytest.mark.parametrize(("name", "headings"), [("csv", "en"), ("csv", "nb"), ("csv", "nn"), ("xlsx", "nb")])
def test_a_wide_table_read_back_changes_nothing(
    name: str, headings: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], root: Path
) -> None:
    path = tmp_path / f"wide.{name}"
    assert main(["export", name, "--wide", "--headings", headings, "-o", str(path)]) == 0
    onto = ["--onto", str(root / "imsterms" / "data"), "--locales", str(root / "locales")]
    assert main(["import", str(path), *onto]) == 0
    assert capsys.readouterr().out == "0 differences in 0 concepts\n"


def test_a_wide_table_is_in_plain_words_and_in_the_languages_that_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    assert main(["export", "csv", "--wide", "--only", "nn", "en", "--headings", "nb", "-o", str(path)]) == 0
    text = path.read_text("utf-8-sig")
    assert text.startswith("Term (norsk nynorsk),Forkortelse (norsk nynorsk)")
    assert "{" not in text and "bokmål" not in text.splitlines()[0]
    own = tmp_path / "own"
    assert main(["import", str(path), "--to", str(own)]) == 0


def test_a_wide_sheet_can_be_read_and_printed() -> None:
    openpyxl = require_module("openpyxl")
    stream = io.BytesIO()
    from imsterms.facade import glossary

    xlsx.write(glossary("nb"), stream, wide=True, only=["nb"], headings="nb")
    sheet = openpyxl.load_workbook(stream).active
    assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref.startswith("A1:J")
    assert sheet.print_title_rows == "$1:$1"
    assert [cell.value for cell in sheet[1]][-3:] == ["Id", "Fagområde", "Kilder"]


def workbook(**sheets: list[list[str]]) -> bytes:
    book = require_module("openpyxl").Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_sheet_called_after_a_language_is_in_it_and_adds_to_the_concepts_of_the_others() -> None:
    content = workbook(
        fi=[["IRI", "English", "Language"], ["http://e.org/saw", "saw", "saha"], ["http://e.org/axe", "axe", "kirves"]],
        German=[["Label", "Definition", "Identifier"], ["Säge", "Werkzeug", "http://e.org/saw"]],
    )
    converted = convert(xlsx.read(io.BytesIO(content)))
    assert list(converted.termbase.concepts) == ["saw", "axe"]
    saw = converted.entries[0][1].languages
    assert [(tag, one.preferred.text) for tag, one in saw.items() if one.preferred] == [
        ("en", "saw"),
        ("fi", "saha"),
        ("de", "Säge"),
    ]
    assert saw["de"].definition == "Werkzeug" and not saw["en"].admitted


def test_a_heading_language_above_words_is_no_column_of_languages() -> None:
    conversion = converted(
        "Term,Language,Definition\nsaw,all the workshop,tool with teeth\naxe,as above,tool with an edge\n"
    )
    assert [ours for ours, _ in conversion.entries] == ["saw", "axe"]
    assert "the column 'Language', which is kept with the origin" in "\n".join(conversion.report().summary())


def test_a_word_that_looks_like_a_code_is_no_heading() -> None:
    pairs = "# Glossary in tab-separated format\nworkshop\tverksted\nhow-to\thow-to\n"
    with pytest.raises(ExchangeError, match="'workshop · verksted'"):
        converted(pairs)
    assert [ours for ours, _ in converted(pairs, "en", "nb").entries] == ["workshop", "how_to"]


def test_headings_of_platforms_that_others_keep_their_terms_on() -> None:
    table = (
        "prefLabel_fi,altLabel_fi,notRecommendedSynonym_fi,status,definition_fi,example_fi,scopeNote_fi\n"
        '"saha","saho","sahuri\nsahis",VALID,työkalu,esimerkki,huom\n'
    )
    conversion = converted(table)
    found = words(conversion, "fi")
    assert found.preferred is not None and found.preferred.text == "saha"
    assert [one.text for one in found.deprecated] == ["sahuri", "sahis"]
    assert [one.text for one in found.admitted] == ["saho"] and found.notes == ["esimerkki", "huom"]
    assert not list(conversion.entries[0][1].report)[1:], "a status that says nothing special is understood"


def test_a_long_text_above_the_headings_costs_nothing() -> None:
    text = "word " * 20_000  # to look for a language in each part of it would take minutes
    with pytest.raises(ExchangeError, match=r"headings are not known: '(word ){11}wo\.\.\.'"):
        converted(f'"{text}",nb,en\n"{text}",nål,needle\n')
