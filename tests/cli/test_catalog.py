"""The translators' commands: each is listed, and each explains itself."""

from __future__ import annotations

import pytest

from imsterms.cli import main
from imsterms.cli.catalog import COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_listed_and_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["catalog", "--help"])
    purpose = COMMANDS[command]
    assert f"{command} " in capsys.readouterr().out
    with pytest.raises(SystemExit) as caught:
        main(["catalog", command, "--help"])
    assert caught.value.code == 0
    output = " ".join(capsys.readouterr().out.split())
    assert f"usage: imsterms catalog {command}" in output
    assert f"{purpose[0].upper()}{purpose[1:]}." in output
    assert "--sources DIR" in output or command == "merge", "git names the files to merge"
