"""Questions about one word that are answered once: news asks them again and again of the same words."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Generic, TypeVar, overload

_Answer = TypeVar("_Answer")
_WORDS = 50_000  # as many as are kept for each question; the few that make up most of any text stay


class remembered(Generic[_Answer]):
    """A method that is asked about a word; each object keeps what it answered for the words asked for of late."""

    def __init__(self, ask: Callable[[Any, str], _Answer]) -> None:
        self._ask = ask
        self.__doc__ = ask.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, asked: None, owner: type) -> remembered[_Answer]: ...
    @overload
    def __get__(self, asked: object, owner: type) -> Callable[[str], _Answer]: ...
    def __get__(self, asked: object | None, owner: type) -> remembered[_Answer] | Callable[[str], _Answer]:
        if asked is None:
            return self
        answer = lru_cache(maxsize=_WORDS)(self._ask.__get__(asked))
        # From now on the object's own attribute is found first.
        vars(asked)[self._name] = answer
        return answer
