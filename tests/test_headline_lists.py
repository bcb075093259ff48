"""Lists of similar headlines that no known label names, and what stands around a text in boxes, rows and lines of credit."""

from __future__ import annotations

from datetime import datetime
from textwrap import wrap

import pytest

import tawatur
from tawatur.model import Page

TITLE = "مطحنة وادي الزعتر تعود إلى العمل بعد توقف دام عشر سنوات"
TEXT = (
    "عادت مطحنة وادي الزعتر إلى العمل صباح الأحد بعد أن أصلح شبان من القرية مجرى الماء الذي يدير حجرها.",
    "وقال الطحان نعيم البزري إن المطحنة تطحن أربعين كيساً في اليوم، وإن الأجرة كيس من كل عشرين كيساً.",
    "وتعتزم الجمعية التعاونية في القرية أن تبيع الطحين في أسواق المدينة قبل نهاية الموسم الحالي.",
)
NEAR = (
    "فرن القرية القديم يوقد ناره من جديد",
    "شبان الوادي يرممون القناة الرومانية",
    "موسم القمح في التلال أفضل من سابقه",
)
OTHER = (
    "أسعار الذهب ترتفع في سوق الصاغة",
    "مواعيد القطارات بعد التعديل الأخير",
    "نتائج القبول في معاهد الجنوب",
)


def _items(headlines: tuple[str, ...], beside: str = "") -> str:
    return "".join(f'<li><a href="/{at}">{one}</a>{beside}</li>' for at, one in enumerate(headlines))


def _page(*, body: str = "", below: str = "", above: str = "", beside: str = "") -> Page:
    paragraphs = "".join(f"<p>{one}</p>" for one in TEXT)
    return tawatur.read(
        f'<html lang="ar"><body><div class="row"><div class="a8"><div class="n"><h1>{TITLE}</h1>{above}<div class="b">{paragraphs}{body}</div></div>'
        f'{below}</div><div class="a4">{beside}</div></div></body></html>'
    )


@pytest.mark.parametrize("label", ["<h3>حكايات الطواحين</h3>", "<p>على ضفاف هذه الحكاية</p>"])
def test_a_label_of_any_words_opens_the_list_below_the_text(label: str) -> None:
    page = _page(below=f"<div>{label}<ul>{_items(NEAR, '<small>صدى التلال</small>')}</ul></div>")
    assert page.similar == NEAR


def test_cards_below_a_label_of_their_own_element() -> None:
    cards = "".join(
        f'<div class="c"><h4><a href="/{at}">{one}</a></h4><span>12 آذار 2024</span></div>'
        for at, one in enumerate(NEAR)
    )
    page = _page(below=f'<div class="w"><h2>رفوف الحكاية</h2></div><div class="w">{cards}</div>')
    assert page.similar == NEAR


@pytest.mark.parametrize("label", ["آخر ما وصلنا", "الأكثر طلباً", "حديث اليوم"])
def test_a_label_over_the_newest_opens_no_list(label: str) -> None:
    assert _page(below=f"<div><h3>{label}</h3><ul>{_items(OTHER)}</ul></div>").similar == ()


def test_a_ranked_list_is_none_of_similar_headlines() -> None:
    ranked = tuple(f"{at}. {one}" for at, one in enumerate(OTHER, 1))
    assert _page(below=f"<div><h3>سباق القراء</h3><ul>{_items(ranked)}</ul></div>").similar == ()


def test_the_lists_of_a_column_beside_the_text_are_not_its_own() -> None:
    column = f"<div><h3>نافذة السوق</h3><ul>{_items(OTHER)}</ul></div><div><h3>استراحة</h3><ul>{_items(NEAR)}</ul></div>"
    assert _page(beside=column).similar == ()


def test_a_known_label_counts_before_one_of_other_words() -> None:
    lists = f"<div><h3>من الوادي</h3><ul>{_items(OTHER)}</ul></div><div><h3>مواضيع ذات صلة</h3><ul>{_items(NEAR)}</ul></div>"
    assert _page(below=lists).similar == NEAR


def test_buttons_between_headlines_do_not_end_their_list() -> None:
    cards = "".join(
        f'<article><h3><a href="/{at}">{one}</a></h3><a class="m" href="/{at}">اقرأ المزيد »</a></article>'
        for at, one in enumerate(NEAR)
    )
    assert _page(below=f"<div><h2>قد يهمك أيضا</h2></div><div>{cards}</div>").similar == NEAR


