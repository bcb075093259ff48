"""Outlets in Arabic texts: by what name they go, which are meant by a noun alone, and what is no outlet."""

from __future__ import annotations

import pytest

from tawatur.attribution import attributions
from tawatur.model import Outlet
from tawatur.outlets import Outlets

_PRESS = Outlets(
    (
        Outlet("السهوب نيوز", ("وكالة السهوب نيوز", "سهوب"), country="LY"),
        Outlet("المرفأ", ("صحيفة المرفأ",), country="DE", common=True),
        Outlet("مترو سي تي", (), country="GB"),
        Outlet("في إن إن"),
        Outlet("اليوم الرابع"),
    )
)


def _said(*paragraphs: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The name of who speaks, his kind and the outlets on the way, of each statement."""
    found = attributions(paragraphs, language="ar", outlets=_PRESS)
    return [(one.speaker.name, one.speaker.kind, one.via) for one in found]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        # an outlet of the catalogue, with what tells its kind before it and whose it is behind it
        ("صحيفة المرفأ الألمانية", "المرفأ"),
        ('صحيفة "المرفأ" اليمينية الألمانية', "المرفأ"),
        ("قناة مترو سي تي الإخبارية", "مترو سي تي"),
        ('وكالة الأنباء الرسمية "سهوب"', "السهوب نيوز"),
        ("وكالة الأنباء الليبية الرسمية سهوب", "السهوب نيوز"),
        ("وكالة (سهوب) للأنباء", "السهوب نيوز"),
        ("موقع صحيفة المرفأ الألمانية", "المرفأ"),
        # and one that is not
        ('صحيفة "الخليج الجديد" اليمينية الألمانية', "الخليج الجديد"),
        ('شبكة "سي.إن.في" الإخبارية الأمريكية', "سي.إن.في"),
        ('قناة "مترو الجبل" الإخبارية', "مترو الجبل"),
        ("قناة روفانا الليبية عبر موقعها", "روفانا"),
        ("صحيفة روفانا السعودية اليوم الخميس", "روفانا"),
        ('صحيفة "روفانا"، نشرت الواقعة', "روفانا"),
        ("وكالة أنباء كوريا الجنوبية", "وكالة أنباء كوريا الجنوبية"),
        ("صحيفة السفير", "صحيفة السفير"),
        ('"بوابة الساحل الإخبارية"', "بوابة الساحل الإخبارية"),
        ("وكالة الأنباء الرسمية", "وكالة الأنباء الرسمية"),
    ],
)
def test_the_name_of_an_outlet(source: str, name: str) -> None:
    assert _said(f"ونقلت {source} عن الوزير سالم الحداد قوله إن النقص كبير.") == [
        ("سالم الحداد", "person", (name,))
    ]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("لوكالة مسار نيوز", "مسار نيوز"),
        ("لزيتون برس", "زيتون برس"),
        ("في حديث لـ زيتون برس", "زيتون برس"),
        ("لصحيفة Harbor Mirror", "Harbor Mirror"),
        ("في حوار على قناة الوطنية الأولى", "قناة الوطنية الأولى"),
        ("في لقاء على القناة الوطنية الأولى", "القناة الوطنية الأولى"),
        ("في تصريح للقناة الوطنية الأولى", "القناة الوطنية الأولى"),
        ("لقناة الحوار الساحلي", "قناة الحوار الساحلي"),
        ("لوكالة الأنباء الكورية الجنوبية", "وكالة الأنباء الكورية الجنوبية"),
    ],
)
def test_an_outlet_that_is_told(told: str, name: str) -> None:
    assert _said(f"وقال سالم الحداد {told} إن النقص كبير.") == [("سالم الحداد", "person", (name,))]


@pytest.mark.parametrize(
    "sentence",
    [
        'وفي حوار معه، بثته الثلاثاء، على قناة "روفانا" الخاصة، أكد سالم الحداد أن النقص كبير.',
        "وأعلن سالم الحداد، في حديث لقناة روفانا، رفضه للمشروع.",
        'وامتنع سالم الحداد في حديث لقناة "روفانا" عن الخوض في المسألة، مشيرا إلى أن النقص كبير.',
    ],
)
def test_an_occasion_names_the_outlet(sentence: str) -> None:
    assert [(name, via) for name, _, via in _said(sentence)] == [("سالم الحداد", ("روفانا",))]


def test_a_text_came_through_the_outlet_that_published_it() -> None:
    assert [via for _, _, via in _said('كشف تقرير نشره موقع "روفانا" أن النقص كبير.')] == [("روفانا",)]


@pytest.mark.parametrize(
    ("paragraph", "speakers"),
    [
        # a noun with an adjective means an outlet that was cited
        (
            "ذكرت صحيفة روفانا أن النقص كبير. ووفقا للصحيفة الألمانية، سيدوم شهرا.",
            [("روفانا", "outlet", ())] * 2,
        ),
        (
            "ذكر موقع السهوب نيوز أن النقص كبير. وأضافت الوكالة الليبية أنه سيدوم شهرا.",
            [("السهوب نيوز", "outlet", ())] * 2,
        ),
        # unless that one is from elsewhere
        (
            "ذكرت صحيفة روفانا الفرنسية أن النقص كبير. وأضافت الصحيفة الألمانية أنه سيدوم شهرا.",
            [("روفانا", "outlet", ()), ("الصحيفة الألمانية", "outlet", ())],
        ),
        # a body that is called as an agency is
        (
            'توقعت وكالة التصنيف "روفانا" تراجع النمو. وقالت الوكالة إن التراجع سيدوم شهرا.',
            [("وكالة التصنيف روفانا", "organisation", ())] * 2,
        ),
        (
            "أفادت الوكالة الفنية للنقل البري أن المركز مغلق.",
            [("الوكالة الفنية للنقل البري", "organisation", ())],
        ),
        ("حذرت وكالة الشرطة الأوروبية من الاحتيال.", [("وكالة الشرطة الأوروبية", "organisation", ())]),
        (
            "أعلن الموقع الرسمي للنادي الساحلي أن المدرب أقيل.",
            [("الموقع الرسمي للنادي الساحلي", "organisation", ())],
        ),
        (
            'ثبتت وكالة التصنيف "روفانا" تصنيف البلاد. واشارت الوكالة الى أن النقص كبير.',
            [("وكالة التصنيف روفانا", "organisation", ())],
        ),
        # a name in quotation marks
        ('وذكرت "صباح روفانا" أن النقص كبير.', [("صباح روفانا", "outlet", ())]),
        ('وأكدت "روفانا" أن النقص كبير.', [("روفانا", "organisation", ())]),
        ('وبينت "بن هنية" أن النقص كبير.', [("بن هنية", "person", ())]),
    ],
)
def test_what_is_an_outlet(paragraph: str, speakers: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert _said(paragraph) == speakers


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # a name with words in it that end the phrase of anybody else
        ("أكدت شبكة في إن إن أن النقص كبير.", ("في إن إن", "outlet", ())),
        ("أغلق المصنع، حسب ما أكدته صحيفة اليوم الرابع المصرية.", ("اليوم الرابع", "outlet", ())),
        # behind the name of who tells it, without a preposition
        (
            "أغلق المصنع، وفق ما أفاد به مدير المستشفى سالم الحداد وكالة السهوب.",
            ("سالم الحداد", "person", ("وكالة السهوب",)),
        ),
        (
            "وقال سالم الحداد لمراسلة وكالة روفانا افريقا للأنباء بالجهة إن النقص كبير.",
            ("سالم الحداد", "person", ("روفانا افريقا للأنباء",)),
        ),
    ],
)
def test_where_the_name_of_an_outlet_ends(sentence: str, speaker: tuple[str, str, tuple[str, ...]]) -> None:
    assert _said(sentence) == [speaker]


@pytest.mark.parametrize(
    "place",
    [
        "وكالة النهوض بالاستثمار",
        "شبكة الانترنات",
        "القنوات الدبلوماسية",
        "الشبكة العربية لتعزيز النزاهة",
        "مواقع الإنتاج",
        "قناة معتمدة",
    ],
)
def test_what_is_no_outlet(place: str) -> None:
    assert [via for _, _, via in _said(f"وأكد سالم الحداد في تصريح عبر {place} أن النقص كبير.")] == [()]


@pytest.mark.parametrize("bare", ["وكالة أنباء", "قناة", "موقع قناة"])
def test_a_noun_without_a_name_is_no_outlet_on_the_way(bare: str) -> None:
    assert [via for _, _, via in _said(f"ونقلت {bare} عن سالم الحداد قوله إن النقص كبير.")] == [()]
