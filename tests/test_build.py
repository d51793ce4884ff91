"""The wheel: what is in it, that it works where the source tree is not, and what stops its build.

The tree is copied before it is built, so that nothing is written into the checkout.
"""

from __future__ import annotations

import gettext
import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

IGNORED = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", "*.mo", ".hypothesis", ".benchmarks"
)
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
# nothing of the environment that runs the tests reaches the installed wheel
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def run(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    result = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=CLEAN, capture_output=True, text=True, encoding="utf-8"
    )
    if check and result.returncode:
        pytest.fail(f"{' '.join(map(str, command))}\n{result.stdout}\n{result.stderr}", pytrace=False)
    return result


@pytest.fixture(scope="module")
def tree(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source tree."""
    copy = tmp_path_factory.mktemp("tree") / "imsterms"
    shutil.copytree(root, copy, ignore=IGNORED)
    return copy


@pytest.fixture(scope="module")
def dist(tree: Path, require_module: Callable[[str], Any]) -> Path:
    """A folder with the sdist, and the wheel made from it."""
    require_module("build")
    folder = tree.parent / "dist"
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, tree, cwd=tree.parent)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    (found,) = dist.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter in a new virtual environment that has the wheel and what it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    interpreter = new_environment(folder / "venv")
    installed = run(interpreter, "-m", "pip", "install", "--quiet", wheel, cwd=folder, check=False)
    if installed.returncode:
        if os.environ.get("IMSTERMS_REQUIRE_TOOLS") == "1" or "imsterms" in installed.stderr.splitlines()[-1]:
            pytest.fail(installed.stderr, pytrace=False)
        pytest.skip("the wheel's requirements cannot be installed: no package index can be reached")
    return interpreter


def new_environment(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    return folder / SCRIPTS / "python"


def answer(python: Path, code: str) -> Any:
    """Return what ``code`` prints, run outside the source tree by an interpreter that sees nothing else."""
    return json.loads(run(python, "-I", "-c", f"import json\n{code}", cwd=python.parent).stdout)


# --- what is in it ---


def test_what_the_wheel_holds(wheel: Path) -> None:
    assert wheel.stat().st_size < 2_000_000
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {name.split("/")[0].split("-")[0] for name in names} == {"imsterms"}
    sources = {name for name in names if name.endswith((".po", ".pot", ".yaml", ".pyc"))}
    assert sources == {"imsterms/exchange/intake/vocabulary.yaml"}, "what other people's words mean is read at run time"
    assert not [name for name in names if "/tests/" in name or "/benchmarks/" in name or "/data/" in name]
    for language in ("nb", "nn"):
        assert f"imsterms/locales/{language}/LC_MESSAGES/imsterms.mo" in names
    for language in ("en", "nb", "nn"):
        assert {f"imsterms/runtime/{kind}.{language}.json" for kind in ("terms", "texts")} <= names
    assert {
        "imsterms/runtime/structure.json",
        "imsterms/runtime/languages.profiles.json",
        "imsterms/runtime/languages.words.json",
        "imsterms/py.typed",
        "imsterms/exchange/formats/native/imsterms.schema.json",
    } <= names
    assert [name for name in names if name.endswith("/licenses/LICENSE") or name.endswith("/LICENSE")]


def test_what_the_sdist_holds(dist: Path) -> None:
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "pyproject.toml", "setup.cfg",
        "imsterms/data/concepts/findings.yaml", "locales/imsterms.pot", "locales/nb/LC_MESSAGES/imsterms.po",
        "imsterms/languages/profiles/nb.yaml", "imsterms/languages/words/no.yaml",
        "tests/conftest.py", "tests/data/page_hashes.txt", "benchmarks/__main__.py",
    } <= names  # fmt: skip
    assert not [name for name in names if name.endswith((".mo", ".pyc"))]


def test_the_installed_wheel_recognises_terms_without_reading_yaml(python: Path, tmp_path: Path) -> None:
    code = (
        "import sys, imsterms; nb = imsterms.glossary('nb');"
        "print([match.text for match in nb.annotate('De sene bussene, og triggerpunktkurset', loose=True)]);"
        "print('yaml' in sys.modules)"
    )
    assert run(python, "-c", code, cwd=tmp_path).stdout.splitlines() == ["['triggerpunktkurset']", "False"]


def test_the_runtime_data_are_those_of_the_sources(tree: Path, wheel: Path, tmp_path: Path) -> None:
    """Wheel and checkout serve the same; and the .mo say what the runtime data say."""
    import imsterms
    from imsterms.catalogs.data import read_source_data
    from imsterms.termbase.runtime import PackagedData

    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    packaged = PackagedData(str(tmp_path / "imsterms" / "runtime"))
    sources = read_source_data(
        str(tree / "imsterms" / "data"), str(tree / "locales"), imsterms.__version__, root=str(tree)
    )
    assert packaged.languages == sources.languages
    assert packaged.content_hash == sources.content_hash
    assert packaged.structure() == sources.structure()
    for language in sources.languages:
        assert packaged.terms(language) == sources.terms(language)
        assert packaged.texts(language) == sources.texts(language)
    for language in ("nb", "nn"):
        catalog = gettext.translation("imsterms", tmp_path / "imsterms" / "locales", [language])
        concepts = packaged.terms(language)["concepts"]
        english = packaged.terms("en")["concepts"]
        for name, record in concepts.items():
            msgid = english[name]["forms"][""]
            if english[name]["forms"].get("plural"):
                found = catalog.npgettext(f"{name}.term", msgid, english[name]["forms"]["plural"], 1)
            else:
                found = catalog.pgettext(f"{name}.term", msgid)
            assert found == record["forms"][""], (language, name)


# --- installed, outside the source tree ---


def test_a_term_an_article_and_a_message(python: Path) -> None:
    found = answer(
        python,
        """
import gettext, imsterms
catalog = gettext.translation(imsterms.DOMAIN, imsterms.LOCALES_DIR, ["nb"])
glossary = imsterms.glossary("nb")
print(json.dumps([
    imsterms.__file__,
    imsterms.glossary("nn")["trigger_point"].term.the_plural,
    glossary.articles["treatment_frequency"].to_text(),
    catalog.npgettext("trigger_point.term", "trigger point", "trigger points", 1),
    catalog.npgettext("trigger_point.term", "trigger point", "trigger points", 2),
    glossary.find("Triggerpunktene")[0].concept.id,
    [imsterms.languages(), glossary.version, glossary.content_hash],
]))
""",
    )
    import imsterms

    nb = imsterms.glossary("nb")
    assert not found[0].startswith(str(Path(imsterms.__file__).parent))
    assert found[1:3] == ["triggerpunkta", nb.articles["treatment_frequency"].to_text()]
    assert found[3:6] == ["triggerpunkt", "triggerpunkter", "trigger_point"]
    assert found[6] == [["en", "nb", "nn"], nb.version, nb.content_hash]


HEAVY = (
    "dataclasses typing enum re pathlib json gettext importlib.resources importlib.metadata yaml babel polib argparse"
)


def test_a_cold_start_loads_next_to_nothing(python: Path) -> None:
    """What the budget of a cold start rests on: the first term and definition of a process need none of these."""
    code = f"""
import sys
before = set(sys.modules)
import imsterms
assert imsterms.glossary("nb")["trigger_point"].term == "triggerpunkt"
assert "referert smerte" in imsterms.glossary("nb")["trigger_point"].definition
loaded = set(sys.modules) - before
print([name for name in "{HEAVY}".split() if name in sys.modules])
print(sorted(loaded), file=sys.stderr)
"""
    output = run(python, "-I", "-S", "-c", f"import sys; sys.path.append({site(python)!r})\n{code}", cwd=python.parent)
    assert output.stdout == "[]\n", output.stderr


def site(python: Path) -> str:
    """Return the folder of an environment's packages."""
    return run(
        python, "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=python.parent
    ).stdout.strip()


def test_the_command(python: Path) -> None:
    """As a user without any extra has it."""
    command = python.parent / "imsterms"
    article = run(command, "article", "treatment_frequency", "--lang", "nb", cwd=python.parent)
    assert article.stdout.count("\n") > 20
    assert run(python, "-m", "imsterms", "--version", cwd=python.parent).stdout.startswith("imsterms ")
    schema = run(command, "export", "json", "--schema", cwd=python.parent).stdout
    assert json.loads(schema)["title"] == "imsterms"
    refused = run(command, "article", "effect", "--format", "html", cwd=python.parent, check=False)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "pip install 'imsterms[html]'" in refused.stderr
    refused = run(command, "catalog", "update", cwd=python.parent, check=False)
    assert refused.returncode == 2
    assert "this is an installed imsterms, which has no sources" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_types_are_seen(python: Path) -> None:
    assert (Path(site(python)) / "imsterms" / "py.typed").exists()


# --- what stops the build ---


def build_fails(tree: Path, copy: Path, change: Callable[[Path], None]) -> str:
    """Return what the build of a changed tree says; it is to fail."""
    shutil.copytree(tree, copy, ignore=IGNORED)
    change(copy)
    result = run(
        sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", copy.parent / "out", copy,
        cwd=copy.parent, check=False,
    )  # fmt: skip
    assert result.returncode != 0
    assert not list((copy.parent / "out").glob("*.whl"))
    return result.stdout + result.stderr


def test_a_broken_catalog_stops_the_build(tree: Path, tmp_path: Path, dist: Path) -> None:
    def change(copy: Path) -> None:
        path = copy / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po"
        lines = path.read_text(encoding="utf-8").split("\n")
        lines[99] = "this is no catalog"
        path.write_text("\n".join(lines), encoding="utf-8")

    assert "locales/nb/LC_MESSAGES/imsterms.po:100: IMS401 broken-catalog" in build_fails(tree, tmp_path / "x", change)


def test_no_catalogs_stop_the_build(tree: Path, tmp_path: Path, dist: Path) -> None:
    message = build_fails(tree, tmp_path / "x", lambda copy: shutil.rmtree(copy / "locales"))
    assert "locales: IMS402 no-catalogs: there is no <language>/LC_MESSAGES/imsterms.po here" in message


def test_broken_yaml_stops_the_build(tree: Path, tmp_path: Path, dist: Path) -> None:
    def change(copy: Path) -> None:
        path = copy / "imsterms" / "data" / "concepts" / "findings.yaml"
        path.write_text("\tx: y\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    assert "imsterms/data/concepts/findings.yaml:1: IMS002 broken-yaml" in build_fails(tree, tmp_path / "x", change)


def test_a_broken_text_stops_the_build(tree: Path, tmp_path: Path, dist: Path) -> None:
    def change(copy: Path) -> None:
        path = copy / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('msgstr[1] "{count} dager"', 'msgstr[1] "{cuont} dager"'), encoding="utf-8")

    assert "IMS105 broken-text: unit/day: there is no concept 'cuont'" in build_fails(tree, tmp_path / "x", change)


@pytest.mark.slow
def test_the_same_files_are_packed_into_the_same_bytes(tree: Path, tmp_path: Path, dist: Path) -> None:
    """In another folder, of another name, with files of another age, and with another order of sets."""
    copy = tmp_path / "elsewhere" / "checkout"
    shutil.copytree(tree, copy, ignore=IGNORED)
    for number, path in enumerate(sorted(copy.rglob("*"))):
        os.utime(path, (10**9 + number, 10**9 + number))
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path / "dist"), str(copy)]
    environment = {**CLEAN, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    first, second = (
        {path.name: path.read_bytes() for path in folder.iterdir()} for folder in (dist, tmp_path / "dist")
    )
    assert len(first) == 2
    assert first == second


# --- editable ---


@pytest.mark.slow
def test_an_editable_install_sees_an_edited_catalog(tree: Path, tmp_path: Path) -> None:
    copy = tmp_path / "imsterms"
    shutil.copytree(tree, copy, ignore=IGNORED)
    python = new_environment(tmp_path / "venv")
    run(python, "-m", "pip", "install", "--quiet", "-e", copy, cwd=tmp_path)
    code = "import imsterms; print(json.dumps(imsterms.glossary('nb')['trigger_point'].term.the_plural))"
    assert answer(python, code) == "triggerpunktene"
    path = copy / "locales" / "nb" / "LC_MESSAGES" / "imsterms.po"
    text = path.read_text(encoding="utf-8")
    assert '\nmsgstr "triggerpunktene"' in text
    path.write_text(text.replace('\nmsgstr "triggerpunktene"', '\nmsgstr "triggerpunkta"'), encoding="utf-8")
    assert answer(python, code) == "triggerpunkta"
    assert not list(copy.rglob("*.mo"))
    run(python.parent / "imsterms", "catalog", "compile", cwd=tmp_path)
    code = (
        "import imsterms, gettext; catalog = gettext.translation(imsterms.DOMAIN, imsterms.LOCALES_DIR, ['nb']); "
        "print(json.dumps(catalog.pgettext('trigger_point.term.the.plural', 'the trigger points')))"
    )
    assert answer(python, code) == "triggerpunkta"
