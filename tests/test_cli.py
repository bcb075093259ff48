"""The command line as a user runs it: real processes, exit codes, messages."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def tawatur(*words: str, store: Path | str, check: bool = True) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tawatur", "--store", str(store), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if check:
        assert done.returncode == 0, done.stderr
    return done


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    good = {
        "title": "عنوان أول",
        "text": "قال الوزير إن العمل سيبدأ غدا في الميناء.",
        "outlet": "صحيفة",
        "url": "https://x.example/1",
    }
    path.write_text(
        "\n".join([json.dumps(good), "{broken", '{"title": 5}', "[]", json.dumps({"text": "نص آخر قصير."})]),
        "utf-8",
    )
    return path


def test_import_reports_bad_lines_and_goes_on(lines: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.db"
    counts = json.loads(tawatur("import", str(lines), "--json", store=store).stdout)
    assert counts["added"] == 2
    assert [problem.split(":")[0] for problem in counts["problems"]] == [
        f"articles.jsonl, line {n}" for n in (2, 3, 4)
    ]
    again = json.loads(tawatur("import", str(lines), "--json", store=store).stdout)
    assert (again["added"], again["unchanged"]) == (0, 2)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('{"text": "نص.", "credits": 5}', '"credits"'),
        ('{"text": "نص.", "keywords": "abc"}', '"keywords"'),
        ('{"text": "a \\ud800 b"}', "surrogate"),
        ('{"text": "نص.", "url": "http://[::1"}', '"url"'),
        ('{"text": "نص.", "published": "yesterdayish"}', '"published"'),
        ('{"text": "نص.", "language": "klingon-x-y-z"}', '"language"'),
    ],
)
def test_a_bad_line_costs_no_other_line(line: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    good = [json.dumps({"text": f"نص سليم رقم {number} في الملف."}) for number in range(2)]
    path.write_text("\n".join([good[0], line, good[1]]), "utf-8")
    counts = json.loads(tawatur("import", str(path), "--json", store=tmp_path / "s.db").stdout)
    assert counts["added"] == 2
    (problem,) = counts["problems"]
    assert problem.startswith("articles.jsonl, line 2: ")
    assert named in problem


def test_a_file_that_cannot_be_imported_makes_no_store_and_fails_beside_good_ones(
    lines: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "picture.jsonl"
    bad.write_bytes(b"\x89PNG\0\0\1" * 400)
    done = tawatur("import", str(bad), store=tmp_path / "new.db", check=False)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "new.db").exists()
    done = tawatur("import", str(lines), str(bad), store=tmp_path / "s.db", check=False)
    assert done.returncode == 2
    assert "picture.jsonl" in done.stderr
    assert len(tawatur("export", store=tmp_path / "s.db").stdout.splitlines()) == 2


def test_an_empty_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "s.db").touch()
    done = tawatur("stories", store=tmp_path / "s.db", check=False)
    assert done.returncode == 2
    assert "empty" in done.stderr
    assert (tmp_path / "s.db").stat().st_size == 0


@pytest.mark.parametrize(
    "words",
    [
        ["story", "99999999999999999999"],
        ["article", "99999999999999999999"],
        ["serve", "--port", "99999"],
        ["stories", "--limit", "-5"],
        ["search", "و"],
        ["add", "http://nobody.invalid/"],
    ],
)
def test_what_cannot_be_is_one_line_and_exit_code_2(words: list[str], tmp_path: Path) -> None:
    tawatur("init", store=tmp_path / "s.db")
    done = tawatur(*words, store=tmp_path / "s.db", check=False)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_why_an_article_joined_its_story_is_said(tmp_path: Path) -> None:
    path, store = tmp_path / "articles.jsonl", tmp_path / "s.db"
    first = "أعلن وزير النقل سامر الدرعاوي إغلاق ميناء صفاقس ثلاثة أيام بسبب تسرب الوقود من ناقلة."
    later = "قال سامر الدرعاوي إن ميناء صفاقس سيفتح غدا بعد شفط الوقود الذي تسرب من الناقلة."
    rows = [
        {"title": "إغلاق ميناء صفاقس بعد تسرب وقود", "text": first, "published": "2026-03-01T08:00:00Z"},
        {"title": "ميناء صفاقس يفتح غدا بعد تسرب الوقود", "text": later, "published": "2026-03-01T19:00:00Z"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    tawatur("import", str(path), store=store)
    why = json.loads(tawatur("article", "2", "--why", "--json", store=store).stdout)["why"]
    assert why["nearest"]["id"] == 1
    assert why["chance"] > 0.5
    assert any("صفاقس" in place for place in why["shared"]["places"])
    assert "الدرعاوي" in why["shared"]["names"]
    assert "صفاقس" in tawatur("article", "2", "--why", store=store).stdout
    assert json.loads(tawatur("article", "1", "--why", "--json", store=store).stdout)["why"] is None
    assert "opened its story" in tawatur("article", "1", "--why", store=store).stdout


def test_export_is_what_import_takes_back(lines: Path, tmp_path: Path) -> None:
    tawatur("import", str(lines), store=tmp_path / "s.db")
    out = tawatur("export", store=tmp_path / "s.db").stdout
    (tmp_path / "out.jsonl").write_text(out, "utf-8")
    tawatur("import", str(tmp_path / "out.jsonl"), store=tmp_path / "t.db")
    assert tawatur("export", store=tmp_path / "t.db").stdout == out


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "there is no file"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"\x7fELF\0\0\0\1" * 40), "binary"),
    ],
)
def test_wrong_input_is_one_line_and_exit_code_2(make: object, message: str, tmp_path: Path) -> None:
    path = tmp_path / "input.bin"
    make(path)  # type: ignore[operator]
    store = tmp_path / "s.db"
    tawatur("init", store=store)
    before = tawatur("export", store=store).stdout
    done = tawatur("import", str(path), store=store, check=False)
    assert done.returncode == 2
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert tawatur("export", store=store).stdout == before


def test_a_huge_line_is_skipped_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(200):
            file.write(b"x" * 1_000_000)
        file.write('"}\n{"text": "نص سليم بعد السطر الطويل."}\n'.encode())
    counts = json.loads(tawatur("import", str(path), "--json", store=tmp_path / "s.db").stdout)
    assert counts["added"] == 1
    assert "longer than" in counts["problems"][0]


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    done = tawatur("stories", store=tmp_path / "none.db", check=False)
    assert done.returncode == 2
    assert "init" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_read_prints_the_parts_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "قال الوزير إن الميناء سيفتح أبوابه أمام السفن صباح الغد.\n\nالمصدر: صحيفة الميناء\n", "utf-8"
    )
    page = json.loads(tawatur("read", str(path), "--json", store=tmp_path / "s.db").stdout)
    assert set(page) == {"articles", "credits", "keywords", "inline_links", "similar"}
    assert set(page["articles"][0]) == {
        "role",
        "title",
        "paragraphs",
        "published",
        "byline",
        "language",
        "outlet",
    }
    assert page["credits"] == ["صحيفة الميناء"]


def test_an_import_killed_at_any_moment_ends_as_if_it_had_not_been(shared: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "part.jsonl.gz"
    with gzip.open(shared / "arabic_news" / "articles.jsonl.gz") as whole, gzip.open(corpus, "wb") as part:
        for _, line in zip(range(1500), whole, strict=False):
            part.write(line)
    os.utime(corpus, (1_500_000_000, 1_500_000_000))
    tawatur("import", str(corpus), store=tmp_path / "whole.db")
    command = [sys.executable, "-m", "tawatur", "--store", str(tmp_path / "killed.db"), "import", str(corpus)]
    moments = random.Random(20260301)
    for moment in (moments.uniform(0.6, 2.2) for _ in range(20)):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
    tawatur("import", str(corpus), store=tmp_path / "killed.db")
    assert _content(tmp_path / "killed.db") == _content(tmp_path / "whole.db")


def _content(store: Path) -> dict[str, list[tuple[object, ...]]]:
    import sqlite3

    with sqlite3.connect(store) as connection:
        tables = ("article", "story", "revision", "attribution", "reuse", "analysis", "outlet", "search")
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    store = tmp_path / "s.db"
    tawatur("init", store=store)
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = store.read_bytes()
    done = tawatur("stories", store=store, check=False)
    assert done.returncode == 2
    assert "newer" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert store.read_bytes() == before


@pytest.mark.parametrize("words", [("import", "closed"), ("--store", "closed/s.db", "init")])
def test_a_directory_without_permission(words: tuple[str, ...], tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "a.txt").write_text("نص قصير.", "utf-8")
    closed.chmod(0o000)
    # A superuser may read everything unless he gives that right away.
    unprivileged = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*unprivileged, sys.executable, "-m", "tawatur", *words], capture_output=True, text=True, cwd=tmp_path
    )
    closed.chmod(0o755)
    assert done.returncode == 2, done.stderr
    assert "permission" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_unknown_charset_does_not_stop_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    text = "قال الوزير إن الميناء سيفتح أبوابه أمام السفن صباح الغد، وإن العمل فيه انتهى قبل موعده."
    path.write_bytes(f'<meta charset="x-nothing-7"><body><p>{text}</p>'.encode())
    page = json.loads(tawatur("read", str(path), "--json", store=tmp_path / "s.db").stdout)
    assert page["articles"][0]["paragraphs"] == [text]
