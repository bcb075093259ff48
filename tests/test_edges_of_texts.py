"""What stands on the first and the last lines of a text and is none of it: credits, signatures, that a report is over."""

from __future__ import annotations

import pytest

import tawatur
from tawatur.model import Page

FIRST = "بدأت شركة الملاحة في جزيرة النورس يوم الخميس تشغيل عبارتين جديدتين تصلان الجزيرة بالساحل."
SECOND = "وقال مدير الشركة إن كل عبارة تتسع لمئتي راكب وثلاثين سيارة، وإن الرحلة تستغرق أربعين دقيقة."
LAST = "وتعود آخر عبارة إلى الجزيرة عند منتصف الليل طوال أشهر الصيف، ولا رحلات في الأيام العاصفة."


def _page(*lines: str, head: str = "", below: str = "", tag: str = "p") -> Page:
    text = "".join(f"<{tag}>{line}</{tag}>" for line in lines)
    return tawatur.read(
        f'<html lang="ar"><head>{head}</head><body><article><h1>عبارتان جديدتان إلى جزيرة النورس</h1><div class="entry">{text}</div>'
        f"</article>{below}</body></html>"
    )


def _dump(*lines: str) -> Page:
    return tawatur.read("\n".join(("عبارتان جديدتان إلى جزيرة النورس", *lines)), content_type="text/plain")


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("س. ن/ ع. ر (أ ف ب، رويترز)", ("أ ف ب", "رويترز")),
        ("ليلى حداد - رويترز", ("رويترز",)),
        ("ليلى حداد (أ.ف.ب)", ("أ.ف.ب",)),
        ("ك. مرزوقي / شاطئ برس", ("شاطئ برس",)),
        ("عن صحيفة الشراع، ووكالة المرسى للأنباء (بتصرف)", ("صحيفة الشراع", "وكالة المرسى للأنباء")),
        ("بتصرف عن وكالة المرسى", ("وكالة المرسى",)),
        ("سبق أن نُشر هذا التقرير في مجلة المنارة بتاريخ 3 مايو 2021.", ("مجلة المنارة",)),
        ("تنشر هذه المادة بالتزامن مع مجلة المنارة", ("مجلة المنارة",)),
        ("الخبر نقلا عن صحيفة الشراع", ("صحيفة الشراع",)),
        ("انتهى/ ح.س 12", ()),
        ("م.ع/ س.ر", ()),
        ("(انتهى)", ()),
    ],
)
def test_a_last_line_that_credits_or_signs_is_no_paragraph(line: str, credits: tuple[str, ...]) -> None:
    page = _page(FIRST, SECOND, LAST, line)
    assert (page.articles[0].paragraphs, page.credits) == ((FIRST, SECOND, LAST), credits)


@pytest.mark.parametrize(
    ("tail", "credits"),
    [
        (" (رويترز، أ ف ب)", ("رويترز", "أ ف ب")),
        ("(وكالات)", ("وكالات",)),
        (" * المصدر: شاطئ برس + رويترز", ("شاطئ برس", "رويترز")),
        (" س.م (د ب أ)", ("د ب أ",)),
        (" ليلى حداد / رويترز", ("رويترز",)),
        (" انتهى/ م.ر 25", ()),
        (" تحرير: ليلى حداد", ()),
    ],
)
def test_what_is_written_on_to_the_last_sentence_is_cut_off(tail: str, credits: tuple[str, ...]) -> None:
    page = _page(FIRST, SECOND, LAST + tail)
    assert (page.articles[0].paragraphs, page.credits) == ((FIRST, SECOND, LAST), credits)


def test_agencies_in_brackets_behind_a_sentence_without_a_full_stop_are_cut_off() -> None:
    page = _page(FIRST, SECOND, LAST.removesuffix(".") + " (رويترز)")
    assert (page.articles[0].paragraphs[-1], page.credits) == (LAST.removesuffix("."), ("رويترز",))


@pytest.mark.parametrize(
    "last",
    [
        "وأعلنت ذلك وكالة الأنباء الفرنسية (أ ف ب).",
        "وسُئل المدير عن الأسعار. قال: لا تغيير.",
        "وانتظر الركاب ساعة كاملة. انتهى الانتظار عند الفجر.",
        "وبقي ماء الجزيرة قليلا. المصدر الوحيد له بئر قديمة.",
        'ونقلت الخبر صحيفة "الشراع" نقلا عن صحيفة "المنارة".',
        "وقال البحار ذلك لمراسلة (رويترز).",
        "وزار الوفد مدينة المرسى (الساحل).",
        "قناة السويس - بورسعيد هي الطريق.",
    ],
)
def test_sentences_are_no_credits(last: str) -> None:
    page = _page(FIRST, SECOND, LAST, last)
    assert (page.articles[0].paragraphs[-1], page.credits) == (last, ())


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("شاطئ برس – متابعات:", ("شاطئ برس", "متابعات")),
        ("شاطئ برس - و.م.س", ("شاطئ برس", "و.م.س")),
        ("المرسى – رويترز", ("رويترز",)),
        ("شاطئ برس/ المرسى", ()),
    ],
)
def test_a_first_line_of_names_is_no_paragraph(line: str, credits: tuple[str, ...]) -> None:
    page = _page(line, FIRST, SECOND, LAST, head='<meta property="og:site_name" content="شاطئ برس">')
    assert (page.articles[0].paragraphs, page.credits) == ((FIRST, SECOND, LAST), credits)


