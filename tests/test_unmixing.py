"""How single habits of pages are taken apart, each on the least page that shows it."""

from __future__ import annotations

from datetime import datetime

import pytest

import tawatur
from tawatur.model import Page

_TEXT = (
    "أعلنت بلدية المرسى يوم الأحد أن السوق القديم سيغلق شهرين كاملين لترميم سقفه الخشبي وأرضيته.",
    "وقال رئيس البلدية إن التجار سينتقلون إلى الساحة المجاورة للميناء حتى نهاية الأعمال في الربيع.",
    "وكان السوق قد رمم آخر مرة قبل أربعين عاما بعد حريق أتى على معظم دكاكينه في الطرف الشمالي.",
)
_OTHER = (
    "قال صياد من المرسى إن أسماك الخليج تراجعت هذا العام بعد أن جرفت العواصف شباك القوارب الصغيرة.",
    "وأضاف أن الصيادين ينتظرون تعويضات وعدت بها الوزارة في الخريف الماضي ولم يصل منها شيء بعد.",
)


def _paragraphs(*texts: str, tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def _page(*, above: str = "<h1>السوق القديم يغلق شهرين</h1>", below: str = "", head: str = "") -> Page:
    article = f"{above}<div class=body>{_paragraphs(*_TEXT)}</div>{below}"
    return tawatur.read(f"<html><head>{head}</head><body><main>{article}</main></body></html>")


def _dump(*lines: str) -> Page:
    return tawatur.read("\n".join(lines), content_type="text/plain")


def _titles(page: Page) -> list[tuple[str, str | None]]:
    return [(article.role, article.title) for article in page.articles]


@pytest.mark.parametrize(
    "head", ["<h3>{}</h3>", "<summary>{}</summary>", "<p class=t><b>{}</b></p>", "<dt>{}</dt>"]
)
def test_each_element_below_read_also_that_a_title_opens_is_an_article(head: str) -> None:
    also = "".join(
        f"<section>{head.format(title)}{_paragraphs(*_OTHER)}</section>"
        for title in ("صياد يروي موسم العواصف", "شباك الخليج فارغة")
    )
    page = _page(below=f"<div>المصدر: رويترز</div><div>اقرأ أيضا:</div>{also}")
    assert _titles(page)[1:] == [
        ("read_also", "صياد يروي موسم العواصف"),
        ("read_also", "شباك الخليج فارغة"),
    ]
    assert all(article.paragraphs == _OTHER for article in page.articles[1:])


def test_a_subheading_of_a_read_also_article_opens_no_other() -> None:
    text = f"{_paragraphs(*_OTHER)}<h3>وعود الوزارة لم تتحقق</h3>{_paragraphs(*_OTHER)}"
    page = _page(
        below=f"<div>المصدر: رويترز</div><h2>اقرأ أيضا:</h2><div><h3>صياد يروي موسم العواصف</h3>{text}</div>"
    )
    assert _titles(page)[1:] == [("read_also", "صياد يروي موسم العواصف")]


def test_a_section_name_above_the_title_of_a_read_also_article_is_not_it() -> None:
    page = _page(
        below=f"<div>المصدر: رويترز</div><div>اقرأ أيضا</div><div>بحر</div><h2>صياد يروي موسم العواصف</h2>{_paragraphs(*_OTHER)}"
    )
    assert _titles(page)[1:] == [("read_also", "صياد يروي موسم العواصف")]


def _live(*entries: str) -> Page:
    feed = "".join(f"<article>{entry}</article>" for entry in entries)
    return tawatur.read(
        f"<main><h1>السوق القديم لحظة بلحظة</h1><p>{_TEXT[2]}</p><div class=feed>{feed}</div><p>© المرسى</p></main>"
    )


def test_titles_of_live_entries_may_stand_in_any_element_of_one_make() -> None:
    page = _live(
        f"<div class=x>10:20</div><div class=y>البلدية تغلق السوق القديم</div><p>{_TEXT[0]}</p>",
        f"<div class=x>10:05</div><p>{_OTHER[0]}</p>",
        f"<div class=x>09:50</div><div class=y>التجار في الساحة</div><p>{_TEXT[1]}</p>",
    )
    assert [title for _, title in _titles(page)[1:]] == [
        "البلدية تغلق السوق القديم",
        None,
        "التجار في الساحة",
    ]


def test_the_name_of_a_reporter_below_a_time_is_no_title() -> None:
    page = _live(
        *(f"<div class=x>{time}</div><div class=y>منى الصياد</div><p>{text}</p>"
          for time, text in zip(("10:20", "10:05", "09:50"), _TEXT, strict=True))
    )  # fmt: skip
    assert [title for _, title in _titles(page)[1:]] == [None, None, None]


def test_the_last_live_entry_may_be_short() -> None:
    page = _live(
        f"<time>10:20</time><p>{_TEXT[0]}</p>", f"<time>10:05</time><p>{_TEXT[1]}</p>", "<time>09:50</time><p>السوق هادئ الآن.</p>"
    )  # fmt: skip
    assert page.articles[-1].paragraphs == ("السوق هادئ الآن.",)


def test_a_live_time_stands_beside_how_long_ago_it_was_in_short() -> None:
    page = _live(
        *(f"<header><a href=#><time>{ago}</time><span>{time} GMT</span></a></header><p>{text}</p>"
          for ago, time, text in zip(("4m ago", "1h ago", "2h ago"), ("10.20", "9.20", "8.20"), _TEXT, strict=True))
    )  # fmt: skip
    assert [role for role, _ in _titles(page)] == ["main", "entry", "entry", "entry"]
    assert page.articles[0].paragraphs == (_TEXT[2],)


def test_preformatted_text_has_its_paragraphs_between_empty_lines() -> None:
    wrapped = "\n\n".join(text.replace(" في ", "\nفي ") for text in _TEXT)
    page = tawatur.read(
        f"<body><center><b>السوق القديم يغلق شهرين كاملين</b></center><pre>\n{wrapped}\n</pre></body>"
    )
    assert page.articles[0].paragraphs == _TEXT


@pytest.mark.parametrize(
    ("above", "head"),
    [
        ("<div>السوق القديم في المرسى يغلق شهرين</div>", "<title>بوابة المرسى</title>"),
        ("<div class=titr><a href=/1>السوق القديم في المرسى يغلق شهرين</a></div>", "<title>بوابة المرسى</title>"),
        ("<div><b>السوق القديم في المرسى يغلق شهرين</b></div><div><b>المرسى - من منى الصياد:</b></div>", ""),
        ("<h1>بلدية المرسى</h1><a href=/>الرئيسية</a><h2>الأخبار</h2><div>السوق القديم في المرسى يغلق شهرين</div>",
         "<title>بلدية المرسى - الأخبار</title>"),
        ("<h2>الأحد 12/10/2025 10:20</h2><h3>السوق القديم في المرسى يغلق شهرين</h3>", ""),
    ],
)  # fmt: skip
def test_the_title_is_the_line_that_tells_what_the_text_does(above: str, head: str) -> None:
    assert _page(above=above, head=head).articles[0].title == "السوق القديم في المرسى يغلق شهرين"


def test_the_site_may_stand_before_the_title() -> None:
    page = _page(above="", head="<title>وكالة المرسى :: السوق القديم في المرسى يغلق شهرين</title>")
    assert page.articles[0].title == "السوق القديم في المرسى يغلق شهرين"


def test_a_table_in_a_dump_does_not_end_its_article() -> None:
    rows = [f"{one} | {2 * one} | {3 * one}" for one in range(12)]
    page = _dump("السوق القديم يغلق شهرين", "", _TEXT[0], *rows, *_TEXT[1:])
    assert page.articles[0].paragraphs == _TEXT


def test_numbered_labels_of_a_dump_are_its_subheadings() -> None:
    page = _dump(
        "السوق القديم يغلق شهرين",
        "",
        *_TEXT,
        "فيسبوك",
        "1. ماذا يتغير للتجار",
        _OTHER[0],
        "2. متى ينتهي العمل",
        _OTHER[1],
    )
    assert page.articles[0].paragraphs[-4::2] == ("1. ماذا يتغير للتجار", "2. متى ينتهي العمل")


def test_a_dump_may_keep_the_hashes_of_its_headings() -> None:
    assert _dump("# السوق القديم يغلق شهرين", "", *_TEXT).articles[0].title == "السوق القديم يغلق شهرين"


def test_what_ends_a_list_of_headlines_and_what_does_not() -> None:
    page = _dump(
        "السوق القديم يغلق شهرين", "", *_TEXT, "المصدر: سنابل - وكالة ضفة", "مقالات مشابهة", "* صياد يروي موسم العواصف",
        "* شاهد.. لحظة انهيار السقف", "* شباك الخليج فارغة", "", "تابع بوابة المرسى على تليجرام", "اشترك في قناتنا على يوتيوب",
    )  # fmt: skip
    assert page.similar == ("صياد يروي موسم العواصف", "شاهد.. لحظة انهيار السقف", "شباك الخليج فارغة")
    assert page.inline_links == ()
    assert page.credits == ("سنابل", "وكالة ضفة")


def test_cards_of_headlines_have_sections_buttons_and_buttons_of_the_page_below() -> None:
    cards = "".join(
        f"<div class=card><a href=/w>Weather</a><h3 class=t><a href=/{at}>{title}</a></h3><p>Two lines of the text […]</p><a href=/{at}>Read more »</a></div>"
        for at, title in enumerate(("Market closes for repairs", "Empty nets", "Storm takes the boats"))
    )
    page = _page(
        below=f"<section><h2>Related stories</h2>{cards}</section><p><a href=#>Print</a> - <a href=#>Send to a friend of yours</a></p>"
    )
    assert page.similar == ("Market closes for repairs", "Empty nets", "Storm takes the boats")


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("<i>المصدر</i> <b>الميزان، وكالة ضفة</b>", ("الميزان", "وكالة ضفة")),
        ("SOURCE Halden Marine Foundation", ("Halden Marine Foundation",)),
        ("المصدر: دورية «هواء»", ("دورية «هواء»",)),
    ],
)
def test_whom_a_page_credits(line: str, credits: tuple[str, ...]) -> None:
    assert _page(below=f"<p>{line}</p>").credits == credits


