"""Whom a phrase of an English text names: one family of phrases each."""

from __future__ import annotations

import pytest

import tawatur
from tawatur.model import Speaker


def speaker(*paragraphs: str) -> Speaker:
    """Who says the last thing that is said."""
    return tawatur.attributions(list(paragraphs), language="en")[-1].speaker


def test_a_paper_is_the_study_told_of_before() -> None:
    first, second = tawatur.attributions(
        [
            "Wells are drying up, according to a study released Thursday by the Gull Institute.",
            "The 140-page paper urges a freeze on new drilling.",
        ],
        language="en",
    )
    assert first.speaker == second.speaker


@pytest.mark.parametrize(
    ("source", "name"),
    [
        # an office with capitals, and what it is of
        ("State Senate President Omar Haddad", "Omar Haddad"),
        ("Rivana City Mayor Lina Aziz", "Lina Aziz"),
        ("United Dock Workers Secretary-Treasurer Omar Haddad", "Omar Haddad"),
        ("Secretary of State Omar Haddad", "Omar Haddad"),
        ("Director of Harbour Safety Omar F. Haddad", "Omar F. Haddad"),
        ("University of Rivana professor Lina Aziz", "Lina Aziz"),
        ("Harbour Watch spokesman Omar Haddad", "Omar Haddad"),
        ("the director of the Rivana Port Fund, Omar B. Haddad,", "Omar B. Haddad"),
        # titles, initials, small words, apostrophes, suffixes
        ("former Rivana Gov. Omar Haddad", "Omar Haddad"),
        ("U.S. Rep. Lina Aziz (D-Rivana)", "Lina Aziz"),
        ("Marten C. Haddad", "Marten C. Haddad"),
        ("J. A. Haddad", "J. A. Haddad"),
        ("Lina van der Berg", "Lina van der Berg"),
        ("Mr. al-Haddad", "al-Haddad"),
        ("Dr. O'Brien", "O'Brien"),
        ("Ann McDonald-Aziz", "Ann McDonald-Aziz"),
        ("Omar Haddad Jr.", "Omar Haddad Jr"),
        ("Omar King", "Omar King"),
        ("OMAR HADDAD", "OMAR HADDAD"),
        # what more is told of somebody
        ("Haddad (who has 25 votes so far)", "Haddad"),
        ("Haddad, 49,", "Haddad"),
        ("Haddad, who also owns the yard,", "Haddad"),
        ("LONDON (Gull) - Harbour candidate Omar Haddad", "Omar Haddad"),
        ("TIDE OF BOATS FILLS THE BAY - Omar Haddad", "Omar Haddad"),
        # who speaks for another, and who writes for one
        ("The Gull’s Omar Haddad", "Omar Haddad"),
    ],
)  # fmt: skip
def test_a_person(source: str, name: str) -> None:
    found = speaker(f"{source} said that the port would close in May.")
    assert (found.name, found.named, found.kind) == (name, True, "person")


def test_a_name_behind_an_office_of_another() -> None:
    found = speaker("The port will close in May, according to Haddad’s press secretary, Lina Aziz.")
    assert (found.name, found.role) == ("Lina Aziz", "Haddad’s press secretary")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Many prominent Republicans", "Many prominent Republicans"),
        ("Pollsters", "Pollsters"),
        ("Those over 60", "Those over 60"),
        ("Democrats in Rivana who watched the debate", "Democrats in Rivana"),
        ("Haddad supporters", "Haddad supporters"),
        ("Mrs. Haddad's campaign strategists", "Mrs. Haddad's campaign strategists"),
        ("Two-thirds of the skippers", "Two-thirds of the skippers"),
        ("85% of skippers", "85% of skippers"),
    ],
)
def test_a_group_is_nobody_in_particular(source: str, name: str) -> None:
    found = speaker(f"{source} said that the port would close in May.")
    assert (found.name, found.named, found.kind) == (name, False, "group")


@pytest.mark.parametrize(
    ("source", "name", "named", "kind"),
    [
        ("a new poll that shows more voters stay at home", "a new poll", False, "document"),
        ("the results", "the results", False, "document"),
        ("Findings", "Findings", False, "document"),
        ("a document provided by a lawyer", "a document provided by a lawyer", False, "document"),
        ("a post from Lina Aziz", "Lina Aziz", True, "document"),
        ("a Gull Institute poll", "a Gull Institute poll", True, "document"),
        ("a poll published in the journal Gull Waters", "a poll", True, "document"),
        ("a poll conducted by the Gull Institute", "Gull Institute", True, "document"),
        ("a poll released Thursday by the Gull Institute", "Gull Institute", True, "document"),
        ("an Iowa poll", "an Iowa poll", False, "document"),
        ("the Daily Gull, which first told of it", "Daily Gull", True, "outlet"),
        ("the Haddad campaign", "the Haddad campaign", True, "organisation"),
        ("the Justice Department", "the Justice Department", True, "organisation"),
        ("the Gull Fund, a charity for skippers", "the Gull Fund", True, "organisation"),
        ("a company", "a company", False, "organisation"),
        ("a Rivana District Court judge", "a Rivana District Court judge", False, "person"),
        ("a Justice Department spokeswoman", "a Justice Department spokeswoman", True, "person"),
        ("the pollster", "the pollster", False, "person"),
        ("the mayor of Rivana", "the mayor of Rivana", True, "person"),
    ],
)  # fmt: skip
def test_what_is_no_person(source: str, name: str, named: bool, kind: str) -> None:
    found = speaker(f"The port will close in May, according to {source}.")
    assert (found.name, found.named, found.kind) == (name, named, kind)


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Rivana Sen. Omar Haddad said that the port would close.", "The senator said that it was old.", "Omar Haddad"),
        ("Rivana Sen. Omar Haddad said that the port would close.", "The Rivana senator said that it was old.", "Omar Haddad"),
        ("Rivana Sen. Omar Haddad said that the port would close.", "The Hamra senator said that it was old.", "The Hamra senator"),
        # neither a text nor several people are "he"
        ("Omar Haddad said that the port would close. The new version says that it will stay.", "He said that it was old.", "Omar Haddad"),
        ("Omar Haddad said that the port would close. Residents said that it would stay.", "He said that it was old.", "Omar Haddad"),
        ("A nurse said that the port would close.", "She said that it was old.", "A nurse"),
        # nor is one man "they", where several have spoken
        ("Residents said that it would stay. Omar Haddad said that the port would close.", "They said that it was old.", "Residents"),
    ],
)  # fmt: skip
def test_who_is_meant(first: str, second: str, name: str) -> None:
    assert speaker(first, second).name == name
