"""How each language speaks of dates that are not exact: words and patterns, no logic.

`{}` is a finished phrase or a year. `\u202f`, the narrow no-break space, keeps a year and its
abbreviation together, as CLDR has it.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Phrases:
    """One language. Tuples of patterns run in the order of EDTF's numbers (21–24, 33–36, 40–41)."""

    year: str
    years: str  # several years
    years_span: str
    bare_years: bool  # whether in a list only the last year carries the word for "year"
    seasons: tuple[str, str, str, str]
    hemispheres: tuple[str, str]
    quarters: tuple[str, str, str, str]
    halves: tuple[str, str]
    decade: str
    decade_of_noughts: str  # 200X, whose short name would read as the century
    century: str
    month_unknown: str
    day_unknown: str
    both_unknown: str
    about: str
    about_other: str  # for what is no year, month or day
    possibly: str
    possibly_about: str
    since: str
    since_other: str
    until: str
    until_other: str
    end_unknown: str
    start_unknown: str
    span: str
    within: str
    or_later: str
    or_earlier: str
    comma: str
    either: str
    both: str


ENGLISH = Phrases(
    year="{}",
    years="{}",
    years_span="{}–{}",
    bare_years=True,
    seasons=("spring {}", "summer {}", "autumn {}", "winter {}"),
    hemispheres=("{} (northern hemisphere)", "{} (southern hemisphere)"),
    quarters=(
        "first quarter of {}",
        "second quarter of {}",
        "third quarter of {}",
        "fourth quarter of {}",
    ),
    halves=("first half of {}", "second half of {}"),
    decade="{year}s",
    decade_of_noughts="{year}–{last}",
    century="{ordinal} century",
    month_unknown="{} (month unknown)",
    day_unknown="{} (day unknown)",
    both_unknown="{} (month and day unknown)",
    about="about {}",
    about_other="about the {}",
    possibly="possibly {}",
    possibly_about="possibly {}",
    since="from {}",
    since_other="from {}",
    until="until {}",
    until_other="until {}",
    end_unknown="{} (end unknown)",
    start_unknown="{} (start unknown)",
    span="{} – {}",
    within="between {start} and {end}",
    or_later="{} or later",
    or_earlier="{} or earlier",
    comma=", ",
    either=" or ",
    both=" and ",
)

KAZAKH = Phrases(
    year="{}\u202fж.",
    years="{}\u202fжж.",
    years_span="{}–{}\u202fжж.",
    bare_years=True,
    seasons=(
        "{}\u202fж. көктемі",
        "{}\u202fж. жазы",
        "{}\u202fж. күзі",
        "{}\u202fж. қысы",
    ),
    hemispheres=("{} (Солтүстік жарты шар)", "{} (Оңтүстік жарты шар)"),
    quarters=(
        "{}\u202fж. I тоқсаны",
        "{}\u202fж. II тоқсаны",
        "{}\u202fж. III тоқсаны",
        "{}\u202fж. IV тоқсаны",
    ),
    halves=("{}\u202fж. бірінші жартысы", "{}\u202fж. екінші жартысы"),
    decade="{year}-жылдар",
    decade_of_noughts="{year}-жылдар",
    century="{roman} ғасыр",
    month_unknown="{} (айы белгісіз)",
    day_unknown="{} (күні белгісіз)",
    both_unknown="{} (айы мен күні белгісіз)",
    about="шамамен {}",
    about_other="шамамен {}",
    possibly="болжам бойынша {}",
    possibly_about="болжам бойынша {}",
    since="{} бастап",
    since_other="{} және одан кейін",
    until="{} дейін",
    until_other="{} және одан бұрын",
    end_unknown="{} (соңы белгісіз)",
    start_unknown="{} (басы белгісіз)",
    span="{} – {}",
    within="{span} аралығында",
    or_later="{} немесе одан кейін",
    or_earlier="{} немесе одан бұрын",
    comma=", ",
    either=" немесе ",
    both=" және ",
)