def test_a_name_behind_the_date_signs_the_article() -> None:
    page = _page(
        above="<h1>Le vieux marché ferme</h1><div>mercredi 2 mai 2001, par <a href=/7>Bernard Lescop</a></div>"
    )
    assert page.articles[0].byline == "Bernard Lescop"


@pytest.mark.parametrize(
    "line", ["21/11/2025 بقلم: رجاء السعداوي 5,410", "المرسى - من مراسلنا: رجاء السعداوي"]
)
def test_a_name_stands_behind_its_label_inside_a_line(line: str) -> None:
    page = _page(above=f"<h1>السوق القديم يغلق شهرين</h1><div>{line}</div>")
    assert page.articles[0].byline == "رجاء السعداوي"


def test_the_time_may_stand_below_the_day() -> None:
    page = _page(above="<h1>السوق القديم يغلق شهرين</h1><ul><li>23-02-2026</li><li>17:05</li></ul>")
    assert page.articles[0].published == datetime(2026, 2, 23, 17, 5)


def test_the_author_of_the_next_article_did_not_write_this_one() -> None:
    def article(title: str, name: str, texts: tuple[str, ...]) -> str:
        return f'<article><h1>{title}</h1><a class="byline-author" rel=author>{name}</a>{_paragraphs(*texts)}</article>'

    page = tawatur.read(
        article("السوق القديم يغلق", "نوار الحكيم", _TEXT) + article("صياد يروي", "لؤي الصفدي", _OTHER)
    )
    assert page.articles[0].byline == "نوار الحكيم"


