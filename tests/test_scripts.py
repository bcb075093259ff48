"""The data in a page's scripts: each way that frameworks write it, and whatever else may stand there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tawatur
from tawatur.page.stated.scripts import values

BODY = "<p>عاد الصيادون إلى مرفأ الرمل بعد أسبوع من العاصفة.</p>" * 4
ARTICLE = {
    "headline": "عودة الصيادين إلى البحر",
    "body": BODY,
    "tags": ["بحر", "صيد"],
    "premium": False,
    "views": 12,
}
WORDS = st.text("abcأبج", min_size=1)
SCALARS = st.none() | st.booleans() | st.integers(0, 2**53) | st.text("abc أبج'\"\\/:,<{}\n")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def in_javascript(value: Any) -> str:
    """A value as a minifier writes it: keys bare, strings in single quotes, booleans as numbers."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{key}:{in_javascript(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(in_javascript, value)) + ",]"
    if isinstance(value, bool):
        return "!0" if value else "!1"
    if isinstance(value, str):
        return "'" + json.dumps(value)[1:-1].replace("'", r"\'").replace("<", r"\x3C") + "'"
    return "void 0" if value is None else str(value)


def in_devalue(value: Any) -> list[Any]:
    """A value as a list whose numbers point into itself."""
    table: list[Any] = []

    def put(one: Any) -> int:
        at = len(table)
        table.append(one)
        if isinstance(one, dict):
            table[at] = {key: put(inner) for key, inner in one.items()}
        elif isinstance(one, list):
            table[at] = [put(inner) for inner in one]
        return at

    table.append(["ShallowReactive", 1])
    put(value)
    return table


def pushed(rows: str, size: int = 90) -> list[str]:
    return [f"self.__next_f.push([1,{json.dumps(rows[at : at + size])}])" for at in range(0, len(rows), size)]


@pytest.mark.parametrize(
    "scripts",
    [
        [f"window.__STATE__ = {json.dumps(ARTICLE)};"],
        [f"window.__STATE__ = JSON.parse({json.dumps(json.dumps(ARTICLE))})"],
        [f"var data = {in_javascript(ARTICLE)}; start(data)"],
        [json.dumps(in_devalue(ARTICLE))],
        pushed(f'1:"$Sreact.fragment"\n2:I[14,[],"x"]\n3:{json.dumps(ARTICLE, ensure_ascii=False)}\n'),
        pushed(f"4:T{len(BODY.encode()):x},{BODY}3:" + json.dumps(ARTICLE | {"body": "$4"}) + "\n"),
    ],
    ids=["json", "json in a string", "javascript", "devalue", "flight", "flight with a text of its own"],
)
def test_an_article_is_found_in_every_way_of_writing_it(scripts: list[str]) -> None:
    assert ARTICLE in list(values(scripts))


def test_the_arguments_of_a_function_stand_where_it_names_them() -> None:
    body = json.dumps(BODY)
    script = f"window.__NUXT__=(function(a,b,c){{return {{data:[{{title:b,body:{body},paid:a,by:c}}]}}}}(false,'عودة',null))"
    assert list(values([script])) == [{"data": [{"title": "عودة", "body": BODY, "paid": False, "by": None}]}]


def test_objects_stand_where_others_name_them() -> None:
    state = {
        "Article:1": {"headline": "عودة", "topics": [{"__ref": "Topic:2"}]},
        "Topic:2": {"label": "بحر", "about": {"__ref": "Article:1"}},
        "blocks": {"x1": {"id": "x1", "text": "أول"}, "x2": {"id": "x2", "text": "ثان"}},
        "order": ["x2", "x1"],
    }
    found = next(values([json.dumps(state)]))
    assert found["Article:1"]["topics"][0]["label"] == "بحر"
    assert [block["text"] for block in found["order"]] == ["ثان", "أول"]


@given(st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner)))
def test_data_stays_what_it_is(value: Any) -> None:
    state = {"page": {"k": value, "v": 0.5}}
    assert next(values([f"x = {json.dumps(state)};"])) == state
    literal = "{page:{k:" + in_javascript(value) + ",v:.5,body:" + in_javascript(BODY) + "}}"
    assert {"page": state["page"] | {"body": BODY}} in list(values([f"x = {literal};"]))


@given(st.text() | JSON.map(json.dumps) | st.text("(){}[]'\"`\\:,.=function return x$1 T", max_size=400))
def test_no_script_breaks_it(script: str) -> None:
    list(values([script, f"x={script}", f"self.__next_f.push([1,{json.dumps(script)}])"]))


@pytest.mark.parametrize(
    "script",
    [
        json.dumps([{"a": 1}, *([at + 1, at + 1] for at in range(1, 60))]),
        json.dumps({f"T:{at}": {"id": f"T:{at}", "x": [{"__ref": f"T:{at + 1}"}] * 50} for at in range(60)}),
        "x=" + "{" * 100_000,
        "x=" + '{a:"' * 50_000,
        'x="' + "{" + r"\"" * 900_000,
        "".join(f'"{{{"x" * 220}{at}",' for at in range(8_000)),
        "self.__next_f.push([1," + json.dumps("1:T5,abcde" * 90_000) + "])",
    ],
    ids=[
        "points to all twice",
        "names all fifty times",
        "deep",
        "unclosed",
        "escapes",
        "many strings",
        "many rows",
    ],
)
def test_hostile_data_ends(script: str) -> None:
    assert sum(len(str(value)) for value in values([script])) < 50_000_000


def test_a_first_paragraph_may_be_kept_beside_the_text_and_a_list_has_a_title() -> None:
    news = {
        "titr": "عودة الصيادين إلى البحر بعد العاصفة",
        "lead": "عاد أربعون قاربا إلى مرفأ الرمل صباح الأحد، بعد أسبوع من العاصفة التي أغلقت الميناء.",
        "body": 2 * BODY,
        "relatedTitle": "قصص ذات صلة",
        "related": [{"titr": "شباك الخليج فارغة اليوم"}],
    }
    page = tawatur.read(
        f"<body><div id=app></div><script>window.state={json.dumps({'news': news})}</script></body>"
    )
    assert page.articles[0].title == news["titr"]
    assert page.articles[0].paragraphs[0] == news["lead"]
    assert page.similar == ("شباك الخليج فارغة اليوم",)
