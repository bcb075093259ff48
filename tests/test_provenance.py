"""Provenance: whom a story's reports go back to, whatever the order in which they came."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Brief, Hearing, Outlet, Signs, Speaker
from tawatur.outlets import Outlets
from tawatur.provenance import Tracing, chains, provenance, tally, traced
from tawatur.provenance.identity import Identity, identity
from tawatur.provenance.speakers import Speakers

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
NAMES = ["وكالة ألف", "صحيفة باء", "قناة جيم", "موقع دال", "إذاعة هاء"]
OUTLETS = Outlets([Outlet(name) for name in NAMES])
MINISTER = Speaker("سالم الكناني", True, "person", "وزير الري")
BY_ROLE = Speaker("الوزير", True, "person", "الوزير")
IN_ENGLISH = Speaker("Salem al-Kinani", True, "person", "minister")
OTHER = Speaker("هدى المرواني", True, "person", "المتحدثة")
SOURCE = Speaker("مصدر مطلع", False, "person")
SECURITY = Speaker("مصدر أمني", False, "person")
NURSE = Speaker("ممرضة", False, "person")


def report(
    number: int, outlet: str, minutes: int, *heard: Speaker, cites: str = "", via: tuple[str, ...] = (),
    credits: tuple[str, ...] = (), copy_of: int | None = None, language: str = "ar",
    reused: tuple[tuple[int, int], ...] = (),
) -> Signs:  # fmt: skip
    speakers = [*heard, *([Speaker(cites, True, "outlet")] if cites else [])]
    return Signs(
        Brief(number, f"خبر {number}", outlet, NOON + timedelta(minutes=minutes), language, 1, copy_of),
        hearings=tuple(Hearing(one, via, at, 0, 4) for at, one in enumerate(speakers)),
        cited=(*via, *([cites] if cites else [])),
        frame=(*via, *([cites] if cites else [])),
        credits=credits,
        reused=reused,
    )


def origins(*reports: Signs) -> list[tuple[str, str | None]]:
    return [(one.name, one.outlet) for one in provenance(traced(reports, OUTLETS)).origins]


def test_a_named_speaker_is_one_origin_however_many_heard_him() -> None:
    found = provenance(
        traced(
            [
                report(1, NAMES[0], 0, MINISTER),
                report(2, NAMES[1], 5, BY_ROLE),
                report(3, NAMES[2], 9, IN_ENGLISH, language="en"),
            ],
            OUTLETS,
        )
    )
    (one,) = found.origins
    assert (one.name, one.reports, one.heard_by) == ("سالم الكناني", (1, 2, 3), tuple(NAMES[:3]))
    assert found.single_origin
    assert not found.anonymous_only


def test_unnamed_sources_are_one_for_each_outlet_unless_they_differ_plainly() -> None:
    assert origins(report(1, NAMES[0], 0, SOURCE, SECURITY)) == [("مصدر أمني", NAMES[0])]
    assert len(origins(report(1, NAMES[0], 0, SECURITY, NURSE))) == 2
    assert len(origins(report(1, NAMES[0], 0, SOURCE), report(2, NAMES[1], 1, SOURCE))) == 2
    cited = report(2, NAMES[1], 1, SOURCE, via=(NAMES[0],))
    assert origins(report(1, NAMES[0], 0, SOURCE), cited) == [("مصدر مطلع", NAMES[0])]


def test_the_minister_is_not_the_other_minister() -> None:
    other = Speaker("فارس الحلواني", True, "person", "وزير النقل")
    assert len(origins(report(1, NAMES[0], 0, MINISTER, other, BY_ROLE))) == 2


def test_who_is_cited_or_credited_and_shows_no_source_is_the_origin() -> None:
    bare = report(1, NAMES[0], 0)
    assert origins(bare) == []
    assert provenance(traced([bare], OUTLETS)).unknown == (1,)
    assert origins(bare, report(2, NAMES[1], 5, cites=NAMES[0])) == [(NAMES[0], None)]
    assert origins(bare, report(2, NAMES[1], 5, credits=(NAMES[0],))) == [(NAMES[0], None)]
    copied = replace(bare, report=replace(bare.report, copy_of=1))
    with_credit = report(2, NAMES[1], 5, credits=(NAMES[0],), copy_of=1)
    assert origins(copied, with_credit) == [(NAMES[0], None)]
    without = provenance(traced([copied, report(2, NAMES[1], 5, copy_of=1)], OUTLETS))
    assert (without.origins, without.unknown, without.copy_groups[0].uncredited) == ((), (1,), (2,))


def test_a_citation_passes_on_what_its_outlet_heard() -> None:
    found = provenance(
        traced([report(1, NAMES[0], 0, MINISTER), report(2, NAMES[1], 5, cites=NAMES[0])], OUTLETS)
    )
    (one,) = found.origins
    assert (one.name, one.reports, one.heard_by) == ("سالم الكناني", (1, 2), (NAMES[0],))
    assert found.outside == ()


def test_an_outlet_that_is_not_polled_is_an_origin_and_a_doubt() -> None:
    reports = [
        report(1, NAMES[1], 0, cites="the Harbor Times"),
        report(2, NAMES[2], 3, cites="صحيفة Harbor Times"),
    ]
    found = provenance(traced([*reports, report(3, NAMES[3], 4, MINISTER)], OUTLETS))
    assert [one.name for one in found.origins] == ["صحيفة Harbor Times", "سالم الكناني"]
    assert found.outside == ("صحيفة Harbor Times",)
    assert {one.kind for one in found.doubts} >= {"outside", "tie"}
    assert (found.least, found.most) == (1, 2)


def test_circles_of_two_and_of_three() -> None:
    two = provenance(
        traced([report(1, NAMES[0], 0, cites=NAMES[1]), report(2, NAMES[1], 5, cites=NAMES[0])], OUTLETS)
    )
    assert two.circular == ((NAMES[0], NAMES[1]),)
    assert [one.name for one in two.origins] == [NAMES[0]]
    three = provenance(
        traced([report(at, NAMES[at], at, cites=NAMES[(at + 1) % 3]) for at in range(3)], OUTLETS)
    )
    assert three.circular == ((NAMES[0], NAMES[1], NAMES[2]),)
    assert three.single_origin
    later = [
        report(1, NAMES[0], 0),
        report(2, NAMES[1], 5, cites=NAMES[0]),
        report(3, NAMES[0], 9, cites=NAMES[1]),
    ]
    assert provenance(traced(later, OUTLETS)).circular == ((NAMES[0], NAMES[1]),)


def test_who_cites_each_other_and_heard_somebody_is_no_circle() -> None:
    reports = [report(1, NAMES[0], 0, MINISTER), report(2, NAMES[1], 5, cites=NAMES[0])]
    found = provenance(traced([*reports, report(3, NAMES[0], 9, cites=NAMES[1])], OUTLETS))
    assert found.circular == ()
    assert [one.name for one in found.origins] == ["سالم الكناني"]


def test_the_first_reporter_is_whom_the_earliest_credits() -> None:
    early_copy = report(1, NAMES[3], 0, MINISTER, credits=(NAMES[0],), copy_of=2)
    assert (
        provenance(traced([early_copy, report(2, NAMES[0], 4, MINISTER, copy_of=2)], OUTLETS)).first_reporter
        == NAMES[0]
    )
    citing = report(1, NAMES[3], 0, cites=NAMES[0])
    assert provenance(traced([citing, report(2, NAMES[0], 4, MINISTER)], OUTLETS)).first_reporter == NAMES[0]


def test_a_paragraph_taken_over_brings_its_unnamed_source_along() -> None:
    taken = report(2, NAMES[1], 60, SOURCE, reused=((0, 1),))
    found = provenance(traced([report(1, NAMES[0], 0, SOURCE), taken], OUTLETS))
    assert [(one.name, one.outlet) for one in found.origins] == [("مصدر مطلع", NAMES[0])]
    assert [edge.how for edge in found.edges if edge.source == "report:2"] == ["copies_in_part", "quotes"]


def test_every_way_to_an_origin_can_be_shown() -> None:
    reports = [
        report(1, NAMES[0], 0, SOURCE),
        report(2, NAMES[1], 5, cites=NAMES[0]),
        report(3, NAMES[2], 9, copy_of=2),
        report(2, NAMES[1], 5, cites=NAMES[0], copy_of=2),
    ]
    tracing = traced([reports[0], reports[3], reports[2]], OUTLETS)
    (chain,) = chains(tracing, 3)
    assert [(link.name, link.how) for link in chain.links] == [
        (NAMES[2], "publishes"), (NAMES[1], "copies"), (NAMES[0], "cites"), ("مصدر مطلع", "quotes"),
    ]  # fmt: skip
    assert chain.report == 3


speakers = st.sampled_from([MINISTER, BY_ROLE, IN_ENGLISH, OTHER, SOURCE, SECURITY, NURSE])


@st.composite
def stories(draw: st.DrawFn) -> list[Signs]:
    """Any story: who cites, credits, copies and hears whom, at any time."""
    many = draw(st.integers(1, 9))
    found = []
    for number in range(1, many + 1):
        group = draw(st.sampled_from([None, None, None, 1, 2]))
        own = 1 if group == 1 else 2
        found.append(
            report(
                number,
                draw(st.sampled_from(NAMES)),
                draw(st.integers(0, 12)),
                *draw(st.lists(speakers, max_size=2)),
                cites=draw(st.sampled_from(["", "", "وكالة السهوب", *NAMES])),
                via=draw(st.sampled_from([(), (), (NAMES[0],), ("Harbor Times",)])),
                credits=draw(st.sampled_from([(), (), (NAMES[1],), ("السهوب",)])),
                copy_of=own if group and many >= own else None,
                language=draw(st.sampled_from(["ar", "ar", "en"])),
                reused=draw(st.sampled_from([(), (), ((0, 1),)])),
            )
        )
    return found


@given(stories(), st.randoms(use_true_random=False))
@settings(max_examples=400, deadline=None)
def test_any_order_gives_what_all_at_once_gives(story: list[Signs], chance: object) -> None:
    whole = provenance(traced(story, OUTLETS))
    tracing = Tracing(OUTLETS)
    order = list(story)
    chance.shuffle(order)  # type: ignore[attr-defined]
    for one in order:
        tracing.add(one)
        so_far = provenance(tracing)
        assert tally(tracing) == (
            sum(origin.named for origin in so_far.origins),
            sum(not origin.named for origin in so_far.origins),
            len(so_far.unknown),
        )
    assert provenance(tracing) == whole
    for one in order[::2]:  # revised: taken out, and put back
        tracing.remove(one.report.id)
    assert provenance(tracing) == provenance(traced(order[1::2], OUTLETS))
    for one in order[::2]:
        tracing.add(one)
    assert provenance(tracing) == whole


@given(st.lists(st.tuples(speakers, st.sampled_from(["ar", "en"])), min_size=1, max_size=8))
def test_speakers_are_the_same_in_any_order(heard: list[tuple[Speaker, str]]) -> None:
    def classes(names: list[Identity]) -> set[frozenset[Identity]]:
        speakers = Speakers()
        for name in names:
            speakers.add(name)
        return {frozenset(one) for one in speakers.classes()}

    names = [identity(one, code, None if one.named else NAMES[0]) for one, code in heard]
    assert classes(names) == classes(names[::-1])


def test_a_copy_that_was_cut_does_not_go_back_to_whom_it_lost() -> None:
    whole = report(1, NAMES[0], 0, MINISTER, OTHER, copy_of=1)
    cut = report(2, NAMES[1], 5, MINISTER, copy_of=1)
    tracing = traced([whole, cut], OUTLETS)
    assert {one.name: one.reports for one in provenance(tracing).origins} == {
        "سالم الكناني": (1, 2), "هدى المرواني": (1,),
    }  # fmt: skip
    assert [chain.links[-1].name for chain in chains(tracing, 2)] == ["سالم الكناني"]
    assert len(chains(tracing, 1)) == 2
