"""Who wrote an article: several in one line, accounts of the software, who translated or edited, columnists beside the text."""

from __future__ import annotations

import json

import pytest

import tawatur
from tawatur.model import Article, Page

TITLE = "المنارة القديمة في رأس الملح تضيء من جديد"
FIRST = "أعادت بلدية رأس الملح مساء السبت تشغيل المنارة القديمة بعد أن بقيت مطفأة تسعة عشر عاما."
SECOND = "وقال رئيس البلدية إن كلفة الترميم بلغت ستين ألف دينار دفع نصفها صيادو المرفأ من صندوقهم."
THIRD = "وكان حارس المنارة الأخير قد احتفظ بمفاتيحها في بيته وسلمها إلى البلدية قبل بدء الأعمال."
TEXT = (FIRST, SECOND, THIRD)
ENGLISH = (
    "The town of Saltmere lit its old lighthouse again on Saturday night after nineteen years of darkness.",
    "The mayor said the repairs had cost sixty thousand pounds, half of it paid by the fishermen themselves.",
    "The last keeper had held on to the keys at home and gave them to the council before the work began.",
)


def _page(
    *, head: str = "", above: str = "", opens: str = "", below: str = "", text: tuple[str, ...] = TEXT
) -> Page:
    lines = "".join(f"<p>{line}</p>" for line in text)
    return tawatur.read(
        f'<html lang="ar"><head>{head}</head><body><div id="page"><h1>{TITLE}</h1>{above}<div class="entry">{opens}{lines}</div>{below}</div></body></html>'
    )


def _article(**parts: str) -> Article:
    return _page(**parts).articles[0]


def _stated(author: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": TITLE, "author": author})}</script>'


TWO = "أحمد عبد الستار, سلمى فرحات"
THREE = "سناء الكتاني, بوشعيب الرداد, مريم لعلج"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("رأس الملح - أحمد عبد الستار - سلمى فرحات", TWO),
        ("كتب: أحمد عبد الستار - سلمى فرحات", TWO),
        ("كتب أحمد عبد الستار وسلمى فرحات", TWO),
        ("كتبت سيرين الحمود وسلمى فرحات", "سيرين الحمود, سلمى فرحات"),
        ("كتب أحمد وهبي", "أحمد وهبي"),
        ("أحمد عبد الستار، سلمى فرحات", TWO),
        ("كتب: أحمد عبد الستار | كتبت: سلمى فرحات | تحرير: هدى السالمي", TWO),
        ("سناء الكتاني، بوشعيب الرداد ومريم لعلج", THREE),
        ("الساحل بوست - سناء الكتاني (رأس الملح)", "سناء الكتاني"),
    ],
)
def test_several_who_signed_one_line_are_a_list(line: str, byline: str) -> None:
    head = '<meta property="og:site_name" content="الساحل بوست">'
    for parts in ({"above": f'<div class="w">{line}</div>'}, {"opens": f"<p><strong>{line}</strong></p>"}):
        article = _article(head=head, **parts)
        assert (article.byline, article.paragraphs) == (byline, TEXT)


def test_labels_side_by_side_below_a_text_name_its_reporters_and_not_its_editor() -> None:
    line = "<div>خبرنگار: مریم صفوی | خبرنگار: آرش دلیری | دبیر: ن. کاظمی</div>"
    assert _article(below=line).byline == "مریم صفوی, آرش دلیری"


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("أحمد عبد الستار - سلمى فرحات", TWO),
        ("أحمد عبد الستار، سلمى فرحات", TWO),
        (
            {
                "@type": "Person",
                "name": "Rania Saboury, Senior Reporter and Declan Moyes, Transport Correspondent",
            },
            "Rania Saboury, Declan Moyes",
        ),
        ("سلمى فرحات، مراسلة الساحل", "سلمى فرحات"),
    ],
)
def test_authors_in_one_statement_are_a_list_without_their_posts(author: object, byline: str) -> None:
    assert _article(head=_stated(author)).byline == byline


@pytest.mark.parametrize("account", ["سوبر يوزر", "Super User", "Süper Kullanıcı", "Harbour Web Team"])
def test_an_account_of_the_software_is_nobody_where_the_page_names_its_author(account: str) -> None:
    head = f'<meta name="author" content="{account}">'
    assert _article(head=head, opens="<p><b>حاورته: سلمى فرحات</b></p>").byline == "سلمى فرحات"


@pytest.mark.parametrize(
    "line",
    [
        '<div class="field"><div class="label">ترجمة: </div><div class="items"><div>سلمى فرحات</div></div></div>',
        "<div>ترجمة: سلمى فرحات</div>",
        "<div>ترجمه: مریم صفوی</div>",
        "<div>عکاس: مریم صفوی</div>",
    ],
)
def test_who_translated_or_pictured_is_not_the_author(line: str) -> None:
    assert _article(above=line).byline is None
    writer = '<div class="field-writer">هيلا برانت / مجلة ميريديان</div>'
    page = _page(above=writer + line)
    assert (page.articles[0].byline, page.credits) == ("هيلا برانت", ("مجلة ميريديان",))