def test_a_box_beside_the_list_goes_on_with_it() -> None:
    box = f'<section><h3>شاهد أيضا</h3><h2><a href="/9">{OTHER[0]}</a></h2></section>'
    page = _page(below=f"<section><h3>مقالات مشابهة</h3><ul>{_items(NEAR)}</ul></section>{box}")
    assert page.similar == (*NEAR, OTHER[0])


def test_an_advert_below_the_list_is_none_of_its_headlines() -> None:
    advert = f'<div class="paid"><span>عروض</span><a href="#">{OTHER[1]}</a></div>'
    page = _page(below=f"<section><h3>مقالات مشابهة</h3><ul>{_items(NEAR)}</ul></section>", beside=advert)
    assert page.similar == NEAR


def test_the_dated_headlines_of_a_dump_below_any_label() -> None:
    listed = "\n".join(f"{one}\n{at} آذار 2024" for at, one in enumerate(NEAR, 3))
    dump = "\n".join(
        [
            TITLE,
            "10 آذار 2024 - 09:15",
            *TEXT,
            "المصدر: صدى التلال",
            "رفوف الحكاية",
            listed,
            "هل لديك ما تقوله لنا",
            "أرسله",
        ]
    )
    assert tawatur.read(dump, content_type="text/plain").similar == NEAR


def test_a_link_broken_inside_a_heading_of_a_dump_is_one_line() -> None:
    first, second, third = ("\n".join(wrap(one, 60)) for one in TEXT)
    head = "\n\n".join([f"# {TITLE}", "10 آذار 2024 - 09:15", first, second])
    links = "\n\n".join(
        f"### [{one.rpartition(' ')[0]}\n{one.rpartition(' ')[2]}](https://wadi.example/{at})\n\n{at} آذار 2024"
        for at, one in enumerate(NEAR, 3)
    )
    dump = f"{head}\n\n## الخلاصة\n\n{third}\n\nالمصدر: صدى التلال\n\n[القمح](https://wadi.example/t)\n\n## مقالات مشابهة\n\n{links}\n"
    page = tawatur.read(dump, content_type="text/plain")
    assert page.similar == NEAR
    assert page.articles[0].paragraphs == (TEXT[0], TEXT[1], "الخلاصة", TEXT[2])


def test_the_article_below_a_label_of_a_dump_has_its_own_title() -> None:
    further = ["إعلان", "اقرأ أيضا على صدى التلال", NEAR[0], "9 آذار 2024 - 11:00", *OTHER_TEXT]
    dump = "\n".join([TITLE, "10 آذار 2024 - 09:15", *TEXT, "المصدر: صدى التلال", *further])
    articles = tawatur.read(dump, content_type="text/plain").articles
    assert [(one.role, one.title) for one in articles] == [("main", TITLE), ("read_also", NEAR[0])]
    assert articles[1].paragraphs == OTHER_TEXT


OTHER_TEXT = (
    "أوقد أهل القرية فرنهم القديم مساء السبت للمرة الأولى منذ أن أغلقه صاحبه قبل ثلاثين سنة كاملة.",
    "وخبزت نساء الحي مئتي رغيف وزعت على البيوت قبل أن تنطفئ النار عند منتصف الليل في ساحة القرية.",
)


def test_a_further_article_below_a_label_of_any_words() -> None:
    further = f'<div class="x"><h2><a href="/7">{NEAR[0]}</a></h2><div>محليات</div><div><p>{OTHER_TEXT[0]}</p><p>{OTHER_TEXT[1]}</p></div></div>'
    page = _page(body="<div>مصدر الخبر: صدى التلال</div>", below=f"<h3>تصفح على بوابتنا كذلك</h3>{further}")
    assert [(one.role, one.title) for one in page.articles] == [("main", TITLE), ("read_also", NEAR[0])]


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("<p>صدى التلال - خاص</p>", ("صدى التلال",)),
        ("<p>* نقلا عن صحيفة التلال</p>", ("صحيفة التلال",)),
        (
            "<p>This story was originally published by <a href='/x'>The Hillside Courant</a>.</p>",
            ("The Hillside Courant",),
        ),
    ],
)
def test_a_line_that_credits(line: str, credits: tuple[str, ...]) -> None:
    page = _page(body=line)
    assert page.credits == credits
    assert page.articles[0].paragraphs == TEXT


