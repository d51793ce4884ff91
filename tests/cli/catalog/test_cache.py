"""What commands remember changes nothing: with the cache, without it, and with edits between the runs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from catalog_edits import edited

from imsterms.cli import main

COMMANDS = (
    ("check",),
    ("check", "nb", "--skip", "doubled-word"),
    ("check", "--format", "json"),
    ("status",),
    ("update", "--check"),
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The function that runs a command in a folder and returns its status, output and errors; the cache is empty."""
    monkeypatch.setenv("IMSTERMS_CACHE_DIR", str(tmp_path / "cache"))

    def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.chdir(folder)
        status = main(["catalog", *arguments, "--sources", "."])
        return status, *capsys.readouterr()

    return run


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(project: Any, random: Random) -> None:
    """Edit one file: a catalog, the template or the sources."""
    catalogs = [project.path("nb"), project.path("nb"), project.path("nn"), project.locales / "imsterms.pot"]
    path = random.choice([*catalogs, project.folder / "concepts" / "findings.yaml"])
    text = path.read_text("utf-8")
    if path.suffix == ".yaml":
        old, new = random.choice((("metal", "steel"), ("hurts", "aches"), ("term: pain", "term: ache")))
        path.write_text(text.replace(old, new) if old in text else text.replace(new, old), "utf-8")
    else:
        path.write_text(edited(text, random), "utf-8")


def try_edits(project: Any, run: Run, seed: int, steps: int) -> None:
    random = Random(seed)
    for _ in range(steps):
        before = files(project.folder)
        edit(project, random)
        for command in COMMANDS:
            anew = run(project.folder, *command, "--no-cache")
            assert run(project.folder, *command) == run(project.folder, *command) == anew, command
        other = project.folder.with_name("other")
        shutil.copytree(project.folder, other)
        assert run(project.folder, "update") == run(other, "update", "--no-cache")
        assert files(project.folder) == files(other)
        shutil.rmtree(other)
        if run(project.folder, "check")[0] == 1 and random.random() < 0.5:  # back to what was remembered before
            for name, content in before.items():
                (project.folder / name).write_bytes(content)


@pytest.mark.parametrize("seed", [1, 2])
def test_edits_between_runs(project: Any, run: Run, seed: int) -> None:
    try_edits(project, run, seed, 6)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 130))
def test_many_edits_between_runs(project: Any, run: Run, seed: int) -> None:
    try_edits(project, run, seed, 20)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_second_run_reads_no_source(
    project: Any, run: Run, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(project.folder, *command)
    monkeypatch.setattr("imsterms.termbase.nodes.read", None)
    monkeypatch.setattr("imsterms.termbase.source.read", None)
    assert run(project.folder, *command) == first
    with pytest.raises(TypeError):
        run(project.folder, *command, "--no-cache")


def test_without_the_cache_nothing_is_left_there(project: Any, run: Run, tmp_path: Path) -> None:
    for command in COMMANDS:
        run(project.folder, *command, "--no-cache")
    assert not (tmp_path / "cache").exists()


def test_what_is_wrong_with_the_sources_is_said_each_time(project: Any, run: Run) -> None:
    assert run(project.folder, "check")[0] == 0
    project.write("quality.yaml", "rots: [pain]\n")
    first = run(project.folder, "check")
    assert first[0] == 1 and "rots" in first[1]
    assert run(project.folder, "check") == first


def test_a_template_that_is_gone_is_written_again(project: Any, run: Run) -> None:
    template = project.locales / "imsterms.pot"
    template.unlink()
    run(project.folder, "update")
    content = template.read_bytes()
    assert "template: up to date" in run(project.folder, "update")[1]
    template.unlink()
    run(project.folder, "update")
    assert template.read_bytes() == content