def test_a_column_of_columnists_did_not_write_the_article() -> None:
    beside = '<section class="authors-sidebar"><div class="author"><b>نزار الحكيم</b> <a href="/1">جسر آخر</a></div></section>'
    assert _article(below=f"<div>المراسل: سلمى فرحات</div>{beside}").byline == "سلمى فرحات"
    assert _article(below=beside).byline is None


def test_an_outlet_and_agencies_as_author_beside_a_dash_are_credits() -> None:
    page = _page(
        head='<meta property="og:site_name" content="النيلان"><meta name="author" content="النيلان – وكالات">'
    )
    assert (page.articles[0].byline, page.credits) == (None, ("النيلان", "وكالات"))


def test_a_sentence_about_an_author_is_no_list_of_names() -> None:
    told = '<div class="author-bio">سلمى فرحات كاتبة من الساحل، تكتب عن السينما والمدن القديمة.</div>'
    name = '<div class="author-box"><h4>سلمى فرحات</h4></div>'
    assert _article(below=told + name).byline == "سلمى فرحات"


def test_the_title_of_a_column_stands_above_the_columnist_s_name() -> None:
    above = "<td><b>من يعيد للميزان كفته؟</b></td></tr><tr><td><b>عوض صالح الهمام</b></td></tr>"
    text = "<br><br>".join(TEXT)
    page = tawatur.read(
        f"<html dir=rtl><head><title>صحيفة الريدان :: مقالات :: من يعيد للميزان كفته؟</title></head><body><table><tr>{above}<tr><td>{text}</td></tr></table></body></html>"
    )
    assert (page.articles[0].title, page.articles[0].byline) == ("من يعيد للميزان كفته؟", "عوض صالح الهمام")


def test_a_time_without_a_zone_has_that_of_the_same_time_on_the_page() -> None:
    stated = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2025-07-03 13:05:00"}
    head = f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    shown = '<time datetime="2025-07-03T13:05:00+05:00">3/7/2025</time>'
    other = '<time datetime="2025-07-03T16:05:00+05:00">3/7/2025</time>'
    assert str(_article(head=head, above=shown).published) == "2025-07-03 13:05:00+05:00"
    assert str(_article(head=head, above=other).published) == "2025-07-03 13:05:00"


def test_the_town_of_an_author_in_brackets_is_no_credit_though_an_outlet_is_called_so() -> None:
    names = '<div><a href="/a/1">سلمى فرحات</a></div><div>(الرياض)</div>'
    page = _page(above=f'<div class="authors">{names}</div><time>12/03/2026</time>')
    assert (page.credits, page.articles[0].byline) == ((), "سلمى فرحات")
    below = _page(below="<p>(الرياض)</p>")
    assert below.credits == ("الرياض",)


def test_an_author_of_thousands_of_names_breaks_nothing() -> None:
    name = "عمر الحداد"
    page = f'<html><head><meta name="author" content="{" - ".join([name] * 3000)}"></head><body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>'
    assert tawatur.read(page).articles[0].byline == name


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"name":', "}")])
def test_an_author_in_hundreds_of_lists_or_objects_breaks_nothing(opening: str, closing: str) -> None:
    author = opening * 900 + '"ليلى حداد"' + closing * 900
    page = f'<html><head><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","author":{author}}}</script></head><body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>'
    assert tawatur.read(page).articles[0].paragraphs == (FIRST, SECOND)


def test_an_address_beside_a_name_is_no_part_of_it() -> None:
    head = (
        "Saltmere lights its old lighthouse",
        "By Jane Porter jporter@saltmere.example",
        "2 November 2025",
    )
    page = tawatur.read("\n".join((*head, *ENGLISH)), content_type="text/plain")
    assert page.articles[0].byline == "Jane Porter"
    assert _article(head=_stated("Jane Porter (jporter@saltmere.example)")).byline == "Jane Porter"
    assert _article(head=_stated("jporter@saltmere.example")).byline is None


@pytest.mark.parametrize(
    "line", ["✍️ ليلى حداد", "كتب ✍️ ليلى حداد", "ليلى حداد من بيروت", "✍ بقلم: ليلى حداد"]
)
def test_a_sign_or_a_town_beside_a_name_is_no_part_of_it(line: str) -> None:
    page = tawatur.read("\n".join((TITLE, "12 مارس 2024", line, *TEXT)), content_type="text/plain")
    assert page.articles[0].byline == "ليلى حداد"
    assert page.articles[0].paragraphs == TEXT


def test_the_page_names_one_more_than_its_metadata() -> None:
    shown = '<div><span class="author">إعداد: <a>ليلى حداد</a> و<a>سامر الخوري</a></span></div>'
    assert _article(head=_stated("ليلى حداد"), above=shown).byline == "ليلى حداد, سامر الخوري"


def test_what_somebody_did_stands_in_brackets_behind_the_name() -> None:
    assert _article(above="<p>كتبت: ليلى حداد (نص وصور)</p>").byline == "ليلى حداد"


def test_what_several_are_to_the_outlet_is_no_name() -> None:
    head = '<div class="byline">By Leona Marsh and Idris Cole, health correspondents</div>'
    assert _article(above=head, text=ENGLISH).byline == "Leona Marsh, Idris Cole"
