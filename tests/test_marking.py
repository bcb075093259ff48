"""Differences between texts: word by word, whatever the texts hold."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from tawatur.web.marking import difference

TEXTS = st.lists(st.text("اب ج<&>\"' \u202e9", max_size=30), max_size=4)


def test_what_was_put_in_and_taken_out_is_marked() -> None:
    found = difference(["قتل خمسة في الحريق", "قال المدير"], ["قتل ستة في الحريق", "قال المدير أمس"])
    assert found == ["قتل <del>خمسة</del> <ins>ستة</ins> في الحريق", "قال المدير <ins>أمس</ins>"]


def test_markup_of_a_page_stays_text() -> None:
    (found,) = difference(["a"], ["<script>alert(1)</script> <!---->"])
    assert "<script" not in found
    assert not LexborHTMLParser(found).css("script")


@given(TEXTS, TEXTS)
def test_without_what_was_taken_out_the_new_text_is_left(old: list[str], new: list[str]) -> None:
    page = LexborHTMLParser("".join(f"<p>{part}</p>" for part in difference(old, new)))
    for gone in page.css("del"):
        gone.decompose()
    left = " ".join(paragraph.text() for paragraph in page.css("p"))
    assert unescape(left).split() == " ".join(new).split()