def test_the_outlet_behind_a_name_is_a_credit() -> None:
    page = _page(above="<p><b>بقلم: نعيم البزري – صحيفة التلال</b></p>")
    assert page.articles[0].byline == "نعيم البزري"
    assert page.credits == ("صحيفة التلال",)


def test_a_credit_below_a_table_of_the_text() -> None:
    rows = "".join(f"<tr><td>حي {at}</td><td>{at}0 كيساً</td></tr>" for at in range(1, 9))
    page = _page(body=f"<table>{rows}</table><div><div>المصدر</div><div>جمعية الوادي</div></div>")
    assert page.credits == ("جمعية الوادي",)


def test_a_name_beside_its_label() -> None:
    page = _page(
        above="<div><div>إعداد</div><div>نعيم البزري</div></div><div>وادي الزعتر</div><div>مدة القراءة: دقيقتان</div>"
    )
    assert page.articles[0].byline == "نعيم البزري"


@pytest.mark.parametrize("label", ["محاور:", "حول هذه القصة"])
def test_a_row_of_short_links_holds_keywords(label: str) -> None:
    row = f'<div><span>{label}</span> <a href="/a">القمح</a> <a href="/b">وادي الزعتر</a></div>'
    page = _page(below=f"{row}<div><h3>مقالات مشابهة</h3><ul>{_items(NEAR)}</ul></div>")
    assert page.keywords == ("القمح", "وادي الزعتر")
    assert page.similar == NEAR


def test_the_box_of_a_newsletter_is_no_text() -> None:
    box = '<div class="enc"><h3>بريد الوادي</h3><p>تصلكم حكايات التلال وأخبار القرى والأسواق كل صباح أحد إلى بريدكم من دون إعلانات.</p><form><input type="email"></form></div>'
    page = _page(body=f"{box}<p>وينتظر أهل الوادي أن تفتح الطريق القديمة قبل موسم الحصاد المقبل.</p>")
    assert page.articles[0].paragraphs == (
        *TEXT,
        "وينتظر أهل الوادي أن تفتح الطريق القديمة قبل موسم الحصاد المقبل.",
    )


def test_a_date_with_its_label_counts_before_a_nearer_number() -> None:
    visits = "<div>أكبر تواجد كان 214 بتاريخ 02-01-2008</div>"
    line = "<div>أضيف بتاريخ: الأربعاء 16/04/2008 - 22:41 عدد القراءات: 1386 نسخة للطباعة</div>"
    page = tawatur.read(
        f"<html lang=ar><body>{visits}<h1>{TITLE}</h1>{line}<div>{''.join(f'<p>{one}</p>' for one in TEXT)}</div></body></html>"
    )
    assert page.articles[0].published == datetime(2008, 4, 16, 22, 41)


def test_a_date_on_a_line_of_its_own_below_a_wrapped_item_is_not_part_of_it() -> None:
    lines = [part for one in TEXT for part in (*wrap(one, 72), "")]
    items = ("موسم القمح في التلال أفضل من سابقه فمن يشتري كل هذا الطحين الجديد؟", *NEAR[:2])
    listed = [line for one in items for line in (f"  * {one}", "    2024/03/12")]
    dump = "\n".join((TITLE, "", *lines, "المصدر: رويترز", "", "أخبار ذات صلة", "", *listed))
    assert tawatur.read(dump.encode(), content_type="text/plain").similar == items


@pytest.mark.parametrize("section", ["تقارير وتحليلات", "من أرشيف الوادي القديم"])
def test_a_section_between_a_headline_and_its_date_is_none_in_a_dump(section: str) -> None:
    listed = [line for one in NEAR for line in (one, section, "2024-03-12")]
    lines = (TITLE, "12 مارس 2024", *TEXT, "المصدر: رويترز", "أخبار ذات صلة", *listed)
    assert tawatur.read("\n".join(lines).encode(), content_type="text/plain").similar == NEAR


@pytest.mark.parametrize(
    "card",
    [
        '<h4><a href="/{at}">{one}</a></h4><div><a href="/s{at}">{section}</a> <time>12 آذار 2024</time></div>',
        '<a href="/{at}"><p>{section}</p><h3>{one}</h3><p>12 آذار 2024</p></a>',
        '<a href="/s{at}">{section}</a><h3><a href="/{at}">{one}</a></h3><time>12 آذار 2024</time>',
        '<a href="/{at}">{one}</a> — {section}، 12 آذار 2024',
    ],
)
def test_the_section_of_a_card_is_no_headline(card: str) -> None:
    sections = ("أخبار القرى والأرياف", "صحة وبيئة", "من أرشيف الوادي القديم")
    cards = "".join(
        f"<li>{card.format(at=at, one=one, section=section)}</li>"
        for at, (one, section) in enumerate(zip(NEAR, sections, strict=True))
    )
    assert _page(below=f"<div><h3>أخبار ذات صلة</h3><ul>{cards}</ul></div>").similar == NEAR


