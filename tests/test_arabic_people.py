"""Who somebody is in Arabic by his trade, his kin, or a word that stands for him: invented sentences."""

from __future__ import annotations

import pytest

import tawatur


def _speakers(*paragraphs: str) -> list[tuple[str, bool]]:
    return [(one.speaker.name, one.speaker.named) for one in tawatur.attributions(paragraphs, language="ar")]


@pytest.mark.parametrize("trade", ["صياد", "نجار", "حداد", "مترجمة", "متقاعد", "خباز", "سائق", "مزارع"])
def test_a_trade_names_nobody(trade: str) -> None:
    ((name, named),) = _speakers(f"ويرى {trade} في السوق القديم أن العمل قليل.")
    assert name.startswith(trade)
    assert not named


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال زميله سامي الحداد إن السوق فارغ.", ("سامي الحداد", True)),
        ("قالت تلميذته عازفة القانون سلوى الحداد إن الآلة جديدة.", ("سلوى الحداد", True)),
        ("وقالت زوجته إن السوق فارغ.", ("زوجته", False)),
        ("وقالت بائعة السمك سلوى الحداد إن السوق فارغ.", ("سلوى الحداد", True)),
    ],
)
def test_kin_are_named_by_the_name_behind_them(text: str, speaker: tuple[str, bool]) -> None:
    assert _speakers(text) == [speaker]


def test_the_man_and_his_age_are_who_spoke_last() -> None:
    farmer = ("سالم الحداد", True)
    assert _speakers("وقال المزارع سالم الحداد إن الماء قليل. ويضيف السبعيني أن الحل قريب.") == [farmer] * 2
    assert (
        _speakers(
            "وقالت الوزيرة سلوى النجار إن القرار سيصدر قريبا. وقال المزارع سالم الحداد إن الماء قليل. ويضيف الرجل أن الحل قريب."
        )[-1]
        == farmer
    )


def test_the_outlet_on_the_way_is_whole_and_the_speaker_another() -> None:
    (cabled,) = tawatur.attributions(["نقلت شبكة سي إن إن عن مسؤول أن الطريق مغلق."], language="ar")
    assert (cabled.speaker.name, cabled.via) == ("مسؤول", ("سي إن إن",))
    (told,) = tawatur.attributions(["ونقلت الوكالة على لسان الوزير أن الطريق مغلق."], language="ar")
    assert told.source is not None
    assert told.source.text == "الوزير"
