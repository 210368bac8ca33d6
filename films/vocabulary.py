"""Departments, roles and genres: the words of EN 15907 and of the trade, translated by us."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Department(models.TextChoices):
    DIRECTION = "direction", _("Direction")
    WRITING = "writing", _("Screenplay")
    PRODUCTION = "production", _("Production")
    CAST = "cast", _("Cast")
    CAMERA = "camera", _("Camera")
    ART = "art", _("Art department")
    MUSIC = "music", _("Music")
    SOUND = "sound", _("Sound")
    EDITING = "editing", _("Editing")
    COSTUME = "costume", _("Costume and make-up")
    EFFECTS = "effects", _("Effects")
    COMPANIES = "companies", _("Companies")
    OTHER = "other", _("Other crew")


class Role(models.TextChoices):
    DIRECTOR = "director", _("Director")
    ASSISTANT_DIRECTOR = "assistant-director", _("Assistant director")
    SCREENPLAY = "screenplay", _("Screenplay")
    STORY = "story", _("Story")
    PRODUCER = "producer", _("Producer")
    EXECUTIVE_PRODUCER = "executive-producer", _("Executive producer")
    LINE_PRODUCER = "line-producer", _("Line producer")
    CO_PRODUCER = "co-producer", _("Co-producer")
    ACTOR = "actor", _("Actor")
    VOICE = "voice", _("Voice")
    CINEMATOGRAPHER = "cinematographer", _("Cinematographer")
    CAMERA_OPERATOR = "camera-operator", _("Camera operator")
    PRODUCTION_DESIGNER = "production-designer", _("Production designer")
    ART_DIRECTOR = "art-director", _("Art director")
    COMPOSER = "composer", _("Composer")
    CONDUCTOR = "conductor", _("Conductor")
    SOUND_RECORDIST = "sound-recordist", _("Sound recordist")
    SOUND_DESIGNER = "sound-designer", _("Sound designer")
    EDITOR = "editor", _("Editor")
    COSTUME_DESIGNER = "costume-designer", _("Costume designer")
    MAKE_UP = "make-up", _("Make-up artist")
    VISUAL_EFFECTS = "visual-effects", _("Visual effects supervisor")
    PRODUCTION_COMPANY = "production-company", _("Production company")
    CO_PRODUCTION_COMPANY = "co-production-company", _("Co-production company")
    DISTRIBUTOR = "distributor", _("Distributor")
    SUPPORT = "support", _("With the support of")
    CONSULTANT = "consultant", _("Consultant")
    OTHER = "other", _("Crew")


# Who is heard or seen as somebody.
PERFORMERS = (Role.ACTOR, Role.VOICE)


class Genre(models.TextChoices):
    BIOGRAPHY = "biography", pgettext_lazy("genre", "biography")
    DRAMA = "drama", _("drama")
    HISTORY = "history", _("history")
    MUSIC = "music", _("music")
    WAR = "war", _("war")
    COMEDY = "comedy", _("comedy")
    DOCUMENTARY = "documentary", _("documentary")
    FAMILY = "family", _("family")
    ROMANCE = "romance", _("romance")
    THRILLER = "thriller", _("thriller")
    ANIMATION = "animation", _("animation")
    ADVENTURE = "adventure", _("adventure")


class Status(models.TextChoices):
    DEVELOPMENT = "development", _("in development")
    PRE_PRODUCTION = "pre-production", _("in pre-production")
    SHOOTING = "shooting", _("shooting")
    POST_PRODUCTION = "post-production", _("in post-production")
    COMPLETED = "completed", _("completed")
    RELEASED = "released", pgettext_lazy("of a film", "released")
    ON_HOLD = "on-hold", _("on hold")


class Mark(models.TextChoices):
    WITH = "with", pgettext_lazy("before a name in the credits", "with")
    AND = "and", pgettext_lazy("before a name in the credits", "and")
    INTRODUCING = "introducing", pgettext_lazy("before a name in the credits", "introducing")


class ReleaseKind(models.TextChoices):
    THEATRICAL = "theatrical", _("cinemas")
    PREMIERE = "premiere", _("premiere")
    PLANNED = "planned", _("planned")
    FESTIVAL = "festival", _("festival")
    STREAMING = "streaming", _("streaming")
    BROADCAST = "broadcast", _("broadcast")


class Colour(models.TextChoices):
    COLOUR = "colour", pgettext_lazy("not black and white", "colour")
    BLACK_AND_WHITE = "black-and-white", _("black and white")
    BOTH = "both", _("colour and black and white")


class TitleKind(models.TextChoices):
    """The types of title of FIAF's Moving Image Cataloguing Manual (2016)."""

    WORKING = "working", _("working title")
    PRE_RELEASE = "pre-release", _("pre-release title")
    RELEASE = "release", _("release title")
    FESTIVAL = "festival", _("festival title")
    TRANSLATED = "translated", _("translated title")
    TRANSLITERATED = "transliterated", _("transliterated title")
    ABBREVIATED = "abbreviated", _("abbreviated title")
    OTHER = "other", _("other title")


class ScreeningKind(models.TextChoices):
    FESTIVAL = "festival", _("festival")
    PREMIERE = "premiere", _("premiere")
    SCREENING = "screening", _("screening")
    AWARDS = "awards", _("awards ceremony")


class Result(models.TextChoices):
    WON = "won", pgettext_lazy("of an award", "won")
    NOMINATED = "nominated", pgettext_lazy("of an award", "nominated")
    HONOURED = "honoured", pgettext_lazy("of an award", "honoured")
    COMPETED = "competed", _("in competition")


class PlaceKind(models.TextChoices):
    SHOOTING = "shooting", _("shooting location")
    RESEARCH = "research", _("place of research")
    STORY = "story", _("place of the story")


class StillKind(models.TextChoices):
    STILL = "still", _("still")
    POSTER = "poster", _("poster")
    BEHIND_THE_SCENES = "behind-the-scenes", _("behind the scenes")
