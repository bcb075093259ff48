"""Plain text as text browsers print it: what is broken at a width, numbered and marked becomes an article again."""

from __future__ import annotations

import textwrap

import pytest

import tawatur
from tawatur.model import Page
from tawatur.page.dumps.wrapped import unwrapped

HEADLINE = "بلدة الصفصاف تعيد فتح سوقها القديم بعد ترميم دام عامين"
PARAGRAPHS = (
    "أعادت بلدية الصفصاف صباح الثلاثاء فتح السوق القديم أمام الزوار، بعد أعمال ترميم شملت ستين دكاناً وخزان ماء يعود إلى القرن الماضي.",
    "وقال رئيس البلدية نادر السروجي إن كلفة الأعمال بلغت مليوني دينار، وإن أصحاب الدكاكين سيعفون من الرسوم حتى نهاية العام الجاري.",
    "وأضاف أن المرحلة الثانية ستبدأ في الربيع، وأنها تشمل سقف الممر الشرقي وبوابة النحاسين وساحة الحمّالين.",
)
ITEMS = (
    "منع دخول السيارات إلى الممرات من الثامنة صباحاً حتى العاشرة ليلاً طوال أيام الأسبوع، عدا سيارات الإسعاف.",
    "توحيد واجهات الدكاكين.",
)
ENGLISH = (
    "The harbour board voted on Monday to close the north pier for six weeks, after divers found that shipworm had eaten "
    "through eleven of its forty piles.",
    "“We would rather lose a season than a boat,” said the harbour master, Alda Finnemore, who told the meeting that she "
    "had asked for the survey twice before.",
    "Ferries will land at the fish quay until the work is done.",
)


def _filled(text: str, width: int, indent: str = "", hang: str | None = None) -> str:
    return textwrap.fill(
        text, width, initial_indent=indent, subsequent_indent=indent if hang is None else hang
    )


def _read(dump: str) -> Page:
    return tawatur.read(dump.encode(), content_type="text/plain")


def _lynx() -> str:
    """Three columns in, numbers before links, a list of addresses."""
    first, second, third = (_filled(text, 74, "   ") for text in PARAGRAPHS)
    one, other = (_filled(text, 74, f"    {at}. ", "       ") for at, text in enumerate(ITEMS, 1))
    rows = (
        "   [1]الرئيسية [2]محليات [3]رياضة\n", HEADLINE, "\n   [4]سلمى القاضي\n   نشر في: 12/03/2024 - 10:15",
        f"\n   [market.jpg]\n\n{first}\n\n   اقرأ أيضا: [5]سوق السمك ينتظر دوره في الترميم\n\n{second}\n\n   وتضمنت القرارات:",
        f"{one}\n{other}\n\n{third}\n\n   المصدر: [6]صحيفة السفح\n\n   الكلمات المفتاحية: [7]الصفصاف [8]السوق القديم",
        "\nمواضيع ذات صلة\n\n     * [9]خزان الصفصاف يعود إلى العمل\n     * [10]تجار النحاس يطلبون معرضاً دائماً",
        "\n   يعمل بنظام واحة\n\nReferences\n\n   Visible links\n   1. https://safh.example/\n   2. https://safh.example/local",
        "   3. https://safh.example/sport",
    )  # fmt: skip
    return "\n".join(rows)


def test_lynx() -> None:
    page = _read(_lynx())
    article = page.articles[0]
    first, second, third = PARAGRAPHS
    assert article.title == HEADLINE
    assert article.paragraphs == (first, second, "وتضمنت القرارات:", *ITEMS, third)
    assert page.inline_links == ("سوق السمك ينتظر دوره في الترميم",)
    assert page.credits == ("صحيفة السفح",)
    assert page.keywords == ("الصفصاف", "السوق القديم")
    assert page.similar == ("خزان الصفصاف يعود إلى العمل", "تجار النحاس يطلبون معرضاً دائماً")


