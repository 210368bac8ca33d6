"""Russian dates, times and numbers, as in CLDR: 17 мая 2019 г., 21:05."""

# \u202f is the narrow no-break space that keeps the year and its abbreviation together.
DATE_FORMAT = "j E Y\u202fг."
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j E Y\u202fг., H:i"
YEAR_MONTH_FORMAT = "F Y\u202fг."
MONTH_DAY_FORMAT = "j E"
SHORT_DATE_FORMAT = "d.m.Y"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
FIRST_DAY_OF_WEEK = 1  # Monday

# The first of each list fills the form fields; ISO there keeps the admin's calendar exact.
DATE_INPUT_FORMATS = [
    "%Y-%m-%d",  # 2019-05-17
    "%d.%m.%Y",  # 17.05.2019
    "%d.%m.%y",  # 17.05.19
]
TIME_INPUT_FORMATS = [
    "%H:%M:%S",  # 21:05:30
    "%H:%M:%S.%f",  # 21:05:30.000200
    "%H:%M",  # 21:05
]
DATETIME_INPUT_FORMATS = [
    "%Y-%m-%d %H:%M:%S",  # 2019-05-17 21:05:30
    "%Y-%m-%d %H:%M:%S.%f",  # 2019-05-17 21:05:30.000200
    "%Y-%m-%d %H:%M",  # 2019-05-17 21:05
    "%d.%m.%Y %H:%M:%S",  # 17.05.2019 21:05:30
    "%d.%m.%Y %H:%M",  # 17.05.2019 21:05
]

DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\xa0"  # no-break space
NUMBER_GROUPING = 3