def test_an_outlet_is_known_by_its_rights() -> None:
    page = _page(
        FIRST, SECOND, LAST, "(النورس)", below="<div>جميع الحقوق محفوظة لشبكة النورس الإخبارية 2012</div>"
    )
    assert (page.articles[0].paragraphs, page.credits) == ((FIRST, SECOND, LAST), ("النورس",))


def test_an_outlet_is_known_by_the_title_of_its_page() -> None:
    head = "<title>عبارتان جديدتان إلى جزيرة النورس | شاطئ برس</title>"
    page = _page(FIRST, SECOND, LAST, "شاطئ برس/ سنابل", head=head)
    assert (page.articles[0].paragraphs, page.credits) == ((FIRST, SECOND, LAST), ("شاطئ برس",))


def test_a_dash_between_the_outlet_and_another_parts_two() -> None:
    page = _dump(FIRST, SECOND, LAST, "المصدر: شاطئ برس - سنابل", "© شاطئ برس 2024")
    assert page.credits == ("شاطئ برس", "سنابل")


def test_a_line_below_the_text_of_a_dump_credits_an_agency() -> None:
    page = _dump(FIRST, SECOND, LAST, "ليلى حداد / واج", "الكلمات المفتاحية: النورس، عبارات")
    assert (page.articles[0].paragraphs, page.credits) == ((FIRST, SECOND, LAST), ("واج",))


def test_brackets_that_spell_an_agency_stay() -> None:
    page = _dump(FIRST, SECOND, LAST, "المصدر: شاطئ برس، وكالة المرسى للأنباء (مرسى)")
    assert page.credits == ("شاطئ برس", "وكالة المرسى للأنباء (مرسى)")


ENGLISH = (
    "The ferry company on Gull Island began running two new boats to the mainland on Thursday morning.",
    "Each boat takes two hundred passengers and thirty cars, its director said, and crosses in forty minutes.",
    "The last boat returns to the island at midnight in summer, and none sails on stormy days.",
)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("The Harbour News Agency contributed to this report.", ("The Harbour News Agency",)),
        ("This story was first published by the Gull Ledger.", ("Gull Ledger",)),
        ("This article originally appeared on The Sandbank.", ("The Sandbank",)),
        ("With files from Reuters", ("Reuters",)),
        ("J. D. / AFP", ("AFP",)),
        ("-END-", ()),
        (
            "Additional reporting by Jane Porter. The Associated Desk contributed to this report.",
            ("The Associated Desk",),
        ),
        (
            "The Associated Desk contributed to this report. With reporting by Jane Porter in Saltmere.",
            ("The Associated Desk",),
        ),
    ],
)
def test_last_lines_in_english(line: str, credits: tuple[str, ...]) -> None:
    page = _page(*ENGLISH, line)
    assert (page.articles[0].paragraphs, page.credits) == (ENGLISH, credits)


def test_a_person_who_contributed_is_no_credit() -> None:
    assert _page(*ENGLISH, "Jane Porter contributed to this report.").credits == ()


@pytest.mark.parametrize("line", ["ليلى حداد + وكالات", "ليلى حداد - رويترز", "ليلى حداد – خاص"])
def test_who_signs_beside_whom_the_last_line_credits_is_the_author(line: str) -> None:
    page = _page(FIRST, SECOND, LAST, line)
    assert page.articles[0].byline == "ليلى حداد"
    assert page.articles[0].paragraphs == (FIRST, SECOND, LAST)


FRENCH = (
    "La compagnie de l’île aux Mouettes a mis en service jeudi deux nouveaux bateaux vers le continent.",
    "Chaque bateau prend deux cents passagers et trente voitures, a dit son directeur, en quarante minutes.",
    "Le dernier bateau rentre à minuit en été, et aucun ne part les jours de tempête, a-t-il précisé.",
)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("A. B.-C. (avec Presse-Large et Reuters)", ("Presse-Large", "Reuters")),
        ("La rédaction avec AFP", ("AFP",)),
        ("Article initialement publié dans Le Large", ("Le Large",)),
        ("Avec Agence Presse des Dunes", ("Agence Presse des Dunes",)),
    ],
)
def test_last_lines_in_french(line: str, credits: tuple[str, ...]) -> None:
    page = _page(*FRENCH, line)
    assert (page.articles[0].paragraphs, page.credits) == (FRENCH, credits)