@pytest.mark.parametrize("width", [64, 72, 80, 100])
def test_english_at_other_widths(width: int) -> None:
    text = "\n\n".join(_filled(paragraph, width) for paragraph in ENGLISH)
    page = _read(f"North pier to close for six weeks\n\nMarch 4, 2024\n\n{text}\n\nSource: Quay Courier\n")
    assert page.articles[0].paragraphs == ENGLISH
    assert page.credits == ("Quay Courier",)


def test_html2text() -> None:
    """Links and pictures in brackets, headings with hashes, letters set off by signs."""
    first, second, third = ENGLISH
    text = "\n\n".join(_filled(one, 78) for one in (first, second.replace("Alda", "**Alda**"), third))
    links = "[Home](/) [Tides](/tides) [Boats](/boats)"
    pictured = "![The pier at low water](/pier.jpg)"
    page = _read(
        f"{links}\n\n# North pier to close for six weeks\n\n{pictured}\n\n{text}\n\nSource: [Quay Courier](/q)\n"
    )
    assert page.articles[0].title == "North pier to close for six weeks"
    assert page.articles[0].paragraphs[:1] == (first,)
    assert page.articles[0].paragraphs[-1] == third
    assert page.credits == ("Quay Courier",)


def test_read_also_articles_in_full() -> None:
    """In a dump another article begins at a headline with a date below it."""
    first, second, third = PARAGRAPHS
    more = [
        f"{title}\n\nالخميس 06-03-2025 | 09:40 ص\n\nالمصدر: {source}\n\n{_filled(text, 80)}\n"
        for title, source, text in (
            ("خزان الصفصاف يعود إلى العمل", "راديو التل", second),
            ("تجار النحاس يطلبون معرضاً دائماً في الساحة القديمة", "موقع الجسر", third),
        )
    ]
    main = f"{HEADLINE}\n\nالخميس 06-03-2025 | 11:18 ص\n\nالمصدر: صحيفة السفح\n\n{_filled(first, 80)}\n\n{_filled(ENGLISH[0], 80)}"
    page = _read(f"{main}\n\nكلمات دلالية: الصفصاف، السوق\n\nإعلان\n\nاقرأ أيضا\n\n" + "\n".join(more))
    assert [(one.role, one.paragraphs) for one in page.articles[1:]] == [
        ("read_also", (second,)),
        ("read_also", (third,)),
    ]
    assert page.credits == ("صحيفة السفح", "راديو التل", "موقع الجسر")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join((HEADLINE, *PARAGRAPHS)),  # a paragraph on each line
        "\n".join(
            f"عنوان قصير رقم {at} عن أحوال السوق في البلدة القديمة اليوم" for at in range(20)
        ),  # a list
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert unwrapped(text) == text


def test_signs_above_letters_take_no_column() -> None:
    text = (
        "وقالَ المُتحدِّثُ إنَّ الأعمالَ ستُستأنفُ صباحَ الغدِ في جميعِ المواقعِ التي توقَّفت فيها خلالَ الأسبوعِ الماضي بسببِ الأمطارِ. "
        * 3
    )
    lines: list[str] = [""]
    for word in text.split():
        bare = "".join(letter for letter in lines[-1] + " " + word if not "\u064b" <= letter <= "\u0652")
        lines = [*lines, word] if len(bare) > 60 else [*lines[:-1], f"{lines[-1]} {word}".strip()]
    assert unwrapped("\n".join(lines)) == " ".join(text.split())


@pytest.mark.parametrize("below", ["12/03/2024 - 10:15", "بقلم: سلمى القاضي"])
def test_a_title_that_is_centred_over_two_lines_is_one(below: str) -> None:
    title = ("بلدة الصفصاف تعيد فتح سوقها القديم أمام الزوار", "بعد ترميم دام عامين كاملين")
    text = "\n\n".join(_filled(one, 74, "   ") for one in PARAGRAPHS)
    centred = "\n".join(line.center(74).rstrip() for line in (*title, below))
    page = _read(f"   [1]الرئيسية [2]محليات [3]رياضة\n\n{centred}\n\n{text}\n\n   المصدر: [4]صحيفة السفح\n")
    assert page.articles[0].title == " ".join(title)
    assert page.articles[0].paragraphs == PARAGRAPHS


