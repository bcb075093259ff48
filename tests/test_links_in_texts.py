"""Links to other articles in a text, names of what it is about, and articles in full below it: as sites of several languages make them."""

from __future__ import annotations

import pytest

import tawatur
from tawatur.model import Page

ARABIC = (
    "أعلنت بلدية المرفأ يوم الأحد أن السوق القديم سيغلق شهرين كاملين لترميم سقفه الخشبي وأرضيته.",
    "وقال رئيس البلدية إن التجار سينتقلون إلى الساحة المجاورة للميناء حتى نهاية الأعمال في الربيع.",
    "وكان السوق قد رمم آخر مرة قبل أربعين عاما بعد حريق أتى على معظم دكاكينه في الطرف الشمالي.",
)
ENGLISH = (
    "The town council of Harrowmere voted on Monday to close the old market hall for two months of repairs.",
    "Mayor Ada Linn said that traders would move to the square beside the harbour until the work is done.",
    "The hall was last repaired forty years ago after a fire that destroyed most of the stalls in its north wing.",
)
PERSIAN = (
    "شهرداری بندر نیلو روز یکشنبه اعلام کرد که بازار قدیمی برای دو ماه به دلیل تعمیر سقف چوبی بسته می‌شود.",
    "شهردار گفت که فروشندگان تا پایان کار در بهار به میدان کنار اسکله منتقل خواهند شد و اجاره نمی‌دهند.",
    "این بازار آخرین بار چهل سال پیش پس از آتش‌سوزی که بیشتر دکان‌ها را نابود کرد تعمیر شده بود.",
)
TITLES = {
    "ar": "السوق القديم في المرفأ يغلق شهرين للترميم",
    "en": "Harrowmere closes its old market hall for two months",
    "fa": "بازار قدیمی نیلو دو ماه بسته می‌شود",
}
TEXTS = {"ar": ARABIC, "en": ENGLISH, "fa": PERSIAN}
LINKS = {
    "ar": ("صيادو المرفأ يخشون شتاء آخر بلا سمك", "كيف يرمم سقف خشبي في أسبوع"),
    "en": ("Fishermen of Harrowmere fear another winter", "How a wooden roof is mended in a week"),
    "fa": ("ماهیگیران نیلو از زمستانی دیگر می‌ترسند", "چگونه سقف چوبی در یک هفته تعمیر می‌شود"),
}
READ_ALSO = {"ar": "اقرأ أيضا", "en": "Read also", "fa": "بیشتر بخوانید"}
SIMILAR = {"ar": "مقالات ذات صلة", "en": "Related articles", "fa": "مطالب مرتبط"}
SOURCE = {"ar": "المصدر: رويترز", "en": "Source: Reuters", "fa": "منبع: رویترز"}
LANGUAGES = pytest.mark.parametrize("language", TEXTS)


def _page(language: str, *, inside: str = "", below: str = "", above: str = "") -> Page:
    first, second, third = TEXTS[language]
    return tawatur.read(
        f'<html lang="{language}"><body>{above}<main><div class="p"><h1>{TITLES[language]}</h1><div class="c"><p>{first}</p><p>{second}</p>'
        f"{inside}<p>{third}</p></div>{below}</div></main></body></html>"
    )


def _dump(language: str, *, inside: tuple[str, ...] = (), below: tuple[str, ...] = ()) -> Page:
    first, second, third = TEXTS[language]
    lines = (TITLES[language], "12/03/2026 10:20", first, second, *inside, third, SOURCE[language], *below)
    return tawatur.read("\n".join(lines), content_type="text/plain")


def _text(page: Page) -> tuple[str, ...]:
    return page.articles[0].paragraphs


def _linked(language: str, each: str) -> str:
    return "".join(f"{each.format(f'<a href=/{at}>{one}</a>')}" for at, one in enumerate(LINKS[language]))