@pytest.mark.parametrize(
    "card",
    [
        '<h3><a href="/{at}">{one}</a></h3><p>وصلت إلى القرية ستون عربة على الطريق</p><a href="/{at}">إقرأ القصة كاملة »</a>',
        '<div><a href="/s">أخبار القرى والأرياف</a></div><h3><a href="/{at}">{one}</a></h3><div>12 آذار 2024</div>',
    ],
)
def test_a_short_link_on_several_cards_is_a_section_or_a_button(card: str) -> None:
    cards = "".join(f"<div>{card.format(at=at, one=one)}</div>" for at, one in enumerate(NEAR))
    assert _page(below=f"<div><h3>أخبار ذات صلة</h3><div>{cards}</div></div>").similar == NEAR


@pytest.mark.parametrize(
    "label", ["Éléments similaires (par tag)", "Related items (by tag)", "القصة من مصادر أخرى"]
)
def test_labels_of_similar_headlines_by_keyword_and_by_other_outlets(label: str) -> None:
    card = '<li><a href="/{at}">{one}</a><div>في <a href="/s">قرى</a></div><span>12 آذار 2024</span></li>'
    cards = "".join(card.format(at=at, one=one) for at, one in enumerate(NEAR))
    assert _page(below=f"<div><h3>{label}</h3><ul>{cards}</ul></div>").similar == NEAR


SECTIONS = ("زراعة", "مجتمع", "أخبار محلية")


@pytest.mark.parametrize("label", ["مواضيع ذات صلة", "اقرأ أيضا"])
@pytest.mark.parametrize(
    "card",
    [
        '<div class="c"><div class="s">{section}</div><div class="t">{title}</div></div>',
        '<div class="c"><div class="s">{section}</div><div class="t">{title}</div><div class="d">3 مارس 2024</div></div>',
        '<div class="c"><span class="s">{section}</span><p class="t">{title}</p></div>',
        '<div class="c"><span class="s">{section}</span><span class="t">{title}</span></div>',
        '<div class="c"><div class="s">{section}</div><h4>{title}</h4></div>',
    ],
)
def test_the_section_above_a_headline_without_a_link_is_none_of_it(label: str, card: str) -> None:
    cards = "".join(map(card.format_map, _titled()))
    page = _page(below=f'<div><h3>{label}</h3><div class="row">{cards}</div></div>')
    assert (page.similar, page.inline_links) == (NEAR, ())
    assert page.articles[0].paragraphs == TEXT


@pytest.mark.parametrize("label", ["مواضيع ذات صلة", "اقرأ أيضا", "على ضفاف هذه الحكاية"])
@pytest.mark.parametrize(
    "card",
    [
        '<div class="c"><a href="/{at}"><span class="s">{section}</span> {title}</a></div>',
        '<div class="c"><a href="/{at}"> <span class="s">{section}</span> <span class="t">{title}</span> </a></div>',
        '<div class="c"><h4><a href="/{at}"><em class="s">{section}</em> {title}</a></h4></div>',
        '<li><a href="/{at}"><b>{section}</b> {title}</a></li>',
        '<li><a href="/{at}">{section} | {title}</a></li>',
        '<div class="c"><a href="/{at}"><div class="s">{section}</div><div class="t">{title}</div></a></div>',
        '<div class="c"><div class="s"><a href="/s">{section}</a></div><div class="t"><a href="/{at}">{title}</a></div></div>',
        '<div class="c"><a class="s" href="/s">{section}</a> <a class="t" href="/{at}">{title}</a></div>',
    ],
)
def test_the_section_in_front_of_a_linked_headline_is_none_of_it(label: str, card: str) -> None:
    cards = "".join(map(card.format_map, _titled()))
    page = _page(below=f'<div><h3>{label}</h3><div class="row">{cards}</div></div>')
    assert (page.similar, page.inline_links) == (NEAR, ())


def _titled() -> list[dict[str, object]]:
    return [{"at": at, "section": SECTIONS[at], "title": title} for at, title in enumerate(NEAR)]