PERSIAN = (
    "شرکت کشتیرانی جزیرهٔ مرغان روز پنجشنبه دو کشتی تازه را میان جزیره و ساحل به کار انداخت.",
    "مدیر شرکت گفت که هر کشتی جای دویست مسافر و سی خودرو دارد و سفر چهل دقیقه طول می‌کشد.",
    "آخرین کشتی در تابستان نیمه‌شب به جزیره برمی‌گردد و در روزهای توفانی سفری نیست.",
)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("انتهای پیام/ ۱۲", ()),
        ("این گزارش نخستین بار در روزنامهٔ ساحل منتشر شده است.", ("روزنامهٔ ساحل",)),
        ("(ایسنا)", ("ایسنا",)),
    ],
)
def test_last_lines_in_persian(line: str, credits: tuple[str, ...]) -> None:
    page = _page(*PERSIAN, line)
    assert (page.articles[0].paragraphs, page.credits) == (PERSIAN, credits)


def test_a_reporter_in_persian_is_the_byline_and_a_subheading_none() -> None:
    page = _page("گزارشگر: مینا کوهی", PERSIAN[0], PERSIAN[1], "<b>از تور تا کشتی</b>", PERSIAN[2])
    article = page.articles[0]
    assert (article.byline, article.paragraphs) == ("مینا کوهی", (*PERSIAN[:2], "از تور تا کشتی", PERSIAN[2]))


def test_paragraphs_that_are_spans_of_one_class() -> None:
    spans = "\n".join(f'<span class="par">{text}</span>' for text in (FIRST, SECOND, LAST))
    page = tawatur.read(
        f'<html lang="ar"><article><h1>عبارتان جديدتان إلى جزيرة النورس</h1><div class="body">\n{spans}\n</div></article></html>'
    )
    assert page.articles[0].paragraphs == (FIRST, SECOND, LAST)


def test_sentences_of_one_paragraph_in_spans_stay_together() -> None:
    spans = " ".join(f'<span class="s">{text}</span>' for text in (FIRST, SECOND))
    assert _page(spans, LAST).articles[0].paragraphs == (f"{FIRST} {SECOND}", LAST)


def test_a_line_in_bold_between_div_paragraphs_is_a_subheading() -> None:
    page = _page(FIRST, SECOND, "<strong>عبارتان بدل واحدة</strong>", LAST, tag="div")
    assert page.articles[0].paragraphs == (FIRST, SECOND, "عبارتان بدل واحدة", LAST)


def test_a_box_that_asks_for_support_below_the_text_is_none_of_it() -> None:
    box = (
        "<section><h4>الصحافة البطيئة تحتاج إلى قرائها دائما</h4><p>نحن مجلة صغيرة ولا يموّلها حزب، ونعتمد على دعم قرائنا كي نرسل"
        " مراسلاتنا إلى الجزر البعيدة شهرا بعد شهر.</p></section>"
    )
    assert _page(FIRST, SECOND, LAST, below=box).articles[0].paragraphs == (FIRST, SECOND, LAST)


def test_sources_of_live_entries_are_credits_of_the_page() -> None:
    entries = (
        f"<div class=t>10:20</div><p>{SECOND}</p><div class=src>المصدر: رويترز</div>",
        f"<div class=t>09:40</div><p>{LAST} (أ ف ب)</p>",
        f"<div class=t>08:10</div><p>{FIRST}</p><ul><li>عبارة أولى: 08:00</li><li>عبارة ثانية: الظهر</li></ul>",
    )
    feed = "".join(f"<article>{entry}</article>" for entry in entries)
    page = tawatur.read(
        f"<main><h1>جزيرة النورس لحظة بلحظة</h1><p>{FIRST}</p><div class=feed>{feed}</div></main>"
    )
    assert page.credits == ("رويترز", "أ ف ب")
    assert [entry.paragraphs for entry in page.articles[1:]] == [
        (SECOND,),
        (LAST,),
        (FIRST, "عبارة أولى: 08:00", "عبارة ثانية: الظهر"),
    ]


@pytest.mark.parametrize(
    "dateline", ["المرسى - ليلى حداد - ", "شاطئ برس / ليلى حداد: ", "المرسى – ليلى حداد – "]
)
def test_a_name_in_the_line_that_opens_a_text_is_its_byline(dateline: str) -> None:
    article = _page(dateline + FIRST, SECOND, LAST).articles[0]
    assert (article.byline, article.paragraphs[0]) == ("ليلى حداد", dateline + FIRST)


def test_somebody_spoken_of_between_dashes_is_no_byline() -> None:
    article = _page(
        "قال المدير - وهو من الجزيرة - إن عبارتين جديدتين ستصلان الساحل بها هذا الصيف.", SECOND, LAST
    ).articles[0]
    assert article.byline is None


def test_figures_listed_inside_the_text_of_a_dump_are_of_it() -> None:
    figures = ("العبارتان في أرقام", "200 راكب", "30 سيارة", "40 دقيقة في الرحلة")
    page = _dump(FIRST, SECOND, *figures, LAST, "المصدر: رويترز")
    assert page.articles[0].paragraphs == (FIRST, SECOND, *figures, LAST)


