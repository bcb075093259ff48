"""Plain text with a line for each element of its page: sentences that a link or bold words break are made whole again."""

from __future__ import annotations

import tawatur
from tawatur.page.dumps.fragments import mended

HEAD = ("السوق القديم يغلق شهرين", "سلمى القاضي", "الصفصاف", "12 مارس 2024", "|", "10:15")
BROKEN = (
    "في مطلع الأسبوع أعلنت", "بلدية الصفصاف", "إغلاق السوق القديم شهرين لترميم سقفه الذي تصدع في الشتاء.",
    "المبنى، وهو أقدم ما في البلدة، لم يرمم منذ ستين عاما بحسب سجلات البلدية.",
    "سقف من القصب",
    "تقول البلدية إنها اختارت ما يسمى", '"القصب المضفور"', "لأنه أخف من الخشب وأرخص منه.",
    "وقالت المهندسة هند الراوي إن العمل يبدأ من", "الممر الشرقي", "قبل أن ينتقل إلى بوابة النحاسين.",
    "اقرأ أيضا:",
    "كيف يرمم سقف خشبي في أسبوع",
    "ماذا عن التجار؟",
    "وسألنا البلدية عن أمرين:", "أين يبيع التجار في هذه المدة؟", "من يعوضهم؟",
    "الشهر", "عدد الدكاكين", "آذار", "31", "نيسان", "28",
    "وينتظر التجار الجواب قبل نهاية الأسبوع الجاري على أبعد تقدير.",
    "المصدر", ":", "صحيفة السفح", "+", "وكالات",
    "كلمات مفتاحية", "الصفصاف", "السوق القديم", "ترميم", "سلمى القاضي", "الأكثر قراءة", "أسعار الخضار اليوم",
)  # fmt: skip
WHOLE = (
    "في مطلع الأسبوع أعلنت بلدية الصفصاف إغلاق السوق القديم شهرين لترميم سقفه الذي تصدع في الشتاء.",
    "المبنى، وهو أقدم ما في البلدة، لم يرمم منذ ستين عاما بحسب سجلات البلدية.",
    "سقف من القصب",
    'تقول البلدية إنها اختارت ما يسمى "القصب المضفور" لأنه أخف من الخشب وأرخص منه.',
    "وقالت المهندسة هند الراوي إن العمل يبدأ من الممر الشرقي قبل أن ينتقل إلى بوابة النحاسين.",
    "ماذا عن التجار؟",
    "وسألنا البلدية عن أمرين:",
    "أين يبيع التجار في هذه المدة؟",
    "من يعوضهم؟",
    "وينتظر التجار الجواب قبل نهاية الأسبوع الجاري على أبعد تقدير.",
)


def test_sentences_are_joined_and_headings_labels_and_cells_are_not() -> None:
    page = tawatur.read("\n".join((*HEAD, *BROKEN)).encode(), content_type="text/plain")
    article = page.articles[0]
    assert article.paragraphs == WHOLE
    assert article.published is not None
    assert article.published.isoformat() == "2024-03-12T10:15:00"
    assert page.credits == ("صحيفة السفح", "وكالات")
    assert page.inline_links == ("كيف يرمم سقف خشبي في أسبوع",)
    assert page.keywords == ("الصفصاف", "السوق القديم", "ترميم")


def test_a_small_letter_goes_on_and_a_capital_does_not() -> None:
    lines = (
        "Market closed", "The roof of the market is made of", "plaited reed", ", which is lighter than oak.", "What traders say",
        "“We were told on Monday,” said", "Hind Rawi", "who sells copper there.", "Nobody has told them where to go.",
    )  # fmt: skip
    assert mended("\n".join(lines)).split("\n") == [
        "Market closed",
        "The roof of the market is made of plaited reed, which is lighter than oak.",
        "What traders say",
        "“We were told on Monday,” said Hind Rawi who sells copper there.",
        "Nobody has told them where to go.",
    ]


def test_text_that_is_whole_stays_as_it_is() -> None:
    page = "\n".join((*HEAD, *WHOLE, "مقالات مشابهة", "» أسعار الخضار", "» موسم القصب"))
    assert mended(page) == page


def test_a_comma_or_a_relative_pronoun_at_the_start_of_a_line_is_enough() -> None:
    lines = (
        "تعويضات التجار", "وبحسب وثيقة اطلعت عليها", "«صدى الصفصاف»", "، خصص مبلغ مليوني دينار لتعويض التجار عن أيام الإغلاق.",
        "إعلان", "وقالت المهندسة", "هند الراوي", "، إن الأعمدة لن يمسها أحد.", "شركة القصب", "التي ورثت الصنعة لن ترفع أسعارها.",
    )  # fmt: skip
    assert mended("\n".join(lines)).split("\n") == [
        "تعويضات التجار",
        "وبحسب وثيقة اطلعت عليها «صدى الصفصاف»، خصص مبلغ مليوني دينار لتعويض التجار عن أيام الإغلاق.",
        "إعلان",
        "وقالت المهندسة هند الراوي، إن الأعمدة لن يمسها أحد.",
        "شركة القصب التي ورثت الصنعة لن ترفع أسعارها.",
    ]


def test_lines_that_never_end_are_read_in_time() -> None:
    assert len(mended("made of\n" * 20_000)) > 100_000


def test_rows_that_begin_with_the_name_of_an_element_are_its_text() -> None:
    told = "قال الوالي سالم الحداد إن الميناء سيفتح أبوابه صباح الجمعة بعد أسبوعين من الإغلاق."
    more = "وأضاف أن الأشغال انتهت في موعدها، وأن السفن الأولى تصل فجر السبت من الجزر القريبة."
    rows = [
        ("nav", "الرئيسية"),
        ("h1", "الميناء يفتح أبوابه صباح الجمعة"),
        ("img", "سفينة"),
        ("p", told),
        ("h2", "السفن الأولى"),
        ("p", more),
    ]
    (article,) = tawatur.read("\n".join("\t".join(row) for row in rows)).articles
    assert article.title == "الميناء يفتح أبوابه صباح الجمعة"
    assert article.paragraphs == (told, "السفن الأولى", more)