@LANGUAGES
@pytest.mark.parametrize(
    "box",
    [
        '<div class="ra"><b>{label}</b><ul>{items}</ul></div>',
        '<div class="widget"><div class="hd"><span>{label}</span></div><div class="cards">{cards}</div></div>',
        "<table><tr><td><b>{label}:</b><br>{lines}</td></tr></table>",
        '<ul class="related-links">{items}</ul>',
        '<div class="box"><div class="t">Sandgrain</div><ul>{items}</ul></div>',
    ],
)
def test_a_box_of_two_headlines_in_the_text_is_of_inline_links(language: str, box: str) -> None:
    inside = box.format(
        label=READ_ALSO[language],
        items=_linked(language, "<li>{}</li>"),
        cards=_linked(language, "<div class=card><h4>{}</h4><span class=date>12/03/2026</span></div>"),
        lines=_linked(language, "- {}<br>"),
    )
    page = _page(language, inside=inside)
    assert page.inline_links == LINKS[language]
    assert _text(page) == TEXTS[language]


@LANGUAGES
def test_a_box_of_similar_headlines_in_the_text_is_of_inline_links_where_others_follow_below(
    language: str,
) -> None:
    inside = f'<div class="w"><div class="h"><span>{SIMILAR[language]}</span></div>{_linked(language, "<p class=t>{}</p>")}</div>'
    others = "".join(
        f'<li><h5><a href="/o{at}">{one}</a></h5></li>' for at, one in enumerate(TITLES.values())
    )
    page = _page(
        language, inside=inside, below=f"<section><h3>{READ_ALSO[language]}</h3><ul>{others}</ul></section>"
    )
    assert page.inline_links == LINKS[language]
    assert page.similar == tuple(TITLES.values())


@pytest.mark.parametrize("label", ["موضوعات ذات علاقة", "قصص شبيهة", "Suggested features", "خبرهای هم‌موضوع"])
def test_two_words_together_are_a_label_of_similar_headlines(label: str) -> None:
    cards = "".join(
        f'<li><a class="c" href="/c">محليات</a><h3><a href="/{at}">{one}</a></h3><time>12/03/2026</time></li>'
        for at, one in enumerate(LINKS["ar"])
    )
    assert _page("ar", below=f"<section><h4>{label}</h4><ul>{cards}</ul></section>").similar == LINKS["ar"]


def test_two_links_behind_one_label_are_two_inline_links() -> None:
    one, other = LINKS["ar"]
    line = f'<p>اقرأ أيضا: <a href="/1">{one}</a> | <a href="/2">{other}</a></p>'
    assert _page("ar", inside=line).inline_links == (one, other)


def test_the_section_above_each_headline_of_a_box_is_none() -> None:
    cards = _linked("ar", '<div><a class="c" href="/c">محليات</a><h3>{}</h3><time>12/03/2026</time></div>')
    assert _page("ar", inside=f'<div class="x"><div>اقرأ أيضا</div>{cards}</div>').inline_links == LINKS["ar"]


def test_a_long_list_of_links_without_a_label_is_not_of_inline_links() -> None:
    items = "".join(
        f'<li><a href="/{at}">خبر من أخبار المرفأ رقم {at} في القائمة</a></li>' for at in range(6)
    )
    assert _page("ar", inside=f'<ul class="related">{items}</ul>').inline_links == ()


@LANGUAGES
def test_a_label_and_its_headline_side_by_side_in_a_link_are_an_inline_link(language: str) -> None:
    headline = LINKS[language][0]
    told = "<span>12/03/2026</span>"
    link = (
        f'<a href="/1"><img src="/1.jpg"><span>{READ_ALSO[language]}</span><span>{headline}</span>{told}</a>'
    )
    page = _page(language, inside=f'<div class="widget a">{link}</div>')
    assert page.inline_links == (headline,)


@pytest.mark.parametrize(
    "label", ["اقرأ<strong>أيضا</strong>", "شاهد<b>أيضا</b>", "أخبار<b>ذات</b><b>صلة</b>"]
)
def test_words_of_a_label_may_be_parted_by_their_look_only(label: str) -> None:
    inside = f'<div class="w"><h3><span>{label}</span></h3>{_linked("ar", "<h4>{}</h4>")}</div>'
    below = f"<h3>مقالات ذات صلة</h3><ul>{_linked('en', '<li>{}</li>')}</ul>"
    page = _page("ar", inside=inside, below=below)
    assert (page.inline_links, page.similar) == (LINKS["ar"], LINKS["en"])


