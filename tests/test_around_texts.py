"""What stands around a text where its template labels little: links in dumps, dates behind credits, chips, hashtags, editors."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import tawatur
from tawatur.model import Page

TITLE = "الجسر الخشبي في وادي السنديان يعود إلى الخدمة بعد عامين"
FIRST = "أعادت بلدية وادي السنديان فتح الجسر الخشبي أمام المشاة والدراجات صباح الأربعاء بعد إصلاح دام عامين."
SECOND = (
    "وقالت المهندسة هند الراوي إن الفريق استبدل ثمانين لوحا من أصل مئة وعشرين، وأبقى على الدعامات الحجرية."
)
THIRD = "ويختصر الجسر الطريق بين ضفتي النهر على تلاميذ المدرسة وعلى أصحاب البساتين في الجهة الشرقية."
FOURTH = "وتنتظر البلدية موافقة المحافظة على إنارة الجسر بمصابيح تعمل بالطاقة الشمسية قبل حلول الشتاء."
LINKED = "مصنع الألواح في وادي السنديان يوظف ثلاثين عاملا"
ENGLISH = (
    "The council reopened the wooden bridge to walkers on Wednesday after two years of repairs to its deck.",
    "Engineers replaced eighty of the planks and left the stone piers as they were, the council said in a statement.",
    "Pupils who live on the eastern bank no longer have to walk around by the old mill to get to school.",
)


def _dump(*lines: str) -> Page:
    return tawatur.read("\n".join(lines).encode(), content_type="text/plain")


def _page(*, above: str = "", before: str = "", below: str = "", head: str = "") -> Page:
    text = "".join(f"<p>{line}</p>" for line in (FIRST, SECOND, THIRD))
    return tawatur.read(
        f'<html lang="ar"><head>{head}</head><body><article>{before}<h1>{TITLE}</h1>{above}'
        f'<div class="entry">{text}{below}</div></article></body></html>'
    )


@pytest.mark.parametrize(
    ("label", "after"),
    [
        ("إقرأ أيضاً:", ()),
        ("اقرأ أيضا", ("إعداد: سلمى القاضي",)),
        ("طالع أيضا:", ("#وادي_السنديان", "#جسور")),
        ("اقرأ أيضا:", ("الأكثر قراءة", "أسعار الخضار في أسواق الوادي اليوم")),
    ],
)
def test_the_text_of_a_dump_goes_on_below_a_link_inside_it(label: str, after: tuple[str, ...]) -> None:
    page = _dump(TITLE, "12 مارس 2024", FIRST, SECOND, label, LINKED, THIRD, FOURTH, *after)
    assert [article.paragraphs for article in page.articles] == [(FIRST, SECOND, THIRD, FOURTH)]
    assert page.inline_links == (LINKED,)


def test_the_text_of_an_english_dump_goes_on_below_a_link_inside_it() -> None:
    page = _dump(
        "Wooden bridge reopens after two years", "12 March 2024", *ENGLISH[:2], "Read also:",
        "Sawmill hires thirty workers for the bridge", ENGLISH[2],
    )  # fmt: skip
    assert [article.paragraphs for article in page.articles] == [ENGLISH]


@pytest.mark.parametrize(
    ("end", "head"),
    [
        (("المصدر: وكالات",), ()),
        (("كلمات مفتاحية", "جسور", "السنديان"), ()),
        ((), ("14 مارس 2024 - 09:20",)),
        ((), ("بقلم: نادر السروجي",)),
    ],
)
def test_a_second_article_of_a_dump_stands_below_the_end_or_has_its_own_head(
    end: tuple[str, ...], head: tuple[str, ...]
) -> None:
    page = _dump(TITLE, "12 مارس 2024", FIRST, SECOND, *end, "إقرأ أيضاً:", LINKED, *head, THIRD, FOURTH)
    assert [article.paragraphs for article in page.articles] == [(FIRST, SECOND), (THIRD, FOURTH)]
    assert page.articles[1].title == LINKED


@pytest.mark.parametrize(
    ("line", "credits", "published"),
    [
        ("المصدر : نبض الوادي - إذاعة السفح 2024-03-12 10:42 3211 مشاهدة", ("نبض الوادي", "إذاعة السفح"), datetime(2024, 3, 12, 10, 42)),
        ("المصدر: نبض الوادي + وكالات | 12 مارس 2024", ("نبض الوادي", "وكالات"), date(2024, 3, 12)),
        ("المصدر: الوادي 24 12/03/2024 10:42", ("الوادي 24",), datetime(2024, 3, 12, 10, 42)),
        ("المصدر: نبض الوادي 3211 مشاهدة", ("نبض الوادي",), None),
        ("Source: Valley Pulse 12 March 2024 411 views", ("Valley Pulse",), date(2024, 3, 12)),
        ("Source: Valley Pulse - Tuesday, March 12, 2024 9:15 AM", ("Valley Pulse",), datetime(2024, 3, 12, 9, 15)),
        ("المصدر: موقع اليوم 24، الثلاثاء 12 مارس 2024", ("موقع اليوم 24",), date(2024, 3, 12)),
        ("المصدر: موقع اليوم 24", ("موقع اليوم 24",), None),
        ("Source : Le Pouls de la vallée 87 vues", ("Le Pouls de la vallée",), None),
    ],
)  # fmt: skip
def test_a_date_behind_a_credit_is_none_of_its_names(
    line: str, credits: tuple[str, ...], published: date | None
) -> None:
    page = _page(above=f'<div class="line">{line}</div>')
    assert page.credits == credits
    assert page.articles[0].published == published


@pytest.mark.parametrize(
    "chips",
    [
        '<div class="chips"><span><a href="/t/1">جسور</a></span><span><a href="/t/2">النقل</a></span></div>',
        '<ul class="tags"><li><a href="/t/1">جسور</a></li><li><a href="/t/2">النقل</a></li></ul>',
        '<p class="article-topics"><a href="/t/1">جسور</a> <a href="/t/2">النقل</a></p>',
    ],
)
def test_chips_right_above_the_title_are_keywords(chips: str) -> None:
    assert _page(before=chips).keywords == ("جسور", "النقل")


@pytest.mark.parametrize(
    "chips",
    [
        '<div class="chips"><a href="/t/1">جسور</a></div>',
        '<nav class="topics"><a href="/t/1">جسور</a> <a href="/t/2">النقل</a></nav>',
        '<div class="trending-topics"><a href="/t/1">جسور</a> <a href="/t/2">النقل</a></div>',
    ],
)
def test_a_section_and_menus_above_the_title_are_no_keywords(chips: str) -> None:
    assert _page(before=chips).keywords == ()


def test_hashtags_on_lines_of_a_dump_are_keywords_up_to_the_last() -> None:
    page = _dump(
        TITLE, FIRST, SECOND, THIRD, "#السنديّان", "#جسور", "#نقل_المشاة", "نشرة المساء", "شاهد الحلقة كاملة"
    )
    assert page.keywords == ("السنديّان", "جسور", "نقل_المشاة")
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD)


def test_hashtags_of_a_menu_and_of_a_list_of_the_frame_are_no_keywords_of_a_dump() -> None:
    page = _dump("#انتخابات", "#أسعار", TITLE, FIRST, SECOND, THIRD, "الأكثر تداولا", "#انتخابات", "#أسعار")
    assert page.keywords == ()


@pytest.mark.parametrize("lead", ["تقرير", "تحقيق", "متابعة", "كتبت", "إعداد"])
def test_a_word_for_the_report_and_a_name_above_a_text_are_its_byline(lead: str) -> None:
    for page in (
        _dump(TITLE, f"{lead} سلمى القاضي", FIRST, SECOND),
        _page(above=f"<p>{lead} سلمى القاضي</p>"),
    ):
        assert page.articles[0].byline == "سلمى القاضي"
        assert page.articles[0].paragraphs[0] == FIRST


def test_a_word_for_the_report_and_no_name_is_nobody() -> None:
    assert _page(above="<p>تقرير البلدية الجديد</p>").articles[0].byline is None


@pytest.mark.parametrize("office", ["Valley Press House - IT Dept", "Web Desk", "Sindyan News Agency"])
def test_an_office_in_the_metadata_is_not_the_author_where_the_page_names_one(office: str) -> None:
    page = _page(
        head=f'<meta name="author" content="{office}">', above="<p>وادي السنديان ـ من سلمى القاضي:</p>"
    )
    assert page.articles[0].byline == "سلمى القاضي"


def test_a_person_whose_name_an_outlet_might_have_is_the_author() -> None:
    page = _page(
        head='<meta name="author" content="Emily Post">', above='<p class="byline">By Emily Post</p>'
    )
    assert page.articles[0].byline == "Emily Post"


@pytest.mark.parametrize(
    ("credit", "line", "byline"),
    [
        ("", "تحرير: رامي الخوري", "رامي الخوري"),
        ("<p>المصدر: وكالات</p>", "تحرير: رامي الخوري", None),
        ("<p>المصدر: وكالات</p>", "إعداد وتحرير: رامي الخوري", "رامي الخوري"),
        ("<p>Source: Reuters</p>", "Edited by: Jane Porter", None),
    ],
)
def test_who_edited_what_others_wrote_is_no_author(credit: str, line: str, byline: str | None) -> None:
    page = _page(below=f"{credit}<p>{line}</p>")
    assert page.articles[0].byline == byline
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    "line",
    [
        "سلمى القاضي (بيروت)",
        "سلمى القاضي - بيروت",
        "كتبت من بيروت: سلمى القاضي",
        "كتبت من وادي السنديان سلمى القاضي",
        "كتبت سلمى القاضي من بيروت",
        "بيروت: كتبت سلمى القاضي",
    ],
)
def test_a_name_with_its_town_above_a_text_is_a_byline(line: str) -> None:
    for page in (
        _dump(TITLE, line, FIRST, SECOND),
        _page(above=f"<p>{line}</p>"),
        _page(above=f'<div class="by">{line}</div>'),
        tawatur.read(
            f'<html lang="ar"><body><article><h1>{TITLE}</h1><div class="entry"><p>{line}</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></article></body></html>'
        ),
    ):
        assert page.articles[0].byline == "سلمى القاضي"
        assert page.articles[0].paragraphs[0] == FIRST


@pytest.mark.parametrize(
    "opens", ["صدى السنديان - كتبت: سلمى القاضي - ", "بيروت - كتبت سلمى القاضي: ", "كتبت سلمى القاضي - "]
)
def test_who_wrote_stands_behind_a_label_in_the_line_that_opens_the_text(opens: str) -> None:
    head = '<meta property="og:site_name" content="صدى السنديان"><meta name="author" content="صدى السنديان">'
    page = tawatur.read(
        f'<html lang="ar"><head>{head}</head><body><article><h1>{TITLE}</h1><div class="entry"><p>{opens}{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></article></body></html>'
    )
    assert page.articles[0].byline == "سلمى القاضي"
    assert page.articles[0].paragraphs[0] == opens + FIRST


def test_the_name_of_a_field_may_stand_deeper_than_its_label() -> None:
    field = '<div class="f"><div class="l">بقلم: </div><div class="i"><div>نسيمة بوزيد</div></div></div>'
    assert _page(above=field).articles[0].byline == "نسيمة بوزيد"
    assert (
        _page(above=f'{field[:-6]}<div class="i"><div>وادي السنديان</div></div></div>').articles[0].byline
        is None
    )


@pytest.mark.parametrize("above", ["<div>بعد انتظار دام عامين</div>", ""])
def test_a_town_and_a_name_in_bold_are_no_title(above: str) -> None:
    lines = "".join(f"<p>{one}</p>" for one in (FIRST, SECOND, THIRD))
    title = "ألواح جديدة للمشاة.. والبساتين تنتظر الضوء"
    page = tawatur.read(
        f"<html><head><title>صدى السنديان | جريدة مستقلة تصدر من بيروت</title></head><body>{above}<div>{title}</div>"
        f"<p><b>بيروت - سلمى القاضي</b></p><div>الأحد 2026/10/25</div>{lines}</body></html>"
    )
    assert (page.articles[0].title, page.articles[0].byline) == (title, "سلمى القاضي")


def test_the_title_of_a_dump_stands_below_half_a_sentence() -> None:
    page = _dump(
        "الرئيسية",
        "تاريخ النشر: 12 مارس 2024",
        "بعد عامين من الإغلاق أمام المشاة وأصحاب البساتين؛",
        TITLE,
        "",
        FIRST,
        SECOND,
        THIRD,
    )
    assert page.articles[0].title == TITLE
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD)


def test_an_outlet_and_a_name_sign_the_second_article_of_a_dump() -> None:
    page = _dump(
        TITLE, "12 مارس 2024", FIRST, SECOND, "المصدر: رويترز", "اقرأ أيضا", LINKED, "بريد السنديان - سلمى القاضي",
        "الخميس, 15 يناير, 2026 - 11:40 صباحا", THIRD, FOURTH,
    )  # fmt: skip
    second = page.articles[1]
    assert (second.title, second.byline, second.paragraphs) == (LINKED, "سلمى القاضي", (THIRD, FOURTH))


@pytest.mark.parametrize(("label", "below"), [("مقالات ذات صلة", "إقرأ أيضاً"), ("ذات صلة", "موضوعات متعلقة")])
def test_a_headline_set_into_a_dump_is_none_of_the_similar_ones_below_it(label: str, below: str) -> None:
    similar = ("بلدية السنديان ترمم سوق الحطب القديم", "تلاميذ الضفة الشرقية يعودون إلى مدرستهم")
    dated = [line for one in similar for line in (one, "2 كانون الأول 2025")]
    page = _dump(
        TITLE, "12 مارس 2024", FIRST, SECOND, label, LINKED, THIRD, FOURTH, "الوسوم", "الجسور", below, *dated
    )
    assert (page.inline_links, page.similar) == ((LINKED,), similar)
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD, FOURTH)


BOXED = ("مصنع الألواح في وادي السنديان يوظف ثلاثين عاملا", "تلاميذ الضفة الشرقية يعودون إلى مدرستهم اليوم")
RELATED = ("بلدية السنديان ترمم سوق الحطب القديم", "حارس الجسر الخشبي يروي حكايته الأولى")


@pytest.mark.parametrize("subheading", ["", "الجسر يختصر الطريق", "الجسر الجديد يختصر الطريق بين الضفتين"])
@pytest.mark.parametrize("closing", [("المصدر: رويترز", "الوسوم", "الجسور"), ()])
def test_the_text_of_a_dump_goes_on_behind_a_box_of_related_headlines(
    subheading: str, closing: tuple[str, ...]
) -> None:
    inside = (subheading,) if subheading else ()
    page = _dump(
        TITLE, "12 مارس 2024", FIRST, SECOND, "إعلان", "موضوعات متعلقة", *BOXED, *inside, THIRD, FOURTH,
        *closing, "أخبار ذات صلة", RELATED[0], "2 مارس 2024", RELATED[1], "1 مارس 2024", "الأكثر قراءة",
    )  # fmt: skip
    assert page.articles[0].paragraphs == (FIRST, SECOND, *inside, THIRD, FOURTH)
    assert (page.inline_links, page.similar) == (BOXED, RELATED)


@pytest.mark.parametrize(
    "below", [(), ("الأكثر قراءة", "أسعار الخضار اليوم"), ("المصدر: رويترز",), ("أخبار ذات صلة", *RELATED)]
)
@pytest.mark.parametrize(
    "box",
    [
        BOXED,
        tuple(f"- {one}" for one in BOXED),
        tuple(line for one in BOXED for line in (one, "2 مارس 2024")),
        tuple(line for one in BOXED for line in ("محليات", one)),
        tuple(f"{one}\t2 مارس 2024" for one in BOXED),
    ],
)
def test_how_a_box_of_headlines_stands_in_a_dump(box: tuple[str, ...], below: tuple[str, ...]) -> None:
    text = (THIRD, FOURTH, "وتفتح البلدية باب التبرع للإنارة مطلع الشهر المقبل أمام أهالي الوادي.")
    page = _dump(TITLE, "12 مارس 2024", FIRST, SECOND, "موضوعات متعلقة", *box, "طريق أقصر", *text, *below)
    assert page.articles[0].paragraphs == (FIRST, SECOND, "طريق أقصر", *text)
    assert [one for one in (*page.inline_links, *page.similar) if one not in RELATED] == [*BOXED]


def test_another_article_below_a_list_of_a_dump_is_not_the_text_that_goes_on() -> None:
    text = (THIRD, FOURTH, "وتفتح البلدية باب التبرع للإنارة مطلع الشهر المقبل أمام أهالي الوادي.")
    page = _dump(TITLE, "12 مارس 2024", FIRST, SECOND, "موضوعات متعلقة", *BOXED, "2 مارس 2024", *text)
    assert page.articles[0].paragraphs == (FIRST, SECOND)


def test_the_teasers_of_a_list_in_a_dump_are_no_text_that_goes_on() -> None:
    teasers = (
        "يوظف مصنع الألواح ثلاثين عاملا من القرى القريبة...",
        "يعود تلاميذ الضفة الشرقية إلى مدرستهم بعد عامين...",
    )
    listed = [line for card in zip(BOXED, teasers, strict=True) for line in card]
    page = _dump(
        TITLE, "12 مارس 2024", FIRST, SECOND, THIRD, FOURTH, "موضوعات متعلقة", *listed,
        "أخبار ذات صلة", *RELATED, "الأكثر قراءة",
    )  # fmt: skip
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD, FOURTH)


@pytest.mark.parametrize(
    "line",
    [
        "السنديان ـ سلمى القاضي",
        "وادي السنديان: سلمى القاضي",
        "وادي السنديان: نوف الظاهري",
        "حرره: سلمى القاضي الأربعاء 13 مارس 2024 - 14:05",
        "حررته سلمى القاضي",
        "سلمى القاضي / وادي السنديان",
    ],
)
@pytest.mark.parametrize(
    "buttons", [(), ("عدد القراءات: 3817", "شارك", "فيسبوك", "تويتر", "واتساب", "نسخ الرابط")]
)
@pytest.mark.parametrize("above", [True, False])
def test_who_signs_beside_the_date_below_the_headline_of_a_dump(
    line: str, buttons: tuple[str, ...], above: bool
) -> None:
    head = (line, "13 مارس 2024 - 14:05") if above else ("13 مارس 2024 - 14:05", line)
    page = _dump(
        "الرئيسية", "محليات", TITLE, "ألواح جديدة وبساتين تنتظر الضوء", *head, *buttons, FIRST, SECOND, THIRD
    )
    article = page.articles[0]
    assert article.byline == ("نوف الظاهري" if "نوف" in line else "سلمى القاضي")
    assert (article.title, article.paragraphs) == (TITLE, (FIRST, SECOND, THIRD))
    assert str(article.published) == "2024-03-13 14:05:00"


def test_an_outlet_behind_a_town_is_no_author() -> None:
    outlet = "المنارة الجبلية"
    page = _dump(
        TITLE, f"السنديان - {outlet}", "13 مارس 2024", "شارك", "فيسبوك", "تويتر", "واتساب", FIRST, SECOND, THIRD,
        f"تابع أخبار {outlet} على هاتفك",
    )  # fmt: skip
    assert page.articles[0].byline is None


def test_half_a_headline_behind_a_town_is_nobody() -> None:
    page = _dump("الرئيسية", TITLE, "وادي السنديان: بساتين بلا ضوء", "", FIRST, SECOND, THIRD)
    assert page.articles[0].byline is None


def test_a_subheading_stays_in_the_second_article_of_a_dump() -> None:
    page = _dump(
        TITLE, "12 مارس 2024", FIRST, SECOND, "المصدر: رويترز", "اقرأ أيضا", LINKED, "وادي السنديان: نوف الظاهري",
        "15 يناير 2024 - 11:40", THIRD, "مصابيح على الجسر", FOURTH, "الأكثر قراءة", "أسعار الخضار اليوم",
    )  # fmt: skip
    assert page.articles[1].paragraphs == (THIRD, "مصابيح على الجسر", FOURTH)
    assert page.articles[1].byline == "نوف الظاهري"


MORE = ("وتفتح البلدية باب التبرع للإنارة مطلع الشهر المقبل أمام أهالي الوادي.",)


def test_the_dates_of_a_long_box_count_for_nothing_in_a_dump() -> None:
    cards = [f"{one}\t{day}/3/2024" for day, one in enumerate((*BOXED, *RELATED), 1)]
    page = _dump(
        TITLE, "12 مارس 2024", FIRST, SECOND, "مواضيع مرتبطة\t", *cards, "", THIRD, FOURTH, *MORE,
        "انشر في فيسبوك\tانشر في تويتر", "آخر الأخبار\t", "22:31\tأسعار الخضار في سوق السنديان",
    )  # fmt: skip
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD, FOURTH, *MORE)
    assert page.similar == (*BOXED, *RELATED)


@pytest.mark.parametrize("first", [f"بريد السنديان - {TITLE}", f"{TITLE} | بريد السنديان"])
@pytest.mark.parametrize("again", [f"محليات\t{TITLE}\tالقسم: جسور", ""])
def test_the_name_of_a_site_beside_the_title_of_a_dump_is_none_of_it(first: str, again: str) -> None:
    lines = (again,) if again else (f"محليات\nمن الوادي\n{TITLE}",)
    page = _dump(first, "صحيفة\tبريد السنديان", *lines, "12 مارس 2024", FIRST, SECOND, THIRD, FOURTH)
    assert page.articles[0].title == TITLE


@pytest.mark.parametrize(
    ("line", "linked"),
    [
        ("سكان الضفة الشرقية يطالبون بلدية السنديان بمدرسة ثانية للبنات", True),
        ("قبل الافتتاح بأسبوع.. نجارو الوادي: الخشب هدية", True),
        ("خشب السنديان أقوى من الحديد", False),
        ("الجسر الجديد يفتح أمام المشاة والدراجات ويختصر الطريق بين الضفتين", False),  # told below
    ],
)
def test_a_headline_between_the_paragraphs_of_a_dump_is_a_link(line: str, linked: bool) -> None:
    told = "ويختصر الجسر الجديد الطريق بين الضفتين نصف ساعة أمام المشاة والدراجات، كما قال مدير البلدية."
    page = _dump(TITLE, "12 مارس 2024", FIRST, SECOND, line, told, FOURTH, *MORE, "المصدر: رويترز")
    assert page.inline_links == ((line,) if linked else ())
    assert page.articles[0].paragraphs == (FIRST, SECOND, *(() if linked else (line,)), told, FOURTH, *MORE)


def test_dated_headlines_between_the_paragraphs_of_a_dump_are_links() -> None:
    dated = [line for one in BOXED for line in (one, "محليات - 2024-03-02")]
    page = _dump(TITLE, "12 مارس 2024", FIRST, SECOND, *dated, THIRD, FOURTH, *MORE, "المصدر: رويترز")
    assert page.inline_links == BOXED
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD, FOURTH, *MORE)


@pytest.mark.parametrize("label", ["اقرأ أيضا", "موضوعات متعلقة"])
def test_what_a_page_says_of_a_list_to_those_who_hear_it_is_no_line(label: str) -> None:
    heard = ("list of 2 items", "list 1 of 2", BOXED[0], "list 2 of 2", BOXED[1], "end of list")
    page = _dump(TITLE, "12 مارس 2024", FIRST, SECOND, label, *heard, THIRD, FOURTH, *MORE, "المصدر: رويترز")
    assert (*page.inline_links, *page.similar) == BOXED
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD, FOURTH, *MORE)


def test_a_verb_with_dots_behind_it_is_the_headlines_own_in_a_dump() -> None:
    line = "شاهد.. لحظة وضع الحجر الأخير في الجسر"
    page = _dump(TITLE, "12 مارس 2024", FIRST, SECOND, line, THIRD, FOURTH, *MORE)
    assert page.inline_links == (line,)


@pytest.mark.parametrize(
    "below",
    [
        ("وادي السنديان", "الجسر الخشبي", "البلدية", "جسور ريفية", "تابعنا على", "تلغرام"),
        ("==========", "وادي السنديان | الجسر الخشبي | البلدية", "=========="),
        ("Updated: March 12, 2024, 6:05 pm", "وادي السنديان  الجسر الخشبي  البلدية", "تابعنا على"),
    ],
)
def test_names_below_a_dump_that_its_text_speaks_of_are_keywords(below: tuple[str, ...]) -> None:
    page = _dump("الرئيسية | أخبار | رياضة", TITLE, "12 مارس 2024", FIRST, SECOND, THIRD, FOURTH, *below)
    names = ("وادي السنديان", "الجسر الخشبي", "البلدية", "جسور ريفية")
    assert page.keywords == names[: 4 if below[0] == names[0] else 3]
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD, FOURTH)


@pytest.mark.parametrize(
    "below",
    [("أخبار | رياضة | فن | جسور",), ("سلمى القاضي", "السنديان"), ("شارك", "فيسبوك", "واتساب", "البلدية")],
)
def test_other_rows_and_lines_below_a_dump_are_no_keywords(below: tuple[str, ...]) -> None:
    assert _dump(TITLE, "12 مارس 2024", FIRST, SECOND, THIRD, FOURTH, *below).keywords == ()


@pytest.mark.parametrize(
    ("line", "credits"),
    [("نبض الوادي - رويترز + وكالات", ("رويترز", "وكالات")), ("قناة الوادي - متابعات", ())],
)
def test_whom_a_line_of_the_head_of_a_dump_credits_beside_the_outlet(
    line: str, credits: tuple[str, ...]
) -> None:
    buttons = ("شارك", "نسخ الرابط", "استمع إلى الخبر", "03:11", "الجسر الخشبي بعد إصلاحه (رويترز)")
    page = _dump(TITLE, "نشر في 12-03-2024 | 13:27", line, *buttons, FIRST, SECOND, THIRD)
    assert page.credits == credits


def test_a_box_of_the_same_file_in_a_dump() -> None:
    items = [f"• {one}" for one in BOXED]
    page = _dump(
        TITLE,
        "12 مارس 2024",
        FIRST,
        SECOND,
        "اقرأ في هذا الملف",
        *items,
        THIRD,
        FOURTH,
        *MORE,
        "المصدر: رويترز",
    )
    assert page.inline_links == BOXED
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD, FOURTH, *MORE)


def test_one_dated_headline_below_its_label_at_the_end_of_a_dump_is_similar() -> None:
    below = (
        "الوسوم: السنديان، الجسور",
        "اقرأ أيضا",
        RELATED[0],
        "2 مارس 2024",
        "الأكثر قراءة",
        "أسعار الخضار",
    )
    assert _dump(TITLE, "12 مارس 2024", FIRST, SECOND, THIRD, FOURTH, *below).similar == RELATED[:1]


def test_an_article_in_full_below_a_stroke_of_a_dump_and_the_headlines_below_it() -> None:
    second = (
        "قال مدير مصنع الألواح إن المصنع وظف ثلاثين عاملا من أهالي الوادي خلال الشهرين الماضيين.",
        "وأضاف أن الطلب على ألواح السنديان تضاعف منذ أن بدأت البلدية إصلاح الجسر.",
    )
    page = _dump(
        TITLE, "12 مارس 2024", FIRST, SECOND, THIRD, FOURTH, "==========", "اقرأ أيضا", LINKED, *second, *RELATED,
        "==========", "وادي السنديان | الجسر الخشبي | البلدية", "==========", "ترشيحاتنا",
        "شاهد | لحظة وصول أول دراجة إلى الضفة الشرقية", "طقس الغد | أمطار خفيفة على الوادي", "أسعار الحطب اليوم في الوادي",
    )  # fmt: skip
    assert [(one.role, one.title, one.paragraphs) for one in page.articles] == [
        ("main", TITLE, (FIRST, SECOND, THIRD, FOURTH)), ("read_also", LINKED, second),
    ]  # fmt: skip
    assert (page.inline_links, page.similar) == ((), RELATED)
    assert page.keywords == ("وادي السنديان", "الجسر الخشبي", "البلدية")


def test_the_headlines_of_news_in_brief_in_a_dump_are_no_links() -> None:
    briefs = (
        "سكان الضفة الشرقية يطالبون بلدية السنديان بمدرسة ثانية للبنات", FIRST,
        "نجارو الوادي يعرضون ما بقي من الألواح في ساحة السوق", SECOND,
        "قطار الجبل يتوقف يومين لأن السيول جرفت سكته الوحيدة", FOURTH,
    )  # fmt: skip
    page = _dump("أخبار قصيرة من وادي السنديان", "12 مارس 2024", *MORE, *briefs)
    assert page.inline_links == ()


@pytest.mark.parametrize(
    "line",
    [
        "نجارو الوادي يرفعون اللوح الأخير صباح الأربعاء الماضي، الصورة من البلدية",
        "استبدل ثمانين لوحا من أصل مئة وعشرين، وأبقى على الدعامات",  # repeated from a paragraph
    ],
)
def test_captions_and_quotes_between_the_paragraphs_of_a_dump_are_neither_text_nor_links(line: str) -> None:
    page = _dump(TITLE, "12 مارس 2024", FIRST, SECOND, THIRD, line, FOURTH, *MORE, "المصدر: رويترز")
    assert page.inline_links == ()
    assert page.articles[0].paragraphs == (FIRST, SECOND, THIRD, FOURTH, *MORE)
