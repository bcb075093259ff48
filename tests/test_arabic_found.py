"""Statements in Arabic that are easily missed: by their words, their frame, who speaks, or how lines are set: invented sentences."""

from __future__ import annotations

import pytest

from telling import Found, found


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        pytest.param(
            "جمعيات ومنظمات تدعو وزير الصحة إلى فتح المستوصف",
            [("جمعيات ومنظمات", "تدعو", "وزير الصحة إلى فتح المستوصف")],
            id="several bodies at the start",
        ),
        pytest.param(
            '"أطباء الجسر" تدعو ليبيا إلى فتح المعبر',
            [("أطباء الجسر", "تدعو", "ليبيا إلى فتح المعبر")],
            id="a name in quotation marks at the start",
        ),
        pytest.param(
            "الوفد الجزائري يدعو تركيا إلى الحوار",
            [("الوفد الجزائري", "يدعو", "تركيا إلى الحوار")],
            id="a noun and its adjective at the start",
        ),
        pytest.param(
            'مصرف "النخيل" يتوقع تراجع الأسعار',
            [('مصرف "النخيل"', "يتوقع", "تراجع الأسعار")],
            id="a body and its name at the start",
        ),
        pytest.param(
            "وقالت الطبيبة سلمى الحداد إن الإصابات تزيد. ونصحت مرضى السكري بشرب الماء.",
            [
                ("الطبيبة سلمى الحداد", "وقالت", "الإصابات تزيد"),
                (None, "ونصحت", "مرضى السكري بشرب الماء"),
            ],
            id="men are no subject of a feminine verb",
        ),
        pytest.param(
            "وقال الوزير إن الوضع صعب. ودعا الأمم المتحدة إلى التحرك.",
            [("الوزير", "وقال", "الوضع صعب"), (None, "ودعا", "الأمم المتحدة إلى التحرك")],
            id="a feminine body is no subject of a masculine verb",
        ),
        pytest.param(
            "وحمّل مهندسون محليون البلدية مسؤولية الحفر.",
            [("مهندسون محليون", "وحمّل", "البلدية مسؤولية الحفر")],
            id="a plural that owns nothing",
        ),
        pytest.param(
            "وطالبت الجمعية بالتحقيق. كما تحمّل السلطات المعنية المسؤولية عن سلامته.",
            [
                ("الجمعية", "وطالبت", "بالتحقيق"),
                (None, "تحمّل", "السلطات المعنية المسؤولية عن سلامته"),
            ],
            id="whom the blame is put on",
        ),
        pytest.param(
            'وصف المتحدث باسم الميناء سليم رازقي التقرير بأنه "خيال".',
            [("المتحدث باسم الميناء سليم رازقي", "وصف", 'التقرير بأنه "خيال"')],
            id="the name of an office has no preposition of the verb",
        ),
        pytest.param(
            "لكن عضو اللجنة سلمى القاضي قالت إن المال يكفي.",
            [("عضو اللجنة سلمى القاضي", "قالت", "المال يكفي")],
            id="a woman by a noun of both",
        ),
        pytest.param(
            "وطمأن وزير التموين المواطنين بأن القمح يكفي.",
            [("وزير التموين", "وطمأن", "القمح يكفي")],
            id="what ends as a plural and is none",
        ),
        pytest.param(
            "وبحسب الزامل، أغلقت الورشة أبوابها.",
            [("الزامل", "وبحسب", "أغلقت الورشة أبوابها")],
            id="a family name that begins as a noun without the article",
        ),
    ],
)
def test_who_speaks(text: str, statements: list[Found]) -> None:
    assert found(text) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        pytest.param(
            "ذكرت قناة الفرات، نقلا عن شهود عيان، أن الجسر انهار.",
            [("قناة الفرات", "ذكرت", "الجسر انهار"), ("شهود عيان", "نقلا عن", "الجسر انهار")],
            id="an outlet and whom it cites",
        ),
        pytest.param(
            'نفت الشركة استخدام أي مواد سامة، وادعت أن الخزان "سليم".',
            [("الشركة", "نفت", "استخدام أي مواد سامة"), (None, "وادعت", 'الخزان "سليم"')],
            id="another statement behind a comma",
        ),
        pytest.param(
            'وقال أحد الركاب، وهو طالب في العشرين: "قفزت من النافذة".',
            [("أحد الركاب", "وقال", '"قفزت من النافذة"')],
            id="who he is in a clause of its own",
        ),
        pytest.param(
            "وقال الوزير إن السد ممتلئ. ونفى ما تردد عن تصدعه.",
            [("الوزير", "وقال", "السد ممتلئ"), (None, "ونفى", "ما تردد عن تصدعه")],
            id="what is denied at once",
        ),
        pytest.param(
            'أعلنت شركة "مرافئ الجنوب" توقيع عقد جديد.',
            [('شركة "مرافئ الجنوب"', "أعلنت", "توقيع عقد جديد")],
            id="a name in quotation marks before what is announced",
        ),
        pytest.param(
            "وقال الوزير إن الأشغال بدأت، وأضاف أن الشركة وعدت قبل عام بإصلاح الجسر.",
            [
                ("الوزير", "وقال", "الأشغال بدأت"),
                (None, "وأضاف", "الشركة وعدت قبل عام بإصلاح الجسر"),
                ("الشركة", "وعدت", "بإصلاح الجسر"),
            ],
            id="a verb whose first letter is no conjunction",
        ),
        pytest.param(
            "دفعت المحامية ببطلان العقد، وطلبت إلزام الشركة بالتعويض.",
            [("المحامية", "دفعت", "ببطلان العقد"), (None, "وطلبت", "إلزام الشركة بالتعويض")],
            id="what is pleaded",
        ),
        pytest.param(
            "وقدّر الخبير سالم الحداد الخسائر بمليون دينار.",
            [("الخبير سالم الحداد", "وقدّر", "الخسائر بمليون دينار")],
            id="an estimate",
        ),
        pytest.param("قدّرت قيمة العقد بمليون دينار.", [], id="an estimate of nobody's"),
        pytest.param(
            "وسجلت الجمعية بقلق تزايد الحوادث.",
            [("الجمعية", "وسجلت", "بقلق تزايد الحوادث")],
            id="what is noted with concern",
        ),
        pytest.param(
            'أما زوجة الصياد، فتختصر الحكاية بكلمة: "البحر غدار".',
            [("زوجة الصياد", "فتختصر", '"البحر غدار"')],
            id="a story in few words",
        ),
        pytest.param("أما الشتاء فأغرق الأنفاق وكشف مجاري الصيانة.", [], id="a topic that does not speak"),
    ],
)
def test_frames(text: str, statements: list[Found]) -> None:
    assert found(text) == statements


def test_lines_of_headlines() -> None:
    assert found(
        "رئيس البلدية: لن نغلق السوق\nوزارة النقل: الجسر لا يزال مغلقا\nمصادر محلية: الطريق سالكة"
    ) == [
        ("رئيس البلدية", ":", "لن نغلق السوق"),
        ("وزارة النقل", ":", "الجسر لا يزال مغلقا"),
        ("مصادر محلية", ":", "الطريق سالكة"),
    ]


def test_lines_of_a_press_review() -> None:
    assert found("عناوين اليوم\n\nالرواق: رئيس الحكومة: لا مساومة\n\nالضفاف: سالم الحداد: لن نستقيل") == [
        ("رئيس الحكومة", ":", "لا مساومة"),
        ("سالم الحداد", ":", "لن نستقيل"),
    ]
