"""Where in Arabic who speaks stands before his verb, or nowhere in its clause; where a clause turns to another: invented sentences."""

from __future__ import annotations

import pytest

import tawatur

Found = tuple[str | None, str, str]


def found(text: str) -> list[Found]:
    return [
        (one.source.text if one.source else None, one.cue.text, one.content.text)
        for one in tawatur.attributions([text], language="ar")
        if one.content
    ]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        pytest.param(
            "وقال الضابط إن عدد الحوادث تراجع، فيما أقر بأن الطريق خطر.",
            [("الضابط", "وقال", "عدد الحوادث تراجع"), (None, "أقر", "الطريق خطر")],
            id="contrast at once before a verb",
        ),
        pytest.param(
            "وقالت المديرة إن السد ممتلئ، غير أنها نبهت إلى أن القناة مسدودة.",
            [("المديرة", "وقالت", "السد ممتلئ"), (None, "نبهت", "القناة مسدودة")],
            id="exception that turns to another statement",
        ),
        pytest.param(
            "ويطالب الصياد بموسم أطول، بينما تشير جمعية الصيادين إلى تراجع الصيد.",
            [
                ("الصياد", "ويطالب", "بموسم أطول"),
                ("جمعية الصيادين", "تشير", "تراجع الصيد"),
            ],
            id="contrast with a speaker of its own",
        ),
        pytest.param(
            "يقول الصياد سالم الحداد إن الصيد تراجع، ويعزو ذلك إلى التلوث، ويدعو إلى حظر أوسع.",
            [
                ("الصياد سالم الحداد", "يقول", "الصيد تراجع"),
                (None, "ويعزو", "ذلك إلى التلوث"),
                (None, "ويدعو", "حظر أوسع"),
            ],
            id="verbs of the present that go on",
        ),
        pytest.param(
            "ولم يستبعد الترشح للرئاسة في الخريف.",
            [(None, "يستبعد", "الترشح للرئاسة في الخريف")],
            id="denied denial",
        ),
        pytest.param(
            "غير أن مدير الميناء سالم الحداد قلل من شأن ذلك، قائلا إن العمل مستمر.",
            [("مدير الميناء سالم الحداد", "قائلا", "العمل مستمر")],
            id="subject behind an exception",
        ),
        pytest.param(
            "مكتب الوالي نفى ذلك، واصفا ما نشر بأنه كاذب.",
            [("مكتب الوالي", "نفى", "ذلك"), ("مكتب الوالي", "واصفا", "بأنه كاذب")],
            id="that which was said, denied",
        ),
        pytest.param(
            "رئيس المجلس المحلي، عبد الحميد الخطيب، قال لزيتون برس، إن المضخة معطلة.",
            [("رئيس المجلس المحلي، عبد الحميد الخطيب", "قال", "المضخة معطلة")],
            id="an outlet that is not known is no speaker",
        ),
        pytest.param(
            "واتهمت الوزارة بالتنصل من الاتفاق.",
            [(None, "واتهمت", "الوزارة بالتنصل من الاتفاق")],
            id="whom somebody accuses",
        ),
        pytest.param(
            "وقد أودع السجن، يضيف المصدر ذاته، على ذمة التحقيق.",
            [("المصدر ذاته", "يضيف", "وقد أودع السجن، يضيف المصدر ذاته، على ذمة التحقيق")],
            id="a verb put in",
        ),
        pytest.param(
            "الطريق مغلق منذ أسبوع، يقول سالم الحداد.",
            [("سالم الحداد", "يقول", "الطريق مغلق منذ أسبوع")],
            id="a verb behind what is said",
        ),
        pytest.param(
            "وبينما أكد الوزير أن الوضع جيد، قال النائب إنه سيئ.",
            [("الوزير", "أكد", "الوضع جيد"), ("النائب", "قال", "سيئ")],
            id="contrast at the start",
        ),
        pytest.param(
            "ونبه خبراء إلى أن السد قد ينهار، في حين طمأن الوزير السكان بأن الوضع مستقر.",
            [("خبراء", "ونبه", "السد قد ينهار"), ("الوزير", "طمأن", "الوضع مستقر")],
            id="contrast of two words",
        ),
        pytest.param(
            "وقال الوزير إن الوضع صعب، مطالبا الحكومة بالتدخل.",
            [("الوزير", "وقال", "الوضع صعب"), ("الوزير", "مطالبا", "الحكومة بالتدخل")],
            id="whom a circumstance calls on belongs to what it says",
        ),
        pytest.param(
            "وأقرت الوزارة، في بيان لها أمس، بوجود نقص.",
            [("الوزارة", "وأقرت", "بوجود نقص")],
            id="an occasion that begins as the preposition does",
        ),
        pytest.param(
            'ويقول ساخرا "صرنا نعيش بالحافلة".',
            [(None, "ويقول", '"صرنا نعيش بالحافلة"')],
            id="how he says it",
        ),
        pytest.param("وكان الشيخ يشير بعصاه إلى مجرى جاف.", [], id="what somebody points with"),
        pytest.param("وطلبت المصادر عدم نشر أسمائها لأن المحادثات سرية.", [], id="who will not be named"),
    ],
)
def test_clauses(text: str, statements: list[Found]) -> None:
    assert found(text) == statements


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("ورد النائب قائلا: الخطة قديمة.", ("النائب", "قائلا", "الخطة قديمة")),
        ("واستطرد السيد الحمداوي قائلا إن السد ممتلئ.", ("السيد الحمداوي", "قائلا", "السد ممتلئ")),
        ("وفي رأي الخبير سالم الحداد، فإن الحل قريب.", ("الخبير سالم الحداد", "وفي رأي", "الحل قريب")),
        (
            "وتلقى المركز إخطارا من المأمور يفيد بورود بلاغ.",
            ("إخطارا من المأمور", "يفيد", "بورود بلاغ"),
        ),
        (
            "ووجه المحافظ رؤساء المدن بضرورة رفع المخلفات.",
            ("المحافظ", "ووجه", "رؤساء المدن بضرورة رفع المخلفات"),
        ),
        ("وأسدى الوزير تعليمات بفتح الطريق.", ("الوزير", "وأسدى", "تعليمات بفتح الطريق")),
        (
            'صدر عن قيادة الجيش البيان الآتي: "أوقفت دورية ثلاثة أشخاص".',
            ("قيادة الجيش", "صدر عن", 'البيان الآتي: "أوقفت دورية ثلاثة أشخاص"'),
        ),
        ('علمت "صدى المرسى" أن السد امتلأ.', ('صدى المرسى"', "علمت", "السد امتلأ")),
        (
            'وتوقع الوزير "انخفاض الأسعار في الربع الأول".',
            ("الوزير", "وتوقع", '"انخفاض الأسعار في الربع الأول"'),
        ),
        (
            "ورجح كبير المحللين لدى الوكالة سالم الحداد خفض الفائدة.",
            ("كبير المحللين لدى الوكالة سالم الحداد", "ورجح", "خفض الفائدة"),
        ),
        ("ولفت الوزير النظر إلى خطورة الوضع.", ("الوزير", "ولفت", "خطورة الوضع")),
        ("وأبدى الوزير أسفه لما حدث.", ("الوزير", "وأبدى", "أسفه لما حدث")),
        ("ويتفق الخبيران على أن النافذة تضيق.", ("الخبيران", "ويتفق", "النافذة تضيق")),
    ],
)
def test_a_frame(text: str, statement: Found) -> None:
    assert found(text) == [statement]