def test_a_bar_in_one_headline_is_its_own() -> None:
    titles = (NEAR[0], f"حوار | {NEAR[1]}")
    assert _page(below=f"<div><h3>مواضيع ذات صلة</h3><ul>{_items(titles)}</ul></div>").similar == titles


def test_the_number_of_readers_on_a_card_is_no_headline() -> None:
    cards = "".join(
        f'<a class="c" href="/{at}"><div><span class="s">زراعة</span><h5>{title}</h5><span class="v">3 آلاف مشاهدة</span></div></a>'
        for at, title in enumerate(NEAR)
    )
    assert _page(below=f"<div><h3>مواضيع ذات صلة</h3>{cards}</div>").similar == NEAR


@pytest.mark.parametrize("label", ["إقرأ أيضاً", "مواضيع ذات صلة"])
@pytest.mark.parametrize("above", [True, False])
def test_sections_beside_dated_headlines_of_a_dump_are_none(label: str, above: bool) -> None:
    cards = [
        [section, title, "3 مارس 2024"] if above else [title, section, "3 مارس 2024"]
        for section, title in zip(SECTIONS[::-1], NEAR, strict=True)
    ]
    lines = (
        TITLE,
        "12 مارس 2024",
        *TEXT,
        "الوسوم",
        "المطاحن",
        label,
        *(line for card in cards for line in card),
        "الأكثر قراءة",
        *OTHER,
    )
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


def test_the_last_headline_of_a_dump_that_has_a_date_above_each() -> None:
    cards = (line for headline in NEAR for line in ("أخبار الوادي 3/3/2024", headline))
    lines = (
        TITLE,
        "12 مارس 2024",
        *TEXT,
        "الوسوم",
        "المطاحن",
        "مواضيع ذات صلة",
        *cards,
        "الأكثر قراءة",
        *OTHER,
    )
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


@pytest.mark.parametrize("label", ["More from this author", "المزيد من مقالات الكاتب", "مقالات أخرى للكاتبة"])
def test_what_else_an_author_wrote_is_no_list_of_similar_headlines(label: str) -> None:
    lists = f"<div><h3>{label}</h3><ul>{_items(OTHER)}</ul></div><div><h3>موضوعات متعلقة</h3><ul>{_items(NEAR)}</ul></div>"
    assert _page(below=lists).similar == NEAR


def test_topics_to_be_explored_are_keywords() -> None:
    page = _page(
        below=f"<div><h4>Explore more on these topics</h4><ul>{_items(('Mills', 'Bread'))}</ul></div>"
    )
    assert page.keywords == ("Mills", "Bread")


@pytest.mark.parametrize("date", ["({})", "[{}]", "- {}", "| {}"])
@pytest.mark.parametrize("inside", [True, False])
def test_a_date_behind_each_headline_of_a_list_is_none_of_it(date: str, inside: bool) -> None:
    behind = date.format("2024-03-11")
    each = "<li><a>{} <span>{}</span></a></li>" if inside else "<li><a>{}</a> <span>{}</span></li>"
    items = "".join(each.replace("<a>", '<a href="/n">').format(one, behind) for one in NEAR)
    assert _page(below=f'<div class="rel"><h3>أخبار ذات صلة</h3><ul>{items}</ul></div>').similar == NEAR


@pytest.mark.parametrize("date", ["({})", "{}", "- {}"])
def test_dates_behind_the_headlines_of_a_dump_are_none_of_them_and_end_their_list(date: str) -> None:
    listed = [f"{one} {date.format('11/03/2024')}" for one in NEAR]
    below = ("الأوسع انتشارا", " ".join(OTHER[:2]), "حول الموقع وشروط النشر")
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", "مواضيع ذات صلة", *listed, *below)
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


def test_a_day_that_a_single_headline_ends_with_is_its_own() -> None:
    told = (*NEAR[:2], "ملف المطاحن: ما جرى حتى 11/03/2024")
    assert (
        _page(below=f'<div class="rel"><h3>أخبار ذات صلة</h3><ul>{_items(told)}</ul></div>').similar == told
    )


def test_two_words_and_the_rights_of_a_site_end_the_list_of_a_dump() -> None:
    below = ("أرسل رأيك", "حول الموقع وشروط النشر © 2024 بريد الوادي")
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", "مواضيع ذات صلة", *NEAR, *below)
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