@pytest.mark.parametrize(
    ("link", "headline"),
    [
        ("شاهد.. سفينة تدخل المرفأ تحت المطر", "شاهد.. سفينة تدخل المرفأ تحت المطر"),
        ("اقرأ أيضا.. سفينة تدخل المرفأ تحت المطر", "سفينة تدخل المرفأ تحت المطر"),
    ],
)
def test_a_verb_with_dots_is_the_headline_s_own_and_a_label_is_not(link: str, headline: str) -> None:
    assert _page("ar", inside=f'<p class="rl"><a href="/1">{link}</a></p>').inline_links == (headline,)


@LANGUAGES
@pytest.mark.parametrize(
    "form", [("> {}", "> {}"), ("← {}", ">> {}"), ("{label}:", "- {}", "- {}"), ("{label}", "{}", "{}")]
)
def test_lines_of_links_in_a_dump_are_inline_links(language: str, form: tuple[str, ...]) -> None:
    headlines = iter(LINKS[language])
    lines = tuple(
        line.format(label=READ_ALSO[language]) if "label" in line else line.format(next(headlines))
        for line in form
    )
    page = _dump(language, inside=lines)
    assert page.inline_links == LINKS[language]
    assert _text(page) == TEXTS[language]


def test_a_quoted_sentence_in_a_dump_is_no_inline_link() -> None:
    assert _dump("ar", inside=("> قال البحار إن الريح لم تهدأ منذ أسبوع كامل.",)).inline_links == ()


def test_a_subheading_below_the_link_of_a_dump_stays_in_the_text() -> None:
    page = _dump("ar", inside=("اقرأ أيضا", LINKS["ar"][0], "سقف من خشب"))
    assert page.inline_links == LINKS["ar"][:1]
    assert _text(page) == (*ARABIC[:2], "سقف من خشب", ARABIC[2])


@pytest.mark.parametrize(
    ("language", "button"),
    [("ar", "كل أخبار المرفأ"), ("en", "See all market stories"), ("fa", "همه خبرهای نیلو")],
)
def test_the_button_beside_a_label_is_no_headline(language: str, button: str) -> None:
    cards = "".join(f'<li><a href="/{at}"><h4>{one}</h4></a></li>' for at, one in enumerate(LINKS[language]))
    label = f'<header><h3>{SIMILAR[language]}</h3><a href="/all">{button}</a></header>'
    assert _page(language, below=f"<section>{label}<ul>{cards}</ul></section>").similar == LINKS[language]


@pytest.mark.parametrize(
    ("language", "label"), [("ar", "وثائق للتحميل"), ("en", "Documents"), ("fa", "فایل‌ها")]
)
def test_files_to_be_loaded_are_no_similar_headlines(language: str, label: str) -> None:
    items = _linked(language, "<li>{}</li>")
    assert _page(language, below=f'<div class="d"><h4>{label}</h4><ul>{items}</ul></div>').similar == ()


def test_cards_with_a_section_and_a_name_are_a_list_of_similar_headlines() -> None:
    cards = "".join(
        f'<article><span class="cat">مدن</span><h5><a href="/{at}">{one}</a></h5><span class="au">سعاد الميناوي</span></article>'
        for at, one in enumerate(LINKS["ar"])
    )
    assert _page("ar", below=f"<section><h4>اقرأوا أيضا</h4>{cards}</section>").similar == LINKS["ar"]


NAMES = ("Harrowmere", "market hall", "repairs")


@pytest.mark.parametrize(
    "below",
    [
        '<div class="chips"><span>Harrowmere</span><span>market hall</span><span>repairs</span></div>',
        '<ul class="tags"><li>Harrowmere</li><li>market hall</li><li>repairs</li></ul>',
        '<div><b class="h">In this story</b> <a href="/1">Harrowmere</a> <a href="/2">market hall</a> <a href="/3">repairs</a></div>',
        '<div><h4>In this story</h4><div><a href="/1">Harrowmere</a> <a href="/2">market hall</a> <a href="/3">repairs</a></div></div>',
    ],
)
def test_names_without_a_usual_label_are_keywords(below: str) -> None:
    assert _page("en", below=below).keywords == NAMES