def test_numbered_headlines_inside_a_dump_are_not_of_its_text() -> None:
    page = _dump(
        FIRST,
        SECOND,
        "الأكثر قراءة",
        "1 عبارة قديمة تعود",
        "2 صياد من النورس",
        "3 طقس الجزيرة",
        LAST,
        "المصدر: رويترز",
    )
    assert "1 عبارة قديمة تعود" not in page.articles[0].paragraphs


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("جزيرة النورس – سلمى البكري", "سلمى البكري"),
        ("جزيرة النورس ـ من خلدون بن سيف العامري:", "خلدون بن سيف العامري"),
        ("النورس/ ليلى حداد", "ليلى حداد"),
        ("ليلى حداد | جزيرة النورس", "ليلى حداد"),
        ("كتب: رامي الخوري - جزيرة النورس", "رامي الخوري"),
        ("مراسلنا في جزيرة النورس - غسان الديب", "غسان الديب"),
        ("جزيرة النورس (ليلى حداد)", "ليلى حداد"),
        ("جزيرة النورس - مراسل الساحل", None),
    ],
)
def test_a_town_and_a_name_above_a_text_are_its_byline(line: str, byline: str | None) -> None:
    article = _page(line, FIRST, SECOND, LAST).articles[0]
    assert (article.byline, article.paragraphs) == (byline, (FIRST, SECOND, LAST))


@pytest.mark.parametrize(
    "line", ["جزيرة النورس ـ «الساحل»", "رام الله - صوت الساحل", "مدير الشركة: ليس لدينا ما نخفيه"]
)
def test_a_town_beside_other_words_is_nobody(line: str) -> None:
    assert _page(line, FIRST, SECOND, LAST).articles[0].byline is None


ENGLISH_TEXT = (
    "The shipping company of Gull Island started two new ferries on Thursday that join the island and the coast.",
    "Its director said that each ferry takes two hundred passengers and thirty cars across the strait.",
    "The last ferry returns to the island at midnight in summer, and none goes on stormy days.",
)
TURKISH_TEXT = (
    "Martı Adası'ndaki denizcilik şirketi perşembe günü adayı kıyıya bağlayan iki yeni feribotu hizmete aldı.",
    "Şirketin müdürü her feribotun iki yüz yolcu taşıdığını ve yolculuğun kırk dakika sürdüğünü söyledi.",
    "Son feribot yaz aylarında gece yarısı adaya dönüyor ve fırtınalı günlerde sefer yapılmıyor.",
)


@pytest.mark.parametrize(
    ("texts", "line", "byline"),
    [
        (ENGLISH_TEXT, "Gull Island – From Jane Porter", "Jane Porter"),
        (ENGLISH_TEXT, "By Jane Porter, Gull Island", "Jane Porter"),
        (ENGLISH_TEXT, "GULL ISLAND | Jane Porter", "Jane Porter"),
        (TURKISH_TEXT, "Martı Adası – Ayşe Demir", "Ayşe Demir"),
        (TURKISH_TEXT, "Haber: Ayşe Demir / Martı Adası", "Ayşe Demir"),
    ],
)
def test_a_town_and_a_name_above_texts_in_other_languages(
    texts: tuple[str, ...], line: str, byline: str
) -> None:
    article = _page(line, *texts).articles[0]
    assert (article.byline, article.paragraphs) == (byline, texts)


@pytest.mark.parametrize(
    ("texts", "line", "byline"),
    [
        ((FIRST, SECOND, LAST), "*سلمى البكري - مراسلة الجهة", "سلمى البكري"),
        ((FIRST, SECOND, LAST), "(سلمى البكري - مندوبة الساحل)", "سلمى البكري"),
        ((FIRST, SECOND, LAST), "إعداد وتحرير: سلمى البكري", "سلمى البكري"),
        (ENGLISH_TEXT, "— Jane Porter, staff reporter", "Jane Porter"),
        (ENGLISH_TEXT, "*Jane Porter - Gull Island correspondent", "Jane Porter"),
        (TURKISH_TEXT, "Ayşe DEMİR", "Ayşe DEMİR"),
        (FRENCH, "Claire Aubin, correspondante aux Mouettes", "Claire Aubin"),
        (FRENCH, "Claire AUBIN", "Claire AUBIN"),
        (PERSIAN, "*سیما رستمی - خبرنگار ساحل", "سیما رستمی"),
    ],
)
def test_a_name_below_a_text_is_its_byline(texts: tuple[str, ...], line: str, byline: str) -> None:
    article = _page(*texts, line).articles[0]
    assert (article.byline, article.paragraphs) == (byline, texts)


def test_who_edited_a_text_did_not_write_it_where_its_head_names_somebody() -> None:
    lines = ("ليلى حداد", "07 سبتمبر 2025 - 11:20", FIRST, SECOND, LAST, "تحرير: رامي الخوري")
    assert _dump(*lines).articles[0].byline == "ليلى حداد"


@pytest.mark.parametrize("account", ["Editor3", "admin", "محرر 2", "Web Desk 4"])
def test_an_account_is_nobody_where_the_text_names_its_author(account: str) -> None:
    head = f'<meta name="author" content="{account}">'
    assert _page("النورس – سلمى البكري", FIRST, SECOND, LAST, head=head).articles[0].byline == "سلمى البكري"
    assert _page(FIRST, SECOND, LAST, head=head).articles[0].byline is None


