"""Print the completion script for a shell.

For bash: imsterms completion bash > ~/.local/share/bash-completion/completions/imsterms
"""

from __future__ import annotations

import argparse

from ..errors import MissingExtraError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"))


def run(arguments: argparse.Namespace) -> int:
    try:
        import shtab
    except ImportError:
        raise MissingExtraError("completion scripts need shtab: pip install 'imsterms[cli]'") from None
    from . import build_parser

    print(shtab.complete(build_parser(), arguments.shell))
    return 0