@pytest.mark.parametrize("label", ["<b>الأكثر تداولا:</b> ", "<b>ترند</b> ", ""])
def test_hashtags_of_a_bar_above_the_title_are_no_keywords(label: str) -> None:
    tags = '<a href="/1">#سعر_الذهب</a> <a href="/2">#كأس_الموانئ</a>'
    assert _page("ar", above=f"<div>{label}{tags}</div>").keywords == ()


def test_the_section_below_a_row_of_hashtags_is_no_keyword() -> None:
    below = '<p>#المرفأ #السوق_القديم</p><div>التصنيف: <a rel="category tag" href="/c">أخبار محلية</a></div>'
    assert _page("ar", below=below).keywords == ("المرفأ", "السوق_القديم")


@pytest.mark.parametrize("line", ["اشترك في نشرة المرفأ البريدية", "سجل في النشرة اليومية"])
def test_a_newsletter_s_line_ends_the_keywords_of_a_dump(line: str) -> None:
    page = _dump("ar", below=("كلمات دلالية:", "المرفأ", "السوق القديم", line, "بريدك الإلكتروني"))
    assert page.keywords == ("المرفأ", "السوق القديم")


def _loaded(language: str, heading: str) -> str:
    later, sooner = TEXTS[language][::-1][:2]
    head = f'<{heading}>{LINKS[language][1]}</{heading}><div><span class="author">Nadia Karim</span><time>12/03/2026 10:00</time></div>'
    return f'<div class="next"><article><header>{head}</header><div class="e"><p>{later}</p><p>{sooner}</p></div></article></div>'


@LANGUAGES
@pytest.mark.parametrize("heading", ["h1", "h2"])
def test_an_article_loaded_below_the_comments_is_one_of_its_own(language: str, heading: str) -> None:
    comments = '<div class="comments"><h3>Comments</h3><p>Good news for the whole town!</p></div>'
    page = _page(language, below=comments + _loaded(language, heading))
    assert [(one.role, one.title) for one in page.articles] == [
        ("main", TITLES[language]),
        ("read_also", LINKS[language][1]),
    ]
    assert page.articles[1].byline == "Nadia Karim"
    assert _text(page) == TEXTS[language]


def test_a_box_about_the_site_below_the_text_is_no_article() -> None:
    about = f"<article><h2>عن المرفأ اليوم</h2><p>{ARABIC[2]}</p><p>{ARABIC[1]}</p></article>"
    assert len(_page("ar", below=about).articles) == 1


@LANGUAGES
@pytest.mark.parametrize("label", [True, False])
def test_an_article_behind_the_list_of_a_dump_has_its_title_date_and_byline(
    language: str, label: bool
) -> None:
    later, sooner = TEXTS[language][::-1][:2]
    first, second = LINKS[language]
    head = (READ_ALSO[language],) if label else ()
    below = (SIMILAR[language], first, *head, second, "11/03/2026 09:00", "Nadia Karim", later, sooner)
    page = _dump(language, below=below)
    assert page.similar == (first,)
    assert [(one.role, one.title, one.byline) for one in page.articles[1:]] == [
        ("read_also", second, "Nadia Karim")
    ]
    assert page.articles[1].paragraphs == (later, sooner)
    assert str(page.articles[1].published) == "2026-03-11 09:00:00"


def test_a_label_may_name_its_section() -> None:
    later, sooner = ARABIC[::-1][:2]
    below = (
        SIMILAR["ar"],
        LINKS["ar"][0],
        "إقرأ أيضا في محليات",
        LINKS["ar"][1],
        "11/03/2026 09:00",
        later,
        sooner,
    )
    page = _dump("ar", below=below)
    assert page.similar == LINKS["ar"][:1]
    assert page.articles[1].title == LINKS["ar"][1]