def test_the_outlet_itself_is_the_byline_where_nobody_else_is_named() -> None:
    head = '<meta property="og:site_name" content="شاطئ برس"><meta name="author" content="شاطئ برس">'
    assert _page(FIRST, SECOND, LAST, head=head).articles[0].byline == "شاطئ برس"
    signed = _page("شاطئ برس - سلمى البكري", FIRST, SECOND, LAST, head=head)
    assert signed.articles[0].byline == "سلمى البكري"


def test_a_town_beside_the_outlet_is_nobody() -> None:
    head = '<meta property="og:site_name" content="شاطئ برس"><meta name="author" content="جزيرة النورس - شاطئ برس">'
    assert _page(FIRST, SECOND, LAST, head=head).articles[0].byline is None


@pytest.mark.parametrize("line", ["________________", "ـــــــــــ", "— — —"])
def test_a_row_of_strokes_is_no_paragraph(line: str) -> None:
    assert _page(FIRST, SECOND, LAST, line).articles[0].paragraphs == (FIRST, SECOND, LAST)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("(واس الجوف)", ("واس الجوف",)),
        ("(وكالات - المكتب الإعلامي للبلدية)", ("وكالات", "المكتب الإعلامي للبلدية")),
        ("المصدر: العلاقات العامة بالبلدية – واس", ("العلاقات العامة بالبلدية", "واس")),
        ("المصدر: موقع أطلس عبر وكالة الساحل", ("موقع أطلس", "وكالة الساحل")),
        ("Source: The Ledger via Coast Agency", ("The Ledger", "Coast Agency")),
        ("(AFP - Service de presse de la mairie)", ("AFP", "Service de presse de la mairie")),
        ("(ایرنا - روابط عمومی شهرداری)", ("ایرنا", "روابط عمومی شهرداری")),
        ("Kaynak: Kıyı Ajansı - Belediye Basın Bürosu", ("Kıyı Ajansı", "Belediye Basın Bürosu")),
    ],
)
def test_desks_of_agencies_and_press_offices_are_credited(line: str, credits: tuple[str, ...]) -> None:
    page = _page(FIRST, SECOND, LAST, line)
    assert (page.articles[0].paragraphs, page.credits) == ((FIRST, SECOND, LAST), credits)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("المصدر: رويترز | عبر: سكاي نيوز", ("رويترز", "سكاي نيوز")),
        ("Source: Coast News (via AP)", ("Coast News", "AP")),
        ("المصدر: المدى نت (عبر رويترز)", ("المدى نت", "رويترز")),
    ],
)
def test_through_whom_a_report_came_is_credited_too(line: str, credits: tuple[str, ...]) -> None:
    assert _page(FIRST, SECOND, LAST, line).credits == credits


@pytest.mark.parametrize("line", ["***", "• • •"])
def test_a_row_of_signs_between_paragraphs_is_none(line: str) -> None:
    assert _page(FIRST, SECOND, line, LAST).articles[0].paragraphs == (FIRST, SECOND, LAST)


@pytest.mark.parametrize("line", ["l.haddad@norasdaily.example", "البريد: l.haddad@norasdaily.example"])
def test_an_address_below_a_text_is_no_paragraph(line: str) -> None:
    page = _page(FIRST, SECOND, LAST, line, "<b>* كاتبة من الجزيرة</b>")
    assert page.articles[0].paragraphs[2] == LAST
    assert line not in page.articles[0].paragraphs
    assert _page(FIRST, SECOND, f"{LAST} {line}").articles[0].paragraphs == (FIRST, SECOND, LAST)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("د. ليلى بنت سالم الحدادية", "د. ليلى بنت سالم الحدادية"),
        ("الدكتور سامر الخوري", "الدكتور سامر الخوري"),
    ],
)
def test_a_name_with_an_academic_title_above_the_first_sentence_signs(line: str, byline: str) -> None:
    article = _page(f"<strong>{line}</strong>", FIRST, SECOND, LAST).articles[0]
    assert (article.paragraphs, article.byline) == ((FIRST, SECOND, LAST), byline)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("(شاطئ نيوز)", ("شاطئ نيوز",)),
        ("[النورس برس]", ("النورس برس",)),
        ("(يتبع غدا)", ()),
    ],
)
def test_an_outlet_alone_in_brackets_at_the_end_is_credited_by_the_last_word_of_its_name(
    line: str, credits: tuple[str, ...]
) -> None:
    assert _page(FIRST, SECOND, LAST, line).credits == credits


@pytest.mark.parametrize(
    "line",
    [
        "With reporting by Jane Porter",
        "With additional reporting by Jane Porter in London",
        "Additional reporting by Jane Porter and Tom Reed.",
    ],
)
def test_who_helped_with_a_report_is_no_paragraph_and_no_author(line: str) -> None:
    article = _page(FIRST, SECOND, LAST, line).articles[0]
    assert (article.paragraphs, article.byline, article.credits) == ((FIRST, SECOND, LAST), None, ())
    page = _page(FIRST, SECOND, LAST, "With reporting by AP and AFP.")
    assert (page.articles[0].paragraphs, page.credits) == ((FIRST, SECOND, LAST), ("AP", "AFP"))


