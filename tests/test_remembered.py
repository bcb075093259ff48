"""Questions about one word are answered once, and leave out only words that cannot matter."""

from __future__ import annotations

import pytest

from tawatur.attribution.lexicon import lexicon
from tawatur.attribution.remembered import remembered
from tawatur.model import Outlet
from tawatur.outlets import Outlets, known


class _Ending:
    def __init__(self, ending: str) -> None:
        self.ending = ending
        self.asked: list[str] = []

    @remembered
    def without(self, word: str) -> str:
        """The word without the ending."""
        self.asked.append(word)
        return word.removesuffix(self.ending)


def test_each_object_is_asked_once_for_a_word() -> None:
    one, other = _Ending("ات"), _Ending("ون")
    assert [one.without("معلمات"), one.without("معلمات"), other.without("معلمات")] == [
        "معلم",
        "معلم",
        "معلمات",
    ]
    assert (one.asked, other.asked) == (["معلمات"], ["معلمات"])
    assert _Ending.without.__doc__ == "The word without the ending."


@pytest.mark.parametrize("word", ["في", "وفي", "لصحيفه", "مضيفا", "كما", "وفق", "امس"])
def test_words_before_which_a_phrase_may_end(word: str) -> None:
    words = lexicon("ar")
    assert words is not None
    assert words.may_end_phrase(word)


@pytest.mark.parametrize("word", ["الميناء", "الحداد", "مدرسه"])
def test_words_before_which_no_phrase_ends(word: str) -> None:
    words = lexicon("ar")
    assert words is not None
    assert not words.may_end_phrase(word)


def test_names_of_added_outlets_are_found_at_their_first_word() -> None:
    added = Outlet(name="مرفأ الأخبار الجديد", aliases=("مرفأ",), kind="site")
    outlets = known().extended([added])
    assert outlets.starting(["مرفا", "الاخبار", "الجديد", "ان"]) == (added, 3)
    assert outlets.starting(["مرفا", "الاخبار"]) == (added, 1)
    assert outlets.starting(["الجديد", "مرفا"]) is None
    assert Outlets([]).starting(["مرفا"]) is None
    assert outlets.starting([]) is None