def test_half_a_sentence_above_the_headline_of_a_dump_is_not_its_title() -> None:
    lines = (
        "فيما يبحث التجار عن ساحة أخرى",
        TITLES["ar"],
        "12 مارس 2026 - 10:20",
        *ARABIC,
        SOURCE["ar"],
    )
    assert tawatur.read("\n".join(lines), content_type="text/plain").articles[0].title == TITLES["ar"]


def test_an_entry_with_a_picture_and_one_with_a_list_are_entries_as_others() -> None:
    def entry(time: str, title: str, text: str, name: str = "") -> str:
        return f'<div class="post {name}"><div class="t">{time}</div><div class="b"><h3>{title}</h3>{text}</div></div>'

    entries = [
        entry("14:10", "السوق يغلق أبوابه", f"<p>{ARABIC[0]}</p>"),
        entry("13:05", "التجار في الساحة", f"<p>{ARABIC[1]}</p>", "post--media"),
        entry(
            "12:00",
            "أرقام السوق",
            f"<p>{ARABIC[2]}</p><ul><li>40 دكانا في الشمال</li><li>دكانان في الجنوب</li></ul>",
        ),
    ]
    page = tawatur.read(
        f'<html lang="ar"><body><main><h1>{TITLES["ar"]}</h1><p>12/03/2026</p><div class="feed">{"".join(entries)}</div></main></body></html>'
    )
    found = [one for one in page.articles if one.role == "entry"]
    assert [one.title for one in found] == ["السوق يغلق أبوابه", "التجار في الساحة", "أرقام السوق"]
    assert found[2].paragraphs == (ARABIC[2], "40 دكانا في الشمال", "دكانان في الجنوب")


def test_the_bracket_of_an_agency_s_short_name_is_closed() -> None:
    assert _page("ar", below="<p>المصدر: وكالة الساحل للأنباء (سنا)</p>").credits == (
        "وكالة الساحل للأنباء (سنا)",
    )


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("ar", "لكِ أيضا"),
        ("ar", "ننصحكم بقراءة"),
        ("en", "We recommend"),
        ("fa", "خواندن این مطلب پیشنهاد می‌شود"),
    ],
)
def test_labels_that_offer_a_link(language: str, label: str) -> None:
    headline = LINKS[language][0]
    assert _dump(language, inside=(f"{label}: {headline}",)).inline_links == (headline,)


@LANGUAGES
def test_a_linked_heading_in_a_box_between_paragraphs_is_an_inline_link(language: str) -> None:
    headline = LINKS[language][0]
    box = f'<div class="teaser"><span>News</span><a href="/1"><h3>{headline}</h3></a></div>'
    page = _page(language, inside=box)
    assert (page.inline_links, _text(page)) == ((headline,), TEXTS[language])


@pytest.mark.parametrize(
    ("language", "label"),
    [("ar", "المزيد عن"), ("en", "More on"), ("fa", "بیشتر درباره")],
)
def test_what_a_row_is_more_about_are_keywords(language: str, label: str) -> None:
    items = "".join(f'<li><a href="/t/{one}">{one}</a></li>' for one in ("Harrowmere", "Market hall"))
    page = _page(language, below=f'<div class="about"><span>{label}</span><ul>{items}</ul></div>')
    assert page.keywords == ("Harrowmere", "Market hall")


@pytest.mark.parametrize(
    ("language", "button"),
    [("ar", "عودة إلى القائمة"), ("en", "Back to overview"), ("fa", "بازگشت به فهرست")],
)
def test_the_button_back_to_the_list_is_no_keyword(language: str, button: str) -> None:
    tags = '<p class="t"><span>Tags:</span> <a href="/1">Harrowmere</a></p><p class="t"><a href="/2">Market hall</a></p>'
    page = _page(language, below=f'{tags}<div class="back"><a href="/">{button}</a></div>')
    assert button not in page.keywords


