"""Reading pages: the example and the aggregator pages against their gold, hostile and odd input."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tawatur
from tawatur.model import Page

NAMES = ["seed_page", "aggregator_pages/alwaqt_9252", "aggregator_pages/mizan-news_416733",
         "aggregator_pages/newsmesh_660182", "aggregator_pages/sahafa-plus_48817"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_pages_of_aggregators_come_apart_as_their_gold_says(shared: Path, name: str) -> None:
    gold = json.loads((shared / f"{name}.json").read_text("utf-8"))
    path = next(shared / (name + end) for end in (".txt", ".html") if (shared / (name + end)).exists())
    page = tawatur.read(path.read_bytes())
    assert [(a.role, a.title, list(a.paragraphs)) for a in page.articles] == [
        (a["role"], a["title"], a["paragraphs"]) for a in gold["articles"]
    ]
    for part in ("credits", "keywords", "inline_links", "similar"):
        assert list(getattr(page, part)) == gold[part]
    for article, wanted in zip(page.articles, gold["articles"], strict=True):
        assert (article.published.isoformat() if article.published else None) == wanted["published"]
        assert article.byline == wanted["byline"]


@given(st.text(max_size=600) | st.binary(max_size=600))
def test_no_input_breaks_the_reader(page: str | bytes) -> None:
    if isinstance(page, bytes) and b"\0" in page and not page.startswith((b"\xff\xfe", b"\xfe\xff")):
        with pytest.raises(ValueError, match="binary"):
            tawatur.read(page)
    else:
        tawatur.read(page)


@given(
    st.lists(
        st.sampled_from(
            ["<div>", "</p>", "<br>", "<table>", "<a href=x>", "نص قصير هنا.", "المصدر:", "<li>", "</div>"]
        ),
        max_size=60,
    )
)
def test_no_markup_breaks_the_reader(parts: list[str]) -> None:
    tawatur.read("<html><body>" + "".join(parts))


def test_a_deep_page_without_text_has_no_article_when_its_scripts_are_looked_at() -> None:
    assert tawatur.read("<div><input>a b c" * 60_000).articles == ()


def test_deep_nesting_is_read_in_bounded_depth() -> None:
    tawatur.read("<html><body>" + "<div>" * 50_000 + "نص")


@pytest.mark.parametrize(
    "frame",
    [
        "<div>" * 100_000,
        "<b>" * 100_000,
        "<div " + " ".join(f"a{number}=1" for number in range(30_000)) + ">",
        "<table>" * 20_000,
        "<script>" + "[" * 200_000 + "</script>",
        "<p>" + "&amp;" * 300_000 + "</p>",
        "<!-- " * 50_000 + "-->",
        "<div>" * 1_500 + '<input type="email">' * 20_000 + "</div>" * 1_500,
    ],
    ids=lambda frame: frame[:12],
)
def test_monstrous_markup_hides_no_text(frame: str) -> None:
    text = "قال الوزير إن الميناء سيفتح أبوابه أمام السفن صباح الغد، وإن العمل فيه انتهى قبل موعده."
    page = tawatur.read(f"<html><body>{frame}<p>{text}</p>")
    assert text in page.articles[0].text


def test_a_script_with_a_monstrous_attribute_shows_no_code() -> None:
    script = f'<script data-settings="{"x" * 120_000}">' + "function(){return 1};" * 2000 + "</script>"
    text = "قال الوزير إن الميناء سيفتح أبوابه أمام السفن صباح الغد، وإن العمل فيه انتهى قبل موعده."
    page = tawatur.read(f"<html><body>{script}<p>{text}</p>")
    assert page.articles[0].paragraphs == (text,)


@pytest.mark.parametrize(
    "unseen",
    [
        "<button>Share <b>this</b></button>",
        "<noscript>Switch on <em>scripts</em>.</noscript>",
        "<object><object>No plug-in</object><p>here</p></object>",
        "<template><div>{{ text }}</div></template>",
        "<iframe><!-- </iframe>",
        "<textarea></p> <!-- <b></textarea>",
        "<select><option>One<option>Two</select>",
        "<svg><text>Chart</text></svg>",
        "<embed>",
    ],
)
def test_what_a_reader_does_not_see_leaves_no_trace_in_a_line(unseen: str) -> None:
    text = "The council of the port voted on {}Monday for a second quay, and work is to begin in the spring of next year."
    seen, hidden = (
        tawatur.read(f"<h1>A second quay for the port</h1><p>{text.format(one)}</p><p>{text.format('')}</p>")
        for one in ("", unseen)
    )
    assert hidden.articles[0].paragraphs == seen.articles[0].paragraphs != ()


def test_a_marker_word_inside_a_sentence_is_no_marker() -> None:
    text = "أعلن المصدر أن العمل سيبدأ غدا في الميناء الجديد وأن الشركات جاهزة للعمل.\nوقال مقالات مشابهة كثيرة نشرت عن هذا الموضوع في السنوات الماضية دون أن يتغير شيء."
    page = tawatur.read(text)
    assert page.credits == ()
    assert page.similar == ()
    assert len(page.articles[0].paragraphs) == 2


def test_a_charset_that_lies_is_not_believed() -> None:
    html = (
        '<html><head><meta charset="utf-8"></head><body><p>'
        + "قال الوزير إن الميناء سيفتح أبوابه أمام السفن صباح الغد. " * 3
    )
    assert "الوزير" in tawatur.read(html.encode("windows-1256")).articles[0].text


def test_a_dump_of_one_long_headline_is_read() -> None:
    headline = " ".join(["كلمة"] * 22)  # as long as a headline gets, and as short as a line that must be text
    assert tawatur.read(headline, content_type="text/plain").articles == tawatur.read(headline).articles


def test_nothing_gives_no_article() -> None:
    assert tawatur.read("").articles == ()
    assert tawatur.read(b"<html></html>").articles == ()


_SENTENCE = (
    "قال الوزير إن الميناء سيفتح أبوابه أمام السفن صباح الغد، وإن العمل فيه انتهى قبل موعده بشهر كامل."
)


def _dump(*lines: str) -> Page:
    return tawatur.read(
        "\n".join(("الميناء الجديد يفتح أبوابه للسفن", _SENTENCE, *lines)), content_type="text/plain"
    )


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("المصدر: رويترز + وكالات", ("رويترز", "وكالات")),
        ("(أ ف ب، رويترز)", ("أ ف ب", "رويترز")),
        ("(المصدر: رويترز)", ("رويترز",)),
        ("نقلاً عن وكالة رويترز", ("وكالة رويترز",)),
        ("نقلاً عن المصدر نفسه فإن العمل سيبدأ غدا في الميناء الجديد.", ()),
        ("مصدر: العمل سيبدأ غدا", ()),
    ],
)
def test_whom_a_line_credits(line: str, credits: tuple[str, ...]) -> None:
    assert _dump(line).credits == credits


def test_a_credit_of_three_letters_is_written_in_capitals() -> None:
    text = "The minister said that the port would open to ships on Monday, a month early, and that work was over."
    assert tawatur.read(f"Port to open early\n{text}\nAa\n", content_type="text/plain").credits == ()
    assert tawatur.read(f"Port to open early\n{text}\nAFP\n", content_type="text/plain").credits == ("AFP",)


def test_a_sentence_of_a_dump_with_two_quoted_words_is_text() -> None:
    quoted = (
        "وأضاف «أن الميناء» سيخدم «ثلاث مدن» على الأقل، وأن السفن الأولى ستصل إليه قبل نهاية الأسبوع المقبل."
    )
    assert _dump(quoted).articles[0].paragraphs == (_SENTENCE, quoted)


def test_keywords_of_a_dump_end_where_something_else_is_opened() -> None:
    page = _dump(
        "كلمات دلالية",
        "الميناء",
        "السفن",
        "شارك الخبر",
        "فيسبوك",
        "مقالات مشابهة",
        "سفينة ترسو في الميناء",
        "أمس",
    )
    assert page.keywords == ("الميناء", "السفن")
    assert page.similar == ("سفينة ترسو في الميناء",)


def test_the_lengths_of_films_are_no_times_of_a_live_blog() -> None:
    film = '<figure><div class="video__data">2:34</div></figure>'
    page = tawatur.read(
        f"<article><h1>الميناء</h1><p>{_SENTENCE}</p>{film}<p>{_SENTENCE}!</p>{film}<p>{_SENTENCE}؟</p>"
    )
    assert [article.role for article in page.articles] == ["main"]


def test_an_outlet_called_now_does_not_date_its_page() -> None:
    frame = "<div>الميناء الآن</div><div>جريدة اليوم</div><div>الأمطار تعم البلاد غدا</div>"
    page = tawatur.read(
        f"<body>{frame}<article><h1>الميناء يفتح أبوابه</h1><p>{_SENTENCE}</p><p>{_SENTENCE}!</p></article>"
    )
    assert page.articles[0].published is None


def test_a_page_drawn_from_data_is_read_from_it() -> None:
    text = [{"type": "paragraph", "data": {"text": _SENTENCE}}, {"type": "readMore", "data": {"title": "سفينة ترسو في الميناء"}},
            {"type": "paragraph", "data": {"text": _SENTENCE + "!"}}]  # fmt: skip
    article = {"headline": "الميناء يفتح أبوابه", "publishedAt": "2025-03-01T10:00:00Z", "authors": [{"name": "سلمى حداد"}],
               "body": {"blocks": text}, "tags": [{"name": "موانئ"}], "source": {"label": "المصدر", "name": "رويترز"}}  # fmt: skip
    state = {"page": {"article": article, "related": {"items": [{"title": "كم سفينة في البحر؟"}]}}}
    page = tawatur.read(f'<body><div id="root"></div><script>window.__STATE__={json.dumps(state)}</script>')
    read = page.articles[0]
    assert (read.title, read.byline, read.paragraphs) == (
        "الميناء يفتح أبوابه",
        "سلمى حداد",
        (_SENTENCE, _SENTENCE + "!"),
    )
    assert read.published == datetime(2025, 3, 1, 10, tzinfo=UTC)
    assert (page.credits, page.keywords) == (("رويترز",), ("موانئ",))
    assert (page.inline_links, page.similar) == (("سفينة ترسو في الميناء",), ("كم سفينة في البحر؟",))


@given(
    st.recursive(
        st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["body", "type", "text", "items", "title"]), inner)
        ),
    )
)
def test_no_data_of_scripts_breaks_the_reader(state: object) -> None:
    tawatur.read(f"<body><script>window.state={json.dumps(state)}</script>")


def test_data_nested_without_end_is_left_alone() -> None:
    opened, closed = '{"type":"p","children":[' * 500, "]}" * 500
    assert tawatur.read(f'<body><script>x=[{opened}"text"{closed}]</script>').articles == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("منذ 4 ساعات", "2025-10-17 16:52"),
        ("نشر في: 17/10/2025 16:52", "آخر تحديث: 18/10/2025 09:10"),
        (
            "الجمعة 17 تشرين الأول 2025 - 04:52 م",
            "صورة من الميناء في 3 أيار 2024 قبل أن يبدأ العمل فيه بأيام قليلة",
        ),
    ],
)
def test_which_of_the_dates_above_a_text_is_its_own(lines: tuple[str, ...]) -> None:
    frame = "".join(f"<div>{line}</div>" for line in lines)
    page = tawatur.read(
        f"<article><h1>الميناء يفتح أبوابه</h1>{frame}<p>{_SENTENCE}</p><p>{_SENTENCE}!</p></article>"
    )
    assert page.articles[0].published == datetime(2025, 10, 17, 16, 52)


def test_a_name_below_the_title_signs_the_article() -> None:
    page = tawatur.read(
        f"<article><h1>الميناء يفتح أبوابه</h1><div>محمد العطار</div><p>{_SENTENCE}</p><p>{_SENTENCE}!</p></article>"
    )
    assert page.articles[0].byline == "محمد العطار"


@pytest.mark.parametrize(
    "time", ["{}:20", "{}:20 GMT", "{}:20 <span>منذ 5 دقائق</span>", "منذ 5 دقائق | {}:20"]
)
def test_times_of_a_live_blog_may_say_how_long_ago_they_were(time: str) -> None:
    entries = "".join(
        f"<li><div class=time>{time.format(hour)}</div><p>{_SENTENCE}</p><p>{_SENTENCE}!</p></li>"
        for hour in (16, 15, 14)
    )
    page = tawatur.read(
        f"<article><h1>الميناء لحظة بلحظة</h1><p>{_SENTENCE}؟</p><ul>{entries}</ul></article>"
    )
    assert [article.role for article in page.articles] == ["main", "entry", "entry", "entry"]


def test_the_next_report_of_an_aggregator_is_an_article_of_its_own() -> None:
    def report(title: str, text: str, credit: str) -> str:
        return f"<h2>{title}</h2><div>{text}<br><br>{text}!<br><br>المصدر: {credit}</div>"

    other = "أعلنت بلدية المرسى أن السوق القديم سيغلق شهرين كاملين لترميم سقفه الخشبي، وأن تجاره سينتقلون إلى الساحة."
    page = tawatur.read(f"<body><h1>الميناء يفتح أبوابه للسفن</h1><div>{_SENTENCE}<br><br>{_SENTENCE}!<br><br>{_SENTENCE}؟<br>المصدر: رويترز</div>"
                        + report("السوق القديم يغلق شهرين", other, "أ ف ب"))  # fmt: skip
    assert [(one.role, one.title) for one in page.articles] == [
        ("main", "الميناء يفتح أبوابه للسفن"),
        ("read_also", "السوق القديم يغلق شهرين"),
    ]
    assert page.credits == ("رويترز", "أ ف ب")


def test_a_text_of_too_many_lines_is_refused_and_one_of_empty_lines_is_read() -> None:
    with pytest.raises(ValueError, match="limit is 100,000"):
        tawatur.read("سطر قصير\n" * 100_001)
    told = "قال الوزير سالم الحداد إن الميناء سيغلق أبوابه مساء الجمعة بسبب الرياح القوية."
    more = "وأضاف أن السفن التي في عرض البحر ستنتظر حتى صباح السبت قبل أن تدخل المرفأ القديم."
    page = tawatur.read(told + "\n" * 1_000_000 + more)
    assert page.articles[0].paragraphs == (told, more)
