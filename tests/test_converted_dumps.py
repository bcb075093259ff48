"""Dumps as converters of crawls make them: Markdown with underlined headings and tables of layout, whole frames around a text."""

from __future__ import annotations

import pytest

import tawatur

TEXT = (
    "قال رئيس بلدية الريحان سامر العوض إن الجسر الخشبي سيغلق أمام السيارات ثلاثة أسابيع لتبديل ألواحه.",
    "وأضاف أن المشاة سيعبرون من ممر مؤقت أقيم على الضفة الشمالية، وأن العبور فيه مجاني طوال مدة العمل.",
    "وتقول البلدية إن الألواح الجديدة من خشب الأرز، وإنها تكلف نصف ما كلفته ألواح العام الماضي.",
)
DECK = "البلدية تغلق الجسر الخشبي أمام السيارات لتبديل ألواحه"
TITLE = "جسر الريحان يغلق ثلاثة أسابيع"


def read(*lines: str) -> tawatur.Page:
    return tawatur.read("\n".join(lines), content_type="text/plain")


def test_a_table_of_layout_in_markdown_is_the_text_in_its_cell() -> None:
    menu = "[الرئيسية](1.htm) | [محليات](2.htm)"
    page = read(menu, "", "|  |  |", "| --- | --- |", f"| {TITLE}  {'  '.join(TEXT)} | إعلان |", "", "---")
    assert (page.articles[0].title, page.articles[0].paragraphs) == (TITLE, TEXT)


def test_a_table_of_figures_in_markdown_is_no_text() -> None:
    table = ("| الممر | العرض |", "| --- | --- |", "| الشمالي | 3 أمتار |", "| الجنوبي | متران |")
    assert read(TITLE, "", *TEXT[:2], *table, TEXT[2]).articles[0].paragraphs == TEXT


@pytest.mark.parametrize("under", ["=", "-"])
def test_an_underlined_line_is_a_heading(under: str) -> None:
    page = read("القائمة", "", TITLE, under * len(TITLE), "", DECK, "", *TEXT)
    assert (page.articles[0].title, page.articles[0].paragraphs) == (TITLE, TEXT)


def test_a_line_between_paragraphs_underlines_nothing() -> None:
    assert read(TITLE, "", TEXT[0], "", "-----", "", *TEXT[1:]).articles[0].paragraphs == TEXT


def test_the_first_line_of_a_dump_names_the_headline_among_others() -> None:
    page = read(f"{TITLE} - صدى الريحان", "الرئيسية", "محليات", TITLE, "محليات", DECK, *TEXT)
    assert page.articles[0].title == TITLE


def test_what_a_site_says_of_itself_above_a_text_is_none_of_it() -> None:
    notices = (
        "نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا، وبمتابعة التصفح فإنك توافق على سياسة الخصوصية.",
        "اشترك الآن في نشرتنا البريدية المجانية لتصلك آخر الأخبار كل صباح على بريدك الإلكتروني.",
        "By continuing to use this website you agree to our terms of use, privacy policy and the use of cookies.",
    )
    for many in (1, 3):
        page = read("الرئيسية", *(notices * many), "محليات", TITLE, "12 مارس 2026", *TEXT)
        assert (page.articles[0].title, page.articles[0].paragraphs) == (TITLE, TEXT)


def test_a_text_by_itself_is_read_whole() -> None:
    for text in (TEXT, TEXT[:2], TEXT[:1]):
        assert read(*text).articles[0].paragraphs == text


def test_the_lengths_of_films_between_paragraphs_are_no_entries_of_a_live_blog() -> None:
    films = [("2:34", "الجسر من الجو"), ("1:12", "كيف تركب الألواح"), ("0:58", "شهادات المشاة")]
    lines = [line for (time, name), told in zip(films, TEXT, strict=True) for line in (time, name, told)]
    page = read(TITLE, "12 مارس 2026", "", *lines)
    assert [article.role for article in page.articles] == ["main"]
    assert page.articles[0].paragraphs == TEXT


