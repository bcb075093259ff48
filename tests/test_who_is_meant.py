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


@pytest.mark.parametrize(
    ("text", "via"),
    [
        # a name in quotation marks is whole, though it begins as a known one does, or as something described
        ('قال سالم الحداد لـ"العربية الآن" إن الميناء سيغلق.', "العربية الآن"),
        ('نفى مدير المشفى سالم الحداد لـ"درب قريتي" صحة الأنباء.', "درب قريتي"),
        ('قال سالم الحداد لـ"سكاي نيوز البريطانية" إن الميناء سيغلق.', "سكاي نيوز"),
    ],
)
def test_outlets_in_quotation_marks(text: str, via: str) -> None:
    assert told(text)[0].via == (via,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال اللاعب نفسه إن العقد لم يوقع بعد.", "اللاعب نفسه"),
        ("وقالت أم سعيد إنها انتظرت يومين.", "أم سعيد"),
        ("وقالت الفنانة ليالي نور الدين إن العرض مؤجل.", "ليالي نور الدين"),
        ("الأرصاد: أمطار حتى الجمعة. والدفاع المدني يدعو إلى الحذر.", "الدفاع المدني"),
        ("وقالت لجان الحي القديم إن الماء مقطوع.", "لجان الحي القديم"),
    ],
)
def test_names(text: str, name: str) -> None:
    speaker = told(text)[-1].speaker
    assert (speaker.name, speaker.named) == (name, True)


@pytest.mark.parametrize(
    "text",
    [
        'ورجحت المصادر العسكرية "الشرقية" أن تكون القذيفة قديمة.',
        "وذكر مصدران مطلعان أن الشركة أوقفت الضخ.",
        "وقالت المجني عليها إنها لم تعرفه.",
        "وقال متحدث باسم الشركة إن الأشغال تأخرت.",
        "وقال محامي الضحية إن الزيارة منعت.",
        "ولمح وكيل اللاعب إلى أن العقد قريب.",
        "وزعم مستشار بالحركة أن الجيش قصف السوق.",
        "وقال المعني بالأمر إن توقيعه مزور.",
        "وأقر أكثر من 24 بالمائة من المستجوبين بأنهم لم يقرؤوه.",
        "وقال معظم الخبراء إن الأسعار سترتفع.",
    ],
)
def test_who_is_not_named(text: str) -> None:
    assert [one.speaker.named for one in told(text)] == [False]