def test_a_row_of_links_to_topics_is_the_keywords_of_a_page() -> None:
    text = "\n\n".join(_filled(one, 74, "   ") for one in PARAGRAPHS)
    rows = ("   [4]الصفصاف [5]السوق القديم [6]ترميم", "   [7]طباعة [8]إرسال [9]حفظ")
    paths = ("", "local", "sport", "tag/الصفصاف", "tag/السوق-القديم", "tag/ترميم", "print", "send", "save")
    addresses = "\n".join(f"   {at}. https://safh.example/{path}/" for at, path in enumerate(paths, 1))
    page = _read(
        f"   [1]الرئيسية [2]محليات [3]رياضة\n\n{HEADLINE}\n\n   12/03/2024 - 10:15\n\n{text}\n\n"
        + "\n\n".join(rows)
        + f"\n\nReferences\n\n   Visible links\n{addresses}\n"
    )
    assert page.keywords == ("الصفصاف", "السوق القديم", "ترميم")
    assert page.articles[0].paragraphs == PARAGRAPHS


def test_a_box_drawn_around_headlines_is_none_of_their_lines() -> None:
    first, second, third = (_filled(text, 72) for text in PARAGRAPHS)
    box = ("أخبار ذات صلة", "• خزان الصفصاف يعود إلى العمل", "  02/03/2024", "• تجار النحاس يطلبون معرضاً")
    for corners, bar, stroke in (("++++", "|", "-"), ("┌┐└┘", "│", "─")):
        rules = [f"{one}{stroke * 50}{other}" for one, other in (corners[:2], corners[2:])]
        drawn = "\n".join((rules[0], *(f"{bar} {line:<48} {bar}" for line in box), rules[1]))
        page = _read(
            f"{HEADLINE}\n\n12/03/2024 - 10:15\n\n{first}\n\n{drawn}\n\n{second}\n\n{third}\n\nالمصدر: صحيفة السفح\n"
        )
        assert page.articles[0].paragraphs == PARAGRAPHS
        assert page.similar == ("خزان الصفصاف يعود إلى العمل", "تجار النحاس يطلبون معرضاً")


@pytest.mark.parametrize("picture", ["IMG: السوق بعد ترميمه صباح الثلاثاء.", "IMG", "[market_12] [print]"])
def test_pictures_of_which_only_a_name_is_left_are_no_lines(picture: str) -> None:
    first, second, third = (_filled(text, 72) for text in PARAGRAPHS)
    page = _read(
        f"{HEADLINE}\n\n12/03/2024 - 10:15\n\n{picture}\n\n{first}\n\n{second}\n\n{third}\n\n"
        f"الوسوم:\nالصفصاف\nالسوق القديم\n{picture}\n\nأخبار ذات صلة\n\n{picture}\n\nخزان الصفصاف يعود إلى العمل\n\n{picture}\n\n"
        "تجار النحاس يطلبون معرضاً\n"
    )
    assert page.articles[0].paragraphs == PARAGRAPHS
    assert page.keywords == ("الصفصاف", "السوق القديم")
    assert page.similar == ("خزان الصفصاف يعود إلى العمل", "تجار النحاس يطلبون معرضاً")


def test_a_title_that_is_centred_may_be_as_wide_as_the_text() -> None:
    title = ("North pier of the harbour to close for at least six weeks", "over shipworm")
    text = "\n\n".join(_filled(one, 66, "   ") for one in ENGLISH)
    centred = "\n".join(line.center(72).rstrip() for line in (*title, "", "March 4, 2024 5:20 pm"))
    page = _read(f"   Home    Tides    Boats\n\n{centred}\n\n{text}\n\n   Source: Quay Courier\n")
    assert page.articles[0].title == " ".join(title)
    assert page.articles[0].paragraphs == ENGLISH


