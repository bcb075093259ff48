"""The road over both stores: adding, adding again, revisions, copies, stories, search, restart."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from tawatur.model import Article
from tawatur.road import Road, open_store
from tawatur.road.doctor import examine
from tawatur.store import StoreError

SEEN = datetime(2026, 3, 2, tzinfo=UTC)
WIRE = (
    "أعلنت هيئة الموانئ في مرجانة، اليوم الأحد، إغلاق رصيف الحاويات الثالث أمام السفن لمدة أسبوعين لإجراء أعمال صيانة عاجلة.",
    "وقال مدير الهيئة سالم العقاد إن الفحوص الفنية أظهرت تآكلا في الأعمدة الشرقية، وإن السفن ستحول إلى الرصيف الخامس حتى انتهاء العمل.",
    "وأضاف العقاد أن كلفة الصيانة تبلغ أربعة ملايين دينار تدفع من صندوق الطوارئ في الهيئة.",
)
OTHER = (
    "فاز فريق شباب الساحل ببطولة كرة السلة للناشئين بعد مباراة مثيرة انتهت بفارق نقطة واحدة أمام ضيفه نادي الهضبة.",
    "وقال المدرب فريد الملاح إن اللاعبين استحقوا الكأس بعد موسم طويل من التدريب الشاق.",
)


def wire(**changes: object) -> Article:
    values: dict[str, object] = {
        "title": "إغلاق رصيف الحاويات الثالث لأسبوعين", "paragraphs": WIRE, "outlet": "وكالة أولى", "language": "ar",
        "url": "https://one.example/a/1", "published": datetime(2026, 3, 1, 8, tzinfo=UTC),
    }  # fmt: skip
    return Article(**{**values, **changes})  # type: ignore[arg-type]


def test_adding_the_same_twice_changes_nothing(road: Road) -> None:
    assert road.add([wire()], seen=SEEN).added == 1
    before = list(road.store.all_reports())
    again = road.add(
        [wire(), wire(url="https://one.example/a/1?utm_source=x#top")], seen=SEEN + timedelta(hours=1)
    )
    assert (again.added, again.revised, again.unchanged) == (0, 0, 2)
    assert list(road.store.all_reports()) == before


def test_a_changed_text_is_a_revision_and_a_return_to_the_old_one_is_not(road: Road) -> None:
    changed = wire(paragraphs=(WIRE[0], WIRE[1].replace("الخامس", "السادس"), WIRE[2]))
    road.add([wire()], seen=SEEN)
    assert road.add([changed], seen=SEEN + timedelta(hours=1)).revised == 1
    assert road.add([wire()], seen=SEEN + timedelta(hours=2)).revised == 0
    (report,) = road.store.all_reports()
    assert report.article.paragraphs == changed.paragraphs
    assert [one.paragraphs for one in road.revisions(report.id)] == [WIRE, changed.paragraphs]


def test_a_copy_is_folded_and_an_uncredited_one_flagged(road: Road) -> None:
    later = datetime(2026, 3, 1, 10, tzinfo=UTC)
    copy = wire(
        outlet="صحيفة ثانية", url="https://two.example/9", title="الموانئ تغلق رصيفا", published=later
    )
    credited = wire(
        outlet="موقع ثالث", url="https://three.example/7", published=later, credits=("وكالة أولى",)
    )
    road.add([wire(), copy, credited], seen=SEEN)
    (summary,) = road.stories()
    story = road.story(summary.id)
    assert story is not None
    (group,) = story.provenance.copy_groups
    first = next(one for one in story.reports if one.outlet == "وكالة أولى")
    uncredited = next(one for one in story.reports if one.outlet == "صحيفة ثانية")
    assert (group.first, group.uncredited) == (first.id, (uncredited.id,))
    assert summary.copies == 2
    assert story.provenance.first_reporter == "وكالة أولى"
    # Every report goes back to the same origins, whoever carries it.
    assert all(origin.reports == story.provenance.origins[0].reports for origin in story.provenance.origins)


def test_a_title_says_whose_news_it_is(road: Road) -> None:
    told = wire(
        title="رويترز: إغلاق رصيف الحاويات الثالث", paragraphs=(WIRE[2].replace("وأضاف العقاد أن ك", "ك"),)
    )
    road.add([told], seen=SEEN)
    (summary,) = road.stories()
    story = road.story(summary.id)
    assert story is not None
    assert [origin.name for origin in story.provenance.origins] == ["رويترز"]
    assert story.provenance.unknown == ()


def test_a_credit_among_the_paragraphs_is_kept(road: Road) -> None:
    text = WIRE[2].replace("وأضاف العقاد أن ك", "ك")
    road.add([wire(paragraphs=(text, "نقلا عن رويترز"))], seen=SEEN)
    (summary,) = road.stories()
    story = road.story(summary.id)
    assert story is not None
    assert [origin.name for origin in story.provenance.origins] == ["رويترز"]
    assert summary.origins == 1


def test_another_subject_is_another_story(road: Road) -> None:
    road.add(
        [wire(), wire(url="https://one.example/2", title="كأس السلة لشباب الساحل", paragraphs=OTHER)],
        seen=SEEN,
    )
    assert len(road.stories()) == 2


def test_search_finds_any_form_of_a_word(road: Road) -> None:
    road.add(
        [wire(), wire(url="https://one.example/2", title="كأس السلة لشباب الساحل", paragraphs=OTHER)],
        seen=SEEN,
    )
    assert [one.article.url for one in road.search("رصيفٌ للحاويات")] == ["https://one.example/a/1"]
    assert road.search("قصيدة") == []
    assert road.search('"') == []
    assert road.search("رصيف OR *") == []


def test_an_article_without_a_title_is_related_by_the_beginning_of_its_text(road: Road) -> None:
    text = "قال مدير هيئة الموانئ في مرجانة إن رصيف الحاويات الثالث يفتح أمام السفن بعد الصيانة العاجلة."
    road.add(
        [wire(), wire(url="https://two.example/2", outlet="صحيفة ثانية", title=None, paragraphs=(text,))],
        seen=SEEN,
    )
    found = road.related(1)
    shown = [*found.similar, *([found.read_also] if found.read_also else [])]
    assert [one.title for one in shown] == [text]


def test_related_shows_no_copies_and_finds_what_is_told_in_other_words(road: Road) -> None:
    follow_up = (
        "قال مدير هيئة الموانئ سالم العقاد إن رصيف الحاويات الثالث في مرجانة أعيد فتحه أمام السفن بعد انتهاء صيانة الأعمدة.",
        "وأضاف العقاد أن كلفة الصيانة لم تتجاوز أربعة ملايين دينار.",
    )
    later = datetime(2026, 3, 1, 20, tzinfo=UTC)
    road.add(
        [
            wire(),
            wire(outlet="صحيفة ثانية", url="https://two.example/9", title="الموانئ تغلق رصيفا"),
            wire(url="https://one.example/2", title="كأس السلة لشباب الساحل", paragraphs=OTHER),
            wire(url="https://one.example/3", title="فتح الرصيف", paragraphs=follow_up, published=later),
        ],
        seen=SEEN,
    )
    found = road.related(1)
    assert found.read_also is not None
    assert (found.read_also.title, found.similar) == ("فتح الرصيف", ())
    assert found.read_also.seconds_later == 12 * 3600


def test_a_word_that_all_articles_have_hides_none_that_few_have(road: Road) -> None:
    notice = "تابعونا على القناة"
    between = [
        wire(url=f"https://one.example/{number}", title=f"نشرة {number}", paragraphs=(f"{number}. {notice}",))
        for number in range(1000, 1120)
    ]
    years_ago = wire(
        paragraphs=(f"رصيف الزمردان في خليج المرجان مغلق. {notice}",),
        published=datetime(2024, 3, 1, tzinfo=UTC),
    )
    now = wire(url="https://one.example/b", paragraphs=(f"رصيف الزمردان في خليج المرجان مفتوح. {notice}",))
    road.add([years_ago], seen=SEEN)
    road.add(between, seen=SEEN)
    road.add([now], seen=SEEN)
    stems = dict.fromkeys(road.store.analyses([1])[1].body, 1.0)
    first, second, *_ = road.store.alike(1, stems, limit=10)
    assert (first.id, second.id) == (1, len(between) + 2)
    assert first.story != second.story


def test_a_changed_article_is_found_by_what_its_text_has_now(road: Road) -> None:
    road.add([wire(), wire(url="https://one.example/2", title="كأس السلة", paragraphs=OTHER)], seen=SEEN)
    cup = dict.fromkeys(road.store.analyses([2])[2].body, 1.0)
    harbour = dict.fromkeys(road.store.analyses([1])[1].body, 1.0)
    assert [found.id for found in road.store.alike(2, cup, limit=10)] == [2]
    road.add([wire(title="كأس السلة غدا", paragraphs=OTHER)], seen=SEEN + timedelta(hours=1))
    assert [found.id for found in road.store.alike(2, cup, limit=10)] == [2, 1]
    assert [found.id for found in road.store.alike(2, harbour, limit=10)] == [2]


@pytest.mark.parametrize("table", ["search", "analysis", "signs", "telling"])
def test_the_doctor_puts_back_what_an_index_lacks(road: Road, table: str) -> None:
    road.add([wire(), wire(url="https://one.example/2", title="كأس السلة", paragraphs=OTHER)], seen=SEEN)
    with road.store.writing() as writer:
        before = writer._connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
        writer._connection.exec_driver_sql(f"DELETE FROM {table}")
    assert [(one.about, one.mended) for one in examine(road, mend=True, now=SEEN)] == [("index", True)]
    assert list(examine(road, mend=False, now=SEEN)) == []
    with road.store.writing() as writer:
        assert writer._connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == before


def test_what_is_asked_in_one_reading_is_asked_in_one_transaction(road: Road) -> None:
    road.add([wire()], seen=SEEN)
    begun: list[object] = []
    event.listen(road.store._engine, "begin", begun.append)
    with road.store.one_reading():
        assert road.store.story_of(1) == 1
        with road.store.one_reading():
            assert road.store.members(1) == [1]
        assert road.article(1) is not None
    assert len(begun) == 1
    with pytest.raises(KeyError):
        road.related(2)
    assert road.related(1).similar == ()
    assert len(begun) == 3


def test_an_import_leaves_the_search_index_in_one_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tawatur.road._IMPORT", 2)
    pieces = "SELECT count(DISTINCT segid) FROM search_idx"
    with open_store(tmp_path / "store.db") as road, closing(sqlite3.connect(tmp_path / "store.db")) as reader:
        for number in range(2):
            road.add([wire(url=f"https://one.example/{number}")], seen=SEEN)
        assert reader.execute(pieces).fetchone() == (2,)
        road.add([wire(url=f"https://one.example/more/{number}") for number in range(2)], seen=SEEN)
        assert reader.execute(pieces).fetchone() == (1,)
        assert len(road.search("الموانئ")) == 4


def test_an_archive_id_keeps_two_articles_of_one_address_apart(road: Road) -> None:
    counts = road.add([wire(identifier="A"), wire(identifier="B")], seen=SEEN)
    assert counts.added == 2
    assert road.add([wire(identifier="A"), wire(identifier="B"), wire()], seen=SEEN).unchanged == 3


def test_it_goes_on_after_a_restart_as_if_there_had_been_none(address: str, tmp_path: object) -> None:
    articles = [
        wire(), wire(url="https://one.example/2", title="كأس السلة", paragraphs=OTHER),
        wire(outlet="صحيفة ثانية", url="https://two.example/9", published=datetime(2026, 3, 1, 10, tzinfo=UTC)),
    ]  # fmt: skip
    for article in articles:
        with open_store(address) as road:
            road.add([article], seen=SEEN)
    with open_store(address) as road:
        piecewise = list(road.store.all_reports())
        summaries = road.stories()
    with open_store(f"{tmp_path}/whole.db") as road:
        road.add(articles, seen=SEEN)
        assert list(road.store.all_reports()) == piecewise
        assert road.stories() == summaries


def test_an_article_dated_in_the_future_is_as_old_as_its_page(road: Road) -> None:
    road.add([wire(published=datetime(2031, 1, 1, tzinfo=UTC))], seen=SEEN)
    (report,) = road.store.all_reports()
    assert report.time == SEEN


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\0" + b"garbage" * 50])
def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path: object, content: bytes) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "other.db"
    path.write_bytes(content)
    with pytest.raises(StoreError):
        open_store(path)
    assert path.read_bytes() == content


def test_a_store_of_a_newer_version_is_refused(tmp_path: object) -> None:
    import sqlite3

    path = f"{tmp_path}/new.db"
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer Tawatur"):
        open_store(path)


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: object) -> None:
    import sqlalchemy as sa

    from tawatur.store.schema import metadata

    open_store(f"{tmp_path}/new.db").close()
    found = sa.inspect(sa.create_engine(f"sqlite:///{tmp_path}/new.db"))
    for table in metadata.sorted_tables:
        assert {one["name"] for one in found.get_columns(table.name)} == set(table.columns.keys())


def test_a_store_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    import json
    from importlib.resources import files

    import sqlalchemy as sa
    from alembic import command
    from alembic.config import Config

    path = tmp_path / "old.db"
    engine = sa.create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(files("tawatur.store") / "migrations"))
    text = "أعلنت الوزارة افتتاح جسر جديد فوق نهر الوادي."
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in (
            "INSERT INTO outlet VALUES (1, 'صحيفة أولى', NULL, 'newspaper', '[]', '[]')",
            "INSERT INTO story VALUES (1, 'جسر', 'ar', 1772352000, 1772352000, 1, 1, 0, 0, 1, 0, 0, 0, NULL)",
            "INSERT INTO revision VALUES (1, 'h', 1772352000, 'جسر', '[]')",
            "INSERT INTO analysis VALUES (1, x'000000025b5d', 'jsr', '')",
            "INSERT INTO search (rowid, title, body) VALUES (1, 'جسر', 'وزار افتتاح جسر')",
        ):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "INSERT INTO article VALUES (1, 'https://one.example/1', 'https://one.example/1', NULL, 'main', 1, 1, 'جسر', ?, NULL, 'ar',"
            " '2026-03-01T08:00:00+00:00', 1772352000, 1772352000, '[]', '[]', NULL, 'h', 0, '[]')",
            (json.dumps([text]),),
        )
    engine.dispose()
    with open_store(path) as road:
        road.add([wire(url="https://two.example/2", title="كأس السلة", paragraphs=OTHER)], seen=SEEN)
        assert [report.article.title for report in road.store.all_reports()] == ["جسر", "كأس السلة"]
        assert road.story(1) is not None
        kept = dict.fromkeys(("وزار", "افتتاح", "جسر"), 1.0)
        assert [found.id for found in road.store.alike(2, kept, limit=10)] == [2, 1]
    found = sa.inspect(sa.create_engine(f"sqlite:///{path}"))
    assert {index["name"] for index in found.get_indexes("article")} >= {"article_story", "article_time"}


def test_what_is_out_of_sight_is_forgotten_and_loaded_again_when_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tawatur.road import neighbourhood

    monkeypatch.setattr(neighbourhood, "_MANY", 3)
    first = datetime(2026, 3, 1, 8, tzinfo=UTC)
    articles = [
        wire(
            url=f"https://one.example/{day}",
            title=f"جسر رقم {day}",
            paragraphs=(f"نص قصير عن الجسر رقم {day} وحده",),
            published=first + timedelta(days=day),
        )
        for day in (*range(0, 60, 4), 0.5, 44.5, 20.5)
    ]
    with open_store(tmp_path / "little.db") as road:
        for article in articles:
            road.add([article], seen=SEEN + timedelta(days=100))
        little = [(report.article.url, report.story, report.copy_of) for report in road.store.all_reports()]
    monkeypatch.undo()
    with open_store(tmp_path / "much.db") as road:
        road.add(articles, seen=SEEN + timedelta(days=100))
        assert [(one.article.url, one.story, one.copy_of) for one in road.store.all_reports()] == little


def test_a_text_that_comes_back_after_months_is_old_news(road: Road) -> None:
    old = wire(published=datetime(2025, 11, 3, 9, tzinfo=UTC))
    recent = wire(outlet="صحيفة ثانية", url="https://two.example/new", title="عاجل", paragraphs=WIRE[:3])
    road.add([old], seen=datetime(2025, 11, 3, 12, tzinfo=UTC))
    road.add([recent], seen=SEEN)
    first, second = road.store.all_reports()
    assert (first.old, second.old) == (None, first.id)
    story = road.story(second.story)
    assert story is not None
    assert story.provenance.resurfaced == ((second.id, first.id),)
    # Its copies of the same week are copies of it, and no news of another kind.
    road.add([wire(outlet="موقع ثالث", url="https://three.example/1")], seen=SEEN)
    (third,) = road.store.reports(outlet="موقع ثالث")
    assert third.old is None
    assert third.copy_of == second.id


def test_what_is_new_of_a_week_ago_is_no_old_news(road: Road) -> None:
    road.add([wire(published=datetime(2026, 2, 10, 9, tzinfo=UTC))], seen=SEEN)
    road.add([wire(outlet="صحيفة ثانية", url="https://two.example/9")], seen=SEEN)
    assert [one.old for one in road.store.all_reports()] == [None, None]


def test_a_story_that_is_read_keeps_up_with_what_is_written(address: str) -> None:
    """Added piece by piece, by another, in any order: the reader sees what one who reads it first now would."""
    later = datetime(2026, 3, 1, 10, tzinfo=UTC)
    steps = [
        wire(outlet="صحيفة ثانية", url="https://two.example/9", published=later),
        wire(),
        wire(outlet="موقع ثالث", url="https://three.example/7", published=later, credits=("وكالة أولى",)),
        wire(paragraphs=(WIRE[0], WIRE[1].replace("الخامس", "السادس"), WIRE[2])),  # revised
        wire(outlet="موقع رابع", url="https://four.example/1", published=later, credits=("وكالة بعيدة",)),
    ]
    with open_store(address) as reading:
        for step in steps:
            with open_store(address) as writing:
                writing.add([step], seen=SEEN)
            (summary,) = reading.stories()
            with open_store(address) as fresh:
                story, again = reading.story(summary.id), fresh.story(summary.id)
            assert story == again
            assert story is not None
            found = story.provenance
            assert (summary.origins, summary.unknown) == (len(found.origins), len(found.unknown))
            assert (summary.reports, summary.outlets) == (len(story.briefs), len(story.outlets))
            assert summary.first_reporter == found.first_reporter


def test_where_an_article_comes_from(road: Road) -> None:
    copy = wire(
        outlet="موقع ثالث",
        url="https://three.example/7",
        credits=("وكالة أولى",),
        published=datetime(2026, 3, 1, 10, tzinfo=UTC),
    )
    road.add([wire(), copy], seen=SEEN)
    first, second = road.store.all_reports()
    for chain in road.explain(second.id):
        assert [(link.name, link.how) for link in chain.links[:2]] == [
            ("موقع ثالث", "publishes"),
            ("وكالة أولى", "copies"),
        ]
    assert {chain.links[1:] for chain in road.explain(first.id)} == {
        chain.links[2:] for chain in road.explain(second.id)
    }
    with pytest.raises(KeyError):
        road.explain(99)


def test_a_store_from_before_there_were_signs_is_read(road: Road, address: str) -> None:
    road.add([wire(), wire(outlet="صحيفة ثانية", url="https://two.example/9")], seen=SEEN)
    (summary,) = road.stories()
    before = road.story(summary.id)
    with road.store.writing() as writer:
        writer._connection.exec_driver_sql("DELETE FROM signs")
    with open_store(address) as fresh:
        assert fresh.story(summary.id) == before


def test_a_speaker_by_outlet(road: Road) -> None:
    copy = wire(outlet="صحيفة ثانية", url="https://two.example/9")
    own = wire(outlet="صحيفة ثانية", url="https://two.example/10", paragraphs=(OTHER[0], WIRE[1]))
    road.add([wire(), copy, own], seen=SEEN)
    assert road.store.outlets_with("سالم العقاد") == [("صحيفة ثانية", 2), ("وكالة أولى", 1)]
    assert road.store.outlets_with("فريد الملاح") == []
    (report,) = road.store.reports(speaker="سالم العقاد", outlet="وكالة أولى")
    assert report.outlet == "وكالة أولى"
