"""i18next: the library itself reads the file, and gives every form."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from generated import made

from imsterms.cli import main
from imsterms.facade import Glossary
from imsterms.web import i18next


def document(glossary: Glossary, module: Any, **options: Any) -> Any:
    stream = io.BytesIO()
    module.write(glossary, stream, **options)
    return json.loads(stream.getvalue())


ASK = """
const { createRequire } = require("node:module");
const i18next = createRequire(process.argv[1] + "/package.json")("i18next").default
  ?? createRequire(process.argv[1] + "/package.json")("i18next");
const { resources, asked } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
i18next.init({ resources, lng: "en", ns: ["imsterms", "imsterms_interface"], defaultNS: "imsterms", fallbackLng: false,
  interpolation: { escapeValue: false }, initAsync: false }).then(() => {
  console.log(JSON.stringify(asked.map(([lng, key, options]) => i18next.t(key, { lng, ...options }))));
});
"""


@pytest.fixture(scope="session")
def translate(require_npm: Callable[..., Path]) -> Callable[[Any, list[Any]], list[Any]]:
    """Return a function that asks i18next itself for translations: (language, key, options)."""
    folder = require_npm("i18next")

    def ask(resources: Any, asked: list[Any]) -> list[Any]:
        done = subprocess.run(
            ["node", "-e", ASK, str(folder)],
            input=json.dumps({"resources": resources, "asked": asked}),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        # i18next may say on the console who maintains it
        found: list[Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return found

    return ask


def test_i18next_gives_every_form_and_counts(en: Glossary, translate: Callable[[Any, list[Any]], list[Any]]) -> None:
    asked: list[Any] = []
    expected: list[str] = []
    for language in en.languages:
        for concept in en.in_language(language).values():
            for name, form in concept.term.forms.items():
                asked.append((language, f"{concept.id}.{'_'.join(name.split()) or 'term'}", {}))
                expected.append(form)
            if concept.term.forms.get("plural"):
                for count in (1, 2, 12345):
                    asked.append((language, f"{concept.id}.counted", {"count": count}))
                    expected.append(concept.term.counted(count))
    asked.append(("nn", "imsterms_interface:relation.part_of", {}))
    expected.append(en.in_language("nn").label("relation.part_of"))
    assert translate(document(en, i18next), asked) == expected


def test_any_text_comes_out_of_i18next_as_it_is(translate: Callable[[Any, list[Any]], list[Any]]) -> None:
    texts = ["針 & <b>'nadel'</b> \"x\"", "אבחון", "na\u030al", "a:b.c_d", "$T(x) {x} }}", "%s {0}", "line\nbreak"]
    concepts = [
        {"id": f"c{number}", "words": {"en": {"term": text.replace("\n", " "), "definition": text}}}
        for number, text in enumerate(texts)
    ]
    asked = [("en", f"c{number}.definition", {}) for number in range(len(texts))]
    assert translate(document(made(*concepts), i18next), asked) == texts


def test_what_i18next_would_change_is_left_out_and_named() -> None:
    glossary = made({"id": "a", "words": {"en": {"term": "a", "definition": "{{count}}", "explanation": "see $t(b)"}}})
    stream = io.BytesIO()
    said = i18next.write(glossary, stream)
    found = json.loads(stream.getvalue())["en"]["imsterms"]["a"]
    assert "definition" not in found and "explanation" not in found and found["term"] == "a"
    assert len(said) == 2 and "a.definition (en)" in said[0]


def test_a_language_with_more_plurals_has_its_own_categories() -> None:
    rule = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    assert i18next._plural_forms("pl", rule) == {"one": 0, "few": 1, "many": 2, "other": 2}


def test_a_file_for_each_language(tmp_path: Path) -> None:
    assert main(["export", "i18next", "--split", str(tmp_path)]) == 0
    paths = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.json")}
    assert {"nb/imsterms.json", "nb/imsterms_interface.json", "nn/imsterms.json"} <= paths