RUSSIAN = Phrases(
    year="{}\u202fг.",
    years="{}\u202fгг.",
    years_span="{}–{}\u202fгг.",
    bare_years=True,
    seasons=("весна {}\u202fг.", "лето {}\u202fг.", "осень {}\u202fг.", "зима {}\u202fг."),
    hemispheres=("{} (Северное полушарие)", "{} (Южное полушарие)"),
    quarters=(
        "I квартал {}\u202fг.",
        "II квартал {}\u202fг.",
        "III квартал {}\u202fг.",
        "IV квартал {}\u202fг.",
    ),
    halves=("первая половина {}\u202fг.", "вторая половина {}\u202fг."),
    decade="{year}-е годы",
    decade_of_noughts="{year}-е годы",
    century="{roman} век",
    month_unknown="{} (месяц неизвестен)",
    day_unknown="{} (день неизвестен)",
    both_unknown="{} (месяц и день неизвестны)",
    about="около {}",
    about_other="примерно {}",
    possibly="предположительно {}",
    possibly_about="предположительно {}",
    since="с {}",
    since_other="{} и позднее",
    until="по {}",
    until_other="{} и ранее",
    end_unknown="{} (окончание неизвестно)",
    start_unknown="{} (начало неизвестно)",
    span="{} – {}",
    within="в период {span}",
    or_later="{} или позднее",
    or_earlier="{} или ранее",
    comma=", ",
    either=" или ",
    both=" и ",
)

CHINESE = Phrases(
    year="{}年",
    years="{}年",
    years_span="{}年至{}年",
    bare_years=False,
    seasons=("{}年春季", "{}年夏季", "{}年秋季", "{}年冬季"),
    hemispheres=("{}（北半球）", "{}（南半球）"),
    quarters=("{}年第一季度", "{}年第二季度", "{}年第三季度", "{}年第四季度"),
    halves=("{}年上半年", "{}年下半年"),
    decade="{century}世纪{tens}年代",
    decade_of_noughts="{century}世纪头十年",
    century="{century}世纪",
    month_unknown="{}（月份不详）",
    day_unknown="{}（日期不详）",
    both_unknown="{}（月份和日期不详）",
    about="约{}",
    about_other="约{}",
    possibly="可能为{}",
    possibly_about="可能{}",
    since="{}起",
    since_other="{}起",
    until="至{}",
    until_other="至{}",
    end_unknown="{}（终止时间不详）",
    start_unknown="{}（起始时间不详）",
    span="{}至{}",
    within="{span}之间",
    or_later="{}或更晚",
    or_earlier="{}或更早",
    comma="、",
    either="或",
    both="和",
)

PHRASES = MappingProxyType(
    {"en": ENGLISH, "kk": KAZAKH, "ru": RUSSIAN, "zh-hans": CHINESE},
)

# Kazakh says "from" and "until" by the ending of the month, which follows its last sound.
KAZAKH_FROM_MONTH = (
    "қаңтардан",
    "ақпаннан",
    "наурыздан",
    "сәуірден",
    "мамырдан",
    "маусымнан",
    "шілдеден",
    "тамыздан",
    "қыркүйектен",
    "қазаннан",
    "қарашадан",
    "желтоқсаннан",
)
KAZAKH_UNTIL_MONTH = (
    "қаңтарға",
    "ақпанға",
    "наурызға",
    "сәуірге",
    "мамырға",
    "маусымға",
    "шілдеге",
    "тамызға",
    "қыркүйекке",
    "қазанға",
    "қарашаға",
    "желтоқсанға",
)

# The three clocks of the production; CLDR would say Shanghai where people say Beijing.
CITIES = MappingProxyType(
    {
        "Asia/Almaty": {"en": "Almaty", "kk": "Алматы", "ru": "Алматы", "zh-hans": "阿拉木图"},
        "Asia/Shanghai": {"en": "Beijing", "kk": "Бейжің", "ru": "Пекин", "zh-hans": "北京"},
        "UTC": {"en": "UTC", "kk": "UTC", "ru": "UTC", "zh-hans": "UTC"},
    }
)