def test_a_circumstance_with_an_addressee_begins_a_statement() -> None:
    text = "واستبعد مسؤول في المصرف إفلاس أي بنك، قائلا لصحيفة الساحل إن المال كاف."
    assert [one[:2] for one in found(text)] == [
        ("مسؤول في المصرف", "واستبعد"),
        ("مسؤول في المصرف", "قائلا"),
    ]


def test_a_quotation_names_what_is_expected_though_nothing_closes_it() -> None:
    text = 'وأضاف الحداد أن اللجنة ستجتمع، مرجحا "تأجيل التصويت إلى الخريف.'
    assert [one[:2] for one in found(text)] == [("الحداد", "وأضاف"), ("الحداد", "مرجحا")]


def test_a_single_name_that_spoke_before_may_be_followed() -> None:
    text = "وقال طارق دياب إن الوضع صعب. وبحسب دياب، فإن الحل قريب."
    assert [one[:2] for one in found(text)] == [("طارق دياب", "وقال"), ("دياب", "وبحسب")]


def test_an_according_phrase_behind_a_contrast() -> None:
    text = "وبينما ارتفعت الأسعار، وفق بلاغ لوزارة التجارة، قال الحداد إن السوق هادئة."
    assert ("الحداد", "قال", "السوق هادئة") in found(text)


def test_what_is_done_again_is_not_said() -> None:
    assert found("وأضافت المديرة أن العمال يكررون الخطأ نفسه.") == [
        ("المديرة", "وأضافت", "العمال يكررون الخطأ نفسه")
    ]
