"""Quotation marks: of which one is missing, and around the title of a work. Invented sentences."""

from __future__ import annotations

import pytest

from telling import Found, found


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        pytest.param(
            'واعتبر الحداد أن الميزانية لا تكفي حاجات الناس". وأضاف "يجب أن نبدأ من جديد". وقال " الوقت ضيق ".',
            [
                ("الحداد", "واعتبر", 'الميزانية لا تكفي حاجات الناس"'),
                (None, "وأضاف", '"يجب أن نبدأ من جديد"'),
                (None, "وقال", '" الوقت ضيق "'),
            ],
            id="a mark that closes nothing opens nothing",
        ),
        pytest.param(
            'وقال الحداد إن الصيادين يعانون من "الفقر والعزلة. وأكد الغربي أن الحل قريب، قائلا: "سنبدأ غدا".',
            [
                ("الحداد", "وقال", 'الصيادين يعانون من "الفقر والعزلة'),
                ("الغربي", "وأكد", "الحل قريب"),
                ("الغربي", "قائلا", '"سنبدأ غدا"'),
            ],
            id="one behind which another opens stays open",
        ),
        pytest.param(
            'وقال الحداد: "الميناء سيغلق أبوابه مساء الجمعة" وأكد الغربي: "العمل في السد سيتواصل".',
            [
                ("الحداد", "وقال", '"الميناء سيغلق أبوابه مساء الجمعة"'),
                ("الغربي", "وأكد", '"العمل في السد سيتواصل"'),
            ],
            id="nothing is missing",
        ),
        pytest.param(
            "أصدر الراحل تسع مجموعات أولها «قال البحار» وآخرها «دفاتر الملح».", [], id="the title of a work"
        ),
        pytest.param(
            "ونالت ليلى الحداد جائزة عن دورها في «قالت الريح»، وذهبت جائزة الإخراج إلى «باب البحر».",
            [],
            id="a title, and another behind it",
        ),
    ],
)
def test_marks(text: str, statements: list[Found]) -> None:
    assert found(text) == statements
