"""The years and days that a text names, in each of the four languages."""

import datetime as dt

import pytest

from composer_site.values.dates import day_in_words
from composer_site.values.dates.dates_in_text import dates_in_text
from composer_site.values.languages import LANGUAGES


def days(text, language):
    return sorted(dates_in_text(text, language).days.elements())


def years(text, language):
    return sorted(dates_in_text(text, language).years.elements())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_the_site_reads_what_it_writes(language, month):
    text = day_in_words(dt.date(2019, month, 17), language)
    assert (days(text, language), years(text, language)) == ([(month, 17)], [2019])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on May 17, 2019", [(5, 17)]),
        ("en", "the 1st of June, and June 2nd.", [(6, 1), (6, 2)]),
        (
            "en",
            "17–19 May; 9 and 13 April; 4 Sept 2019",
            [(4, 9), (4, 13), (5, 17), (5, 19), (9, 4)],
        ),
        ("en", "in May 20 people; section 5 may; 17 Mayors; in May 2019", []),
        ("kk", "2019 жылғы 16–18 мамырда", [(5, 16), (5, 18)]),
        ("kk", "4 қыркүйегінде, 13-сәуір, мамырдың 5-інде", [(4, 13), (5, 5), (9, 4)]),
        ("kk", "17 қазақ; 2019 жылғы мамырда", []),
        ("ru", "9 и 13 мая, к 1 июню, 16 апр. 2019", [(4, 16), (5, 9), (5, 13), (6, 1)]),
        ("ru", "17.05.2019; в мае 20 человек; 17 мамонтов; 12.30", [(5, 17)]),
        ("zh-hans", "5月17日至19日、6月1、2日和３日", [(5, 17), (5, 19), (6, 1), (6, 2), (6, 3)]),
        ("zh-hans", "5月20日—6月3日、1940年5月；6月上映", [(5, 20), (6, 3)]),
        ("zh-hans", "2019-05-17", [(5, 17)]),
    ],
)
def test_the_days_that_a_text_names(language, text, expected):
    assert days(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "1905–1945; 1,905 men; 2019.5; the 1940s; 20,000; 1080%", [1905, 1945]),
        ("kk", "1905\u202fж.; 1940-жылдары; 1940 жылдар; 2019 жылы", [1905, 2019]),
        ("ru", "в 1942-м, 1940-е годы, 1940-х; 2019 г.", [1942, 2019]),
        ("zh-hans", "1940年代，2019年", [2019]),
    ],
)
def test_the_years_that_a_text_names(language, text, expected):
    assert years(text, language) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "1, " * 5_000 + "2 and 3 May"),
        ("ru", "1, " * 5_000 + "2 и 3 мая"),
        ("kk", "1, " * 5_000 + "2 және 3 мамыр"),
        ("zh-hans", "1、" * 5_000 + "5月2日和3日"),
    ],
)
def test_a_row_of_thousands_of_numbers_is_read_in_no_time(code, text):
    """Read from each of them to the end, it would take minutes."""
    assert {(5, 2), (5, 3)} <= dates_in_text(text, code).days.keys()
