"""Whether a speaker is named in Arabic: places that speak, several of a role, texts that somebody got. Invented sentences."""

from __future__ import annotations

import pytest

import tawatur


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ونفت نيودلهي ذلك.", True),
        ("وقالت أبوظبي إن القرار خاطئ.", True),
        ("وقالت هلسنكي إن القرار خاطئ.", True),
        ("وقال سوري إن القرار خاطئ.", False),
        ("زعم قائد ميداني في قوات الساحل أن رجاله سيطروا على المدينة.", False),
        ("وقال قائد قوات الساحل إن رجاله سيطروا على المدينة.", True),
        ("ورجح مهندسان يعملان في الموقع أن يتأخر الافتتاح.", False),
        ("ونقلت الصحيفة عن مندوبين في التحالف أن الاتفاق قريب.", False),
        ("ويقول معدو الدراسة إن العينة كافية.", False),
        ("وقال عمرو الحداد إن العينة كافية.", True),
        ("وطالبت تسع دول عربية بوقف الصيد.", False),
        ("ويعتقد نصف المستطلعين أن الأسعار سترتفع.", False),
        ("ويعتقد ثلثا المستطلعين أن الأسعار سترتفع.", False),
        ("وقالت حسابات على منصة «حديث» إن الجسر انهار.", False),
        ("وذكرت المجلة أن ناطقا عسكريا نفى الخبر.", False),
        ("وهدد الوفد الروسي بالانسحاب.", True),
        ("وهدد وفد روسي بالانسحاب.", False),
        ("وأوضح المبعوث الأممي أن الهدنة هشة.", True),
        ("وأوضح مبعوثنا أن الهدنة هشة.", False),
        ("وبحسب وثائق مسربة حصل عليها موقع «الجسر»، تأخر المشروع عامين.", False),
        ("وبحسب وثائق للهيئة العامة للموانئ، تأخر المشروع عامين.", True),
        ("وبحسب بيانات جمركية، تراجعت الواردات.", False),
        ("وأفادت مذكرة داخلية بأن المشروع تأخر عامين.", False),
    ],
)
def test_who_is_named(text: str, named: bool) -> None:
    assert tawatur.attributions([text], language="ar")[-1].speaker.named is named


def test_counted_ones_are_meant_by_their_noun_alone() -> None:
    told = ["طالبت تسع دول عربية بوقف الصيد.", "وبررت الدول موقفها بأن المخزون يتراجع."]
    speakers = {one.speaker.name for one in tawatur.attributions(told, language="ar")}
    assert speakers == {"تسع دول عربية"}
