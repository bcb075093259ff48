"""Dates as pages show them and as texts speak of them: the habits of Arabic pages, and properties of every text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tawatur
from tawatur.dates import moment, parse, publication_date

NOW = datetime(2025, 7, 20, 14, 35)
MECCA = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("٢٠ يوليو ٢٠٢٥", date(2025, 7, 20)),
        ("20 تموز 2025", date(2025, 7, 20)),
        ("الأحد 20 يوليو/تموز 2025", date(2025, 7, 20)),
        ("05 جويلية 2025", date(2025, 7, 5)),
        ("05 يوليوز 2025", date(2025, 7, 5)),
        ("1 أوت 2025", date(2025, 8, 1)),
        ("الثلاثاء 5 آب/أغسطس 2025", date(2025, 8, 5)),
        ("19 تشرين2/نوفمبر 2024 10:25", datetime(2024, 11, 19, 10, 25)),
        ("17/06/2026 11:52 غ", datetime(2026, 6, 17, 11, 52, tzinfo=UTC)),
        ("20 يوليو 2025 03:15 م", datetime(2025, 7, 20, 15, 15)),
        ("20 يوليو 2025 12:05 ص", datetime(2025, 7, 20, 0, 5)),
        ("20 يوليو 2025 14:35 بتوقيت مكة المكرمة", datetime(2025, 7, 20, 14, 35, tzinfo=MECCA)),
        ("20 يناير 2025 14:35 بتوقيت القاهرة", datetime(2025, 1, 20, 14, 35, tzinfo=timezone(timedelta(hours=2)))),
        ("20 يوليو 2025 14:35 بتوقيت القاهرة", datetime(2025, 7, 20, 14, 35, tzinfo=MECCA)),  # summer time
        ("19.07.2025 | 08:41 GMT", datetime(2025, 7, 19, 8, 41, tzinfo=timezone(timedelta(0)))),
        ("22/7/2025 19:42 (GMT+3)", datetime(2025, 7, 22, 19, 42, tzinfo=MECCA)),
        ("22/7/2025 19:42 (غرينتش+3)", datetime(2025, 7, 22, 19, 42, tzinfo=MECCA)),
        ("الأربعاء, 02/25/2026 - 19:12", datetime(2026, 2, 25, 19, 12)),  # as Drupal writes it: the month first
        ("12 محرم 1447هـ", date(2025, 7, 7)),
        ("الجمعة - 18 ربيع الأول 1446 هـ - 20 سبتمبر 2024 مـ", date(2024, 9, 20)),
        ("منذ ساعتين", datetime(2025, 7, 20, 12, 35)),
        ("قبل 3 أيام", date(2025, 7, 17)),
        ("قبل أسبوع", date(2025, 7, 13)),
        ("أمس 18:05", datetime(2025, 7, 19, 18, 5)),
        ("2025/07/20 - 16:02 | آخر تحديث 2025/07/21 - 18:40", datetime(2025, 7, 20, 16, 2)),
        ("قال الوزير إن العمل مستمر", None),
        ("الانتخابات البلدية في موعدها", None),  # «الآن» is no part of a longer word
    ],
)  # fmt: skip
def test_publication_dates_of_arabic_pages(line: str, wanted: date | None) -> None:
    found = publication_date(line, code="ar", now=NOW)
    assert type(found) is type(wanted)
    if isinstance(found, datetime) and isinstance(wanted, datetime):
        assert (found.tzinfo is None) == (wanted.tzinfo is None)
        assert moment(found) == moment(wanted)
    else:
        assert found == wanted


@pytest.mark.parametrize(
    ("code", "line", "wanted"),
    [
        ("fa", "یکشنبه ۲۹ تیر ۱۴۰۴ ساعت ۱۸:۰۳", datetime(2025, 7, 20, 18, 3)),
        ("fa", "۱۴۰۴/۰۴/۲۹", date(2025, 7, 20)),
        ("ur", "۱۸ ستمبر ۲۰۲۴", date(2024, 9, 18)),
        ("en", "July 20, 2025, 2:35 PM", datetime(2025, 7, 20, 14, 35)),
        ("de", "3. Mai 2024, 17:47", datetime(2024, 5, 3, 17, 47)),
        ("fr", "Publié le 1er mars 2026 à 10:15", datetime(2026, 3, 1, 10, 15)),
        (
            "ur",
            "2026-05-09 15:42 (+05:00)",
            datetime(2026, 5, 9, 15, 42, tzinfo=timezone(timedelta(hours=5))),
        ),
        ("en", "Published Time: 2026-11-03T17:26:09Z", datetime(2026, 11, 3, 17, 26, 9, tzinfo=UTC)),
        ("en", "9 May 2026, 10:30-11:20", datetime(2026, 5, 9, 10, 30)),
        ("ja", "2025年5月7日 10:20", datetime(2025, 5, 7, 10, 20)),
    ],
)
def test_publication_dates_of_other_languages(code: str, line: str, wanted: date) -> None:
    assert publication_date(line, code=code, now=NOW) == wanted


# The reference is Wednesday, 14 August 2024.
@pytest.mark.parametrize(
    ("text", "expression", "kind", "value"),
    [
        ("وصل الوفد يوم الجمعة الماضي إلى المدينة", "يوم الجمعة الماضي", "DATE", "2024-08-09"),
        ("وقع الحادث فجر الاثنين على الطريق", "فجر الاثنين", "TIME", "2024-08-12TMO"),
        ("افتتح أمس المعرض", "أمس", "DATE", "2024-08-13"),
        ("جرى ذلك الليلة الماضية", "الليلة الماضية", "TIME", "2024-08-13TNI"),
        ("منذ يناير/كانون الثاني والأسعار ترتفع", "يناير/كانون الثاني", "DATE", "2024-01"),
        ("في الربع الثالث من 2024 زاد الإنتاج", "الربع الثالث من 2024", "DATE", "2024-Q3"),
        ("ينجز العمل خلال 60 يوما", "60 يوما", "DURATION", "P60D"),
        ("في الخامس من أيلول المقبل", "الخامس من أيلول المقبل", "DATE", "2024-09-05"),
        ("الأسبوع الماضي كان حارا", "الأسبوع الماضي", "DATE", "2024-W32"),
        ("سجل شهر مايو أعلى معدل", "شهر مايو", "DATE", "2024-05"),
        ("ستزيد في السنوات المقبلة", "السنوات المقبلة", "DATE", "FUTURE_REF"),
    ],
)
def test_time_expressions_of_texts(text: str, expression: str, kind: str, value: str) -> None:
    (found,) = tawatur.time_expressions(text, reference=date(2024, 8, 14))
    assert (found.text, found.type, found.value) == (expression, kind, value)


WORDS = st.sampled_from(
    [
        "أمس",
        "يوم",
        "الجمعة",
        "الماضي",
        "20",
        "يوليو",
        "2025",
        "من",
        "شهر",
        "الساعة",
        "الثامنة",
        "مساء",
        "منذ",
        "ساعتين",
        "و",
        "في",
        "الربع",
        "الثالث",
        "عشر",
        "٣",
        "ـ/",
        "-",
        "،",
        "99",
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=200))
def test_offsets_are_of_the_text_and_in_order(text: str) -> None:
    end = 0
    for one in tawatur.time_expressions(text, reference=date(2024, 8, 14), language="ar"):
        assert text[one.start : one.end] == one.text != ""
        assert one.start >= end
        end = one.end


@given(
    st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=200),
    st.sampled_from(["ar", "en", "fa", "ur", "de", "und"]),
)
def test_no_line_breaks_the_reading_of_dates(line: str, code: str) -> None:
    publication_date(line, code=code, now=NOW)


@pytest.mark.parametrize(
    "stated",
    [
        f"1 Jan {'9' * 20} 00:00 +0000",
        f"Thu, {'9' * 20} Jan 2025 00:00:00 GMT",
        f"Thu, 01 Jan 2025 {'9' * 20}:00:00 GMT",
        10**400,
    ],
)
def test_a_number_too_large_for_any_calendar_is_no_date(stated: object) -> None:
    assert parse(stated) is None


@given(
    st.text() | st.integers() | st.floats() | st.from_regex(r"\w{3}, \d+ [A-Z][a-z]{2} \d+ [\d:]+ [+-]\d+")
)
def test_whatever_a_machine_states_is_a_date_or_none(stated: object) -> None:
    found = parse(stated)
    assert found is None or moment(found).tzinfo is not None
