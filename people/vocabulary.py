"""Kinds of names and of organisations, and the scripts that names are written in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class NameKind(models.TextChoices):
    NATIVE = "native", _("native")
    CREDIT = "credit", _("official credit")
    TRANSLITERATION = "transliteration", _("transliteration")
    PSEUDONYM = "pseudonym", _("pseudonym")
    BIRTH = "birth", _("name at birth")
    ALIAS = "alias", _("alias")
    REJECTED = "rejected", _("rejected form")


class NameTag(models.TextChoices):
    ENGLISH = "en", _("English")
    CHINESE = "zh-Hans", _("Chinese, simplified")
    CHINESE_TRADITIONAL = "zh-Hant", _("Chinese, traditional")
    PINYIN = "zh-Latn-pinyin", _("Chinese, pinyin")
    CHINESE_LATIN = "zh-Latn", _("Chinese, other Latin")
    KAZAKH = "kk", _("Kazakh, Cyrillic")
    KAZAKH_LATIN = "kk-Latn", _("Kazakh, Latin")
    KAZAKH_ARABIC = "kk-Arab", _("Kazakh, Arabic script")
    RUSSIAN = "ru", _("Russian")
    UYGHUR = "ug-Arab", _("Uyghur, Arabic script")
    UYGHUR_CYRILLIC = "ug-Cyrl", _("Uyghur, Cyrillic")
    UYGHUR_LATIN = "ug-Latn", _("Uyghur, Latin")
    KYRGYZ = "ky", _("Kyrgyz")
    UZBEK = "uz", _("Uzbek")
    MONGOLIAN = "mn", _("Mongolian")
    TURKISH = "tr", _("Turkish")
    JAPANESE = "ja", _("Japanese")
    KOREAN = "ko", _("Korean")
    ARABIC = "ar", _("Arabic")
    PERSIAN = "fa", _("Persian")
    GERMAN = "de", _("German")
    FRENCH = "fr", _("French")


class OrganisationKind(models.TextChoices):
    PRODUCTION = "production", _("production company")
    STUDIO = "studio", _("studio")
    MINISTRY = "ministry", _("ministry")
    DISTRIBUTOR = "distributor", _("distributor")
    FESTIVAL = "festival", _("festival")
    OTHER = "other", _("other organisation")


class WorkKind(models.TextChoices):
    SYMPHONY = "symphony", _("symphony")
    SYMPHONIC_POEM = "symphonic-poem", _("symphonic poem")
    SUITE = "suite", _("suite")
    CANTATA = "cantata", _("cantata")
    CHORAL = "choral", _("choral work")
    SONG = "song", _("song")
    DANCES = "dances", _("dances")
    OPERA = "opera", _("opera")
    CHAMBER = "chamber", _("chamber music")
    FILM_MUSIC = "film-music", _("film music")
    FILM = "film", pgettext_lazy("kind of work", "film")
    SCREENPLAY = "screenplay", pgettext_lazy("kind of work", "screenplay")
    BOOK = "book", _("book")
    OTHER = "other", _("other work")
