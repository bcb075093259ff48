"""Headlines that open with who speaks and a colon, and lines that open with something else and a colon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tawatur
from tawatur.attribution.titles import outlet_in_title, told_in_title
from tawatur.model import Article, Outlet
from tawatur.outlets import known


@pytest.mark.parametrize(
    ("headline", "source", "via"),
    [
        ("ترامب: على إسرائيل أن توقف الحرب", "ترامب", ()),
        ("رويترز: الحكومة تدرس رفع الأسعار", "رويترز", ()),
        ("وزير الخارجية الإيراني: لن نتفاوض تحت التهديد", "وزير الخارجية الإيراني", ()),
        ("مصدر أمني لـ«الجزيرة»: مقتل ثلاثة جنود في كمين", "مصدر أمني", ("الجزيرة",)),
        ("مسؤول أمريكي لرويترز: واشنطن تدرس فرض عقوبات", "مسؤول أمريكي", ("رويترز",)),
        ("سامي الحداد لاتحاد العمال: الحوار في المكاتب", "سامي الحداد", ()),
        ("الحرشاني : وزارة الدفاع تتجه نحو التصنيع", "الحرشاني", ()),
        ("الأمين العام للأمم المتحدة: الوضع في غزة كارثي", "الأمين العام للأمم المتحدة", ()),
        ("دراسة: القهوة تقلل خطر الإصابة بالسكري", "دراسة", ()),
        ("طهران: لن نتفاوض تحت الضغط", "طهران", ()),
        ("Trump: Israel must stop the war in Gaza", "Trump", ()),
        ("Tehran: We will not negotiate under threat", "Tehran", ()),
    ],
)
def test_a_headline_opens_with_who_speaks(headline: str, source: str, via: tuple[str, ...]) -> None:
    one = tawatur.attributions([headline])[0]
    assert one.source is not None
    assert one.content is not None
    assert (one.source.text, one.cue.text, one.via) == (source, ":", via)
    assert headline.endswith(one.content.text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "شركة الساحل: استبدال الحافلات القديمة كشف سالم الحداد مدير شركة الساحل أن العقد جاهز.",
            "شركة الساحل",
            "استبدال الحافلات القديمة",
        ),
        (
            "الثقافة المصرية: دخول المعرض مجانا للطلبة أعلنت وزارة الثقافة المصرية دخول الطلبة مجانا.",
            "الثقافة المصرية",
            "دخول المعرض مجانا للطلبة",
        ),
        (
            "الرئيس الجزائري: سننتصر على الوباء خاطب الرئيس شعبه. " + "وزار المدينة في الصباح. " * 15,
            "الرئيس الجزائري",
            "سننتصر على الوباء خاطب الرئيس شعبه",
        ),
    ],
)
def test_a_headline_is_run_together_with_its_text(text: str, source: str, content: str) -> None:
    one = tawatur.attributions([text], language="ar")[0]
    assert one.source is not None
    assert one.content is not None
    assert (one.source.text, one.cue.text, one.content.text) == (source, ":", content)


def test_what_an_outlet_says_somebody_says_came_through_it() -> None:
    _, inner = tawatur.attributions(["رويترز: مسؤول يقول إن المفاوضات فشلت"], language="ar")
    assert (inner.speaker.name, inner.speaker.named, inner.via) == ("مسؤول", False, ("رويترز",))


@pytest.mark.parametrize(
    "line",
    [
        "القاهرة: شهدت العاصمة أمس أمطارا غزيرة",
        "غزة - رويترز: قتل ثلاثة أشخاص في غارة",
        "غزة: مقتل عشرة في غارة إسرائيلية",
        "لبنان: الحكومة تقر الموازنة",
        "المصدر: وكالة الأنباء القطرية الرسمية",
        "ملاحظة: الأسعار لا تشمل الضريبة",
        "بالفيديو: لحظة انهيار المبنى",
        "شاهد: هذا ما حدث في المباراة",
        "تحليل: لماذا فشلت المفاوضات بين البلدين",
        "كتب محمد علي:",
        "كتب محمد علي: شهدت العاصمة أمس أمطارا غزيرة",
        "إعداد: سارة حسن محمد",
        "وزير الداخلية: الهادي المجدوب",
        "الوزراء: وزير الداخلية: الهادي المجدوب، وزير العدل: غازي الجريبي",
        "س: ما رأيك في الاتفاق الأخير؟",
        "ج: لا أعتقد أنه سيستمر طويلا",
        "الأهلي: 3 الزمالك: 1",
        "الساعة 18:00 مباراة الأهلي والزمالك",
        "أزمة الكهرباء: الحكومة تعد بحل قريب",
        "اقتصاد: الذهب يرتفع إلى مستوى قياسي",
        "ولاية سوسة: انقطاع المياه يومين",
        "سيميوني: يغازل برشلونة قبل المواجهة",
        "و في ما يلي البرنامج الكامل: مباراة الأهلي",
        "London: Police arrest three men",
        "Analysis: why the talks failed",
    ],
)
def test_a_label_a_place_or_a_list_says_nothing(line: str) -> None:
    assert tawatur.attributions([line]) == ()


def test_behind_a_label_the_statement_is_read() -> None:
    (one,) = tawatur.attributions(["عاجل: الجيش يعلن السيطرة على المدينة"], language="ar")
    assert (one.speaker.name, one.cue.text) == ("الجيش", "يعلن")


def test_a_place_is_no_name_behind_a_role() -> None:
    (one,) = tawatur.attributions(["والي سوسة: الوضع الأمني مستقر"], language="ar")
    assert one.speaker.name == "والي سوسة"


@pytest.mark.parametrize(
    ("title", "language", "outlet"),
    [
        ("رويترز: الحكومة تدرس رفع الأسعار", "ar", "رويترز"),
        ("رويترز عن مسؤول في الميناء: الحاويات تعود غدا", "ar", "رويترز"),
        ("مسؤول لرويترز: الحاويات تعود غدا", "ar", "رويترز"),
        ("الميناء يفتح أبوابه من جديد - رويترز", "ar", "رويترز"),
        ("Reuters: the port opens again", "en", "رويترز"),
        ("The port opens again | Reuters", "en", "رويترز"),
        ("منارة الساحل: الميناء يفتح أبوابه", "ar", "منارة الساحل"),
        ("الوزير: الميناء يفتح أبوابه", "ar", None),
        ("صحيفة: الحكومة تدرس تأجير المحطة", "ar", None),
        ("رويترز والصحفيون الجدد: من يكتب الخبر؟", "ar", None),
        ("الميناء يفتح أبوابه", "ar", None),
        ("رويترز:", "ar", None),
        (":", "ar", None),
        ("- | :", "xx", None),
    ],
)
def test_whose_news_a_title_says_it_is(title: str, language: str, outlet: str | None) -> None:
    found = outlet_in_title(title, language, known().extended([Outlet("منارة الساحل")]))
    assert (found.name if found else None) == outlet


@given(
    st.lists(
        st.sampled_from(["رويترز", ":", "-", "عن", "Reuters", "«", " ", "مسؤول", "لرويترز", "|", "10:30"])
    ).map(" ".join)
)
def test_any_title_can_be_asked_whose_news_it_is(title: str) -> None:
    found = outlet_in_title(title, "ar", known())
    assert found is None or found.name == "رويترز"


def test_whom_a_title_names_briefly_is_named_in_full() -> None:
    text = "قال وزير الري سليم العوضي، أمس الأحد، إن السد الجديد سيمتلئ قبل نهاية العام."
    (found,) = told_in_title(Article("العوضي: السد يمتلئ قبل نهاية العام", (text,), language="ar"), known())
    assert (found.speaker.name, found.paragraph) == ("سليم العوضي", 1)
    assert found.source is not None
    assert (found.source.start, found.source.text) == (0, "العوضي")


def test_what_nobody_in_the_title_says_is_left_out() -> None:
    text = "قال مدير الميناء سليم العوضي إن ثلاث سفن رست أمس."
    assert told_in_title(Article("رسو ثلاث سفن في الميناء", (text,), language="ar"), known()) == ()
    assert told_in_title(Article(None, (text,), language="ar"), known()) == ()