@pytest.mark.parametrize(
    "line",
    [
        "الدوحة - وكالة الخور للأنباء",
        "الدوحة - وكالة الخور للأنباء</span> <span>السبت 14 نوفمبر 2026 , 09:52 م",
        "وكالة الخور للأنباء / بيروت",
    ],
)
def test_an_agency_beside_the_town_above_a_text_is_credited(line: str) -> None:
    page = tawatur.read(
        f'<html lang="ar"><body><article><h1>عبارتان جديدتان إلى جزيرة النورس</h1><div class="meta"><span>{line}</span></div>'
        f'<div class="entry"><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></div></article></body></html>'
    )
    assert page.credits == ("وكالة الخور للأنباء",)
    assert (page.articles[0].published is not None) == ("2026" in line)


@pytest.mark.parametrize(
    "line",
    [
        "هل لديك معلومات عن هذا الموضوع؟ راسلنا عبر واتساب، ونحن نحمي مصادرنا.",
        "إذا كانت لديكم معلومات عن العبارة، اكتبوا لنا على البريد الآمن للموقع.",
        "Do you know more about this ferry? Send a WhatsApp to our tip line. We protect our sources.",
        "If you know something about it, write to our newsroom at any time of the day.",
        "Vous avez une information à partager ? Écrivez-nous à l’adresse de la rédaction.",
        "يمكنكم إعادة نشر هذا التقرير مجانا بشرط ذكر المصدر وعدم تعديل النص.",
        "لمتابعة آخر الأخبار عبر قناتنا على واتساب اضغط هنا",
        "حملوا تطبيق النورس على هواتفكم لتصلكم أخبار الجزيرة لحظة بلحظة.",
        "Download our app to read more stories like this, on Android and iOS.",
    ],
)
def test_what_a_site_asks_of_its_readers_is_no_paragraph(line: str) -> None:
    for page in (_page(FIRST, SECOND, LAST, line), _dump(FIRST, SECOND, LAST, line)):
        assert page.articles[0].paragraphs == (FIRST, SECOND, LAST)


@pytest.mark.parametrize(
    "question",
    [
        "هل لديك معلومات عن موعد عودة العبارة القديمة؟",
        "Do you have any idea who owns it? Did you ever contact them?",
    ],
)
def test_a_question_of_an_interview_is_a_paragraph(question: str) -> None:
    assert _page(FIRST, SECOND, question, LAST).articles[0].paragraphs == (FIRST, SECOND, question, LAST)


REPUBLISH = (
    "<h3>{}</h3><p>We believe that news should reach everybody, so our work is free to take.</p>"
    "<ul><li>Credit our reporters and link to the page you took it from.</li></ul>"
    "<p>Write to the editor if you have a question about these rules.</p>"
)


@pytest.mark.parametrize(
    "label", ["Republish this article", "Republish our stories", "أعيدوا نشر هذه المادة"]
)
def test_a_box_on_taking_a_text_over_is_none_of_it(label: str) -> None:
    box = f'<div class="cc">{REPUBLISH.format(label)}</div>'
    assert _page(FIRST, SECOND, LAST + box).articles[0].paragraphs == (FIRST, SECOND, LAST)


def test_the_heading_over_a_line_that_asks_for_tips_is_no_paragraph() -> None:
    tip = "<h3>Know something that we should know?</h3><p>If you have a story for us, write to our reporters.</p>"
    page = _page(FIRST, SECOND, f'</p><div class="t">{tip}</div><p>{LAST}')
    assert page.articles[0].paragraphs == (FIRST, SECOND, LAST)


ASKS = (
    "<h4>{}</h4><p>نحن موقع مستقل لا يملكه أحد، ونعيش على اشتراكات قرائنا، فكونوا من أصحابنا.</p>"
    '<a href="/s">من هنا</a>'
)


def test_a_small_box_with_a_heading_and_a_button_is_none_of_the_text() -> None:
    more = "وقال الربان إن العبارتين اجتازتا تجارب الأسبوع الماضي في بحر هائج من دون أن تتأخرا دقيقة واحدة."
    page = _page(
        FIRST, f'{SECOND}</p><div class="x">{ASKS.format("صحافة الجزيرة تحتاج إليكم")}</div><p>{more}', LAST
    )
    assert page.articles[0].paragraphs == (FIRST, SECOND, more, LAST)


def test_several_boxes_made_alike_are_parts_of_the_text() -> None:
    told = (
        "يقع المقهى عند رصيف العبارات القديم، وتفتح أبوابه قبل الفجر لمن ينتظر الرحلة الأولى إلى الساحل.",
        "تقدم صاحبة المطعم سمك اليوم وحده، وتغلق باكرا حين تعود المراكب خالية من الصيد في الشتاء.",
        "في النزل ست غرف تطل على الخليج، ويحمل حارسه حقائب النازلين من العبارة على عربة يجرها حمار.",
    )
    box = '<div class="x"><h3>{}</h3><p>{}</p><a href="/b">احجز الآن</a></div>'
    places = ("مقهى الميناء", "مطعم الساحل", "نزل النورس")
    boxes = "".join(map(box.format, places, told))
    paragraphs = _page(FIRST, SECOND, f"{LAST}</p>{boxes}<p>").articles[0].paragraphs
    assert [one for one in paragraphs if one in told] == list(told)