def test_cards_that_begin_with_a_section_and_a_date_stand_below_a_label_in_a_box_of_its_own() -> None:
    card = '<article class="c"><div class="k"><div class="s">{}</div><div class="t"><span class="d">2 مارس 2024</span><h3 class="h"><a href="/n">{}</a></h3></div></div></article>'
    listed = "".join(card.format(section, one) for section, one in zip(SECTIONS, NEAR, strict=True))
    others = "".join(card.format(section, one) for section, one in zip(SECTIONS, OTHER, strict=True))
    page = _page(
        below=f'<div class="w"><div class="i"><h3>مواضيع ذات صلة</h3></div></div><div class="w"><div class="i"><div class="g">{listed}</div></div></div>',
        beside=f'<div class="w"><h4>آخر الأخبار</h4></div><div class="w"><div class="g">{others}</div></div>',
    )
    assert page.similar == NEAR


def test_a_label_over_an_empty_box_takes_neither_the_next_label_nor_its_list() -> None:
    empty = '<div class="w"><div class="l">{}</div></div>'
    others = "".join(f'<div class="c"><h3><a href="/n">{one}</a></h3></div>' for one in OTHER)
    page = _page(
        beside=f"<div>{empty.format('مواضيع ذات صلة')}{empty.format('آخر ما لدينا لكم')}<div>{others}</div></div>"
    )
    assert "آخر ما لدينا لكم" not in page.similar


@pytest.mark.parametrize("label", ["فيديوهات ذات صلة", "مقاطع مرتبطة", "ویدئوهای مرتبط", "Related videos"])
def test_similar_films_are_similar_headlines_too(label: str) -> None:
    cards = "".join(
        f'<div class="row"><a href="/{at}"><span class="dur">02:15</span><h3>{one}</h3></a><time>20 آذار 2024</time></div>'
        for at, one in enumerate(NEAR)
    )
    most = f"<section><h2>الأكثر مشاهدة</h2><ol>{_items(OTHER, '<span>00:47</span>')}</ol></section>"
    assert _page(below=f"<section><h2>{label}</h2><div>{cards}</div></section>{most}").similar == NEAR


@pytest.mark.parametrize("label", ["Dans la même rubrique", "موضوعات متعلقة"])
def test_a_second_list_in_a_column_beside_the_text_is_another(label: str) -> None:
    lists = f"<div><h3>مقالات ذات صلة</h3><ul>{_items(NEAR)}</ul></div>"
    column = f'<div role="complementary"><div><h2>{label}</h2><ul>{_items(OTHER)}</ul></div></div>'
    assert _page(below=lists, beside=column).similar == NEAR
    assert _page(beside=column).similar == OTHER


@pytest.mark.parametrize(
    "row",
    ["{}\t{}\t{}", "{} | {} | {}", "{2}\t{0}\t{1}", "{1} | {2} | {0}", "\t\t{}\t{}\t{}", "{}   {}   {}"],
)
@pytest.mark.parametrize(
    "further",
    [
        ("من العدد نفسه", *(f"{one}\tمنوعات" for one in OTHER)),
        (f"الأكثر قراءة\t1\t{OTHER[0]}", f"\t2\t{OTHER[1]}"),
    ],
)
def test_the_cells_beside_the_headlines_of_a_dump_are_none(row: str, further: tuple[str, ...]) -> None:
    listed = [
        row.format(one, f"{at} آذار 2024", section)
        for at, (one, section) in enumerate(zip(NEAR, SECTIONS, strict=True), 1)
    ]
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", "مقالات ذات صلة", *listed, *further)
    page = tawatur.read("\n".join(lines), content_type="text/plain")
    assert page.similar == NEAR
    assert page.articles[0].paragraphs == TEXT


def test_the_section_in_a_cell_beside_a_headline_of_a_dump_is_none_of_it() -> None:
    listed = [f"{one}\t{section}" for one, section in zip(NEAR, SECTIONS, strict=True)]
    lines = (
        TITLE,
        "12 مارس 2024",
        *TEXT,
        "الوسوم: المطاحن، القمح",
        "مقالات ذات صلة",
        *listed,
        f"الأكثر قراءة\t{OTHER[0]}",
    )
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


@pytest.mark.parametrize("sign", ["\t", " | ", "   "])
def test_headlines_beside_their_label_in_a_dump_are_one_each(sign: str) -> None:
    inside = sign.join(("اقرأ أيضا", *OTHER[:2]))
    below = sign.join(("مقالات ذات صلة", *NEAR))
    lines = (TITLE, "12 مارس 2024", *TEXT[:2], inside, TEXT[2], "الوسوم: المطاحن، القمح", below, "المنتديات")
    page = tawatur.read("\n".join(lines), content_type="text/plain")
    assert (page.inline_links, page.similar) == (OTHER[:2], NEAR)
    assert page.articles[0].paragraphs == TEXT