def test_an_office_has_one_holder() -> None:
    for text in (
        "وقال وكيل الجمهورية إن التحقيق مستمر.",
        "وقال المتحدث باسم الشركة إن الأشغال تأخرت.",
        "وقال مدير المركز إن الزيارة منعت.",
    ):
        assert [one.speaker.named for one in told(text)] == [True]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("أكد معالي وزير المياه الدكتور سالم الحداد أن السد جاهز.", "وقال معاليه إن الماء كاف."),
        ("أكد معالي وزير المياه الدكتور سالم الحداد أن السد جاهز.", "وقال معالي الوزير إن الماء كاف."),
        ("أكد والي الساحل المكلف الفريق سالم الحداد أن السد جاهز.", "وقال سيادته إن الماء كاف."),
        ("استقبل سعادة وزير المياه سالم الحداد وفدا من الجمعية.", "وقال سعادته إن الماء كاف."),
    ],
)
def test_who_is_spoken_of_with_honour(first: str, second: str) -> None:
    assert told(first, second)[-1].speaker.name == "سالم الحداد"


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("وفي تصريح لصحيفة الساحل قال سالم الحداد إن الفصل مؤقت.", ("صحيفة الساحل",)),
        ('وردا على سؤال لوكالة أنباء "الضفة" قال سالم الحداد إن المعبر سيفتح.', ("الضفة",)),
        ("وفي مقابلة مع قناة الساحل، أكد سالم الحداد أن المعبر سيفتح.", ("قناة الساحل",)),
        ("وفي اجتماع مع وفد الشركة قال سالم الحداد إن المعبر سيفتح.", ()),
        ("وفي تعليق على تقرير صحيفة الساحل قال سالم الحداد إن المعبر سيفتح.", ()),
        ("ونقل مراسل صحيفة الساحل عن شهود عيان قولهم إن الحريق انتشر.", ("صحيفة الساحل",)),
    ],
)
def test_outlets_before_who_speaks(text: str, via: tuple[str, ...]) -> None:
    assert told(text)[0].via == via


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        (["بحث السيد عادل بن جاسم المحميد وزير الأسواق مع وفد الجمعية سبل الدعم. وأكد الوزير أن الدعم مستمر."], "عادل بن جاسم المحميد"),
        (["حسم عاطف الحداد المدير الفني للنادي الجدل حول اللاعب. وقال الحداد إن العقد مستمر."], "عاطف الحداد"),
        (["حسم عاطف الحداد المدير الفني للنادي الجدل حول اللاعب. وأشار المدير الفني إلى أن العقد مستمر."], "عاطف الحداد"),
        (["زار الوزير سالم الطيب اجتماع العمال. وقال سيادته إن العقد مستمر."], "سالم الطيب"),
        (["قال سالم الحداد إن العقد مستمر.", "وأضاف ابن مدينة الساحل أن الفريق جاهز."], "سالم الحداد"),
        (["قال حسن الحداد إن العقد مستمر.", 'وأضاف الحداد" لنفترض أن الفريق جاهز.'], "حسن الحداد"),
        (["روت أم يوسف، وهي سيدة من الحي، قصة اللقاء. وأضافت السيدة أن ابنها عاد."], "أم يوسف"),
    ],
)  # fmt: skip
def test_who_was_introduced(paragraphs: list[str], name: str) -> None:
    assert told(*paragraphs)[-1].speaker.name == name


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        # by the family name alone, behind an according-to word in a paragraph further on
        (("قال الوزير سامي بالطيب إن الوضع جيد.", "سيبدأ البرنامج هذا العام، وفق بالطيب."), "سامي بالطيب"),
        (("قالت الوزيرة سلوى الجربي إن الوضع جيد.", "سيبدأ البرنامج هذا العام، وفق الجربي."), "سلوى الجربي"),
        # by one of several roles, and by an adjective for the country
        (("قال الجامعي والباحث الهادي بن نصر إن المعلم قديم.", "وقال الباحث إن الموقع مهم."), "الهادي بن نصر"),
        (('قال وزير خارجية النرويج، "بورج هاند"، إن العلاقات جيدة.', "ووعد وزير الخارجية النرويجي بالعودة."), "بورج هاند"),
        # one of several, whose name follows
        (("وأكد أحد المشاركين في الوقفة، سامي الصغير، أن القانون خطير.",), "سامي الصغير"),
        (("قال عمال المصنع إن الوضع صعب.", "وأكد أحد العمال أن الأجور تأخرت."), "أحد العمال"),
        (("أكد المحامي زهير الحداد لسان دفاع عائلة الطفل كريم أن الحكم قاس.",), "زهير الحداد"),
        (('وأكدت مبعوثة الجوهرة "اف ام" ايمان الحداد أن الحريق أخمد.',), "ايمان الحداد"),
    ],
)  # fmt: skip
def test_a_name_told_in_another_way(paragraphs: tuple[str, ...], name: str) -> None:
    assert told(*paragraphs)[-1].speaker.name == name


def test_an_adjective_of_origin_is_no_agency() -> None:
    (only,) = told("وأكد سامي الحداد، خلال لقاء مع ممثلي النقابات الألمانية، أن الحوار متواصل.")
    assert only.via == ()


def test_an_agency_that_was_told_is_on_the_way() -> None:
    (only,) = told("وأفاد مصدر أمني بقابس وكالة تونس افريقيا للأنباء بأن الحريق أخمد.")
    assert only.via == ("وكالة تونس إفريقيا للأنباء",)
