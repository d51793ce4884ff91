"""Documents of Word and LibreOffice: what is read, and copies with comments in which everything else is as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from imsterms.cli import main
from imsterms.errors import FileError
from imsterms.limits import OFFICE_BYTES
from imsterms.recognition.readers.office import read_office

docx = pytest.importorskip("docx")
odfdo = pytest.importorskip("odfdo")


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    """A Word document with a heading, parted runs, a table, a link and a quotation."""
    document = docx.Document()
    document.add_heading("Etter timen", 1)
    paragraph = document.add_paragraph("Vi fant mus")
    paragraph.add_run("kelknuter").bold = True
    paragraph.add_run("\tog mer i nakken.")
    document.add_paragraph("Alle muskelknuter er vonde.", style="Quote")
    document.add_table(1, 1).cell(0, 0).text = "Her er muskelknutene."
    path = tmp_path / "leaflet.docx"
    document.save(str(path))
    return path


def test_findings_are_by_paragraph(leaflet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", str(leaflet), "--lang", "nb"]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if "IMS501" in line]
    assert [line.removeprefix(f"{leaflet}:").split(": ")[0] for line in lines] == ["2:9", "4:8"]


def test_a_copy_has_the_findings_as_comments(leaflet: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    before = leaflet.read_bytes()
    assert main(["lint", str(leaflet), "--lang", "nb", "--comments", str(copy)]) == 1
    assert leaflet.read_bytes() == before
    old, new = docx.Document(str(leaflet)), docx.Document(str(copy))
    assert [paragraph.text for paragraph in new.paragraphs] == [paragraph.text for paragraph in old.paragraphs]
    bold = [(run.text, run.bold) for run in new.paragraphs[1].runs if run.text]
    assert bold == [("Vi fant ", None), ("mus", None), ("kelknuter", True), ("\tog mer i nakken.", None)]
    comments = list(new.comments)
    assert [comment.author for comment in comments] == ["imsterms", "imsterms"]
    assert all("write 'triggerpunkt" in comment.text for comment in comments)
    with zipfile.ZipFile(leaflet) as one, zipfile.ZipFile(copy) as other:
        assert set(one.namelist()) <= set(other.namelist())
        assert one.read("word/styles.xml") and other.testzip() is None


def test_word_documents_are_never_fixed(leaflet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = leaflet.read_bytes()
    assert main(["lint", str(leaflet), "--lang", "nb", "--fix"]) == 1
    assert "--fix does not edit office files" in capsys.readouterr().err
    assert leaflet.read_bytes() == before


def test_open_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Etter timen"))
    document.body.append(odfdo.Paragraph("Vi fant muskelknuter."))
    path = tmp_path / "leaflet.odt"
    document.save(str(path))
    assert main(["lint", str(path), "--lang", "nb"]) == 1
    assert f"{path}:2:9: IMS501" in capsys.readouterr().out


def test_notes_and_frames_of_open_document_are_read_once_and_what_was_struck_out_not_at_all(tmp_path: Path) -> None:
    document = odfdo.Document("text")
    document.body.clear()
    paragraph = odfdo.Paragraph("Vi fant knuter")
    paragraph.append(odfdo.Element.from_tag("<text:s/>"))
    paragraph.append(odfdo.Note(note_id="n1", citation="1", body="I noten."))
    paragraph.append("i nakken.")
    paragraph.append(odfdo.Element.from_tag("<draw:text-box><text:p>I ruta.</text:p></draw:text-box>"))
    paragraph.append(odfdo.Element.from_tag("<office:annotation><text:p>Hm.</text:p></office:annotation>"))
    document.body.append(paragraph)
    struck = "<text:tracked-changes><text:deletion><text:p>Vekk.</text:p></text:deletion></text:tracked-changes>"
    document.body.append(odfdo.Element.from_tag(struck))
    content = io.BytesIO()
    document.save(content)
    assert read_office(content.getvalue(), "x.odt")[0] == "Vi fant knuter i nakken.\nI noten.\nI ruta."


TEXT_BOX = """<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent>
<mc:Choice Requires="wps">
<w:txbxContent><w:p><w:r><w:t>Muskelknuter i ruta.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>
<w:txbxContent><w:p><w:r><w:t>Muskelknuter i ruta.</w:t></w:r></w:p></w:txbxContent></mc:Fallback>
</mc:AlternateContent></w:r></w:p>"""
FOOTNOTES = """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1">
<w:p><w:r><w:t>Muskelknuter i noten.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def test_headers_footers_notes_and_text_boxes_are_read_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document()
    document.add_paragraph("En brosjyre.")
    document.element.body.insert(1, docx.oxml.parse_xml(TEXT_BOX))
    document.sections[0].header.paragraphs[0].text = "Muskelknuter i toppen"
    document.sections[0].footer.paragraphs[0].text = "Muskelknuter i foten"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    name = docx.opc.packuri.PackURI("/word/footnotes.xml")
    notes = docx.opc.part.Part(name, media, FOOTNOTES.encode(), document.part.package)
    document.part.relate_to(notes, kind)
    path, copy = tmp_path / "leaflet.docx", tmp_path / "copy.docx"
    document.save(str(path))
    assert main(["lint", str(path), "--lang", "nb", "--comments", str(copy)]) == 1
    found = [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("    Muskelknuter")]
    assert sorted(found) == sorted(f"Muskelknuter i {place}" for place in ("ruta.", "toppen", "foten", "noten."))
    comments = [comment.text for comment in docx.Document(str(copy)).comments]
    assert len(comments) == 4 and sum("in a header, a footer or a note" in text for text in comments) == 3


def zipped(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not a whole document"),
        (b"PK\x03\x04 not a zip", "not a whole document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted, or of an old version"),
        (zipped(word__document=b"0" * (OFFICE_BYTES + 1)), "unpacks to 104857601 bytes"),
        (zipped(word__document=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "document type declaration"),
        (zipped(word__document=b"<x/>"), "not a document that"),
    ],
)
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_hostile_documents_are_refused_in_a_sentence(content: bytes, message: str, ending: str) -> None:
    with pytest.raises(FileError, match=message):
        read_office(content, f"x.{ending}")


def test_comments_are_for_one_word_document(leaflet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "a.md", "--lang", "nb", "--comments", "x.docx"]) == 2
    assert "--comments is for one .docx file" in capsys.readouterr().err
