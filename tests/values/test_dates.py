from datetime import UTC, date, datetime

import pytest
from dates_in_words import IN_WORDS
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from translated_fields import TranslatedField

from composer_site.values.dates import (
    ZONES,
    UncertainDateField,
    bounds,
    city_in_words,
    day_in_words,
    edtf_in_words,
    month_in_words,
    sort_date,
    time_from_local,
    time_in_words,
    validate_edtf,
    zones_in_words,
)
from composer_site.values.dates.edtf_reading import read, read_by_grammar, read_plainly
from composer_site.values.languages import LANGUAGES

GALA = datetime(2026, 5, 17, 14, tzinfo=UTC)


def plain(text):
    return text.replace("\u202f", " ")


def refusal(value):
    with pytest.raises(ValidationError) as caught:
        validate_edtf(value)
    return caught.value


@pytest.mark.parametrize("value", IN_WORDS)
def test_in_words_in_four_languages(value):
    assert tuple(plain(edtf_in_words(value, code)) for code in LANGUAGES) == IN_WORDS[value]


def test_every_language_has_thirty_dates_or_more():
    assert {len(said) for said in IN_WORDS.values()} == {4}
    assert len(IN_WORDS) >= 30


def test_nothing_is_said_of_an_empty_date():
    assert edtf_in_words("", "ru") == ""


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1943", "1943-01-01", "1943-12-31"),
        ("1943-02", "1943-02-01", "1943-02-28"),
        ("1941~", "1941-01-01", "1941-12-31"),
        ("2018-41", "2018-07-01", "2018-12-31"),
        ("[1942,1945]", "1942-01-01", "1945-12-31"),
        ("194X", "1940-01-01", "1949-12-31"),
        ("1944-02-XX", "1944-02-01", "1944-02-29"),
        ("1943/..", "1943-01-01", "9999-12-31"),
        ("1943/", "1943-01-01", "9999-12-31"),
        ("/1943", "0001-01-01", "1943-12-31"),
        ("[..1943]", "0001-01-01", "1943-12-31"),
        ("", "0001-01-01", "9999-12-31"),
    ],
)
def test_bounds(value, first, last):
    assert bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1943", date(1943, 1, 1)),
        ("../1943", date(1943, 12, 31)),
        ("1943/..", date(1943, 1, 1)),
        ("", date.max),
    ],
)
def test_sort_date(value, day):
    assert sort_date(value) == day


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("spring", "notation"),
        ("17.05.2019", "notation"),
        ("1943-13", "notation"),
        ("2019-02-30", "notation"),
        ("1943 - 06", "notation"),
        ("1943\n", "notation"),
        ("1943\x00", "notation"),
        ("١٩٤٣", "notation"),
        ("１９４３", "notation"),
        ("Y1E999999999", "notation"),
        ("1905-06-13T10:00:00Z", "notation"),
        ("../", "notation"),
        ("/", "notation"),
        ("[" * 40, "notation"),
        ("9" * 1_000_000, "notation"),
        ("2019-02-29", "calendar"),
        ("{2018,2019-02-29,2020}", "calendar"),
        ("0000", "calendar"),
        ("-0500", "calendar"),
        ("1945/1943", "order"),
        ("[1945..1942]", "order"),
        ("XXXX", "unsupported"),
        ("19X3", "unsupported"),
        ("../..", "unsupported"),
        ("1943/XXXX", "unsupported"),
        ("[1942,1943..1945]", "unsupported"),
    ],
)
def test_refused_in_one_short_sentence(value, code):
    error = refusal(value)
    assert error.code == code
    assert len(error.messages) == 1
    assert error.messages[0].endswith(".")
    assert len(error.messages[0]) < 250


def outcome(read, value):
    try:
        return read(value)
    except ValidationError as refused:
        return refused.code


# Years of each kind, and what two digits can write at the ends of a year and of a month.
YEARS = ["0000", "0001", "1900", "2024", "9999"]
MARKED = [f"{year}{mark}" for year in [*YEARS, "194"] for mark in ("", "?", "~", "%", "?~")]
MARKED += [f"2024-{month}~" for month in ("00", "01", "02", "12", "13", "21", "41")]
DAYS = [
    f"{year}-{month}-{day}"
    for year in ("1900", "2024")
    for month in ("00", "02", "04", "12")
    for day in ("00", "01", "29", "30", "31", "32")
]


@pytest.mark.parametrize("values", [MARKED, DAYS], ids=["marked", "days"])
def test_a_plain_date_is_read_as_the_grammar_reads_it(values):
    by_grammar = {value: outcome(read_by_grammar, value) for value in values}
    assert {value: outcome(read, value) for value in values} == by_grammar


@pytest.mark.parametrize(
    "value", ["1943", "1943-06", "1943-06-13", "1943?", "1943-06~", "1943-06-13%"]
)
def test_a_date_known_to_the_day_month_or_year_needs_no_grammar(value):
    assert read_plainly(value) == read_by_grammar(value)


@given(st.text(alphabet="0123456789X?~%/.,[]{}-", max_size=40))
def test_what_is_accepted_can_be_said_and_sorted(value):
    try:
        validate_edtf(value)
    except ValidationError:
        return
    assert all(edtf_in_words(value, code) or not value for code in LANGUAGES)
    assert bounds(value)[0] <= bounds(value)[1]


class Battle(models.Model):
    when = UncertainDateField("when")
    fought = UncertainDateField("fought", blank=False)
    named = TranslatedField(UncertainDateField("named"))

    class Meta:
        app_label = "tests"
        managed = False

    def __str__(self):
        return self.fought