MARKED = (
    "[الرئيسية](/) [محليات](/l) [رياضة](/s)\n\n# {title}\n\n[سلمى القاضي](/a/1)\n\n12 مارس 2024\n\n{text}\n"
)
LINKED = ("سوق السمك ينتظر دوره في الترميم", "حارس السوق القديم يروي حكايته", "خزان الصفصاف يعود إلى العمل")


@pytest.mark.parametrize(
    "links",
    [
        f"> [{LINKED[0]}](/1)\n\n[{LINKED[1]}](/2)",
        f"*   [{LINKED[0]}](/1) 2 مارس 2024\n*   [{LINKED[1]}](/2) 1 مارس 2024",
        f"[20]{LINKED[0]}\n\n* [21]{LINKED[1]}",
    ],
)
@pytest.mark.parametrize("below", ["", "### ماذا بعد الترميم؟\n\n"])
def test_lines_between_paragraphs_that_are_all_a_link_are_links_inside_the_text(
    links: str, below: str
) -> None:
    first, second, third = PARAGRAPHS
    page = _read(MARKED.format(title=HEADLINE, text=f"{first}\n\n{links}\n\n{below}{second}\n\n{third}"))
    assert page.inline_links == LINKED[:2]
    assert page.articles[0].paragraphs == (first, *(["ماذا بعد الترميم؟"] if below else []), second, third)


def test_links_without_words_are_nothing_and_items_have_no_bar() -> None:
    first, second, third = PARAGRAPHS
    items = "\n".join(f"*   {item}" for item in ITEMS)
    cards = "\n\n".join(f"[![Image {at}](/{at}.jpg) {one}](/{at})" for at, one in enumerate(LINKED))
    pictured = "[![Image 2: سلمى القاضي](/s.jpg)](/a/1)\n\n"
    page = _read(
        MARKED.format(
            title=HEADLINE,
            text=f"{pictured}{first}\n\n{second}\n\n{items}\n\n{third}\n\nقد يهمك أيضا\n---\n\n{cards}",
        )
    )
    assert page.articles[0].paragraphs == (first, second, *ITEMS, third)
    assert page.similar == LINKED
    assert page.articles[0].byline == "سلمى القاضي"


@pytest.mark.parametrize(
    "author", ["[ورد الشمعي](/authors/ward)", "[ورد الشمعي](https://safh.example/writer/12)"]
)
def test_a_link_to_the_page_of_an_author_is_a_byline(author: str) -> None:
    page = _read(
        MARKED.format(title=HEADLINE, text="\n\n".join(PARAGRAPHS)).replace("[سلمى القاضي](/a/1)", author)
    )
    assert page.articles[0].byline == "ورد الشمعي"


@pytest.mark.parametrize("sign", ["", " ", "، "])
def test_links_to_the_pages_of_topics_beside_one_another_are_keywords(sign: str) -> None:
    tags = sign.join(
        f"[{one}](https://safh.example/tag/{at})" for at, one in enumerate(("الصفصاف", "السوق القديم"))
    )
    text = "\n\n".join(
        (*PARAGRAPHS, "المصدر: [صحيفة السفح](/p)", tags, "[من نحن](/about)[اتصل بنا](/contact)")
    )
    page = _read(MARKED.format(title=HEADLINE, text=text))
    assert page.keywords == ("الصفصاف", "السوق القديم")
    assert page.credits == ("صحيفة السفح",)


def test_links_to_topics_below_a_label_of_the_frame_are_no_keywords() -> None:
    tags = "[الذهب](/tag/1) [الأمطار](/tag/2)"
    page = _read(MARKED.format(title=HEADLINE, text="\n\n".join((*PARAGRAPHS, "الأكثر تداولا", tags))))
    assert page.keywords == ()


def test_a_heading_inside_a_link_is_its_words() -> None:
    cards = "\n".join(f"*   [![Image {at}](/{at}.jpg) ### {one}](/{at})" for at, one in enumerate(LINKED))
    page = _read(MARKED.format(title=HEADLINE, text="\n\n".join((*PARAGRAPHS, "قد يهمك أيضا", cards))))
    assert page.similar == LINKED