@pytest.mark.parametrize(
    "card",
    [
        ("{}", "2 مارس 2024", "اقرأ المزيد »"),
        ("{}", "في محليات"),
        ("02.03.2024 {}",),
        ("{}02 مارس 2024",),
        ("{} 27:55",),
        ("01:12{}",),
    ],
)
@pytest.mark.parametrize("label", ["مقالات ذات صلة", "قد يهمك أيضا"])
def test_what_stands_beside_each_headline_of_a_dump_is_none_of_it(label: str, card: tuple[str, ...]) -> None:
    listed = [line.format(one) for one in NEAR for line in card]
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", label, *listed, "التعليقات")
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


@pytest.mark.parametrize(
    "card",
    [
        ("{}", "هذا ما يقوله أهل القرية عن الموسم.", "2 مارس 2024"),
        ("{}", "هذا ما يقوله أهل القرية عن الموسم..."),
        ("المحليات", "{}", "2 مارس 2024", "هذا ما يقوله أهل القرية عن الموسم..."),
    ],
)
def test_what_is_told_below_each_headline_of_a_dump_is_none(card: tuple[str, ...]) -> None:
    listed = [line.format(one) for one in NEAR for line in card]
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", "مقالات ذات صلة", *listed, "التعليقات")
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


def test_the_line_that_leads_to_all_and_one_with_a_colon_are_no_headlines_of_a_dump() -> None:
    listed = ("كل أخبار الوادي", *NEAR, "هناك تعليقان (2):", "خبر مفرح لأهل الوادي")
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", "مقالات ذات صلة", *listed)
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


def test_a_colon_in_the_headline_behind_a_label_of_a_dump_is_its_own() -> None:
    line = "طالع أيضاً رئيس البلدية: الطواحين كلها ستعود"
    lines = (TITLE, "12 مارس 2024", *TEXT[:2], line, TEXT[2], "الوسوم: المطاحن، القمح")
    page = tawatur.read("\n".join(lines), content_type="text/plain")
    assert page.inline_links == ("رئيس البلدية: الطواحين كلها ستعود",)


NUMBERED = (
    tuple(f"{at}. {one}" for at, one in enumerate(NEAR, 1)),
    tuple(f"{at}- {one}" for at, one in zip("١٢٣", NEAR, strict=True)),
    tuple(line for at, one in enumerate(NEAR, 1) for line in (f"0{at}", one)),
    tuple(line for at, one in enumerate(NEAR, 1) for line in (f"{at}) {one}", "2 مارس 2024")),
)


@pytest.mark.parametrize("label", ["مقالات ذات صلة", "قد يهمك أيضا"])
@pytest.mark.parametrize("listed", NUMBERED)
def test_the_numbers_of_the_headlines_of_a_dump_are_none_of_them(label: str, listed: tuple[str, ...]) -> None:
    most_read = ("الأكثر قراءة", *(f"{at}. {one}" for at, one in enumerate(OTHER, 1)))
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", label, *listed, *most_read)
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


def test_figures_at_the_start_of_headlines_are_theirs_where_they_do_not_count() -> None:
    listed = ("5 أسئلة عن مطحنة الوادي", "3 أفران تعود إلى العمل", "12 كيسا لكل بيت في الوادي")
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", "مقالات ذات صلة", *listed)
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == listed


@pytest.mark.parametrize("bullet", ["›", "+", "→", "▫", "✔"])
@pytest.mark.parametrize("date", ["", "\t2 مارس"])
def test_whatever_bullets_the_headlines_of_a_dump_have(bullet: str, date: str) -> None:
    listed = [f"{bullet} {one}{date}" for one in (*NEAR, "صور | قمح الوادي في موسمه")]
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", "مقالات ذات صلة", *listed)
    found = tawatur.read("\n".join(lines), content_type="text/plain").similar
    assert found == (*NEAR, "صور | قمح الوادي في موسمه")


@pytest.mark.parametrize("label", ["Related / مقالات ذات صلة", "مواضيع مشابهة / Read also"])
def test_a_label_that_says_much_the_same_in_two_languages_opens_a_list(label: str) -> None:
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", label, *NEAR, "التعليقات")
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


