"""Who says what: the worked cases of the example, and properties of every text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import tawatur


def test_the_worked_cases_of_the_example(shared: Path) -> None:
    gold = json.loads((shared / "seed_page.json").read_text("utf-8"))
    found = [tawatur.attributions(article["paragraphs"]) for article in gold["articles"]]
    for wanted in gold["attributions"]:
        matches = [
            one
            for one in found[wanted["article"]]
            if one.paragraph == wanted["paragraph"] and one.source and one.source.text == wanted["source"]
        ]
        assert matches, wanted
        one = matches[0]
        assert (one.cue.text, one.speaker.named, list(one.via)) == (
            wanted["cue"],
            wanted["named"],
            wanted["via"],
        )
        assert one.content is not None
        assert one.content.text.startswith(wanted["content_starts"])


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("وقال وزير المالية سامي الحداد إن الموازنة ستزيد هذا العام.", "سامي الحداد", ()),
        ("ونقلت وكالة رويترز عن مسؤول أمني قوله إن التحقيق مستمر.", "مسؤول أمني", ("رويترز",)),
        ("وبحسب صحيفة الغارديان، ارتفعت الأسعار للشهر الثالث.", "الغارديان", ()),
    ],
)
def test_common_constructions(text: str, speaker: str, via: tuple[str, ...]) -> None:
    (found,) = tawatur.attributions([text], language="ar")
    assert (found.speaker.name, found.via) == (speaker, via)


def test_the_source_goes_back_to_its_first_mention_through_the_same_outlet() -> None:
    paragraphs = [
        "نقلت وكالة رويترز عن مصدر مطلع قوله إن الاتفاق قريب.",
        "وأضاف المصدر أن التوقيع سيكون غدا.",
    ]
    first, second = tawatur.attributions(paragraphs, language="ar")
    assert first.speaker == second.speaker
    assert second.via == ("رويترز",)


def test_what_is_no_statement_is_none() -> None:
    assert tawatur.attributions(["سافر الوفد بين المدينتين قبل الظهر وعاد مساء."], language="ar") == ()


WORDS = st.sampled_from(
    [
        "قال",
        "وأضاف",
        "الوزير",
        "إن",
        "أن",
        "«",
        "»",
        '"',
        "،",
        ".",
        "نقلت",
        "صحيفة",
        "عن",
        "مصدر",
        "قوله",
        "وفقا",
        "لـ",
        "said",
        "The",
        "minister",
    ]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from(["ar", "en"]))
@example(["وفقا", "لـ"], "ar")  # a phrase with nobody after it
def test_spans_are_characters_of_their_paragraph(parts: list[str], code: str) -> None:
    text = " ".join(parts)
    for one in tawatur.attributions([text], language=code):
        for span in (one.source, one.cue, one.content):
            assert span is None or text[span.start : span.end] == span.text != ""


@given(st.text(max_size=300))
def test_no_text_breaks_the_grammar(text: str) -> None:
    tawatur.attributions([text], language="ar")
    tawatur.attributions([text], language="en")


@pytest.mark.parametrize(
    ("paragraphs", "speakers"),
    [
        (  # named in full where he does something else than speak
            [
                "انتقدت رئيسة لجنة الشؤون المالية هالة الديري مشروع الحكومة، وقالت في مقابلة مع الإذاعة إن الأرقام متفائلة.",
                "ورأت الديري أن الزيادة لا تكفي.",
                "وأكدت رئيسة اللجنة أنها لن تعطل المشروع.",
            ],
            ["هالة الديري", "هالة الديري", "هالة الديري", "هالة الديري"],
        ),
        (  # a role with a pronoun written on to it
            [
                "فُتح المتحف صباحا، وقالت مديرته سلمى القاضي إن الدخول مجاني.",
                "وأوضحت المديرة أن القاعات ثلاث.",
            ],
            ["سلمى القاضي", "سلمى القاضي"],
        ),
        (  # whom he calls on is not part of his name
            ["قال العقيد سمير البنّا إن الخطر باق.", "ودعا البنّا السكان إلى الابتعاد عن الجسور."],
            ["سمير البنّا", "سمير البنّا"],
        ),
        (  # «أما … ف»
            ["أما الدكتور نزار الحلو، وهو من أطباء المدينة، فقال لإذاعة الوادي إن معظم الحالات خفيفة."],
            ["نزار الحلو"],
        ),
        (
            ["Two offers came, according to the source quoted by Reuters."],
            ["the source"],
        ),
    ],
)
def test_who_is_meant(paragraphs: list[str], speakers: list[str]) -> None:
    assert [one.speaker.name for one in tawatur.attributions(paragraphs)] == speakers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (  # a circumstance is said by the subject of its sentence, with or without a comma
            "وقال الوزير إن العمل سيبدأ غدا مضيفا أن الشركات جاهزة، مشيرا إلى توقيع العقود.",
            [
                ("وقال", "الوزير", "العمل سيبدأ غدا"),
                ("مضيفا", "الوزير", "الشركات جاهزة"),
                ("مشيرا", "الوزير", "توقيع العقود"),
            ],
        ),
        (  # «كان … قد»
            "وكان الناطق الرسمي باسم المحكمة سفيان الديري قد صرح بأن الجلسة أجلت.",
            [("صرح", "الناطق الرسمي باسم المحكمة سفيان الديري", "الجلسة أجلت")],
        ),
        (  # a relative clause
            "واتصل بنا معتمد المدينة سامي الحداد، الذي قال إن البيان مزور.",
            [("قال", "معتمد المدينة سامي الحداد", "البيان مزور")],
        ),
        (  # two nouns: who speaks, and of whom
            "ووصف رئيس الوزراء الكندي الهجوم بأنه جبان.",
            [("ووصف", "رئيس الوزراء الكندي", "الهجوم بأنه جبان")],
        ),
        (  # a word of time between the verb and its subject
            "قال اليوم وزير النقل كمال الأسعد إن الميناء فتح أبوابه.",
            [("قال", "وزير النقل كمال الأسعد", "الميناء فتح أبوابه")],
        ),
        (  # the shadda tells the verb from «between»
            "بيّن مدير الديوان أن الخزين يكفي.",
            [("بيّن", "مدير الديوان", "الخزين يكفي")],
        ),
        (  # a second preposition of a verb
            "أعلنت وزارة الثقافة في بلاغ لها عن تعيين مدير جديد للمسرح.",
            [("أعلنت", "وزارة الثقافة", "تعيين مدير جديد للمسرح")],
        ),
        (  # an according-to phrase that no comma parts from its statement
            'ووفقا لإذاعة "صوت السهل" فقد انقطع التيار عن ثلاث قرى.',
            [("ووفقا", 'إذاعة "صوت السهل"', "انقطع التيار عن ثلاث قرى")],
        ),
        (  # a comma behind the name, before what is confirmed
            "جدد وزير النقل سالم العبيدي، دعوة السائقين إلى تخفيف السرعة.",
            [("جدد", "وزير النقل سالم العبيدي", "دعوة السائقين إلى تخفيف السرعة")],
        ),
        (  # an outlet between who speaks and what is confirmed
            "أكد مصدر من مستشفى المدينة للجزيرة وصول خمسة مصابين.",
            [("أكد", "مصدر من مستشفى المدينة", "وصول خمسة مصابين")],
        ),
        (  # what is demanded, with its preposition written on to it, is not who demands
            "كتبت النقابة إلى المدير، وطالبته بإصلاح السقف قبل الشتاء.",
            [("وطالبته", "النقابة", "بإصلاح السقف قبل الشتاء")],
        ),
        (  # an embedded clause
            "أوضح مدير السجن أن المتهم في القضية اعترف بالسرقة.",
            [
                ("أوضح", "مدير السجن", "المتهم في القضية اعترف بالسرقة"),
                ("اعترف", "المتهم في القضية", "بالسرقة"),
            ],
        ),
        (  # the conjunction apart
            "أكد المدير سامي الحداد أن العمل انتهى و أضاف أن الطريق آمن.",
            [("أكد", "المدير سامي الحداد", "العمل انتهى"), ("أضاف", "", "الطريق آمن")],
        ),
        (  # who acts first
            "افتتح وزير الثقافة المعرض، مؤكدا أن العمل مستمر.",
            [("مؤكدا", "وزير الثقافة", "العمل مستمر")],
        ),
        (  # a circumstance in the plural
            "نفذ الفلاحون وقفة أمام الولاية، مؤكدين وجود نقص في المياه.",
            [("مؤكدين", "الفلاحون", "وجود نقص في المياه")],
        ),
        (  # a circumstance whose statement is a noun
            "قالت الوزيرة منى الكاتب إن العمل انتهى، نافية وجود تأخير.",
            [("قالت", "الوزيرة منى الكاتب", "العمل انتهى"), ("نافية", "الوزيرة منى الكاتب", "وجود تأخير")],
        ),
        (  # was, without «قد»
            "في المقابل، كانت وزارة الداخلية أعلنت في وقت سابق أن العدد ارتفع.",
            [("أعلنت", "وزارة الداخلية", "العدد ارتفع")],
        ),
        (  # an aside before the speaker
            "قال، في تصريح لصحيفة الفجر، المدير سامي الحداد إن العمل انتهى.",
            [("قال", "المدير سامي الحداد", "العمل انتهى")],
        ),
        (  # a name, an aside and then the object
            "نفى وزير المالية، سامي الحداد، اليوم الثلاثاء، في تصريح إعلامي، الأخبار المتداولة.",
            [("نفى", "وزير المالية، سامي الحداد", "الأخبار المتداولة")],
        ),
        (  # a place before the object
            "أكد رئيس الوحدة الصحية بالشابة تسجيل إصابات جديدة.",
            [("أكد", "رئيس الوحدة الصحية بالشابة", "تسجيل إصابات جديدة")],
        ),
        (  # the preposition of a noun
            "عبرت النائب عن حزب الوفاق زهرة العبيدي عن استغرابها من القرار.",
            [("عبرت", "النائب عن حزب الوفاق زهرة العبيدي", "استغرابها من القرار")],
        ),
        (  # a number of people
            "اشتكى عدد كبير من المسافرين من تأخر الرحلات.",
            [("اشتكى", "عدد كبير من المسافرين", "تأخر الرحلات")],
        ),
        (  # whom it is said to, by gender
            "قال المدير سامي الحداد إن العمل انتهى. وطالب الوزارة برد الاعتبار له.",
            [("قال", "المدير سامي الحداد", "العمل انتهى"), ("وطالب", "", "الوزارة برد الاعتبار له")],
        ),
        (  # relative clause in which somebody is called something
            "عرض المدير القانون الذي وصفه الوزير بالقاسي.",
            [("وصفه", "الوزير", "بالقاسي")],
        ),
        (  # a noun that names what is said
            "حمّل الحزب الحكومة مسؤولية التأخير.",
            [("حمّل", "الحزب", "الحكومة مسؤولية التأخير")],
        ),
        (  # why people gather
            "ينظم الاتحاد وقفة احتجاجية للمطالبة بصرف الأجور.",
            [("للمطالبة", "الاتحاد", "بصرف الأجور")],
        ),
        (  # in saying
            "وختمت المديرة منى الكاتب بالقول إن الفريق متعب.",
            [("بالقول", "المديرة منى الكاتب", "الفريق متعب")],
        ),
        (  # says no more than the verb
            'وتابع النائب سامي الحداد قائلا: "لن نقبل بهذا".',
            [("قائلا", "النائب سامي الحداد", '"لن نقبل بهذا"')],
        ),
        (  # an interlude with «قبل أن»
            "قال الوزير سامي الحداد قبل أن يغادر إن العمل انتهى.",
            [("قال", "الوزير سامي الحداد", "العمل انتهى")],
        ),
        (  # one citation through another
            "انتهى العمل، وفق ما أورده موقع الساحل نقلا عن وكالة رويترز.",
            [("وفق ما أورده", "وكالة رويترز", "انتهى العمل")],
        ),
        (  # a topic taken up by «فقد»
            "أما الوزير زياد العذاري فقد أكد، بهذه المناسبة، على أهمية التعاون.",
            [("أكد", "الوزير زياد العذاري", "أهمية التعاون")],
        ),
    ],
)
def test_constructions(text: str, said: list[tuple[str, str, str]]) -> None:
    found = [
        (one.cue.text, one.source.text if one.source else "", one.content.text if one.content else "")
        for one in tawatur.attributions([text], language="ar")
    ]
    assert found == said


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن الجسر بني قبل عشرين عاما.",  # the writer's own
        "وقف الحارس بين الباب والنافذة قبل أن يغادر.",
        "وكان المبنى مقرا للجمارك ثم مخزنا للشباك.",
        "تعمل الفرق على صيانة وتعهد الوادي قبل موسم المطر.",
        "لم يقل المدير إن العمل انتهى.",
        "أعلنت وزارة النقل اليوم الجمعة 9 ديسمبر 2016",  # nothing behind the date
        "اتهم بالتجسس قبل عامين.",  # passive
        "انتهى العمل وفقا للمعايير الدولية.",  # a rule, and nobody's word
        "ينظر القاضي في طلب الإفراج عن المتهم.",  # a noun behind its preposition
    ],
)
def test_what_only_looks_like_a_statement(text: str) -> None:
    assert tawatur.attributions([text], language="ar") == ()


@pytest.mark.parametrize(
    ("paragraphs", "speaker", "named"),
    [
        (["أفاد بلاغ لوزارة الداخلية أن الطريق مغلق."], "وزارة الداخلية", True),
        (["أكد سكان الحي القديم أن المياه انقطعت يومين."], "سكان الحي القديم", False),
        (["قال نواب بالبرلمان الجديد إن الجلسة أجلت."], "نواب بالبرلمان الجديد", True),
        (["أعلنت شركة نرويجية أن السفينة غادرت الميناء."], "شركة نرويجية", False),
        (["أفاد مراسلنا في المدينة بأن الجسر أغلق."], "مراسلنا في المدينة", False),
        (["أغلق الطريق، بحسب بيان صحفي أصدرته وزارة النقل مساء الأحد."], "وزارة النقل", True),
        (["وأفاد بلاغ نشره البنك المركزي على موقعه، أن القرض سيخصص للسدود."], "البنك المركزي", True),
        (["أغلق الجسر، وفق ما أكدته المديرة الجهوية للنقل، هدى الشريف لإذاعة الساحل."], "هدى الشريف", True),
        (["قال سامي الحداد رئيس غرفة التجارة إن الأسعار تراجعت."], "سامي الحداد", True),
        (["قال متحدث عسكري سوداني إن الجسر سقط."], "متحدث عسكري سوداني", False),
        (["قال والد الطفلة سارة الموثق إن الجسر سقط."], "والد الطفلة سارة الموثق", False),
        (["أظهرت دراسة حديثة أن النوم مفيد."], "دراسة حديثة", False),
        (["قالت صحف إسبانية إن اللاعب سيرحل."], "صحف إسبانية", False),
        (["قال عمال الشركة الوطنية إن الأجور تأخرت."], "عمال الشركة الوطنية", False),
        (
            ["قال رئيس الحكومة يوسف الشاهد إن العمل انتهى.", "وأضاف الشاهد أن الطريق آمن."],
            "يوسف الشاهد",
            True,
        ),
        (  # who is quoted inside does not speak on
            ["أوضح المدير سامي الحداد أن المتهم اعترف بالسرقة.", "وأضاف أن القضية أحيلت."],
            "سامي الحداد",
            True,
        ),
        (["قال مصدر مطلع في الوزارة، طلب عدم ذكر اسمه، إن القرار اتخذ."], "مصدر مطلع في الوزارة", False),
        (
            ["تعرض مواطن أصيل المدينة لحادث أمس.", "وأوضح المواطن أن السيارة لم تتوقف."],
            "مواطن أصيل المدينة",
            False,
        ),
        (
            ["قال المدير سامي الحداد إن العمل انتهى.", "وأكد المصدر ذاته أن الافتتاح غدا."],
            "سامي الحداد",
            True,
        ),
    ],
)
def test_who_speaks(paragraphs: list[str], speaker: str, named: bool) -> None:
    found = tawatur.attributions(paragraphs, language="ar")[-1]
    assert (found.speaker.name, found.speaker.named) == (speaker, named)


@pytest.mark.parametrize(
    "text",
    [
        "وكانت وكالة رويترز قد نقلت عن مصدر تربوي قوله إن الكتب لم توزع بعد على المدارس.",
        "The talk began with Reuters, which quoted an education source as saying that the books had not come.",
        "روى مصدر تربوي لوكالة رويترز، مشترطا إخفاء اسمه، أن الكتب لم توزع بعد على المدارس.",
        "The books had not reached most schools yet, according to an education source quoted by Reuters.",
    ],
)
def test_the_outlet_on_the_way_to_an_unnamed_source(text: str) -> None:
    (found,) = tawatur.attributions([text])
    assert found.via == ("رويترز",)
    assert not found.speaker.named


@pytest.mark.parametrize(
    ("paragraphs", "speakers"),
    [
        (  # to the outlet, which points back
            ["ذكر موقع المنارة أن الجسر سقط.", "وقال مدير المستشفى عادل النجار للموقع إن المصابين خمسة."],
            [("موقع المنارة", ()), ("عادل النجار", ("موقع المنارة",))],
        ),
        (  # to the publisher, or to nobody knows whom
            ["قال الناطق باسم الشرطة المقدم فادي الخوري للصحيفة إن التحقيق بدأ."],
            [("فادي الخوري", ())],
        ),
        (  # the outlet as an object
            ["وأخبر رئيس الاتحاد سمير الحداد قناة الفرات أن المباراة أجلت."],
            [("سمير الحداد", ("قناة الفرات",))],
        ),
        (  # the outlet before who speaks to it
            ["وقال لوكالة رويترز مسؤول أمني طلب عدم ذكر اسمه إن الانفجار عرضي."],
            [("مسؤول أمني", ("رويترز",))],
        ),
        (
            ["قال اللواء حسن الصباغ إن الحدود آمنة.", "ودعا الصباغ سكان القرى إلى الهدوء."],
            [("حسن الصباغ", ()), ("حسن الصباغ", ())],
        ),
        (["نفى وزير المالية سامي الحداد ما يشاع عن استقالته."], [("سامي الحداد", ())]),
        (  # of whom it is said, not who says it
            ["قال المدير سامي الحداد إن العمل انتهى، واصفا ما يشاع بأنه وهم."],
            [("سامي الحداد", ()), ("سامي الحداد", ())],
        ),
        (
            ["أفادت إذاعة الواحة بأن النهر فاض.", "ووفقا للإذاعة، غمرت المياه عشرين بيتا."],
            [("إذاعة الواحة", ()), ("إذاعة الواحة", ())],
        ),
        (["وبحسب الصحيفة فإن العمال أبلغوا بالقرار."], []),
        (
            ["قال وزير النقل اللبناني كمال الأسعد إن الميناء فتح.", "وأضاف وزير النقل الأسعد أن السفن عادت."],
            [("كمال الأسعد", ()), ("كمال الأسعد", ())],
        ),
        (["أكد وزير الصحة الدليمي أن اللقاح متوفر."], [("الدليمي", ())]),
        (
            ["وأغلق المطار، استنادا إلى مسؤول ملاحي تحدث إلى قناة الفرات."],
            [("مسؤول ملاحي", ("قناة الفرات",))],
        ),
        (["وسيغلق الجسر شهرا، على ما أعلنت وزارة النقل."], [("وزارة النقل", ())]),
        (["ارتفعت الأسعار، كما ذكرت صحيفة الفجر."], [("صحيفة الفجر", ())]),
        (["ونسبت صحيفة الفجر هذه المعلومات إلى مصادر مطلعة."], [("مصادر مطلعة", ("صحيفة الفجر",))]),
        (
            ["قالت المديرة سلوى القاضي، في تصريحات نقلتها وكالة السهل، إن العمل مستمر."],
            [("سلوى القاضي", ("وكالة السهل",))],
        ),
        (
            ["قالت إذاعة الواحة، نقلا عن شاهد عيان، إن السقف سقط."],
            [("إذاعة الواحة", ()), ("شاهد عيان", ("إذاعة الواحة",))],
        ),
        (
            ["The dam is safe, an engineer who works there told the Daily Star (صحيفة الفجر) by telephone."],
            [("an engineer who works there", ("Daily Star (صحيفة الفجر)",))],
        ),
        (
            ["The minister, Karim Haddad, was quoted by the Northern Post as saying that prices would fall."],
            [("Karim Haddad", ("Northern Post",))],
        ),
        (
            [
                "The River Times reported that the mill would close.",
                "According to the newspaper, 200 jobs will go.",
            ],
            [("River Times", ()), ("River Times", ())],
        ),
        (["The station said that the road was closed."], []),
        (
            [
                "Real wages have fallen twice, a study by the Hamra Institute for Labour has found.",
                "The study found no other effect.",
            ],
            [("Hamra Institute for Labour", ()), ("Hamra Institute for Labour", ())],
        ),
    ],
)
def test_who_speaks_and_through_whom(
    paragraphs: list[str], speakers: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = tawatur.attributions(paragraphs)
    assert [(one.speaker.name, one.via) for one in found] == speakers


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        (  # a verbal noun that strengthens its verb
            "نفى المتحدث باسم شركة المياه ماهر الحداد نفيا قاطعا ما تردد عن إغلاق السد.",
            "المتحدث باسم شركة المياه ماهر الحداد",
            "تردد عن إغلاق السد",
        ),
        ("وانتقد النائب سالم العبيدي انتقادا لاذعا سياسة الحكومة.", "النائب سالم العبيدي", "سياسة الحكومة"),
        # whom it is said to, or of whom
        ("وتوصي الدراسة المستشفيات بتخصيص غرفة هادئة.", "الدراسة", "بتخصيص غرفة هادئة"),
        ("وذكّرت الوزيرة المواطنين بأن المهلة تنتهي غدا.", "الوزيرة", "المهلة تنتهي غدا"),
        ("ودعت وزارة الصحة المواطنين إلى التلقيح.", "وزارة الصحة", "المواطنين إلى التلقيح"),
        ("وأبلغ مدير الشركة العمال أن المصنع سيغلق.", "مدير الشركة", "المصنع سيغلق"),
        (
            "دعت نقابة الصحفيين التونسيين الحكومة إلى الحوار.",
            "نقابة الصحفيين التونسيين",
            "الحكومة إلى الحوار",
        ),
        ("ووصف الأستاذ هذا التصرف بأنه مهين.", "الأستاذ", "هذا التصرف بأنه مهين"),
        # what is said, as a noun without the article behind one with it
        ("أعلنت وزارة الصحة بدء حملة التطعيم.", "وزارة الصحة", "بدء حملة التطعيم"),
        ("أكد الطرفاوي تأجيل المباراة إلى الأحد.", "الطرفاوي", "تأجيل المباراة إلى الأحد"),
        (
            "أعلن رئيس الاتحاد باسل الطرفاوي نقل المباراة إلى سمهار.",
            "رئيس الاتحاد باسل الطرفاوي",
            "نقل المباراة إلى سمهار",
        ),
        ("ولم يستبعد البرهومي تسيير رحلة ليلية.", "البرهومي", "تسيير رحلة ليلية"),
        # to people, with the preposition written on to them
        (
            "وقال وزير التجارة سامي الحداد لصحفيين بعد الحفل إن الشحنات ستبحر.",
            "وزير التجارة سامي الحداد",
            "الشحنات ستبحر",
        ),
        # behind a quotation
        (
            "«لن يتكرر هذا الزحام أبدا»، هكذا لخص مدير الميناء حازم البرهومي الأمر.",
            "مدير الميناء حازم البرهومي",
            "«لن يتكرر هذا الزحام أبدا»",
        ),
        ("روى شاهد عيان لوكالة رويترز كيف انهار المبنى.", "شاهد عيان", "كيف انهار المبنى"),
        ("نشرت صحيفة الفجر أن الحكومة ستستقيل.", "صحيفة الفجر", "الحكومة ستستقيل"),
        ("علمت وكالة رويترز من مصادر مطلعة أن الوزير سيستقيل.", "مصادر مطلعة", "الوزير سيستقيل"),
        ("وعزت الوزارة ارتفاع الأسعار إلى نقص الواردات.", "الوزارة", "ارتفاع الأسعار إلى نقص الواردات"),
        ("أكدت أسر الضحايا أن التعويضات لم تصل.", "أسر الضحايا", "التعويضات لم تصل"),
        ("Prices will fall, Karim Haddad was quoted as saying.", "Karim Haddad", "Prices will fall"),
        ("The dam is safe, Karim Haddad was quoted as saying on Monday.", "Karim Haddad", "The dam is safe"),
    ],
)
def test_where_the_speaker_ends(text: str, source: str, said: str) -> None:
    (found,) = tawatur.attributions([text])
    assert found.source is not None
    assert found.content is not None
    assert (found.source.text, found.content.text) == (source, said)


@pytest.mark.parametrize(
    ("paragraphs", "speakers"),
    [
        (["ونقلت وكالة رويترز عن هدى الشريف، الناطقة بلسان الوزارة، أن الحملة ستبدأ."], ["هدى الشريف"]),
        (["قالت المحامية هدى الشريف، وكيلة اثنين من المتهمين، إن الحكم أجل."], ["هدى الشريف"]),
        (["قال المتحدث باسم المحتجين إن الاعتصام مستمر."], ["المتحدث باسم المحتجين"]),
        (["قال رئيس شركة كهرباء صفوان ماهر الحداد إن المحطة تعمل."], ["ماهر الحداد"]),
        (["قال وزير خارجية إيران محمد جواد ظريف إن المحادثات ستستمر."], ["محمد جواد ظريف"]),
        (  # points back to somebody an outlet heard
            ["علم موقع الفجر من مصدر في قطاع الكهرباء أن المحطة ستتوقف.", "وتوقع المصدر أن تنقطع الكهرباء."],
            ["مصدر في قطاع الكهرباء", "مصدر في قطاع الكهرباء"],
        ),
        (  # a role, and the name beside it later
            ["قال وزير النقل إن الجسر جاهز.", "واستقبل وزير النقل كمال الأسعد الوفد صباحا."],
            ["كمال الأسعد"],
        ),
        (  # another one's
            ["قال وزير النقل إن الجسر جاهز.", "واستقبل وزير الصحة كمال الأسعد الوفد صباحا."],
            ["وزير النقل"],
        ),
        (  # who says it was named before
            ["قال المدير سامي الحداد إن العمل عادي، ووصف الأنباء عن الإضراب بأنها كاذبة."],
            ["سامي الحداد", "سامي الحداد"],
        ),
        (["نشرت صحيفة الفجر كلاما منسوبا إلى مصدر تربوي مفاده أن الامتحانات أجلت."], ["مصدر تربوي"]),
        (["تنطلق الحملة غدا، وفق ما أسر به لـ«الفجر» مسؤول في الوزارة."], ["مسؤول في الوزارة"]),
        (
            [
                "Naps help, according to a study by Siraf University.",
                "The two-year study, which was small, found that nurses gain most.",
            ],
            ["Siraf University", "Siraf University"],
        ),
    ],
)
def test_who_is_the_speaker(paragraphs: list[str], speakers: list[str]) -> None:
    assert [one.speaker.name for one in tawatur.attributions(paragraphs)] == speakers


@pytest.mark.parametrize(
    "text",
    ["علمت الأم من الجيران أن ابنها غادر.", "ورفع علم البلاد من أعلى البرج قبل أن يغادر الوفد."],
)
def test_what_no_outlet_learned(text: str) -> None:
    assert tawatur.attributions([text], language="ar") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The duty may rise, the newspaper reported, citing a trade ministry official it did not name.",
        "A police officer who did not want to be named said that two were hurt.",
        "A worker who escaped said that the door was locked.",
        "The man, whose name was withheld, said that the door was locked.",
        "The road is closed, Al-Fajr Radio reported, quoting an unnamed security source.",
        "A source close to the talks said that the deal was near.",
    ],
)
def test_a_description_is_no_name(text: str) -> None:
    found = tawatur.attributions([text], language="en")[-1]
    assert not found.speaker.named
    assert len(found.speaker.name.split()) > 1


@pytest.mark.parametrize(
    ("text", "source", "content", "stance", "told"),
    [
        ("The mayor wants to close the port next year.", "The mayor", "to close the port next year", "intended", False),
        ("Voters believe that prices will fall.", "Voters", "prices will fall", "believed", False),
        ("Mr. Haddad criticized the plan for the port.", "Mr. Haddad", "the plan for the port", "spoken_of", False),
        ("The minister has not said whether he will resign.", "The minister", "whether he will resign", "unsaid", False),
        ("The mayor urged residents to stay at home.", "The mayor", "residents to stay at home", "called_for", True),
        ("''The deal is dead,'' said Lina Aziz, a lawyer. ''Nobody will sign.''", "Lina Aziz", "''The deal is dead,'' said Lina Aziz, a lawyer. ''Nobody will sign.''", "asserted", True),
        ("The port will close in May, the mayor said.", "the mayor", "The port will close in May", "asserted", True),
    ],
)  # fmt: skip
def test_what_an_english_source_does(text: str, source: str, content: str, stance: str, told: bool) -> None:
    (one,) = tawatur.attributions([text], language="en")
    assert one.source is not None
    assert one.content is not None
    assert (one.source.text, one.content.text, one.stance, one.told) == (source, content, stance, told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The yard stayed shut after Al-Fajr newspaper reported on Monday that it would be sold.",
            [("Al-Fajr newspaper", "reported", "it would be sold", (), "Al-Fajr newspaper")],
        ),
        (
            "Al-Fajr newspaper reported, citing two unnamed officials, that the yard would be sold.",
            [
                ("Al-Fajr newspaper", "reported", "the yard would be sold", (), "Al-Fajr newspaper"),
                ("two unnamed officials", "citing", "the yard would be sold", ("Al-Fajr newspaper",), "two unnamed officials"),
            ],
        ),
        (
            "Citing two officials, Al-Fajr newspaper reported that the yard would be sold.",
            [
                ("two officials", "Citing", "the yard would be sold", ("Al-Fajr newspaper",), "two officials"),
                ("Al-Fajr newspaper", "reported", "the yard would be sold", (), "Al-Fajr newspaper"),
            ],
        ),
        (
            "The yard will be sold next year, Al-Fajr newspaper reported, citing an official.",
            [
                ("Al-Fajr newspaper", "reported", "The yard will be sold next year", (), "Al-Fajr newspaper"),
                ("an official", "citing", "The yard will be sold next year", ("Al-Fajr newspaper",), "an official"),
            ],
        ),
        (
            "Al-Fajr newspaper, quoting a security source, said that two people were killed.",
            [
                ("a security source", "quoting", "two people were killed", ("Al-Fajr newspaper",), "a security source"),
                ("Al-Fajr newspaper", "said", "two people were killed", (), "Al-Fajr newspaper"),
            ],
        ),
        (
            "The yard will be sold, local media reported, quoting a source close to the owner.",
            [
                ("local media", "reported", "The yard will be sold", (), "local media"),
                ("a source close to the owner", "quoting", "The yard will be sold", (), "a source close to the owner"),
            ],
        ),
        (
            "The mayor was quoted in the Al-Fajr newspaper as saying the yard was safe.",
            [("The mayor", "quoted", "the yard was safe", ("Al-Fajr newspaper",), "The mayor")],
        ),
        (
            "The tally had reached 214 by noon, Al-Fajr newspaper quoted the mayor as saying during a visit.",
            [("the mayor", "quoted", "The tally had reached 214 by noon", ("Al-Fajr newspaper",), "the mayor")],
        ),
        (
            "The owner resigned on Monday, as first reported by Al-Fajr newspaper.",
            [("Al-Fajr newspaper", "as first reported by", "The owner resigned on Monday", (), "Al-Fajr newspaper")],
        ),
        (
            "In a statement carried by state media, the ministry said the yard would be sold.",
            [("the ministry", "said", "the yard would be sold", (), "the ministry")],
        ),
        (
            "A diplomat told Al-Fajr newspaper on condition of anonymity that the talks had failed.",
            [("A diplomat", "told", "the talks had failed", ("Al-Fajr newspaper",), "A diplomat")],
        ),
        (
            "Two sources told Al-Fajr newspaper the minister would resign.",
            [("Two sources", "told", "the minister would resign", ("Al-Fajr newspaper",), "Two sources")],
        ),
        (
            "The ministry denied on Sunday that the bridge was closed.",
            [("The ministry", "denied", "the bridge was closed", (), "The ministry")],
        ),
        (
            "The director said the queue for the old boat had been so long that guides closed the gate.",
            [("The director", "said", "the queue for the old boat had been so long that guides closed the gate", (), "The director")],
        ),
        (
            "The yard will be sold, an informed source at the ministry told Al-Fajr newspaper, which did not name him.",
            [("an informed source at the ministry", "told", "The yard will be sold", ("Al-Fajr newspaper",), "an informed source at the ministry")],
        ),
    ],
)  # fmt: skip
def test_english_reporting(text: str, said: list[tuple[str, str, str, tuple[str, ...], str]]) -> None:
    found = [one for one in tawatur.attributions([text], language="en") if one.told]
    assert [
        (
            one.source and one.source.text,
            one.cue.text,
            one.content and one.content.text,
            one.via,
            one.speaker.name,
        )
        for one in found
    ] == said


def test_nobody_is_named() -> None:
    (one,) = tawatur.attributions(["Prices are expected to fall next year."], language="en")
    assert (one.source, one.speaker.name, one.told) == (None, "", False)


def test_who_is_quoted_means_himself() -> None:
    found = tawatur.attributions(["“I think that we will win,” said Omar Haddad."], language="en")
    assert {one.speaker.name for one in found} == {"Omar Haddad"}


def test_nothing_is_no_name() -> None:
    """A speaker phrase that opens with a preposition has no word before it: asking of it stopped an import once."""
    from tawatur.attribution.lexicon import lexicon

    words = lexicon("ar")
    assert words is not None
    assert not words.is_name("")
