"""English dates as the public pages say them, with 24-hour times: 17 May 2019, 21:05."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "j M Y"
SHORT_DATETIME_FORMAT = "j M Y, H:i"
FIRST_DAY_OF_WEEK = 1  # Monday

# The first of each list fills the form fields; ISO there keeps the admin's calendar exact.
# Numeric day and month orders are left out: 05/06/2019 is two different days.
DATE_INPUT_FORMATS = [
    "%Y-%m-%d",  # 2019-05-17
    "%b %d, %Y",  # Sep 17, 2019
    "%B %d, %Y",  # September 17, 2019
    "%d %b %Y",  # 17 Sep 2019
    "%d %B %Y",  # 17 September 2019
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
    "%b %d, %Y, %H:%M",  # Sep 17, 2019, 21:05
    "%B %d, %Y, %H:%M",  # September 17, 2019, 21:05
]

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