@pytest.mark.parametrize(
    ("language", "label"),
    [("ar", "أسئلة القراء الأكثر شيوعا"), ("en", "Readers' questions"), ("fa", "پرسش‌های خوانندگان")],
)
def test_questions_of_readers_end_the_list_of_a_dump(language: str, label: str) -> None:
    page = _dump(
        language, below=(SIMILAR[language], *LINKS[language], label, *reversed(TITLES[language].split(".")))
    )
    assert page.similar == LINKS[language]


@pytest.mark.parametrize(
    ("language", "label", "sign"),
    [
        ("ar", "قد تود رؤيته", "إعلان"),
        ("en", "Selected for the day", "Sponsored"),
        ("fa", "از همه جا", "آگهی"),
    ],
)
def test_headlines_that_somebody_has_paid_for_are_no_similar_ones(
    language: str, label: str, sign: str
) -> None:
    cards = "".join(
        f'<div class="i"><a href="/{at}">{one}</a><span>{sign}</span></div>'
        for at, one in enumerate(LINKS[language])
    )
    assert _page(language, below=f'<section><div class="h">{label}</div>{cards}</section>').similar == ()
    below = f"<section><h3>{SIMILAR[language]}</h3>{cards}</section>"
    assert _page(language, below=below).similar == ()


@LANGUAGES
@pytest.mark.parametrize("tag", ["section", "aside"])
def test_numbers_of_the_items_stand_between_the_links_of_a_box(language: str, tag: str) -> None:
    first, second, third = TEXTS[language]
    items = "".join(
        f'<li><span class="sr">list {at + 1} of 2</span><article><a href="/{at}"><h3>{one}</h3></a></article></li>'
        for at, one in enumerate(LINKS[language])
    )
    box = f"<{tag}><h2>{READ_ALSO[language]}</h2><span>list of 2 items</span><ul>{items}</ul><span>end of list</span></{tag}>"
    page = tawatur.read(
        f'<html lang="{language}"><body><main><h1>{TITLES[language]}</h1><div><p>{first}</p><p>{second}</p>{box}<p>{third}</p></div></main></body></html>'
    )
    assert page.inline_links == LINKS[language]
    assert page.articles[0].paragraphs == TEXTS[language]


@LANGUAGES
def test_an_aside_that_is_nothing_but_a_link_between_paragraphs_is_an_inline_link(language: str) -> None:
    first, second, third = TEXTS[language]
    link = LINKS[language][0]
    aside = f'<aside><a href="/1"><img src="t.jpg" alt=""><span>{link}</span></a></aside>'
    page = tawatur.read(
        f'<html lang="{language}"><body><article><h1>{TITLES[language]}</h1><div class="body"><p>{first}</p><p>{second}</p>{aside}<p>{third}</p></div></article></body></html>'
    )
    assert page.inline_links == (link,)
    below = f'<aside><h4>Most read</h4><a href="/1">{link}</a></aside>'
    page = tawatur.read(
        f'<html lang="{language}"><body><article><h1>{TITLES[language]}</h1><div class="body"><p>{first}</p><p>{second}</p>{below}<p>{third}</p></div></article></body></html>'
    )
    assert page.inline_links == ()


def test_a_headline_with_figures_in_it_is_no_date() -> None:
    link = "Timeline: how a £700,000 roof became a £2.3m roof"
    page = _page("en", inside=f'<div class="card"><a href="/1">{link}</a></div>')
    assert page.inline_links == (link,)


@LANGUAGES
def test_a_box_called_related_and_media_is_an_inline_link(language: str) -> None:
    link = f'<strong>{READ_ALSO[language]}:</strong> <a href="/1">{LINKS[language][0]}</a>'
    page = _page(language, inside=f'<div class="media media--type-related"><div>{link}</div></div>')
    assert page.inline_links == (LINKS[language][0],)


def test_what_is_read_most_beside_a_text_is_no_inline_link() -> None:
    links = "".join(
        f'<div class="related-media"><a href="/{at}">{one}</a></div>' for at, one in enumerate(LINKS["en"])
    )
    assert _page("en", inside=f'<aside class="related"><p>Most read</p>{links}</aside>').inline_links == ()