def test_an_article_in_full_below_the_list_that_has_its_title_stays_in_the_list() -> None:
    other = "أشعل فرن القرية القديم ناره فجر السبت للمرة الأولى منذ أن هاجر صاحبه قبل ثلاثين عاماً من الوادي."
    lines = (TITLE, "12 مارس 2024", *TEXT, "أخبار متعلقة", *(f"* {one}" for one in NEAR))
    also = ("إقرأ أيضاً:", NEAR[0], other, TEXT[1], "المصدر: نشرة الوادي")
    page = tawatur.read("\n\n".join((*lines, *also)), content_type="text/plain")
    assert page.similar == NEAR
    assert [(one.title, one.paragraphs) for one in page.articles[1:]] == [(NEAR[0], (other, TEXT[1]))]
    assert page.credits == ("نشرة الوادي",)


def test_figures_of_a_headline_are_no_date_and_a_day_without_a_year_is_one() -> None:
    listed = ("وزيرة الري: 3 سدود جديدة قبل 2028", *NEAR)
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", "مقالات ذات صلة", *listed, "التعليقات")
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == listed
    dated = (f"• {one} — {at} تشرين الأول" for at, one in enumerate(NEAR, 2))
    lines = (TITLE, "12 مارس 2024", *TEXT, "الوسوم: المطاحن، القمح", "قراءات مشابهة", *dated, "التعليقات")
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR


def test_buttons_below_a_list_are_no_headlines() -> None:
    buttons = "<tr><td><a href=/p>نسخة للطباعة</a> | <a href=/s>أرسل إلى صديق</a></td></tr>"
    rows = "".join(f"<tr><td><a href=/{at}>{one}</a> (11/07/2025)</td></tr>" for at, one in enumerate(NEAR))
    assert (
        _page(below=f"<table><tr><td><b>في نفس الموضوع</b></td></tr>{rows}{buttons}</table>").similar == NEAR
    )


def test_a_list_behind_which_another_label_stands_is_none_inside_the_text() -> None:
    also = "".join(f"<dd class=t>{one}</dd>" for one in TEXT)
    links = "".join(f"<dd><a href=/{at}>{one}</a></dd>" for at, one in enumerate(NEAR))
    head = f"<dt class=h>{TITLE}</dt><dd class=m>12 مارس 2024</dd>{also}"
    other = f"<dt class=h>{NEAR[1]}</dt><dd class=m>10 مارس 2024</dd>{also}"
    page = tawatur.read(
        f"<html><body><dl>{head}</dl><dl><dt>قد يهمك أيضا</dt>{links}</dl><dl><dt>اقرأ أيضا</dt>{other}</dl></body></html>"
    )
    assert (page.similar, page.inline_links) == (NEAR, ())


def test_tabs_over_a_list_and_a_day_before_each_headline() -> None:
    tabs = "<h4 class=t><span>مواضيع ذات صلة</span><span>المزيد من الكاتب</span></h4>"
    assert _page(below=f"<div>{tabs}<ul>{_items(NEAR)}</ul></div>").similar == NEAR
    listed = "".join(f"<li><a href=/{at}>1{at}/09/2009 - {one}</a></li>" for at, one in enumerate(NEAR))
    assert _page(below=f"<div><h4>أخبار متعلقة بالموضوع</h4><ul>{listed}</ul></div>").similar == NEAR


def test_marks_that_nobody_sees_and_signs_around_labels_of_a_dump() -> None:
    listed = (f"\u200f٭ {one}" for one in NEAR)
    lines = (*TEXT, "المصدر: رويترز", "\u200f▼ مقالات ذات صلة ▼", *listed, "\u200f▼ الأكثر قراءة ▼", *OTHER)
    page = tawatur.read("\n".join(("صحيفة الوادي — قارئ آلي", *lines)), content_type="text/plain")
    assert (page.similar, page.articles[0].title) == (NEAR, None)


def test_a_list_of_an_unknown_label_whose_headlines_end_with_their_days() -> None:
    listed = (f"◄ {one} (2024/03/0{at})" for at, one in enumerate(NEAR, 1))
    lines = (
        TITLE,
        "12 مارس 2024",
        *TEXT,
        "المصدر: رويترز",
        "على ضفاف هذه الحكاية",
        *listed,
        "الأكثر مطالعة",
        *OTHER,
    )
    assert tawatur.read("\n".join(lines), content_type="text/plain").similar == NEAR
