"""What stands beside a text on pages as sites build them: credits, lists, further articles, stories in scripts."""

from __future__ import annotations

import json

import tawatur
from tawatur.model import Page

FIRST = "افتتحت بلدية الصفصاف صباح الثلاثاء خزان المياه الجديد الذي يغذي ثلاثة أحياء في شرق البلدة."
SECOND = "وقال المهندس نادر السروجي إن الخزان يتسع لثلاثة آلاف متر مكعب، وإن كلفته بلغت مليوني دينار."
THIRD = "وتنتظر البلدة استكمال الشبكة في الأحياء الغربية التي لا تصلها المياه إلا مرتين في الأسبوع."
TITLE = "الصفصاف تفتتح خزانها الجديد وتنتظر استكمال الشبكة"
OTHER = "سوق الصفصاف القديم يفتح أبوابه بعد ترميم دام عامين"
OTHER_TEXT = (
    "أعيد افتتاح السوق القديم في الصفصاف بعد ترميم شمل ستين دكاناً وسقف الممر الشرقي كله.",
    "وأعفت البلدية أصحاب الدكاكين من الرسوم السنوية حتى نهاية العام الجاري بقرار من مجلسها.",
)
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


def _page(body: str, *, above: str = "", below: str = "", lang: str = "ar") -> Page:
    return tawatur.read(
        f'<html lang="{lang}"><body><article><h1>{TITLE}</h1>{above}<div class="entry">{body}</div></article>{below}</body></html>'
    )


def test_two_names_in_brackets_with_a_bar_are_credits() -> None:
    page = _page(TEXT + "<p>(سنابل / شبكة الساحل للأنباء)</p>")
    assert page.credits == ("سنابل", "شبكة الساحل للأنباء")
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD)


def test_an_outlet_and_agencies_as_author_are_credits() -> None:
    page = _page(TEXT, above='<span>كتبه <a rel="author" href="/u/4">نبض السفح + وكالات</a></span>')
    assert page.credits == ("نبض السفح", "وكالات")
    assert page.articles[0].byline is None


def test_the_mark_of_a_wire_is_no_paragraph() -> None:
    page = _page(f"<p>{FIRST}</p><p>{SECOND}</p><p>// يتبع //</p><p>{THIRD}</p>")
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD)


def test_a_label_with_an_aside_opens_its_list() -> None:
    items = "".join(f'<li><a href="/{at}">عنوان قصير رقم {at} عن الصفصاف</a></li>' for at in (1, 2))
    page = _page(TEXT, below=f"<div><h3>موضوعات مماثلة (حسب الوسم)</h3><ul>{items}</ul></div>")
    assert page.similar == ("عنوان قصير رقم 1 عن الصفصاف", "عنوان قصير رقم 2 عن الصفصاف")


def test_a_label_with_an_arrow_opens_a_link() -> None:
    link = '<div><span>اقرأ أيضا &gt;</span> <a href="/2">الأحياء الغربية تنتظر الماء منذ عامين</a></div>'
    page = _page(f"<p>{FIRST}</p>{link}<p>{SECOND}</p><p>{THIRD}</p>")
    assert page.inline_links == ("الأحياء الغربية تنتظر الماء منذ عامين",)


def test_an_article_in_full_below_the_label_of_a_list() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in OTHER_TEXT)
    further = f'<section><h2>أخبار ذات صلة</h2><article><h2><a href="/9">{OTHER}</a></h2><time>12/03/2024 - 09:40</time>{paragraphs}</article></section>'
    page = _page(TEXT + "<p>المصدر: صحيفة السفح</p>", below=further)
    assert [(one.role, one.title, one.paragraphs) for one in page.articles[1:]] == [
        ("read_also", OTHER, OTHER_TEXT)
    ]
    assert page.similar == ()


def test_a_line_that_signs_is_no_title() -> None:
    rows = (
        f"<b>{TITLE}</b>",
        "تاريخ النشر: 20/04/2008 - 00:47",
        "<b>الصفصاف - كتب: مازن العكيلي</b>",
        TEXT,
    )
    table = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    article = tawatur.read(f'<html lang="ar"><body><table>{table}</table></body></html>').articles[0]
    assert (article.title, article.byline) == (TITLE, "مازن العكيلي")


def test_a_story_as_arc_keeps_it() -> None:
    told = [{"type": "text", "content": text} for text in (FIRST, SECOND, THIRD)]
    story = {
        "headlines": {"basic": TITLE, "mobile": ""}, "first_publish_date": "2025-02-11T05:00:00Z",
        "publish_date": "2025-02-11T09:47:19Z", "credits": {"by": [{"type": "author", "name": "سلمى القاضي"}]},
        "content_elements": [*told[:2], {"type": "interstitial_link", "content": f"اقرأ المزيد: {OTHER}"}, told[2]],
        "taxonomy": {"tags": [{"text": "الصفصاف"}, {"text": "المياه"}]},
        "related_content": {"basic": [{"type": "story", "headlines": {"basic": "تجار النحاس يطلبون معرضاً"}}]},
    }  # fmt: skip
    script = f"window.Fusion={{}};Fusion.globalContent={json.dumps(story, ensure_ascii=False)};"
    page = tawatur.read(
        f'<html lang="ar"><head><title>السفح</title></head><body><main></main><script>{script}</script></body></html>'
    )
    article = page.articles[0]
    assert (article.title, article.byline, article.paragraphs) == (
        TITLE,
        "سلمى القاضي",
        (FIRST, SECOND, THIRD),
    )
    assert article.published is not None
    assert article.published.isoformat() == "2025-02-11T05:00:00+00:00"
    assert (page.credits, page.keywords) == ((), ("الصفصاف", "المياه"))
    assert (page.inline_links, page.similar) == ((OTHER,), ("تجار النحاس يطلبون معرضاً",))