def test_who_took_a_picture_between_paragraphs_ends_no_text_and_is_no_credit() -> None:
    page = read(
        TITLE, "", TEXT[0], "ألواح الجسر القديمة", "رويترز", *TEXT[1:], "المصدر: صدى الريحان", "الأكثر قراءة"
    )
    assert page.articles[0].paragraphs == TEXT
    assert page.credits == ("صدى الريحان",)


def test_a_credit_with_another_text_below_it_ends_its_own() -> None:
    other = "قالت هيئة المياه إن خزان السفح امتلأ لأول مرة منذ عشر سنوات بعد أمطار الأسبوع الماضي."
    page = read(
        TITLE,
        "",
        *TEXT,
        "المصدر: صدى الريحان",
        "إقرأ أيضاً",
        "خزان السفح يمتلئ",
        other,
        other[:-1] + " الغزيرة.",
    )
    assert page.articles[0].paragraphs == TEXT
    assert page.credits == ("صدى الريحان",)


def test_a_link_that_stands_on_two_lines_belongs_to_its_sentence() -> None:
    page = """# جسر الريحان يغلق ثلاثة أسابيع

قال رئيس بلدية الريحان سامر العوض إن الجسر الخشبي سيغلق أمام السيارات ثلاثة
أسابيع لتبديل ألواحه، وإن [لجنة الجسور
القديمة](/tags/bridges) وافقت على العمل بعد أن كشفت على الدعائم في الصيف الماضي.

وأضاف أن المشاة سيعبرون من ممر مؤقت أقيم على الضفة الشمالية، وأن العبور فيه
مجاني طوال مدة العمل كما اتفق عليه [مجلس البلدية](/tags/council) في جلسته.
"""
    told, more = tawatur.read(page, content_type="text/plain").articles[0].paragraphs
    assert "وإن لجنة الجسور القديمة وافقت على العمل" in told
    assert "كما اتفق عليه مجلس البلدية في جلسته." in more


def test_what_is_said_to_those_who_hear_a_page_is_no_part_of_the_headline_beside_it() -> None:
    page = read(
        TITLE,
        "",
        *TEXT[:2],
        "اقرأ أيضا",
        "list 1 of 2خزان السفح يمتلئ بعد عشر سنوات عجاف",
        "list 2 of 2طريق السفح يفتح أمام الشاحنات غدا",
        "end of list",
        TEXT[2],
    )
    assert page.inline_links == ("خزان السفح يمتلئ بعد عشر سنوات عجاف", "طريق السفح يفتح أمام الشاحنات غدا")
    assert page.articles[0].paragraphs == TEXT


def test_keywords_end_where_a_site_asks_to_be_followed_or_gives_its_address() -> None:
    names = ("جسر الريحان", "البلدية", "خشب الأرز")
    for below in ("تابع مواقعنا", "رابط مختصر: https://rihan.example/n/11"):
        assert read(TITLE, "", *TEXT, "كلمات دلالية", *names, below, "Google News").keywords == names


def test_the_date_behind_a_dash_is_no_part_of_a_headline() -> None:
    headlines = ("خزان السفح يمتلئ بعد عشر سنوات", "طريق السفح يفتح أمام الشاحنات غدا")
    rows = [f"- {one} — {day} مارس 2026" for day, one in enumerate(headlines, 3)]
    assert read(TITLE, "", *TEXT, "", "مواضيع ذات صلة", *rows).similar == headlines


def test_a_headline_far_above_its_text_is_found_by_its_words() -> None:
    between = [f"قسم من أقسام الموقع رقم {number}" for number in range(40)]
    headline = "رئيس بلدية الريحان يغلق الجسر الخشبي أمام السيارات"
    page = read("الرئيسية", headline, *between, "انضم إلى قائمة القراء هذا الأسبوع", *TEXT)
    assert (page.articles[0].title, page.articles[0].paragraphs) == (headline, TEXT)