def test_a_label_read_aloud_beside_an_author_s_name_is_nobody() -> None:
    author = '<span class="author-meta"><a class="author-name" href="/a">admin</a>{}</span>'
    mail = '<a class="author-email" href="mailto:a@b.example"><span class="screen-reader-text">اكتب رسالة إليه</span></a>'
    page = _page(FIRST, SECOND, LAST, below=author.format(mail))
    assert page.articles[0].byline is None


@pytest.mark.parametrize(
    "beside",
    [
        '<aside><span class="op-author">سعيد المدغري</span><a href="/1">هل نحتاج إلى ميناء آخر؟</a></aside>',
        '<div class="more-author"><a href="/1">What the drought left behind</a></div>',
    ],
)
def test_columnists_and_titles_beside_a_text_did_not_write_it(beside: str) -> None:
    page = _page("بقلم: هدى السالمي من المرسى", FIRST, SECOND, LAST, below=beside)
    assert page.articles[0].byline == "هدى السالمي"


@pytest.mark.parametrize(
    "line", ["بريد النورس - المرسى - خاص", "المرسى – بريد النورس – خاص", "بريد النورس | المرسى | خاص"]
)
def test_a_town_beside_the_outlet_s_own_report_is_not_credited(line: str) -> None:
    head = '<meta property="og:site_name" content="بريد النورس">'
    page = _page(FIRST, SECOND, LAST, head=head).articles[0]
    assert page.credits == ()
    page = _page(line, FIRST, SECOND, LAST, head=head).articles[0]
    assert (page.credits, page.paragraphs) == (("بريد النورس",), (FIRST, SECOND, LAST))


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        (
            "Source : Le Goéland avec l'Agence de presse de la Baie",
            ("Le Goéland", "Agence de presse de la Baie"),
        ),
        ("Source: Le Goéland with Bay News Agency", ("Le Goéland", "Bay News Agency")),
        ("المصدر: بريد النورس مع وكالة الخليج للأنباء", ("بريد النورس", "وكالة الخليج للأنباء")),
        ("المصدر: بريد النورس بالتعاون مع رويترز", ("بريد النورس", "رويترز")),
        ("المصدر: مقابلة مع مدير الميناء", ("مقابلة مع مدير الميناء",)),
    ],
)
def test_with_whom_an_outlet_made_a_report_is_credited_too(line: str, credits: tuple[str, ...]) -> None:
    head = '<meta property="og:site_name" content="بريد النورس"><title>عبارتان جديدتان إلى جزيرة النورس | Le Goéland</title>'
    assert _page(FIRST, SECOND, LAST, line, head=head).credits == credits


def test_a_list_of_names_below_a_credit_s_label_is_credited() -> None:
    named = ("وزارة الملاحة", "هيئة الموانئ والعبارات", "مقابلة مع مدير الميناء")
    box = "".join(f"<li>{one}</li>" for one in named)
    page = _page(FIRST, SECOND, LAST, below=f"<div><h4>المصادر</h4><ul>{box}</ul><p>هل أفادك هذا؟</p></div>")
    assert page.credits == named


def test_sentences_below_a_credit_s_label_are_not_credited() -> None:
    told = ("وزارة الملاحة", "ذكرت الهيئة أن العبارتين بُنيتا في حوض الميناء القديم.")
    box = "".join(f"<li>{one}</li>" for one in told)
    assert (
        told[1] not in _page(FIRST, SECOND, LAST, below=f"<div><h4>المصادر</h4><ul>{box}</ul></div>").credits
    )


@pytest.mark.parametrize(
    "label", ["كل مواد هذه الكاتبة", "All stories of this writer", "Tous les textes de cet auteur"]
)
def test_what_leads_to_all_that_an_author_wrote_is_nobody(label: str) -> None:
    page = _page(FIRST, SECOND, LAST, below=f'<div class="author_box"><a href="/a">{label}</a></div>')
    assert page.articles[0].byline is None


@pytest.mark.parametrize("account", ["redaction", "La redaction", "Rédaction"])
def test_a_newsroom_in_the_metadata_is_nobody(account: str) -> None:
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {{"@type": "Person", "name": "{account}"}}}}</script>'
    assert _page(FIRST, SECOND, LAST, head=data).articles[0].byline is None


def test_what_somebody_is_to_the_outlet_is_no_second_author() -> None:
    line = '<span class="author">Par Élise Moreau, envoyée spéciale à Saint-Malo</span>'
    text = "Le port rouvre ses quais aux bateaux de pêche après deux années de travaux menés par la commune."
    page = tawatur.read(
        f"<html lang='fr'><body><article><h1>Le port rouvre ses quais</h1>{line}<p>{text}</p><p>{text}</p></article></body></html>"
    )
    assert page.articles[0].byline == "Élise Moreau"


