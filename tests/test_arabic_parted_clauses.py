"""A clause in which it says according to whom it is told: the phrase ends where the clause goes on. Invented sentences."""

from __future__ import annotations

import pytest

from telling import found


@pytest.mark.parametrize(
    ("before", "source", "rest"),
    [
        ("ويشمل هذا المشروع وفق ", "بلاغ الشركة", " تهيئة عشرين مدرسة ريفية"),
        ("وسيطور القانون الجديد حسب ", "أعضاء اللجان البرلمانية", " نظام التأمين على المرض"),
        ("وأسفر الحريق، بحسب ", "موقع الساحل", " إلى حد الآن عن إصابة سائقين"),
        ("وتعود أطوار القضية، حسب ", "محامي العائلة", " إلى شكاية تقدم بها أحد الجيران"),
        ("وتبين بعد الفحوصات وفق ", "الخبير سالم الحداد", " أن القطعتين من العهد الروماني"),
        ("وتشمل المبادئ الجديدة، بحسب ", "بلاغ الحكومة", "، الحفاظ على وحدة البلاد"),
        ("وقام المتهم وفق ", "الشرطة", " بتسليم نفسه إلى القضاء"),
    ],
)  # fmt: skip
def test_a_clause_goes_on_behind_whom_it_cites(before: str, source: str, rest: str) -> None:
    cue = before.split()[-1]
    assert found(f"{before}{source}{rest}.") == [(source, cue, f"{before}{source}{rest}")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وسيغلق المعرض أبوابه، وفق ما أعلنه رئيس هذا المشروع، سالم الحداد.", "رئيس هذا المشروع، سالم الحداد"),
        ("أصيب سائقان بجروح خطيرة، وفق المحامي زبير الطرفاوي لسان دفاع العائلة.", "المحامي زبير الطرفاوي لسان دفاع العائلة"),
    ],
)  # fmt: skip
def test_more_of_whom_is_cited_is_no_clause(text: str, source: str) -> None:
    assert [one for one, _, _ in found(text)] == [source]


def test_a_relative_clause_behind_whom_is_cited_is_not_what_he_says() -> None:
    said = '"الإفراج عن السجين كان جزءا من خطة"'
    text = f"ووفق المصادر نفسها التي لم تكشف الصحيفة عن هويتها {said}."
    assert found("وقالت مصادر أمنية إن الخطة قديمة.", text)[-1] == ("المصادر نفسها", "ووفق", said)
    text = "وحجزت الشرطة بطاقات مزورة وختم الإدارة وفق ذات المصدر الذي أضاف أن المتهم الرئيسي لا يزال فارا من العدالة مع شريكه."
    first = "وحجزت الشرطة بطاقات مزورة وختم الإدارة"
    assert found("وقال مصدر أمني إن الخطة قديمة.", text)[1] == ("ذات المصدر", "وفق", first)
