"""The catalogue of outlets: names in running text and in credit lines, domains, and a user's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

import tawatur
from tawatur.model import Outlet
from tawatur.outlets import Outlets, fold, known, load


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("وكالة الأنباء الفرنسية", "AFP"),
        ("فرانس برس", "AFP"),
        ("أ ف ب", "AFP"),
        ("AFP", "AFP"),
        ("صحيفة العرب", "Al-Arab"),
        ("العرب", "Al-Arab"),
        ("القناة الـ14 الإسرائيلية", "Channel 14"),
        ("صحيفة نيويورك تايمز", "The New York Times"),
    ],
)
def test_by_name(name: str, outlet: str) -> None:
    found = known().named(name)
    assert found is not None
    assert found.name_en == outlet


def test_an_everyday_word_is_no_outlet_without_its_head() -> None:
    assert known().cited("العرب") is None
    assert known().starting(fold("كان الوزير قد وصل").split()) is None
    assert (
        tawatur.attributions(["وقال العرب إن الشعر ديوانهم وإن من حفظه حفظ اللغة."])[0].speaker.kind
        != "outlet"
    )


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("ونقلت سكاي نيوز البريطانية عن مسؤول قوله إن الميناء سيفتح غدا.", "سكاي نيوز"),
        ("وقال مصدر مطلع لنوفوستي إن الميناء سيفتح غدا.", "ريا نوفوستي"),
        ("ونقلت القناة الـ14 الإسرائيلية عن مسؤول قوله إن الميناء سيفتح غدا.", "القناة الـ14 الإسرائيلية"),
    ],
)
def test_in_running_text(text: str, via: str) -> None:
    (found,) = tawatur.attributions([text])
    assert found.via == (via,)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.bbc.com/arabic/articles/x", "BBC"),
        ("https://amp.theguardian.com/world/2026", "The Guardian"),
        ("https://m.youm7.com/story/2026/3/1/x/1", "Youm7"),
        ("https://nobody.example/1", None),
    ],
)
def test_by_domain(url: str, outlet: str | None) -> None:
    found = known().at(url)
    assert (found.name_en if found else None) == outlet


def test_the_catalogue_is_large_and_without_doubles() -> None:
    outlets = list(known())
    assert len(outlets) >= 400
    assert len({one.name for one in outlets}) == len(outlets)
    domains = [domain for one in outlets for domain in one.domains]
    assert len(set(domains)) == len(domains)
    assert all(one.country and one.language for one in outlets)


def test_a_user_adds_his_own_beside_the_store(tmp_path: Path) -> None:
    (tmp_path / "outlets.toml").write_text(
        '[[outlet]]\nname = "صدى الجبل"\naliases = ["Sada"]\ndomains = ["sada.example"]\nkind = "site"\n',
        "utf-8",
    )
    with tawatur.open(tmp_path / "s.db") as road:
        found = road.outlets.named("موقع صدى الجبل")
        assert found is not None
        assert road.outlets.at("https://www.sada.example/1") == found


def test_a_file_of_another_form_says_so(tmp_path: Path) -> None:
    (tmp_path / "outlets.toml").write_text("[[outlet]]\nkind = 5\n", "utf-8")
    with pytest.raises(ValueError, match="not a list of outlets"):
        load(tmp_path / "outlets.toml")
    with pytest.raises(tawatur.StoreError, match=r"outlets\.toml"):
        tawatur.open(tmp_path / "s.db")


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("السهوب الليبية", "السهوب"),
        ('صحيفة "المرفأ" اليمينية الألمانية', "المرفأ"),
        ('وكالة الأنباء الرسمية "السهوب"', "السهوب"),
        ("الوكالة الليبية السهوب", "السهوب"),
        ("المرفأ الألماني", "المرفأ الألماني"),  # an everyday word, without its noun
        ("السهوب الجديدة", "السهوب الجديدة"),
        ("الإذاعة الليبية", "الإذاعة الليبية"),
    ],
)
def test_one_name_for_an_outlet(name: str, outlet: str) -> None:
    press = Outlets((Outlet("السهوب"), Outlet("المرفأ", ("صحيفة المرفأ",), common=True)))
    assert press.canonical(name) == outlet


def test_a_name_is_as_long_as_its_words() -> None:
    press = Outlets((Outlet("السهوب نيوز"), Outlet("السهوب نيوز بالعربية الفصحى")))
    assert press.starting(["السهوب", "نيوز"]) == (press.named("السهوب نيوز"), 2)
