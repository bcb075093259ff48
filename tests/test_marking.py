"""Statements marked in a paragraph, and differences between texts word by word, whatever the texts hold."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import tawatur
from tawatur.web.marking import difference, marked, passage

TEXTS = st.lists(st.text("اب ج<&>\"' \u202e9", max_size=30), max_size=4)


def test_what_was_put_in_and_taken_out_is_marked() -> None:
    found = difference(["قتل خمسة في الحريق", "قال المدير"], ["قتل ستة في الحريق", "قال المدير أمس"])
    assert found == ["قتل <del>خمسة</del> <ins>ستة</ins> في الحريق", "قال المدير <ins>أمس</ins>"]


def test_markup_of_a_page_stays_text() -> None:
    (found,) = difference(["a"], ["<script>alert(1)</script> <!---->"])
    assert "<script" not in found
    assert not LexborHTMLParser(found).css("script")


def test_each_mark_leads_to_what_is_told_of_its_statement() -> None:
    text = "قال الوزير سامي نجم إن الجسر <سيفتح> غدا، وأضاف المهندس رائد حسن أن العمل انتهى."
    page = LexborHTMLParser(str(marked(text, tawatur.attributions([text]))))
    marks = [
        (one.attributes["class"], one.text(), one.css_first("a").attributes["href"])
        for one in page.css("mark")
    ]
    assert marks == [
        ("cue", "قال", "#said-0-0"), ("source", "الوزير سامي نجم", "#said-0-0"),
        ("cue", "وأضاف", "#said-0-1"), ("source", "المهندس رائد حسن", "#said-0-1"),
    ]  # fmt: skip
    assert page.text() == text


def test_a_passage_is_what_the_text_says_word_for_word() -> None:
    text = "ساد الهدوء. ونفى الوزير سامي نجم وجود <خلافات> في الحكومة، حسب قوله. وغادر."
    (said, *_) = tawatur.attributions([text])
    page = LexborHTMLParser(str(passage(text, said, "/article/7#p0")))
    assert page.text() in text
    assert page.text().startswith("ونفى الوزير سامي نجم وجود <خلافات>")
    assert {one.attributes["href"] for one in page.css("mark a")} == {"/article/7#p0"}


@given(TEXTS, TEXTS)
def test_without_what_was_taken_out_the_new_text_is_left(old: list[str], new: list[str]) -> None:
    page = LexborHTMLParser("".join(f"<p>{part}</p>" for part in difference(old, new)))
    for gone in page.css("del"):
        gone.decompose()
    left = " ".join(paragraph.text() for paragraph in page.css("p"))
    assert unescape(left).split() == " ".join(new).split()
