"""Texts cut off, run together or with marks astray: whatever the words of reporting stand beside, nothing breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tawatur
from tawatur.attribution.lexicon import lexicon

MARKS = ["،", ":", "«", "»", '"', "“", "”", "(", ")", ".", "…", "-", ",", "'"]
PLAIN = {
    "ar": ["الوزير", "سامي", "الحداد", "صحيفة", "لبرنامج", "وكالة", "أن", "إن", "من", "في", "عن", "إلى", "على", "لـ", "أمس", "الأطراف", "بلاغ", "12", "لم", "لا", "كل", "منذ", "باسمها", "بن"],
    "en": ["not", "who", "released", "the", "minister", "John", "Smith", "newspaper", "that", "to", "of", "on", "Monday", "report", "12"],
}  # fmt: skip


def _words(code: str) -> list[str]:
    spoken = lexicon(code)
    assert spoken is not None
    return [*sorted(spoken.cues), *sorted(spoken.according), *PLAIN[code] * 40, *MARKS * 25]


@pytest.mark.parametrize(
    "text",
    [
        "ومن", "لنفسك،", "للمطالبة ،", "مقطع فيديو يظهر فيه", "وحذر الحزب من",
        "وقع الحادث ليلا، بحسب بلاغ صادر عن … رئاسة", "نزل السعر ، بحسب إحصائيات نشرها(",
        ") : الزيادة كبيرة وأوضح أن الكلفة ارتفعت", "ودعا المجلس إدارة القناة قوله إلى أن بـ:",
        "وفي المدينة لا تأكيدها أن الطائرة سقطت", "سقطت الطائرة حسب مقطع فيديو ـ بثه التلفزيون",
        "وكان الوزير سالم الحداد أعلن نقابة الساحل في أفريل",
        "ويشتكي ، هؤلاء ", 'ونقل المراسل " عن', "واعلنا الساحل في أفريل",
    ],
)  # fmt: skip
def test_a_text_that_is_cut_off_breaks_nothing(text: str) -> None:
    for one in tawatur.attributions([text], language="ar"):
        assert text[one.cue.start : one.cue.end] == one.cue.text


@pytest.mark.parametrize("code", ["ar", "en"])
@given(data=st.data())
def test_words_in_any_order_break_nothing(code: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(_words(code)), max_size=25))
    glue = data.draw(st.sampled_from([" ", " ", " ", ""]))
    text = " ".join(words[:12]) + glue + " ".join(words[12:])
    for one in tawatur.attributions([text], language=code):
        for span in (one.source, one.cue, one.content):
            assert span is None or text[span.start : span.end] == span.text


def test_a_programme_that_somebody_speaks_to_is_no_quotation() -> None:
    text = 'وأكد المراسل سامي الحداد، أمس، لبرنامج "صباح الساحل"، تراجع أسعار السمك.'
    (found,) = tawatur.attributions([text], language="ar")
    assert found.content is not None
    assert found.content.text == "تراجع أسعار السمك"
    assert found.via == ("صباح الساحل",)