@LANGUAGES
def test_numbers_of_the_items_stand_on_the_lines_of_the_links_of_a_box(language: str) -> None:
    items = "".join(
        f'<li><span class="sr">list {at + 1} of 2</span><a href="/{at}">{one}</a></li>'
        for at, one in enumerate(LINKS[language])
    )
    inside = f"<section><h2>{READ_ALSO[language]}</h2><span>list of 2 items</span><ul>{items}</ul><span>end of list</span></section>"
    page = _page(language, inside=inside)
    assert (page.inline_links, _text(page)) == (LINKS[language], TEXTS[language])


def test_a_row_of_names_right_below_the_text_that_speaks_of_them_are_keywords() -> None:
    row = (
        '<div class="sc-jK"><a href="/1">Harrowmere</a><a href="/2">Ada Linn</a><a href="/3">crafts</a></div>'
    )
    assert _page("en", below=row).keywords == ("Harrowmere", "Ada Linn", "crafts")
    menu = (
        '<div class="sc-jK"><a href="/1">Contact</a><a href="/2">Harrowmere</a><a href="/3">Terms</a></div>'
    )
    assert _page("en", below=menu).keywords == ()
    shared = row.replace("sc-jK", "share")
    assert _page("en", below=shared).keywords == ()


@pytest.mark.parametrize("label", ["إقرأ أيضا للكاتبة", "اقرأ أيضًا لنفس الكاتب"])
def test_what_else_an_author_wrote_in_a_text_is_of_inline_links(label: str) -> None:
    box = f"<table><tr><td><b>{label}</b><br>{_linked('ar', '• {}<br>')}</td></tr></table>"
    page = _page("ar", inside=box)
    assert (page.inline_links, _text(page)) == (LINKS["ar"], ARABIC)


def test_a_verb_with_dots_in_what_is_watched_most_below_a_text_is_no_inline_link() -> None:
    headlines = ("أسماء الناجحين في المسابقة", "شاهد.. ثلوج خفيفة على مرتفعات المرفأ", LINKS["ar"][0])
    items = "".join(f'<li><a href="/{at}">{one}</a></li>' for at, one in enumerate(headlines))
    assert _page("ar", below=f"<div><b>الأكثر مشاهدة</b><ul>{items}</ul></div>").inline_links == ()


@LANGUAGES
@pytest.mark.parametrize("label", ["دفاتر السوق (بحسب الموضوع)", "على أرصفة المرفأ"])
def test_a_box_in_the_text_is_of_inline_links_where_a_list_below_has_a_label_of_other_words(
    language: str, label: str
) -> None:
    inside = f"<div><strong>{SIMILAR[language]}</strong>{_linked(language, '<p>{}</p>')}</div>"
    others = "".join(f'<li><a href="/o{at}">{one}</a></li>' for at, one in enumerate(TITLES.values()))
    page = _page(language, inside=inside, below=f"<div><h3>{label}</h3><ul>{others}</ul></div>")
    assert (page.inline_links, page.similar) == (LINKS[language], tuple(TITLES.values()))


def test_a_box_in_the_text_is_the_list_of_similar_headlines_where_only_the_newest_stand_below() -> None:
    inside = f"<div><strong>{SIMILAR['ar']}</strong>{_linked('ar', '<p>{}</p>')}</div>"
    others = "".join(f'<li><a href="/o{at}">{one}</a></li>' for at, one in enumerate(TITLES.values()))
    page = _page("ar", inside=inside, below=f"<div><h3>أحدث الأخبار</h3><ul>{others}</ul></div>")
    assert (page.inline_links, page.similar) == ((), LINKS["ar"])


@pytest.mark.parametrize("label", ["Mots-clés <span>كلمات مفتاحية</span>", "الوسوم Tags:"])
def test_a_label_in_two_languages_needs_no_sign_between(label: str) -> None:
    tags = '<li><a href="/t1">المرفأ</a></li><li><a href="/t2">les métiers</a></li>'
    page = _page("ar", below=f"<div><h2>{label}</h2><ul>{tags}</ul></div>")
    assert page.keywords == ("المرفأ", "les métiers")