def test_the_field_refuses_what_is_no_date():
    with pytest.raises(ValidationError) as caught:
        Battle(when="soon", fought="1943").full_clean()
    assert list(caught.value.message_dict) == ["when"]


def test_the_field_may_be_empty_unless_told_otherwise():
    with pytest.raises(ValidationError) as caught:
        Battle().full_clean()
    assert list(caught.value.message_dict) == ["fought"]


@pytest.mark.parametrize("name", ["when", "fought", "named_kk"])
def test_a_migration_rebuilds_the_field(name):
    field = Battle._meta.get_field(name)
    _name, path, args, options = field.deconstruct()
    again = UncertainDateField(*args, **options)
    assert path == "composer_site.values.dates.UncertainDateField"
    assert (again.blank, again.max_length) == (field.blank, 40)
    assert "help_text" not in options


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("en", "17 May 2019", "May 2019"),
        ("kk", "2019 ж. 17 мамыр", "2019 ж. мамыр"),
        ("ru", "17 мая 2019 г.", "май 2019 г."),
        ("zh-hans", "2019年5月17日", "2019年5月"),
    ],
)
def test_days_and_months(code, day, month):
    premiere = date(2019, 5, 17)
    assert plain(day_in_words(premiere, code)) == day
    assert plain(month_in_words(premiere, code)) == month


@pytest.mark.parametrize(
    ("code", "clocks"),
    [
        (
            "en",
            [
                "17 May 2026, 19:00 (Almaty, UTC+5)",
                "17 May 2026, 22:00 (Beijing, UTC+8)",
                "17 May 2026, 14:00 (UTC)",
            ],
        ),
        (
            "kk",
            [
                "2026 ж. 17 мамыр, 19:00 (Алматы, UTC+5)",
                "2026 ж. 17 мамыр, 22:00 (Бейжің, UTC+8)",
                "2026 ж. 17 мамыр, 14:00 (UTC)",
            ],
        ),
        (
            "ru",
            [
                "17 мая 2026 г., 19:00 (Алматы, UTC+5)",
                "17 мая 2026 г., 22:00 (Пекин, UTC+8)",
                "17 мая 2026 г., 14:00 (UTC)",
            ],
        ),
        (
            "zh-hans",
            [
                "2026年5月17日 19:00（阿拉木图，UTC+5）",
                "2026年5月17日 22:00（北京，UTC+8）",
                "2026年5月17日 14:00（UTC）",
            ],
        ),
    ],
)
def test_one_time_on_three_clocks(code, clocks):
    assert [plain(clock) for clock in zones_in_words(GALA, code)] == clocks


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Asia/Kolkata", "17 May 2026, 19:30 (Kolkata, UTC+5:30)"),
        ("America/Argentina/Buenos_Aires", "17 May 2026, 11:00 (Buenos Aires, UTC−3)"),
    ],
)
def test_clocks_elsewhere(zone, said):
    assert time_in_words(GALA, zone, "en") == said


def test_a_time_must_know_its_zone():
    with pytest.raises(ValueError, match="aware"):
        time_in_words(datetime(2026, 5, 17), "UTC", "en")


@pytest.mark.parametrize(
    ("zone", "city"),
    [("Asia/Kolkata", "Калькутта"), ("Europe/Kyiv", "Киев"), ("Europe/Berlin", "Берлин")],
)
def test_cities_have_their_name_in_the_language(zone, city):
    assert city_in_words(zone, "ru") == city


def test_every_zone_has_a_city_in_every_language():
    assert all(city_in_words(zone, code) for zone, _ in ZONES() for code in LANGUAGES)


def test_zones_begin_with_ours_in_the_readers_language():
    with translation.override("ru"):
        assert ZONES()[:3] == [
            ("Asia/Almaty", "Алматы"),
            ("Asia/Shanghai", "Пекин"),
            ("UTC", "UTC"),
        ]
    assert len({name for name, _ in ZONES()}) == len(ZONES()) > 300


def test_a_clock_in_almaty_is_five_hours_ahead():
    time = time_from_local(datetime(2026, 12, 1, 0, 1), "Asia/Almaty")
    assert time.astimezone(UTC) == datetime(2026, 11, 30, 19, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "zone", "code"),
    [
        (datetime(2026, 3, 29, 2, 30), "Europe/Berlin", "missing_hour"),
        (datetime(2026, 10, 25, 2, 30), "Europe/Berlin", "ambiguous_hour"),
        (datetime(2024, 2, 29, 23, 30), "Asia/Almaty", "ambiguous_hour"),
        (datetime(2026, 5, 17), "Asia/Almatty", "unknown_zone"),
        (datetime(2026, 5, 17), "../../etc/passwd", "unknown_zone"),
        (datetime(2026, 5, 17), "Asia", "unknown_zone"),
        (datetime(2026, 5, 17), "", "unknown_zone"),
    ],
)
def test_an_hour_that_is_not_one_time_is_refused(local, zone, code):
    with pytest.raises(ValidationError) as caught:
        time_from_local(local, zone)
    assert caught.value.code == code
    assert caught.value.messages[0].endswith(".")


@pytest.mark.parametrize("local", [datetime.min, datetime.max])
@pytest.mark.parametrize("zone", ["Asia/Almaty", "America/New_York"])
def test_the_ends_of_the_calendar_do_not_crash(local, zone):
    assert time_from_local(local, zone).replace(tzinfo=None) == local
