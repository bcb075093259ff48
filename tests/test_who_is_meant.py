"""Who is meant by a source, and through whom his words came: one family of phrases each."""

from __future__ import annotations

import pytest

import tawatur
from tawatur.model import Attribution


def told(*paragraphs: str) -> tuple[Attribution, ...]:
    return tuple(one for one in tawatur.attributions(list(paragraphs), language="ar") if one.content)


def test_what_stands_in_the_words_of_a_source_came_through_the_same_outlet() -> None:
    first, second = told(
        "قالت مصادر مطلعة لصحيفة الساحل إن رئيس اللجنة سالم الحداد أبلغ النواب بأنه لن يوقع المحضر."
    )
    assert first.via == second.via == ("صحيفة الساحل",)
    assert second.speaker.name == "سالم الحداد"


def test_what_is_set_against_a_statement_is_no_part_of_it() -> None:
    *_, last = told("قال مصدر مطلع لصحيفة الساحل إن الصفقة تمت، فيما قال المدير سالم الحداد إنها لم تتم بعد.")
    assert (last.speaker.name, last.via) == ("سالم الحداد", ())


@pytest.mark.parametrize(
    ("first", "second", "via"),
    [
        # who is named may have said it elsewhere
        ("قال الوزير سالم الحداد لصحيفة الساحل إن الميناء سيغلق.", "وأكد الحداد أن العمل سيبدأ في الربيع.", ()),
        # only the outlet knows who is not named
        ("قال مصدر أمني لصحيفة الساحل إن الميناء سيغلق.", "وأكد المصدر أن العمل سيبدأ في الربيع.", ("صحيفة الساحل",)),
        ("قال الوزير سالم الحداد لصحيفة الساحل إن الميناء سيغلق.", "وأكد المتحدث ذاته أن العمل سيبدأ.", ("صحيفة الساحل",)),
        ("قال الوزير سالم الحداد لصحيفة الساحل إن الميناء سيغلق.", "وأضاف أن العمل سيبدأ.", ("صحيفة الساحل",)),
    ],
)  # fmt: skip
def test_the_outlet_of_a_paragraph_before(first: str, second: str, via: tuple[str, ...]) -> None:
    assert told(first, second)[-1].via == via


def test_another_outlet_ends_the_part_of_that_by_which_an_article_goes_on() -> None:
    *_, last = told(
        "ووفقا لما نشرته صحيفة الساحل، توصل الطرفان إلى اتفاق.",
        "وقال مصدر مطلع لقناة العربية إن التوقيع قريب.",
        "وقال المدير سالم الحداد إن التوقيع تأجل.",
    )
    assert last.via == ()
