"""What a page means to a browser: its tree, as a parser of the HTML standard builds it, and pages made to break it."""

from __future__ import annotations

import random
from io import StringIO
from typing import Any

import tinyhtml5

OURS = ("imsterms-term", "imsterms-explanation")

PIECES = [
    *("nål", " nål ", "og nål", " ", "\n", "\u00a0", "\x0b", "&aring;", "n&aring;l"),
    *(
        "<b>",
        "</b>",
        "<i>",
        "<p>",
        "</p>",
        "<a>",
        "</a>",
        "<a href=x>",
        "<div>",
        "</div>",
        "<h2>",
        "</h2>",
        "<br>",
        "</br>",
    ),
    *(
        "<table>",
        "<tr>",
        "<td>",
        "<th>",
        "</td>",
        "</tr>",
        "</table>",
        "<tbody>",
        "<caption>",
        "</caption>",
        "<colgroup>",
    ),
    *(
        "<svg>",
        "</svg>",
        "<math>",
        "</math>",
        "<mi>",
        "<desc>",
        "<foreignObject>",
        "</foreignObject>",
        "<g/>",
        "<svg/>",
    ),
    *("<title>", "</title>", "<style>", "</style>", "<script>", "</script>", "<textarea>", "</textarea>", "<xmp>"),
    *(
        "<style/>",
        "<script/>",
        "<title/>",
        "<!--",
        "-->",
        "--!>",
        "<!-->",
        "<![CDATA[",
        "]]>",
        "<?php",
        "?>",
        "<!doctype html>",
    ),
    *(
        "<select>",
        "<option>",
        "</select>",
        "<button>",
        "</button>",
        "<template>",
        "</template>",
        "<noscript>",
        "</noscript>",
    ),
    *("<li>", "<ul>", "</ul>", "<frameset>", "<frame>", "<body>", "</body>", "<html>", "</html>", "<head>", "</head>"),
    *(
        '<a title="',
        '">',
        "<p title='",
        "'>",
        '<p title=\u00a0"a b="> nål">',
        "<p title=",
        "<x\u00a0y>",
        "<",
        ">",
        '"',
        "</",
    ),
    *("<iframe>", "</iframe>", "<plaintext>", "<object>", "</object>", "<nobr>", "</xmp>", "<noembed>", "<marquee>"),
    *(
        "<input>",
        "<img>",
        "<mglyph>",
        "<annotation-xml encoding=text/html>",
        "</scr\u0131pt>",
        "</\u017fcript>",
        "<font color=a>",
    ),
]


def hostile_page(chance: random.Random) -> str:
    """Return a page of pieces in any order."""
    return "".join(chance.choice(PIECES) for _ in range(chance.randrange(2, 16)))


def tree(page: str) -> list[str]:
    """Return the tree of a page as a list of what begins and ends in it, without what annotation adds."""
    steps: list[str] = []

    def text(content: str | None) -> None:
        if content and steps and steps[-1].startswith("text "):
            steps[-1] += content
        elif content:
            steps.append(f"text {content}")

    def walk(element: Any) -> None:
        if not isinstance(element.tag, str):  # a comment
            steps.append(f"comment {element.text}")
        else:
            ours = element.get("class") in OURS
            if element.get("class") == OURS[1]:
                return
            if not ours:
                steps.append(f"begin {element.tag} {sorted(element.items())}")
            text(element.text)
            for child in element:
                walk(child)
                text(child.tail)
            if not ours:
                steps.append("end")

    walk(tinyhtml5.parse(StringIO(page)))  # a text without < would be taken for the name of a file
    return steps
