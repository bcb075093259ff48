"""How single habits of pages are taken apart, each on the least page that shows it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

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


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("(بنا) م.ع/ن.ر", ("بنا",)),
        ("( المرسى اليوم + خاص )", ("المرسى اليوم", "خاص")),
        ("(وكالة ضفة - المرسى اليوم)", ("وكالة ضفة", "المرسى اليوم")),
        ("منقول من : صحيفة السهل", ("صحيفة السهل",)),
        ("Source : Le Rempart, avec Agence du Golfe", ("Le Rempart", "Agence du Golfe")),
    ],
)
def test_whom_a_line_credits_with_signs_or_words_beside_the_name(line: str, credits: tuple[str, ...]) -> None:
    page = _page(below=f"<p>{line}</p>")
    assert (page.credits, page.articles[0].paragraphs) == (credits, _TEXT)


def test_the_text_goes_on_below_a_list_inside_it() -> None:
    box = "<div class=rel><b>مواضيع مشابهة</b><ul><li>صياد يروي موسم العواصف</li><li>شباك الخليج فارغة</li></ul></div>"
    page = tawatur.read(
        f"<main><h1>السوق القديم يغلق شهرين</h1><div>{_paragraphs(*_TEXT)}{box}<h3>وعود الوزارة</h3>{_paragraphs(*_OTHER)}</div></main>"
    )
    assert page.articles[0].paragraphs == (*_TEXT, "وعود الوزارة", *_OTHER)
    assert page.similar == ("صياد يروي موسم العواصف", "شباك الخليج فارغة")


def test_a_short_sentence_and_a_line_in_bold_between_paragraphs_are_text() -> None:
    inside = "<p><b>ماذا عن التجار؟</b></p>", f"<p>{_OTHER[0]}</p>", "<p class=last>لم يصل منها شيء.</p>"
    page = _page(
        below="", above=f"<h1>السوق القديم يغلق</h1><p>{_TEXT[0]}</p>{''.join(inside)}<p>{_OTHER[1]}</p>"
    )
    assert page.articles[0].paragraphs[:5] == (
        _TEXT[0], "ماذا عن التجار؟", _OTHER[0], "لم يصل منها شيء.", _OTHER[1]
    )  # fmt: skip


def test_components_are_named_after_what_they_hold() -> None:
    text = _paragraphs(*_TEXT, tag="x-p")
    page = tawatur.read(
        f"<x-story><h1>السوق القديم يغلق</h1><x-body>{text}<x-h>وعود الوزارة</x-h>{_paragraphs(*_OTHER, tag='x-p')}</x-body>"
        "<x-newsletter><p>اشترك في نشرة المرسى لتصلك أبرز قصص البلدة كل صباح قبل القهوة.</p></x-newsletter></x-story>"
    )
    assert page.articles[0].paragraphs == (*_TEXT, "وعود الوزارة", *_OTHER)


def test_the_readers_comments_are_not_the_text_of_a_brief() -> None:
    long = "<p>دكاني يبعد عشرين مترا عن السوق، وقد طالبنا البلدية بالترميم منذ حريق التهم أربع ورش ولم يرد علينا أحد حتى اليوم رغم كل الوعود.</p>"
    page = tawatur.read(
        f"<body><h1>السوق القديم يغلق</h1><div class=x><p>{_TEXT[0]}</p><p>وتبدأ الأعمال في مطلع الأسبوع المقبل.</p></div><div class=y><h4>التعليقات</h4><div><b>سمير</b>{long * 3}</div></div></body>"
    )
    assert page.articles[0].paragraphs == (_TEXT[0], "وتبدأ الأعمال في مطلع الأسبوع المقبل.")


def test_what_asks_for_an_address_is_no_text() -> None:
    box = "<div class=q><h4>أخبار المرسى كل صباح</h4><p>أهم ما يجري في البلدة في بريدك قبل السادسة.</p><input placeholder=بريدك></div>"
    page = tawatur.read(
        f"<main><h1>السوق القديم يغلق</h1><div>{_paragraphs(*_TEXT)}{box}{_paragraphs(*_OTHER)}</div></main>"
    )
    assert page.articles[0].paragraphs == (*_TEXT, *_OTHER)


def test_posts_of_networks_and_quotes_set_large_are_no_text() -> None:
    tweet = "<blockquote class=twitter-tweet><p>بلدية المرسى: تبدأ أعمال الترميم في السوق القديم مساء اليوم.</p></blockquote>"
    large = "<p class=pq>إن التجار سينتقلون إلى الساحة المجاورة</p>"
    page = tawatur.read(
        f"<main><h1>السوق القديم يغلق</h1><div>{_paragraphs(*_TEXT)}{tweet}{large}{_paragraphs(*_OTHER)}</div></main>"
    )
    assert page.articles[0].paragraphs == (*_TEXT, *_OTHER)


def test_a_caption_above_the_text_and_a_signature_below_it_are_no_text() -> None:
    page = tawatur.read(
        f"<main><h1>Old market closes</h1><p>The market's wooden roof this week (Reuters)</p>{_paragraphs(*_TEXT)}"
        "<p>(Reporting by Jane Holt in Marsa; Editing by Tom Reed)</p></main>"
    )
    assert page.articles[0].paragraphs == _TEXT


def test_a_heading_has_no_link_to_itself_and_a_list_from_word_no_bullets() -> None:
    bullet = '<p class=MsoListParagraph><span style="mso-list:Ignore">-&nbsp;</span>إعفاء التجار من رسوم السنة كلها في السوق.</p>'
    page = tawatur.read(
        f'<main><h1>السوق القديم يغلق</h1><div>{_paragraphs(*_TEXT)}<h2>وعود الوزارة<a href="#w">#</a></h2>{bullet}{_paragraphs(*_OTHER)}</div></main>'
    )
    assert page.articles[0].paragraphs[3:5] == ("وعود الوزارة", "إعفاء التجار من رسوم السنة كلها في السوق.")


def test_a_heading_that_the_text_begins_with_is_its_title() -> None:
    page = tawatur.read(
        f"<html><head><title>بلدية المرسى</title></head><body><div><h3>السوق القديم يغلق شهرين كاملين</h3>{_paragraphs(*_TEXT)}</div></body></html>"
    )
    assert (page.articles[0].title, page.articles[0].paragraphs) == ("السوق القديم يغلق شهرين كاملين", _TEXT)


def test_the_next_report_is_called_by_its_heading() -> None:
    report = f"<div><b>شبكة النخيل</b><br><time>16/3/2025</time><h2>صياد يروي موسم العواصف</h2>{_paragraphs(*_OTHER)}</div>"
    page = _page(below=f"<p>المصدر: رويترز</p><h5>الخبر التالي</h5>{report}")
    assert _titles(page)[1:] == [("read_also", "صياد يروي موسم العواصف")]


def test_cards_may_have_no_links() -> None:
    titles = ("صياد يروي موسم العواصف", "شباك الخليج فارغة", "من يصلح قوارب الميناء؟")
    glued = "".join(f"<div><b>{title}</b><i>جريدة السهل</i><u>أمس</u></div>" for title in titles)
    lines = "".join(
        f"<div><div>{title}</div><div>سطران من النص...</div><div>2026/02/10</div></div>" for title in titles
    )
    headed = "".join(
        f"<div><span class=k>بحر</span><h3>{title}</h3><p>سطر من النص.</p></div>" for title in titles
    )
    for cards in (glued, lines, headed):
        assert _page(below=f"<section><div>أخبار ذات صلة</div><div>{cards}</div></section>").similar == titles


def test_the_threads_below_a_forum_have_their_titles_in_the_first_column() -> None:
    rows = "".join(
        f"<tr><td><a>{title}</a></td><td><a>أبو سالم البحري القديم</a></td><td>منتدى الأخبار</td><td>4</td></tr>"
        for title in ("صياد يروي موسم العواصف", "شباك الخليج فارغة اليوم")
    )
    head = "<tr><td>الموضوع</td><td>كاتب الموضوع</td><td>المنتدى</td><td>مشاركات</td></tr>"
    page = _page(below=f"<table><tr><td>المواضيع المتشابهه</td></tr>{head}{rows}</table>")
    assert page.similar == ("صياد يروي موسم العواصف", "شباك الخليج فارغة اليوم")


@pytest.mark.parametrize(
    "below",
    [
        "<div><span>#المرسى</span><span>#السوق القديم</span></div>",
        "<table><tr><td><b>كلمات مفتاحية :</b></td><td>المرسى - السوق القديم</td></tr></table>",
        "<div>الكلمات الدلالية (Tags): <a>المرسى</a>, <a>السوق القديم</a></div>",
    ],
)
def test_keywords_with_signs_between_or_before_them(below: str) -> None:
    assert _page(below=below).keywords == ("المرسى", "السوق القديم")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("كتبه <span>مروان السعيدي</span> في <time>30/11/2025 - 18:15</time>", "مروان السعيدي"),
        ("المرسى اليوم - مروان السعيدي - الخميس 6 ديسمبر 2018", "مروان السعيدي"),
        ("<span>الثلاثاء 9 أغسطس 2022</span> <a>مصطفى العايدي</a>", "مصطفى العايدي"),
    ],
)
def test_a_name_stands_beside_the_date_and_the_outlet(line: str, name: str) -> None:
    assert _page(above=f"<h1>السوق القديم يغلق</h1><div>{line}</div>").articles[0].byline == name


def test_given_names_in_persian_and_urdu_sign_a_text() -> None:
    persian = "شهرداری بندر اعلام کرد که بازار قدیمی دو ماه برای بازسازی سقف چوبی و کف آن بسته خواهد بود."
    urdu = "بلدیہ نے اعلان کیا ہے کہ پرانا بازار چھت اور فرش کی مرمت کے لیے دو ماہ تک بند رہے گا۔"
    for language, name, text in (("fa", "سپیده رهنما", persian), ("ur", "شازیہ بلوچانی", urdu)):
        page = tawatur.read(
            f"<html lang={language}><main><h1>{text[:30]}</h1><div>{name}</div>{_paragraphs(text, text)}</main>"
        )
        assert page.articles[0].byline == name


def test_the_date_may_stand_below_the_text() -> None:
    page = _page(below="<div>Monday, 14 May 2018 10:42 GMT</div>")
    assert page.articles[0].published == datetime(2018, 5, 14, 10, 42, tzinfo=UTC)


def test_a_live_entry_may_be_pinned_and_links_may_stand_between_entries() -> None:
    entries = [
        f'<div class="e{more}"><time>{time}</time><p>{text}</p></div>'
        for more, time, text in zip((" pinned", "", ""), ("12:40", "11:20", "10:05"), _TEXT, strict=True)
    ]
    also = "<div><span>اقرأ أيضا:</span> <a href=/1>كيف يرمم سقف خشبي</a></div>"
    points = "<ul><li>إغلاق السوق شهرين كاملين من الغد.</li><li>نقل الدكاكين إلى الساحة.</li></ul>"
    page = tawatur.read(
        f"<main><h1>السوق القديم لحظة بلحظة</h1>{points}<div>{entries[0]}{also}{entries[1]}{entries[2]}</div></main>"
    )
    assert [article.paragraphs for article in page.articles[1:]] == [(text,) for text in _TEXT]
    assert page.inline_links == ("كيف يرمم سقف خشبي",)
    assert page.articles[0].paragraphs == (
        "إغلاق السوق شهرين كاملين من الغد.",
        "نقل الدكاكين إلى الساحة.",
    )


def test_a_ticker_and_a_box_of_headlines_are_not_the_text_of_a_dump() -> None:
    page = _dump(
        "شريط الأخبار :: حريق يلتهم سوق القات في البلدة :: صرف مرتبات المعلمين يوم الثلاثاء :: غرق قارب صيد ونجاة طاقمه ::",
        "السوق القديم يغلق شهرين", *_TEXT, "مقالات ذات صلة", "صياد يروي موسم العواصف", "12 يونيو 2022", "◄ شباك الخليج فارغة",
        "10 يونيو 2022", *_OTHER, "المصدر: رويترز", "الوسوم", "المرسى",
    )  # fmt: skip
    assert (page.articles[0].title, page.articles[0].paragraphs) == (
        "السوق القديم يغلق شهرين",
        (*_TEXT, *_OTHER),
    )
    assert page.similar == ("صياد يروي موسم العواصف", "شباك الخليج فارغة")
    assert page.credits == ("رويترز",)


def test_hashtags_are_keywords_without_a_label_but_not_those_of_a_list_of_the_frame() -> None:
    each = "<ul><li><a href=/1>#المرسى</a></li><li><a href=/2>#السوق القديم</a></li></ul>"
    for below in (each, f"<div>شارك الخبر</div>{each}", "<div>#المرسى</div><div>#السوق القديم</div>"):
        assert _page(below=below).keywords == ("المرسى", "السوق القديم")
    assert _page(below="<p>#المرسى #السوق_القديم</p>").keywords == ("المرسى", "السوق_القديم")
    assert _page(below=f"<h3>الأكثر تداولا</h3>{each}").keywords == ()


@pytest.mark.parametrize(
    "line",
    [
        "Source / المصدر: رويترز",
        "المصدر (Source): رويترز",
        "المصدر | Source : رويترز",
        "<b>Source – المصدر</b> رويترز",
    ],
)
def test_a_label_may_say_the_same_in_two_languages(line: str) -> None:
    assert _page(below=f"<p>{line}</p>").credits == ("رويترز",)


@pytest.mark.parametrize(
    ("line", "byline", "day"),
    [
        ("بواسطة سعاد كريم في الأربعاء, 02/25/2026 - 19:12", "سعاد كريم", datetime(2026, 2, 25, 19, 12)),
        ("بواسطة editor4 في الأربعاء, 02/25/2026 - 19:12", None, datetime(2026, 2, 25, 19, 12)),
        ("كتب: سعاد كريم 25/02/2026 19:12", "سعاد كريم", datetime(2026, 2, 25, 19, 12)),
        ("By Jane Doe and Ned Vance on Wednesday, 25 February 2026 19:12", "Jane Doe, Ned Vance", datetime(2026, 2, 25, 19, 12)),
        ("Written by: Jane Doe | 25 Feb 2026 19:12", "Jane Doe", datetime(2026, 2, 25, 19, 12)),
        ("بواسطة web_admin", None, None),
    ],
)  # fmt: skip
def test_a_byline_and_its_date_on_one_line(line: str, byline: str | None, day: datetime | None) -> None:
    article = _page(above=f"<h1>السوق القديم يغلق شهرين</h1><div>{line}</div>").articles[0]
    assert (article.byline, article.published) == (byline, day)


@pytest.mark.parametrize("name", ["مرفأ نيوز - سعاد كريم", "سعاد كريم | مرفأ نيوز", "مرفأ نيوز: سعاد كريم"])
def test_the_outlet_beside_the_author_is_no_author(name: str) -> None:
    article = f'{{"@type":"NewsArticle","author":{{"name":"{name}"}}}}'
    site = '{"@type":"WebSite","name":"مرفأ نيوز"}'
    linked = f'<script type="application/ld+json">{{"@graph":[{article},{site}]}}</script>'
    for head in (
        linked,
        f'<meta property="og:site_name" content="مرفأ نيوز"><meta name=author content="{name}">',
    ):
        assert _page(head=head).articles[0].byline == "سعاد كريم"


@pytest.mark.parametrize(
    "signed",
    [
        "</p>— بلدية المرسى (@marsa_mun) <a>18 فبراير 2026</a>",
        "</p><p>— بلدية المرسى (@marsa.bsky.social) 18 فبراير 2026</p>",
        "<br>— بلدية المرسى (@marsa@mast.example) 18 فبراير 2026</p>",
    ],
)
def test_a_post_that_an_account_signs_is_not_the_text(signed: str) -> None:
    post = f"<blockquote><p>شكرا لمن ساعد التجار على نقل دكاكينهم قبل وصول الشاحنات.{signed}</blockquote>"
    page = _page(above=f"<h1>السوق القديم يغلق شهرين</h1>{_paragraphs(_OTHER[0])}{post}")
    assert page.articles[0].paragraphs == (_OTHER[0], *_TEXT)
    assert page.articles[0].published is None


def test_a_quote_that_a_person_signs_is_the_text() -> None:
    quote = f"<blockquote><p>{_OTHER[1]}</p></blockquote>"
    page = _page(above=f"<h1>السوق القديم يغلق شهرين</h1>{_paragraphs(_OTHER[0])}{quote}")
    assert page.articles[0].paragraphs == (*_OTHER, *_TEXT)


@pytest.mark.parametrize(
    "cards",
    [
        "<div><img><b>صياد يروي موسم العواصف</b></div><div><img><b>أرباح الميناء ترتفع 12% في 2025</b></div>",
        "<div><span>صياد يروي موسم العواصف</span></div><div><span>أرباح الميناء ترتفع 12% في 2025</span></div>",
        "<a href=1><h4>صياد يروي موسم العواصف</h4><p>جرفت العواصف شباك القوارب</p></a>"
        "<a href=2><h4>أرباح الميناء ترتفع 12% في 2025</h4><p>تضاعف عدد السفن هذا العام.</p></a>",
        "<p><a href=1>صياد يروي موسم العواصف</a><br><small>المرفأ · 3/2/2026</small></p>"
        "<p><a href=2>أرباح الميناء ترتفع 12% في 2025</a><br><small>المرفأ · 2/2/2026</small></p>",
    ],
)
def test_cards_of_similar_headlines(cards: str) -> None:
    latest = "<section><h3>آخر الأخبار</h3><p>حريق يلتهم سوق القات</p></section>"
    tags = '<div class="newsTags"><a>بلدية المرسى</a><a>السوق</a></div>'
    page = _page(below=f"<section><h3>الموضوعات المتعلقة</h3>{cards}</section>{tags}{latest}")
    assert page.similar == ("صياد يروي موسم العواصف", "أرباح الميناء ترتفع 12% في 2025")
    assert page.keywords == ("بلدية المرسى", "السوق")


@pytest.mark.parametrize(
    ("line", "byline"),
    [("<div>نشر في: 3 فبراير 2026 14:20</div>", None), ("<div>كتب: سامي عواد</div><time>3 فبراير 2026 14:20</time>", "سامي عواد")],
)  # fmt: skip
def test_a_read_also_article_has_its_own_date_and_author(line: str, byline: str | None) -> None:
    also = f"<section><h2>صياد يروي موسم العواصف</h2>{line}{_paragraphs(*_OTHER)}</section>"
    page = _page(below=f"<div>المصدر: رويترز</div><h3>اقرأ أيضا:</h3>{also}")
    assert [article.paragraphs for article in page.articles] == [_TEXT, _OTHER]
    assert (page.articles[0].published, page.articles[0].byline) == (None, None)
    assert (page.articles[1].published, page.articles[1].byline) == (datetime(2026, 2, 3, 14, 20), byline)


@pytest.mark.parametrize(
    "line",
    ["بدأت التغطية: الأحد 18-02-2026، 07:00 — آخر تحديث 14:35 (توقيت القدس)", "Live since 18 Feb 2026, 07:00 | Last updated 14:35"],
)  # fmt: skip
def test_a_line_of_two_times_is_not_the_text(line: str) -> None:
    article = _page(above=f"<h1>السوق القديم يغلق شهرين</h1><p>{line}</p>").articles[0]
    assert article.paragraphs == _TEXT
    assert article.published == datetime(2026, 2, 18, 7, 0)


@pytest.mark.parametrize(
    "below",
    [
        "<h4>الوسوم</h4><p class=k>المرسى</p><p class=k>السوق القديم</p>",
        "<h4>الوسوم</h4><div><span>المرسى</span><span>السوق القديم</span></div>",
        "<b>الوسوم:</b><span>المرسى</span><span>السوق القديم</span>",
        "<b>الوسوم</b><span>المرسى</span><span>السوق القديم</span>",
        "<div class=tags><div>الوسوم</div><div class=chip>المرسى</div><div class=chip>السوق القديم</div></div>",
    ],
)
def test_keywords_need_no_links(below: str) -> None:
    assert _page(below=f"<div>{below}</div><p>حريق يلتهم سوق القات</p>").keywords == (
        "المرسى",
        "السوق القديم",
    )


def test_a_credit_stands_in_a_label_beside_its_own() -> None:
    assert _page(below="<div><b>المصدر</b><span>رويترز</span></div>").credits == ("رويترز",)


@pytest.mark.parametrize(
    "link",
    [
        "<div class=box><div class=l>من ملفاتنا</div><a href=/1>{}</a></div>",
        "<p><font color=blue>من ملفات المرسى: <a href=/1>{}</a></font></p>",
        "<p>&lt;&lt; نص التقرير السابق: <a href=/1>{}</a></p>",
        "<p><a href=/1>{}</a> (من ملفاتنا)</p>",
        "<p><b><a href=/1>{}</a></b></p>",
    ],
)
def test_a_headline_that_is_a_link_between_paragraphs_needs_no_known_label(link: str) -> None:
    page = _between(link.format("كيف يرمم سقف خشبي في المرسى"))
    assert page.articles[0].paragraphs == _TEXT
    assert page.inline_links == ("كيف يرمم سقف خشبي في المرسى",)


@pytest.mark.parametrize(
    "link",
    [
        "<p><a href=/1>لقراءة الخبر في موقعه الأصلي اضغط هنا</a></p>",
        "<p><a href=/1.pdf>نص قرار البلدية كاملا (PDF)</a></p>",
        "<p><a href=/1>https://marsa.example/decree and more of it</a></p>",
        "<p><a href=/1>قرار الإغلاق</a></p>",
    ],
)
def test_documents_buttons_and_addresses_are_no_inline_links(link: str) -> None:
    assert _between(link).inline_links == ()


def _between(block: str, below: str = "") -> Page:
    """A page with a block between two paragraphs of its text."""
    text = f"{_paragraphs(*_TEXT[:2])}{block}{_paragraphs(_TEXT[2])}"
    return tawatur.read(f"<main><h1>السوق القديم يغلق شهرين</h1><div>{text}</div>{below}</main>")


def test_a_box_of_headlines_in_the_text_is_of_read_also_links_where_the_similar_ones_stand_below() -> None:
    cards = "<div class=r><h3>مقالات ذات صلة</h3><div><h4><a href=/{0}>{1}</a></h4><h4><a href=/{0}2>{2}</a></h4></div></div>"
    box = cards.format("a", "صياد يروي موسم العواصف", "شباك الخليج فارغة")
    page = _between(box, cards.format("b", "كيف يرمم سقف خشبي", "تجار ينتظرون الربيع"))
    assert page.articles[0].paragraphs == _TEXT
    assert page.inline_links == ("صياد يروي موسم العواصف", "شباك الخليج فارغة")
    assert page.similar == ("كيف يرمم سقف خشبي", "تجار ينتظرون الربيع")
    assert _between(box).similar == ("صياد يروي موسم العواصف", "شباك الخليج فارغة")


def test_a_card_may_begin_with_its_section() -> None:
    card = (
        "<div class=c><div><a href=/s>{}</a></div><h4><a href=/1>{}</a></h4><span>14 يونيو 2021</span></div>"
    )
    cards = card.format("بيئة", "صياد يروي موسم العواصف") + card.format(
        "مجتمع", "شباك الخليج فارغة منذ الخريف"
    )
    page = _page(below=f"<div><div><h3>متعلق مقالات</h3></div><div>{cards}</div></div>")
    assert page.similar == ("صياد يروي موسم العواصف", "شباك الخليج فارغة منذ الخريف")


def test_an_article_that_is_loaded_below_a_closed_page_has_its_own_author() -> None:
    again = f"<div><h1>صياد يروي موسم العواصف</h1><div>بقلم: <a rel=author>سلمى القاضي</a></div>{_paragraphs(*_OTHER)}</div>"
    page = _page(below=f"<p>المصدر: رويترز</p><div>{again}</div>")
    assert _titles(page)[1:] == [("read_also", "صياد يروي موسم العواصف")]
    assert [article.byline for article in page.articles] == [None, "سلمى القاضي"]


def test_the_first_live_entry_may_be_labelled_as_pinned_and_a_heading_stand_over_all() -> None:
    entries = [
        f"<article><header><time>{time}</time>{label}</header><p>{text}</p></article>"
        for time, label, text in zip(
            ("12:40", "11:20", "10:05"), ("<span>مثبّت</span>", "", ""), _TEXT, strict=True
        )
    ]
    head = f"<h1>السوق القديم لحظة بلحظة</h1>{_paragraphs(*_OTHER)}<h2>آخر الأنباء من السوق</h2>"
    page = tawatur.read(f"<main>{head}<div>{''.join(entries)}</div></main>")
    assert [article.paragraphs for article in page.articles] == [_OTHER, *((text,) for text in _TEXT)]


def test_a_few_words_answer_a_question() -> None:
    asked = "<p><b>ومتى يفتح السوق أبوابه من جديد للزوار؟</b></p><p>في الربيع المقبل.</p>"
    page = tawatur.read(
        f"<main><h1>السوق القديم يغلق شهرين</h1><div>{_paragraphs(*_TEXT)}{asked}</div></main>"
    )
    assert page.articles[0].paragraphs[-1] == "في الربيع المقبل."


def test_the_date_may_stand_among_buttons_and_a_bar_between_credits() -> None:
    tools = "<div class=article-tools><dl><dd>أنشئ بتاريخ: السبت, 26 تشرين2/نوفمبر 2011 13:18</dd></dl><a href=#>طباعة</a></div>"
    page = _page(
        above=f"<h1>السوق القديم يغلق شهرين</h1>{tools}",
        below="<p>المصدر: جريدة الصدفة | وكالة أنباء البحر</p>",
    )
    assert page.articles[0].published == datetime(2011, 11, 26, 13, 18)
    assert page.credits == ("جريدة الصدفة", "وكالة أنباء البحر")


def test_a_dump_shows_a_read_also_link_by_the_verb_of_its_label() -> None:
    page = _dump(
        "السوق القديم يغلق شهرين", *_TEXT[:2], "اقرأ في ملف الميناء: كيف يهجر مالك سفينته؟", _TEXT[2],
        "المصدر: رويترز", "اقرأ النص الكامل أيضا:", "صياد يروي موسم العواصف", "2 سبتمبر 2019", *_OTHER,
    )  # fmt: skip
    assert [article.paragraphs for article in page.articles] == [_TEXT, _OTHER]
    assert page.inline_links == ("كيف يهجر مالك سفينته؟",)


def test_a_headline_may_quote_two_names_and_stand_below_a_section() -> None:
    first, second = "«المرفأ»: إغلاق «السوق القديم» شهرين للترميم", "«المياه»: قطع مبرمج عن حيين في المرسى"
    page = _dump(
        "غرق قارب قبالة الرأس الأزرق أمس",
        "محليات",
        "07-05-2026 | 00:00",
        first,
        "كتبت ليلى حداد",
        *_TEXT,
        "المصدر: رويترز",
        "إعلان",
        "محليات",
        "07-05-2026 | 10:00",
        second,
        *_OTHER,
    )
    assert _titles(page) == [("main", first), ("read_also", second)]
    assert page.articles[1].published == datetime(2026, 5, 7, 10, 0)


def test_a_section_above_a_headline_is_not_the_title_of_a_dump() -> None:
    page = _dump(
        "نتائج الأمس",
        "السوق القديم",
        "بلدية المرسى تغلق السوق القديم لترميم سقفه",
        "الأحد 22 مارس 2026 | 00:14",
        *_TEXT,
    )
    assert page.articles[0].title == "بلدية المرسى تغلق السوق القديم لترميم سقفه"


def test_an_article_below_a_closed_page_is_known_by_the_make_of_its_title() -> None:
    title = "<div class=news_title>{}</div><div class=d>14-04-2026 01:35</div>"
    other = title.format('<a href="/2">صيادو المرسى ينتظرون التعويضات منذ الخريف</a>') + _paragraphs(
        *_OTHER, tag="div"
    )
    page = _page(
        above=title.format("السوق القديم في المرسى يغلق شهرين للترميم"),
        below=f"<div class=c>المصدر: رويترز</div><div class=n><div>{other}</div></div>",
        head="<title>السوق القديم في المرسى يغلق شهرين للترميم</title>",
    )
    assert [one.role for one in page.articles] == ["main", "read_also"]
    assert page.articles[1].paragraphs == _OTHER


def test_subheadings_in_frames_and_quotations_between_paragraphs_are_text() -> None:
    quotation = "«نعمل تحت السقف منذ أربعين عاما ولم نر فيه خشبة جديدة واحدة»."
    inside = (
        f"<div class=f><p>{_TEXT[0]}</p></div><div class=f><header><h3 class=element-header>أربعون عاما</h3></header>"
        f"<div class=b><p>{_TEXT[1]}</p><blockquote><p>{quotation}</p></blockquote></div></div>"
        f"<div class=f><p>{_TEXT[2]}</p><h3>الأرقام</h3><table><tr><td>1</td></tr></table><p>{_OTHER[0]}</p></div>"
    )
    page = tawatur.read(f"<html><body><main><h1>السوق القديم يغلق شهرين</h1>{inside}</main></body></html>")
    assert page.articles[0].paragraphs == (
        _TEXT[0],
        "أربعون عاما",
        _TEXT[1],
        quotation,
        _TEXT[2],
        "الأرقام",
        _OTHER[0],
    )


@pytest.mark.parametrize(
    "headline",
    [
        "تقرير: السوق القديم يغلق شهرين",
        "شاهد: السوق القديم في المرسى يغلق شهرين",
        "حوار: مهندس السوق القديم يشرح كيف يرمم السقف",
    ],
)
def test_a_headline_may_begin_with_the_word_for_what_it_is(headline: str) -> None:
    for page in (_page(above=f"<h1>{headline}</h1>"), _dump(headline, "07-05-2026 | 10:00", *_TEXT)):
        assert (page.articles[0].title, page.articles[0].byline, page.inline_links) == (headline, None, ())


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("ليلى حداد وسامر الخوري", "ليلى حداد, سامر الخوري"),
        ("كتب: ليلى حداد وسامر الخوري", "ليلى حداد, سامر الخوري"),
        ("كتبت: وفاء وردة", "وفاء وردة"),
    ],
)
def test_names_that_and_joins_are_two(line: str, byline: str) -> None:
    assert (
        _dump("السوق القديم في المرسى يغلق شهرين", line, "07-05-2026 | 10:00", *_TEXT).articles[0].byline
        == byline
    )


@pytest.mark.parametrize(
    "above",
    [
        ("إعلان", "محليات", "07-05-2026"),
        ("إعلان", "07-05-2026", "محليات"),
        ("مقالات ذات صلة", "غرق قارب قبالة الرأس الأزرق", "محليات", "07-05-2026"),
    ],
)
def test_a_section_and_a_date_stand_above_the_title_of_the_next_article(above: tuple[str, ...]) -> None:
    title = "صيادو المرسى ينتظرون تعويضات الخريف منذ عام"
    head = ("محليات", "السوق القديم في المرسى يغلق شهرين", "07-05-2026 | 10:00")
    page = _dump(*head, *_TEXT, "المصدر: رويترز", *above, title, *_OTHER)
    assert _titles(page)[1:] == [("read_also", title)]
    assert page.articles[1].paragraphs == _OTHER


def test_what_a_network_of_adverts_shows_is_no_list_of_similar_headlines() -> None:
    cards = "".join(
        f'<div class="trc_item"><a href="/{at}">{one}</a></div>'
        for at, one in enumerate(
            ("حيلة بسيطة تخفض فاتورة الكهرباء إلى النصف", "فلل للبيع على البحر بأقساط ميسرة")
        )
    )
    below = f'<div class="s">المصدر: رويترز</div><div class="trc_box"><div>اكتشف العالم</div>{cards}</div>'
    assert _page(below=below).similar == ()


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("2024-10-09 07:12 | منذ 3 ساعات", datetime(2024, 10, 9, 7, 12)),
        ("نُشر: 9 أكتوبر 2024 - 07:12", datetime(2024, 10, 9, 7, 12)),
        ("Stand: 09.10.2024, 07:12", date(2024, 10, 9)),  # an unknown label: it may be an update's
        ("2024-10-08 07:12", date(2024, 10, 9)),
    ],
)
def test_a_line_shows_the_time_of_the_day_that_the_metadata_state(line: str, published: date) -> None:
    head = '<meta property="article:published_time" content="2024-10-09">'
    page = _page(head=head, above=f"<h1>السوق القديم يغلق شهرين</h1><div class=d>{line}</div>")
    assert page.articles[0].published == published


def test_the_name_of_the_site_is_not_the_title_that_metadata_state() -> None:
    head = '<title>وكالة المرسى | السوق القديم يغلق شهرين لترميم سقفه</title><meta property="og:title" content="وكالة المرسى">'
    above = "<h1>السوق القديم يغلق شهرين لترميم سقفه الخشبي</h1>"
    assert _page(head=head, above=above).articles[0].title == "السوق القديم يغلق شهرين لترميم سقفه الخشبي"


def test_the_notices_of_a_site_are_not_the_text_of_a_brief() -> None:
    notices = (
        '<div id="cookiebar"><p>نحن وشركاؤنا نستخدم ملفات تعريف الارتباط لتخصيص المحتوى، وبمواصلتك التصفح توافق على ذلك.</p></div>',
        "<div class=nocom>لا توجد تعليقات. كن أول من يعلق! تخضع التعليقات للمراجعة قبل النشر، ويحتفظ الموقع بحق حذفها.</div>",
        '<div class="foot"><p>وكالة المرسى هي الوكالة الأولى في الخليج، تأسست عام 1961 وتبث أخبارها بثلاث لغات إلى مئة وسيلة.</p></div>',
    )
    before, *behind = notices
    page = tawatur.read(
        f"<html><body>{before}<h1>السوق القديم يغلق شهرين</h1><div class=x><p>{_TEXT[0]}</p></div>{''.join(behind)}</body></html>"
    )
    assert page.articles[0].paragraphs == (_TEXT[0],)


def test_a_title_and_a_date_made_as_the_paragraphs_are_no_text() -> None:
    title = "بلدية المرسى تغلق السوق القديم شهرين لترميم سقفه"
    stamp = "الأربعاء 4 رجب 1447 هـ الموافق 24 ديسمبر 2025م الساعة 21:10 بتوقيت مكة المكرمة"
    lines = "<br><br>".join((title, stamp, *_TEXT))
    page = tawatur.read(
        f"<html><head><title>{title}</title></head><body><h1>صحف اليوم</h1><center>الخميس 5 رجب 1447 هـ</center><div>{lines}</div></body></html>"
    )
    article = page.articles[0]
    assert (article.title, article.paragraphs) == (title, _TEXT)
    assert article.published == datetime(2025, 12, 24, 21, 10, tzinfo=ZoneInfo("Asia/Riyadh"))


def test_whose_picture_stands_there_is_no_title() -> None:
    head = "<dt class=h>السوق القديم يغلق شهرين لترميم سقفه</dt><dd class=m>12 مارس 2024</dd>"
    picture = "<dd class=p>تجار السوق القديم ينقلون بضائعهم إلى ساحة الميناء. تصوير: سالم الحداد</dd>"
    page = tawatur.read(f"<html><body><dl>{head}{picture}{_paragraphs(*_TEXT, tag='dd')}</dl></body></html>")
    assert page.articles[0].title == "السوق القديم يغلق شهرين لترميم سقفه"


def test_a_line_of_headlines_with_signs_between_is_no_text() -> None:
    ticker = " • ".join(
        f"خبر {word} من المرسى عن الميناء والسوق" for word in ("أول", "ثان", "ثالث", "رابع", "خامس", "سادس")
    )
    page = _page(above=f"<div class=k>عاجل {ticker}</div><h2>السوق القديم يغلق شهرين لترميم سقفه</h2>")
    assert page.articles[0].paragraphs == _TEXT


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("مصدر الخبر صحيفة الساحل", "صحيفة الساحل"),
        ("نقلا عن موقع: أنباء الرافد", "أنباء الرافد"),
        ("الخبر منقول من: بوابة النيل اليوم", "بوابة النيل اليوم"),
        ("مصدر الخبر الأصلي: القضارف نيوز", "القضارف نيوز"),
    ],
)
def test_a_credit_may_say_what_kind_of_outlet_it_names(line: str, credit: str) -> None:
    assert _dump("السوق القديم يغلق شهرين", "12 مارس 2024", *_TEXT, line).credits == (credit,)


def test_the_data_of_a_page_know_when_it_was_published() -> None:
    post = '{"props":{"pageProps":{"post":{"headline":"السوق القديم يغلق شهرين لترميم سقفه","publishedAt":"2025-11-18T08:47:00+02:00","contentHtml":"<p>%s</p>"}}}}'
    state = f'<script id="__NEXT_DATA__" type="application/json">{post % " ".join(_TEXT)}</script>'
    page = _page(below=state, above="<h1>السوق القديم يغلق شهرين لترميم سقفه</h1><div>08:47</div>")
    assert page.articles[0].published == datetime(2025, 11, 18, 6, 47, tzinfo=UTC)


def test_the_title_of_a_read_also_article_may_be_a_link_above_its_date() -> None:
    also = f'<div class="t"><a href="/x">صياد يروي موسم العواصف</a></div><div class="d">04/12/2013</div>{_paragraphs(*_OTHER)}'
    page = _page(below=f"<div>المصدر: رويترز</div><div class=r><div>مرتبط بالموضوع</div>{also}</div>")
    assert _titles(page)[1:] == [("read_also", "صياد يروي موسم العواصف")]
    assert (page.articles[1].paragraphs, page.inline_links) == (_OTHER, ())


def test_what_stands_above_the_headline_is_no_text() -> None:
    above = "<p>حالة الطقس: المرسى 41، الجسر 33، النخيل 38</p><p>وصلنا للتو: مجلس الوزراء يقر خطة الطوارئ الزراعية</p>"
    title = "<h1>السوق القديم يغلق شهرين لترميم سقفه</h1>"
    page = tawatur.read(f"<html><body>{above}{title}{_paragraphs(*_TEXT, *_OTHER)}</body></html>")
    assert page.articles[0].paragraphs == (*_TEXT, *_OTHER)


def test_the_page_is_called_by_a_line_and_its_name() -> None:
    title = "السوق القديم يغلق أبوابه شهرين لترميم سقفه"
    page = _page(
        head=f"<title>أحوال المرسى: {title}</title>",
        above=f"<div>بعد أربعين عاما</div><div>{title}</div><div>تجار السوق في أول أيام الإغلاق</div>",
    )
    assert page.articles[0].title == title


def test_an_article_between_strokes_below_a_credit_is_another() -> None:
    title, stroke = "صياد يروي موسم العواصف في الخليج", "=" * 30
    head = ("السوق القديم يغلق شهرين لترميم سقفه", "12 مارس 2024", *_TEXT, "منقول من: الساحل")
    page = _dump(*head, stroke, "وهذا تقرير كامل عن الصيادين", stroke, title, *_OTHER, stroke)
    assert _titles(page)[1:] == [("read_also", title)]
    assert page.articles[1].paragraphs == _OTHER
