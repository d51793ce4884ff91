"""Print the completion script for a shell.

For bash: imsterms completion bash > ~/.local/share/bash-completion/completions/imsterms
"""

import argparse

from ..errors import MissingExtraError
from .options import Command


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"))


def run(arguments: argparse.Namespace) -> int:
    try:
        import shtab
    except ImportError:
        raise MissingExtraError("completion scripts need shtab: pip install 'imsterms[cli]'") from None
    from . import build_parser

    parser = build_parser()
    _fill(parser)
    print(shtab.complete(parser, arguments.shell))
    return 0


def _fill(parser: argparse.ArgumentParser) -> None:
    """Let every command below a parser add its arguments."""
    if isinstance(parser, Command):
        parser.fill()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                _fill(command)