def test_two_who_wrote_stand_behind_one_label_without_a_colon() -> None:
    line = '<ul class="m"><li itemprop="author"><span>كتب</span> سامر عبد الجليل وليلى حداد الساحلي</li><li>13 مارس 2024</li></ul>'
    page = tawatur.read(
        f'<html lang="ar"><body><article><h1>عبارتان جديدتان إلى جزيرة النورس</h1>{line}<div class="e"><p>{FIRST}</p><p>{SECOND}</p></div></article></body></html>'
    )
    assert page.articles[0].byline == "سامر عبد الجليل, ليلى حداد الساحلي"


@pytest.mark.parametrize(
    "opens",
    [
        "<span>بدأت التغطية: <time>22 أغسطس 2026، 07:30</time></span> <span>آخر تحديث: 18:52 (توقيت الساحل)</span>",
        "<span>Coverage began: <time>22 August 2026, 07:30</time></span> <span>Last updated: 18:52 (Bay time)</span>",
    ],
)
def test_when_a_live_blog_began_is_no_paragraph_of_it(opens: str) -> None:
    entries = "".join(
        f"<article><div class=t>{at}</div><p>{text}</p></article>"
        for at, text in (("10:20", SECOND), ("09:40", LAST), ("08:10", FIRST))
    )
    page = tawatur.read(
        f"<main><h1>جزيرة النورس لحظة بلحظة</h1><div>{opens}</div><p>{FIRST}</p><div>{entries}</div></main>"
    )
    assert page.articles[0].paragraphs == (FIRST,)


def test_a_subheading_of_a_dump_that_quotes_the_text_stays() -> None:
    quoted = "«ننتظر الموج حتى يهدأ»"
    page = _dump(FIRST, SECOND, f"### {quoted}", f"ويقول القبطان: {quoted}، ثم يضحك ويعود إلى عبارته.", LAST)
    assert quoted in page.articles[0].paragraphs


def test_keywords_and_signs_of_a_text_that_only_the_metadata_hold() -> None:
    body = "\\n\\n".join((FIRST, SECOND, f"{LAST} وقال: &quot;ننتظر الموج&quot;."))
    data = f'{{"@type": "NewsArticle", "headline": "عبارتان", "keywords": ["العبارات", "جزيرة النورس"], "articleBody": "{body}"}}'
    page = tawatur.read(
        f'<html lang="ar"><head><script type="application/ld+json">{data}</script></head><body><p>جار التحميل</p></body></html>'
    )
    assert page.keywords == ("العبارات", "جزيرة النورس")
    assert page.articles[0].paragraphs[-1].endswith('وقال: "ننتظر الموج".')


@pytest.mark.parametrize("line", ["خاص/ شاطئ برس", "خاص - شاطئ برس"])
def test_an_outlet_behind_the_word_for_its_own_report_is_credited(line: str) -> None:
    page = tawatur.read(
        f'<html lang="ar"><head><title>شاطئ برس: عبارتان إلى جزيرة النورس</title></head><body><h1><a href="/">شاطئ برس</a></h1><ul><li><a href="/1">صور</a></li></ul>'
        f'<div class="post"><h3 class="post-title">عبارتان إلى جزيرة النورس</h3><div class="entry"><div><b>{line}</b></div><br>'
        f"<div>{FIRST}</div><br><div>{SECOND}</div><br><div>{LAST}</div></div></div><p>جميع الحقوق محفوظة لشاطئ برس</p></body></html>"
    )
    assert (page.credits, page.articles[0].paragraphs) == (("شاطئ برس",), (FIRST, SECOND, LAST))


@pytest.mark.parametrize("credit", ["نقلا عن صحيفة الشراع", "بشکریہ صحيفة الشراع", "المصدر: صحيفة الشراع"])
def test_a_credit_between_the_author_and_the_date_is_one(credit: str) -> None:
    line = f'<div class="m"><a href="/u">ليلى حداد</a> | <span>{credit}</span> | <time>3/5/2026 - 13:05</time></div>'
    page = _page(FIRST, SECOND, LAST).articles[0]
    assert page.credits == ()
    page = tawatur.read(
        f'<html lang="ar"><body><article><h1>عبارتان جديدتان إلى جزيرة النورس</h1>{line}<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></article></body></html>'
    ).articles[0]
    assert (page.credits, page.byline) == (("صحيفة الشراع",), "ليلى حداد")


def test_a_caption_credited_to_the_outlet_by_half_its_name_is_no_paragraph() -> None:
    head = '<meta property="og:site_name" content="قناة المرفأ">'
    page = _page("العبارة الجديدة تغادر رصيف الميناء صباح الخميس (المرفأ)", FIRST, SECOND, LAST, head=head)
    assert page.articles[0].paragraphs == (FIRST, SECOND, LAST)


def test_a_point_that_names_years_is_no_date() -> None:
    points = "<ul><li>تصل طاقتها إلى مئتي راكب في الرحلة.</li><li>غرقت اثنتان قبلها: في 1997 و2006.</li></ul>"
    page = _page(FIRST, f"{SECOND}</p>{points}<p>{LAST}")
    assert page.articles[0].paragraphs[2:4] == (
        "تصل طاقتها إلى مئتي راكب في الرحلة.",
        "غرقت اثنتان قبلها: في 1997 و2006.",
    )
