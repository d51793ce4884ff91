"""The token of a text with references as a regular expression, for parsers of other languages that meet it."""

import re

# one token: an escaped brace, a reference with its form, or a brace that should not be there
TOKEN = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]{0,63})\}(?:\[([^\[\]\n]*)\])?|[{}]")
