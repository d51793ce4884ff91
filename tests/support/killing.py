"""Run a command of imsterms again and again, and stop it at each step that changes a file.

``python killing.py START WORK KILLS COMMAND...`` prints, as JSON, how often it was stopped and what was wrong then.
``START`` is a folder that is copied to ``WORK``, where the command runs. A step is what Python's audit events say of
files, and each flush to the disk; at the n-th the process is killed, the disk is full, or the system refuses.
"""

from __future__ import annotations

import errno
import io
import json
import os
import random
import re
import shutil
import signal
import sys
import zipfile
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

from imsterms.cli import main

BUILD = "build"
STEPS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod")


def snapshot(folder: str) -> dict[str, bytes]:
    files = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                files[os.path.relpath(path, folder)] = undated(file.read()) if ".docx" in name else file.read()
    return files


def undated(content: bytes) -> bytes:
    """Return what is in a Word document without the times at which it and its comments were written."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"".join(re.sub(rb'w:date="[^"]*"', b"", archive.read(part)) for part in archive.namelist())
    except zipfile.BadZipFile:
        return content


def hidden(path: str) -> bool:
    return any(part.startswith(".") and part != ".imsterms-site" for part in path.split(os.sep))


def run(command: list[str]) -> int:
    """Run a command of imsterms, or with BUILD what the build of a wheel writes besides the code."""
    if command != [BUILD]:
        return main(command)
    from imsterms.catalogs.compile import build

    try:
        build(".", "out/wheel", "1")
    except OSError:  # setuptools stops with what it says
        return 2
    return 0


class Runner:
    """Runs one command in a child process for each fault."""

    def __init__(self, start: str, work: str, command: list[str]) -> None:
        self.start, self.work, self.command = start, work, command

    def run(self, fault: Callable[[int], None] | None, after: float = 0, fresh: bool = True) -> tuple[int, int]:
        """Return the wait status of a run and how many steps it took, of which each calls ``fault`` with its number."""
        if fresh:
            shutil.rmtree(self.work, ignore_errors=True)
            shutil.copytree(self.start, self.work)
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            os._exit(self._work(fault, after, writing))
        os.close(writing)
        _, status = os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as pipe:
            return status, len(pipe.read())

    def _work(self, fault: Callable[[int], None] | None, after: float, writing: int) -> int:
        count = 0

        def step() -> None:
            nonlocal count
            count += 1
            os.write(writing, b".")
            if fault:
                fault(count)

        def audited(event: str, arguments: tuple[Any, ...]) -> None:
            changes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
            if event in STEPS or (changes and str(arguments[0]).startswith((self.work, ".", "locales", "own", "out"))):
                step()

        fsync = os.fsync

        def flushed(descriptor: int) -> None:
            step()
            fsync(descriptor)

        os.chdir(self.work)
        output = os.open(os.devnull, os.O_WRONLY)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.fsync = flushed
        sys.addaudithook(audited)
        if after:
            signal.setitimer(signal.ITIMER_REAL, after)
        try:
            return run(self.command)
        except BaseException:
            return 99


def kill(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fails(number: int) -> Callable[[int], None]:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def at(step: int, fault: Callable[[int], None]) -> Callable[[int], None]:
    """Return a fault at one step."""
    return lambda count: fault(count) if count == step else None


def examine(runner: Runner, kills: int) -> dict[str, Any]:
    before = snapshot(runner.start)
    status, steps = runner.run(None)
    expected = os.waitstatus_to_exitcode(status)
    after = snapshot(runner.work)
    wrong: list[str] = []
    stopped = 0

    def unfinished() -> list[str]:
        last = snapshot(runner.work)
        # what is remembered for the next run may be less where one was stopped
        paths = [path for path in {**last, **after} if not hidden(path) and not path.startswith("out/cache/")]
        return [path for path in paths if last.get(path) != after.get(path)]

    def judge(label: str, status: int) -> None:
        code = os.waitstatus_to_exitcode(status)
        if code not in (expected, 2, -signal.SIGKILL, -signal.SIGALRM):
            wrong.append(f"{label}: exit status {code}")
        for path, content in snapshot(runner.work).items():
            journal = path.endswith("import-files.json")  # both, while they are replaced
            if not hidden(path) and not journal and content not in (before.get(path), after.get(path)):
                wrong.append(f"{label}: {path} is neither old nor new")
        if unfinished():
            runner.run(None, fresh=False)
        if different := unfinished():
            wrong.append(f"{label}: the next run does not finish {different[:5]}")

    others = [("full", fails(errno.ENOSPC)), ("refused", fails(errno.EACCES))]
    for step in range(1, steps + 1):
        for name, fault in (("killed", kill), others[step % 2]):
            status, _ = runner.run(at(step, fault))
            stopped += 1
            judge(f"{name} at step {step}", status)
    chance = random.Random(20261125)
    for number in range(kills):
        status, _ = runner.run(None, after=chance.uniform(0.0005, 0.1))
        stopped += 1
        judge(f"killed at random, {number}", status)
    return {"steps": steps, "stopped": stopped, "wrong": wrong, "status": expected}


if __name__ == "__main__":
    _, start, work, kills, *command = sys.argv
    shutil.copytree(start, work)
    os.chdir(work)
    with redirect_stdout(sys.stderr):
        run(command)  # what it has to read once is read here, and not by each child
    os.chdir(os.path.dirname(work))
    print(json.dumps(examine(Runner(start, work, command), int(kills))))
