"""Words in quotation marks that a gesture, a question or a colon alone tells in Arabic: invented sentences."""

from __future__ import annotations

import pytest

from telling import Found, found


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        pytest.param(
            "قاطعه الوزير: «هذا كلام لا يقال في الميناء».",
            ("الوزير", "قاطعه", "«هذا كلام لا يقال في الميناء»"),
            id="a verb that says nothing elsewhere, and who does it",
        ),
        pytest.param(
            "تصمت سلوى قليلا ثم تضحك: «ابنتي تعمل صيدلانية في العاصمة».",
            ("سلوى", "تضحك", "«ابنتي تعمل صيدلانية في العاصمة»"),
            id="a gesture of who did something before",
        ),
        pytest.param(
            "يغسل عبد الودود وجهه، ثم ينظر إلى الماء: «هذا هو الملح الذي يأخذونه».",
            ("عبد الودود", ":", "«هذا هو الملح الذي يأخذونه»"),
            id="no verb of saying at all",
        ),
        pytest.param(
            "«أين نذهب بأولادنا هذه الليلة»، صرخ أحد الباعة.",
            ("أحد الباعة", "صرخ", "«أين نذهب بأولادنا هذه الليلة»"),
            id="a verb behind the words",
        ),
        pytest.param(
            '"هل يعقل أن يستغرق الجسر ست سنوات؟" يتساءل النائب سالم الحداد.',
            ("النائب سالم الحداد", "يتساءل", '"هل يعقل أن يستغرق الجسر ست سنوات؟"'),
            id="a question that ends with its mark before the verb",
        ),
        pytest.param(
            "«كم كنا سعداء في ذلك اليوم!»، يقول سالم الحداد.",
            ("سالم الحداد", "يقول", "«كم كنا سعداء في ذلك اليوم!»"),
            id="an exclamation, a comma and the verb",
        ),
    ],
)
def test_words_in_quotes_are_whose_gesture_tells_them(text: str, statement: Found) -> None:
    assert found(text) == [statement]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("وضحك سالم الحداد طويلا.", id="a gesture with no words"),
        pytest.param(
            "قرأ الطلاب كتابين: «ليل البحر الطويل جدا» و«نهار الملح القصير جدا».", id="a list of titles"
        ),
        pytest.param(
            "نشر الوزير كتابا بعنوان: «ليل البحر الطويل جدا في الساحل».", id="a title behind what names it"
        ),
        pytest.param("ضحك سالم الحداد حين رأى «البحر».", id="a word in marks"),
    ],
)
def test_marks_alone_are_no_statement(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("words", [800, 1600])
def test_a_sentence_without_end_is_read_in_parts(words: int) -> None:
    text = "قال الوزير إن الطريق مغلق " + "والبحر هائج " * words + "وقالت المديرة إن السوق فارغ."
    assert [(source, cue) for source, cue, _ in found(text)] == [("الوزير", "قال"), ("المديرة", "وقالت")]


def test_a_quotation_that_closes_nowhere_near_takes_nothing_with_it() -> None:
    text = (
        "قال الوزير: «الطريق مغلق. " + "والبحر هائج. " * 300 + "وقالت المديرة إن السوق فارغ». وانتهى اللقاء."
    )
    assert ("المديرة", "وقالت") in [(source, cue) for source, cue, _ in found(text)]
