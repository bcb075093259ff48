"""What a dump has for what a page draws: boxes around lines, lines under headings, pictures of which only a name is left."""

from __future__ import annotations

import re

_EDGE = re.compile(r"[┌╭╔├╠+](?:[─━-]{3,}|═{3,})[┐╮╗┤╣└┘╰╯╚╝+]|[└╰╚](?:[─━-]{3,}|═{3,})[┘╯╝]")
_BARS = "│┃║|"
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_AS_LONG = 2  # characters by which the line under a heading may be longer or shorter
_PICTURE = re.compile(r"IMG(?:: .*)?|(?:\s*\[[a-z][\w.-]*\])+")


def undrawn(page: str) -> str:
    """A dump without what boxes are drawn with, if they have one column, and without the names of pictures; any other text as it is."""
    lines = page.split("\n")
    boxed = False
    for at, line in enumerate(lines):
        text = line.strip()
        if _EDGE.fullmatch(text) or _PICTURE.fullmatch(text):
            boxed = text[0] not in "[I"
            lines[at] = ""
        elif boxed := boxed and _is_within(text):
            left = line.index(text[0])
            lines[at] = f"{line[:left]} {text[1:-1].rstrip()}"
    return "\n".join(lines)


def marked(page: str) -> str:
    """A dump with the headings that are underlined marked as in Markdown; any other text as it is."""
    lines = page.split("\n")
    for at, line in enumerate(lines[1:], 1):
        heading, under = lines[at - 1].strip(), line.strip()
        if heading and _UNDERLINE.fullmatch(under) and abs(len(heading) - len(under)) <= _AS_LONG:
            lines[at - 1 : at + 1] = [f"{'#' if under[0] == '=' else '##'} {heading}", ""]
    return "\n".join(lines)


def _is_within(line: str) -> bool:
    """Whether a line has a bar at both ends, and none between them."""
    return len(line) > 1 and line[0] in _BARS and line[-1] == line[0] and line.count(line[0]) == 2
