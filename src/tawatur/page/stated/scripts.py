"""The data in a page's scripts, in the ways that frameworks write it there, as plain values.

JSON anywhere in a script, or in a string (Redux); literals of JavaScript, also where a function returns one of its arguments
(Nuxt 2); lists whose numbers point into themselves (devalue: Nuxt 3, SvelteKit); rows that are pushed piece by piece (React's
flight format: Next.js); objects that name one another by a key (Apollo, normalised stores).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

# Strings, which end with their line at the latest, and comments: one that is not closed must not be looked for twice.
_STRING = (
    r"""\"(?:[^\"\\\n]|\\.)*+(?:\"|(?=\n)|\Z)|'(?:[^'\\\n]|\\.)*+(?:'|(?=\n)|\Z)|`(?:[^`\\]|\\.)*+(?:`|\Z)"""
)
_COMMENT = r"//[^\n]*+|/\*.*?(?:\*/|\Z)"
_STRINGS = re.compile(f"{_STRING}|{_COMMENT}", re.S)
_OPENING = re.compile(r"[{\[]")
_BRACKETS = re.compile(rf"{_STRING}|{_COMMENT}|[{{}}\[\]()]", re.S)
_LITERAL = re.compile(r"(?:\(function\s*\(([\w$,\s]*)\)\s*\{\s*return|[=(,])\s*([{\[])")
_TOKEN = re.compile(
    rf"(?P<string>{_STRING})|(?P<comment>{_COMMENT})|(?P<date>new\s+Date\()|(?P<void>void\s+0)|(?P<key>(?:[^\W\d]|\$)[\w$]*+|\d+(?=\s*:))(?P<colon>\s*:)?|(?P<number>\d*\.?\d+(?:[eE][+-]?\d+)?)|(?P<yes>!0)|(?P<no>!1)|(?P<end>,?\s*[}}\])])",
    re.S,
)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|([\"\\/bfnrtu])|(.))|\"", re.S)
_PUSHED = re.compile(r"__next_f\.push\(\[1,\s*(\"(?:[^\"\\]|\\.)*+(?:\"|\Z))", re.S)
_ROW = re.compile(r"([0-9a-f]+):(?:T([0-9a-f]+),)?")
_DECODER = json.JSONDecoder(strict=False)
_TRIES = 40
_LARGEST = 3_000_000  # letters of a script
_SMALL = 300  # letters of a literal that holds no article
_MOST = 200_000  # values that what points elsewhere is written out to
_DEEPEST = 40
_FOLLOWED = 3  # objects that name one another, in a row
_WRAPPERS = ("Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef")


def values(scripts: Iterable[str]) -> Iterator[Any]:
    """What the scripts of a page hold as data: lists, dicts, strings and numbers."""
    pushed = []
    for script in scripts:
        if len(script) > _LARGEST:
            continue
        if rows := _PUSHED.findall(script):
            pushed += rows
        else:
            yield from map(_linked, in_text(script))
    rows, texts = _rows("".join(filter(None, map(_unquoted, pushed))))
    for row in rows:
        yield from (_linked(value, texts) for value, _ in _json(row))
    yield from texts.values()


def in_text(text: str) -> Iterator[Any]:
    """The values that a text holds: JSON, JSON in its strings, and literals of JavaScript."""
    inside: list[str] = []

    def without(found: re.Match[str]) -> str:
        long = len(found[0]) > _SMALL and len(inside) < _TRIES
        inner = (_unquoted(found[0]) or "").lstrip() if long else ""
        if not inner.startswith(("{", "[")):
            return found[0]
        inside.append(inner)
        return '""'

    rest = _STRINGS.sub(without, text)
    for inner in inside:
        yield from (value for value, _ in _json(inner))
    large = False
    for value, length in _json(rest):
        large |= length > _SMALL
        yield value
    if not large:
        yield from _literals(rest)


def _json(text: str) -> Iterator[tuple[Any, int]]:
    """The values of JSON in a text, and how many letters each takes."""
    at = 0
    for _ in range(_TRIES):
        opening = _OPENING.search(text, at)
        if opening is None:
            return
        try:
            value, at = _DECODER.raw_decode(text, opening.start())
        except (ValueError, RecursionError):
            at = opening.end()
            continue
        yield value, at - opening.start()


def _unquoted(string: str) -> str | None:
    """What a string of JavaScript says; None where it is none."""
    if len(string) < 2 or string[0] != string[-1]:
        return None
    try:
        return str(json.loads('"' + _ESCAPE.sub(_escaped, string[1:-1]) + '"', strict=False))
    except ValueError:
        return None


def _escaped(found: re.Match[str]) -> str:
    """An escape, or a bare quotation mark, as JSON has it."""
    if found[1]:
        return f"\\u00{found[1]}"
    return found[3] or (found[0] if found[2] else r"\"")


def _literals(script: str) -> Iterator[Any]:
    """The objects and lists that a script writes in JavaScript."""
    at = 0
    for _ in range(_TRIES):
        opening = _LITERAL.search(script, at)
        if opening is None:
            return
        end = _closing(script, opening.start(2))
        if end is None:
            at = opening.end()
            continue
        at = end
        if end - opening.start(2) < _SMALL:
            continue
        given = _given(opening[1], script[end:]) if opening[1] is not None else {}
        try:
            yield _DECODER.decode(_as_json(script[opening.start(2) : end], given))
        except (ValueError, RecursionError):
            at = opening.end()


def _closing(script: str, opening: int) -> int | None:
    """One past the bracket that closes the one at `opening`."""
    depth = 0
    for found in _BRACKETS.finditer(script, opening):
        if found[0] in "{[(":
            depth += 1
        elif found[0] in "}])":
            depth -= 1
            if not depth:
                return found.end()
    return None


def _given(names: str, call: str) -> Mapping[str, str]:
    """The arguments, as JSON, with which a function is called behind its body, by the names that it has for them."""
    opening = call.find("(")
    end = _closing(call, opening) if opening >= 0 else None
    if end is None:
        return {}
    try:
        arguments = json.loads(f"[{_as_json(call[opening + 1 : end - 1], {})}]", strict=False)
    except (ValueError, RecursionError):
        return {}
    return dict(zip(re.findall(r"[\w$]+", names), map(json.dumps, arguments), strict=False))


def _as_json(literal: str, given: Mapping[str, str]) -> str:
    """A literal of JavaScript as JSON; what is not data is null."""

    def written(found: re.Match[str]) -> str:
        if found["string"]:
            return json.dumps(_unquoted(found["string"]))
        if found["key"]:
            key = found["key"]
            if found["colon"]:
                return f'"{key}":'
            return key if key in ("true", "false", "null") or key.isdigit() else given.get(key, "null")
        if found["number"]:
            return "0" + found[0] if found[0].startswith(".") else found[0]
        if found["end"]:
            return found["end"].lstrip(",").replace(")", "")
        return (
            ""
            if found["date"] or found["comment"]
            else "true"
            if found["yes"]
            else "false"
            if found["no"]
            else "null"
        )

    return _TOKEN.sub(written, literal)


def _rows(flight: str) -> tuple[list[str], dict[str, str]]:
    """React's flight rows: those of JSON (`id:JSON`), and the texts (`id:Tlength,text`) by how the others point to them."""
    texts, rows, at = {}, [], 0
    while found := _ROW.match(flight, at):
        if found[2]:
            length = int(found[2], 16)  # bytes
            text = flight[found.end() : found.end() + length].encode()[:length].decode("utf-8", "ignore")
            texts["$" + found[1]] = text
            at = found.end() + len(text)
            continue
        end = flight.find("\n", found.end())
        end = len(flight) if end < 0 else end
        rows.append(flight[found.end() : end])
        at = end + 1
    return rows, texts


class _Written:
    """Writes out what points elsewhere, within bounds: what points to itself, or a thousand times to one thing, ends."""

    def __init__(self, texts: Mapping[str, str], objects: Mapping[str, Any]) -> None:
        self.texts, self.objects = texts, objects
        self.left = _MOST

    def out(self, value: Any, depth: int = 0, followed: int = 0) -> Any:
        self.left -= 1
        if self.left < 0 or depth > _DEEPEST:
            return None
        if isinstance(value, str):
            return self.texts.get(value, value)
        if isinstance(value, dict):
            if (
                set(value) == {"__ref"}
                and followed < _FOLLOWED
                and (meant := self.objects.get(value["__ref"]))
            ):
                return self.out(meant, depth + 1, followed + 1)
            return {key: self.out(one, depth + 1, followed) for key, one in value.items()}
        if isinstance(value, list):
            if _points_into_itself(value):
                return self.pointed(value, 0, depth + 1)
            if (
                followed < _FOLLOWED
                and value
                and all(isinstance(one, str) and one in self.objects for one in value)
            ):
                return [self.out(self.objects[one], depth + 1, followed + 1) for one in value]
            return [self.out(one, depth + 1, followed) for one in value]
        return value

    def pointed(self, table: list[Any], at: Any, depth: int) -> Any:
        """What stands at a place of a list in the format of devalue."""
        self.left -= 1
        if self.left < 0 or depth > _DEEPEST or type(at) is not int or not 0 <= at < len(table):
            return None
        value = table[at]
        if isinstance(value, dict):
            return {key: self.pointed(table, one, depth + 1) for key, one in value.items()}
        if not isinstance(value, list):
            return value
        if not value or not isinstance(value[0], str):
            return [self.pointed(table, one, depth + 1) for one in value]
        if value[0] in _WRAPPERS:
            return self.pointed(table, value[1] if len(value) > 1 else None, depth + 1)
        if value[0] == "Date":
            return value[1] if len(value) > 1 else None
        return [self.pointed(table, one, depth + 1) for one in value[1:]]


def _points_into_itself(value: list[Any]) -> bool:
    """Whether a list is one of devalue: its first element says by numbers where its parts stand."""
    first = value[0] if len(value) > 2 else None
    parts = list(first.values()) if isinstance(first, dict) else first if isinstance(first, list) else []
    pointers = parts[1:] if parts and parts[0] in _WRAPPERS else parts
    return (
        bool(pointers)
        and all(type(one) is int and -7 <= one < len(value) for one in pointers)
        and any(isinstance(one, dict) for one in value[:3])
    )


def _linked(value: Any, texts: Mapping[str, str] | None = None) -> Any:
    """A value with the texts, and the objects in it, that are named by keys or ids written out where they are named."""
    objects: dict[str, Any] = {}
    _index(value, objects, 0)
    return _Written(texts or {}, objects).out(value)


def _index(value: Any, objects: dict[str, Any], depth: int) -> None:
    if not isinstance(value, dict) or depth > _FOLLOWED:
        return
    for key, one in value.items():
        if isinstance(one, dict):
            if ":" in key or str(one.get("id")) == key:
                objects.setdefault(key, one)
            _index(one, objects, depth + 1)
