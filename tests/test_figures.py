"""Figures in texts: numbers in digits and words, and what they count."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tawatur.language import language
from tawatur.language.figures import figures

CASES = [
    ("ar", "وأُجليت 430 أسرة، وارتفع عدد الأسر إلى ٦١٠ في 3 أبريل عام 2026", [(430, "families"), (610, "families")]),
    ("ar", "عدد السفن المنتظرة إلى سبع عشرة سفينة ومئتين وعشرة دنانير و300 ألف طن", [(17, "ships"), (210, "money"), (300_000, "tonnes")]),
    ("ar", "أكثر من ستة آلاف شخص، 92 في المئة، و1,250 جريحا وأحد عشر قتيلا وأحد المسؤولين", [(6000, "people"), (92, "percent"), (1250, "injured"), (11, "dead")]),
    ("ar", "ثلاثة آلاف وخمسمئة منزل ونصف مليون دينار وخمسة وعشرون مفقودا", [(3500, "houses"), (25, "missing")]),
    ("en", "more than 6,000 people; twenty-two dead, three hundred and five homes in 2025", [(6000, "people"), (22, "dead"), (305, "houses")]),
    ("en", "infections have climbed to 214; nine ships, 15 percent, on March 3", [(214, "cases"), (9, "ships"), (15, "percent")]),
    ("de", "214 Tote", []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_what_is_counted(code: str, text: str, wanted: list[tuple[float, str]]) -> None:
    assert [(one.value, one.counts) for one in figures(text, language(code))] == wanted


@given(
    st.lists(
        st.sampled_from(
            [
                "قتيلا",
                "ألف",
                "وعشرون",
                "12",
                "ـ",
                "\u064b",
                "\u200c",
                "\u200f3",
                "%",
                "،",
                "one",
                "hundred",
                "٥٫٥",
                "1,2,3",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from(["ar", "en"]),
)
@settings(deadline=None)
@example(["استقبل", "20", "ـ", "سفينة"], "ar")
def test_no_text_is_too_strange(words: list[str], code: str) -> None:
    text = " ".join(words)
    for one in figures(text, language(code)):
        assert 0 <= one.start < one.end <= len(text)


def test_a_part_of_a_number_is_no_other_number() -> None:
    found = figures("بلغت الإصابات 214 حالة، بينها 27 حالة في المستشفى", language("ar"))
    assert [(one.value, one.known) for one in found] == [(214, True), (27, False)]