def test_short_items_of_a_list_among_paragraphs_are_text() -> None:
    items = "<ul><li>المقاعد والمظلات</li><li>استئجار القوارب مدة أربعين يوما في السنة</li><li>التأمين على المتطوعين</li></ul>"
    page = tawatur.read(
        f"<main><h1>السوق القديم يغلق</h1><div>{_paragraphs(*_TEXT)}<p><b>ما تغطيه المنح</b></p>{items}{_paragraphs(*_OTHER)}</div></main>"
    )
    assert "المقاعد والمظلات" in page.articles[0].paragraphs


def test_a_moving_line_of_headlines_is_no_article() -> None:
    moving = " *** ".join(f"عنوان رقم {number} عن بلدة أخرى من بلدات الساحل" for number in range(40))
    brief = "<div>ضربت هزة خفيفة شمال البلاد فجر الأحد، ولم ترد تقارير عن أضرار.<br>وقال مرصد الزلازل إن مركزها على عمق تسعة كيلومترات قرب البلدة.</div>"
    page = tawatur.read(f"<body><marquee>{moving}</marquee><p><b>هزة خفيفة تضرب الشمال</b></p>{brief}</body>")
    assert [len(article.paragraphs) for article in page.articles] == [2]


def test_what_stands_below_the_element_of_a_live_blog_is_no_entry() -> None:
    entries = "".join(
        f"<div><time>{hour}:15</time><h3>خبر الساعة {hour}</h3><p>قال المجلس إن الجلسة رقم {hour} انتهت من دون اتفاق بين الكتل، ورفعت إلى الغد.</p></div>"
        for hour in range(20, 15, -1)
    )
    related = '<h4>مواضيع ذات صلة</h4><ul><li><a href="/1">من هو رئيس المجلس الجديد؟</a></li><li><a href="/2">أسماء أعضاء المجلس كلهم</a></li></ul>'
    teaser = '<h4>الأكثر قراءة</h4><div><h5><a href="/3">نصف الآبار مهددة</a></h5><p>فحص الباحثون مئتي بئر في السهل، ووجدوا أن الضخ تضاعف منذ العام الماضي.</p></div>'
    page = tawatur.read(
        f"<body><h1>جلسة المجلس لحظة بلحظة</h1><div id='lb'>{entries}</div><section>{related}</section>{teaser}</body>"
    )
    assert [article.title for article in page.articles[1:]] == [
        f"خبر الساعة {hour}" for hour in range(20, 15, -1)
    ]
    assert all(len(article.paragraphs) == 1 for article in page.articles[1:])
    assert page.similar == ("من هو رئيس المجلس الجديد؟", "أسماء أعضاء المجلس كلهم")


def test_when_a_related_report_was_published_is_no_headline() -> None:
    cards = "".join(
        f'<li><a href="/{days}"><h4>جسر الميناء يفتح أمام السيارات بعد {days} أعوام</h4><span>2 days ago</span></a></li>'
        for days in (3, 4)
    )
    page = tawatur.read(
        f"<body><h1>إغلاق جسر الميناء</h1>{'<p>أغلقت البلدية جسر الميناء أمام السيارات حتى نهاية الشهر بسبب أعمال الصيانة.</p>' * 3}<h3>مواضيع ذات صلة</h3><ul>{cards}</ul></body>"
    )
    assert page.similar == tuple(f"جسر الميناء يفتح أمام السيارات بعد {days} أعوام" for days in (3, 4))
