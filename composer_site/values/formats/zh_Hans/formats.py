"""Chinese dates, times and numbers, as in CLDR: 2019年5月17日 21:05."""

DATE_FORMAT = "Y年n月j日"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "Y年n月j日 H:i"
YEAR_MONTH_FORMAT = "Y年n月"
MONTH_DAY_FORMAT = "n月j日"
SHORT_DATE_FORMAT = "Y/n/j"
SHORT_DATETIME_FORMAT = "Y/n/j H:i"
FIRST_DAY_OF_WEEK = 1  # Monday

# The first of each list fills the form fields; ISO there keeps the admin's calendar exact.
DATE_INPUT_FORMATS = [
    "%Y-%m-%d",  # 2019-05-17
    "%Y/%m/%d",  # 2019/5/17
    "%Y年%m月%d日",  # 2019年5月17日
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
    "%Y/%m/%d %H:%M:%S",  # 2019/5/17 21:05:30
    "%Y/%m/%d %H:%M",  # 2019/5/17 21:05
    "%Y年%m月%d日 %H:%M:%S",  # 2019年5月17日 21:05:30
    "%Y年%m月%d日 %H:%M",  # 2019年5月17日 21:05
]

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
