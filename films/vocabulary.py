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
    CO_DIRECTOR = "co-director", _("Co-director")
    ASSISTANT_DIRECTOR = "assistant-director", _("Assistant director")
    SECOND_ASSISTANT_DIRECTOR = "second-assistant-director", _("Second assistant director")
    SCRIPT_SUPERVISOR = "script-supervisor", _("Script supervisor")
    CASTING_DIRECTOR = "casting-director", _("Casting director")
    CHOREOGRAPHER = "choreographer", _("Choreographer")
    STUNT_COORDINATOR = "stunt-coordinator", _("Stunt coordinator")
    SCREENPLAY = "screenplay", _("Screenplay")
    STORY = "story", _("Story")
    PRODUCER = "producer", _("Producer")
    EXECUTIVE_PRODUCER = "executive-producer", _("Executive producer")
    LINE_PRODUCER = "line-producer", _("Line producer")
    CO_PRODUCER = "co-producer", _("Co-producer")
    ASSOCIATE_PRODUCER = "associate-producer", _("Associate producer")
    PRODUCTION_MANAGER = "production-manager", _("Production manager")
    PRODUCTION_COORDINATOR = "production-coordinator", _("Production coordinator")
    PRODUCTION_ASSISTANT = "production-assistant", _("Production assistant")
    LOCATION_MANAGER = "location-manager", _("Location manager")
    PUBLICIST = "publicist", _("Publicist")
    ACTOR = "actor", _("Actor")
    VOICE = "voice", _("Voice")
    NARRATOR = "narrator", _("Narrator")
    STUNT_PERFORMER = "stunt-performer", _("Stunt performer")
    DOUBLE = "double", _("Double")
    CINEMATOGRAPHER = "cinematographer", _("Cinematographer")
    CAMERA_OPERATOR = "camera-operator", _("Camera operator")
    STEADICAM_OPERATOR = "steadicam-operator", _("Steadicam operator")
    DRONE_OPERATOR = "drone-operator", _("Drone operator")
    FOCUS_PULLER = "focus-puller", _("Focus puller")
    CAMERA_ASSISTANT = "camera-assistant", _("Camera assistant")
    GAFFER = "gaffer", _("Gaffer")
    LIGHTING_TECHNICIAN = "lighting-technician", _("Lighting technician")
    KEY_GRIP = "key-grip", _("Key grip")
    STILLS_PHOTOGRAPHER = "stills-photographer", _("Stills photographer")
    PRODUCTION_DESIGNER = "production-designer", _("Production designer")
    ART_DIRECTOR = "art-director", _("Art director")
    SET_DECORATOR = "set-decorator", _("Set decorator")
    PROPERTY_MASTER = "property-master", _("Property master")
    TITLE_DESIGNER = "title-designer", _("Title designer")
    COMPOSER = "composer", _("Composer")
    LYRICIST = "lyricist", _("Lyricist")
    ARRANGER = "arranger", _("Arranger")
    CONDUCTOR = "conductor", _("Conductor")
    ORCHESTRA = "orchestra", _("Orchestra")
    CHOIR = "choir", _("Choir")
    SOLOIST = "soloist", _("Soloist")
    SINGER = "singer", _("Singer")
    MUSIC_SUPERVISOR = "music-supervisor", _("Music supervisor")
    SOUND_RECORDIST = "sound-recordist", _("Sound recordist")
    BOOM_OPERATOR = "boom-operator", _("Boom operator")
    SOUND_DESIGNER = "sound-designer", _("Sound designer")
    SOUND_EDITOR = "sound-editor", _("Sound editor")
    FOLEY_ARTIST = "foley-artist", _("Foley artist")
    RE_RECORDING_MIXER = "re-recording-mixer", _("Re-recording mixer")
    DUBBING_DIRECTOR = "dubbing-director", _("Dubbing director")
    EDITOR = "editor", _("Editor")
    ASSISTANT_EDITOR = "assistant-editor", _("Assistant editor")
    COLOURIST = "colourist", _("Colourist")
    POST_PRODUCTION_SUPERVISOR = "post-production-supervisor", _("Post-production supervisor")
    COSTUME_DESIGNER = "costume-designer", _("Costume designer")
    WARDROBE_SUPERVISOR = "wardrobe-supervisor", _("Wardrobe supervisor")
    MAKE_UP = "make-up", _("Make-up artist")
    HAIR_STYLIST = "hair-stylist", _("Hair stylist")
    VISUAL_EFFECTS = "visual-effects", _("Visual effects supervisor")
    VISUAL_EFFECTS_ARTIST = "visual-effects-artist", _("Visual effects artist")
    SPECIAL_EFFECTS = "special-effects", _("Special effects supervisor")
    PRODUCTION_COMPANY = "production-company", _("Production company")
    CO_PRODUCTION_COMPANY = "co-production-company", _("Co-production company")
    DISTRIBUTOR = "distributor", _("Distributor")
    SALES_AGENT = "sales-agent", _("International sales")
    SUPPORT = "support", _("With the support of")
    CONSULTANT = "consultant", _("Consultant")
    HISTORICAL_ADVISER = "historical-adviser", _("Historical adviser")
    TRANSLATOR = "translator", _("Translator")
    INTERPRETER = "interpreter", _("Interpreter")
    THANKS = "thanks", _("With thanks to")
    OTHER = "other", _("Crew")


# Credits print these under any department; the others stand in their own.
ROLES_ANYWHERE = {Role.CONSULTANT, Role.TRANSLATOR, Role.INTERPRETER, Role.OTHER}
ROLES_OF = {
    Department.DIRECTION: {
        *(Role.DIRECTOR, Role.CO_DIRECTOR, Role.ASSISTANT_DIRECTOR, Role.DUBBING_DIRECTOR),
        *(Role.SECOND_ASSISTANT_DIRECTOR, Role.SCRIPT_SUPERVISOR, Role.CASTING_DIRECTOR),
        *(Role.CHOREOGRAPHER, Role.STUNT_COORDINATOR),
    },
    Department.WRITING: {Role.SCREENPLAY, Role.STORY},
    Department.PRODUCTION: {
        *(Role.PRODUCER, Role.EXECUTIVE_PRODUCER, Role.LINE_PRODUCER, Role.CO_PRODUCER),
        *(Role.ASSOCIATE_PRODUCER, Role.PRODUCTION_MANAGER, Role.PRODUCTION_COORDINATOR),
        *(Role.PRODUCTION_ASSISTANT, Role.LOCATION_MANAGER, Role.CASTING_DIRECTOR),
        *(Role.POST_PRODUCTION_SUPERVISOR, Role.PUBLICIST),
        *(Role.PRODUCTION_COMPANY, Role.CO_PRODUCTION_COMPANY, Role.SUPPORT),
    },
    Department.CAST: {
        *(Role.ACTOR, Role.VOICE, Role.NARRATOR, Role.STUNT_PERFORMER, Role.DOUBLE, Role.SINGER),
        Role.CASTING_DIRECTOR,
    },
    Department.CAMERA: {
        *(Role.CINEMATOGRAPHER, Role.CAMERA_OPERATOR, Role.STEADICAM_OPERATOR),
        *(Role.DRONE_OPERATOR, Role.FOCUS_PULLER, Role.CAMERA_ASSISTANT, Role.GAFFER),
        *(Role.LIGHTING_TECHNICIAN, Role.KEY_GRIP, Role.STILLS_PHOTOGRAPHER),
    },
    Department.ART: {
        *(Role.PRODUCTION_DESIGNER, Role.ART_DIRECTOR, Role.SET_DECORATOR),
        *(Role.PROPERTY_MASTER, Role.TITLE_DESIGNER),
    },
    Department.MUSIC: {
        *(Role.COMPOSER, Role.LYRICIST, Role.ARRANGER, Role.CONDUCTOR, Role.ORCHESTRA),
        *(Role.CHOIR, Role.SOLOIST, Role.SINGER, Role.MUSIC_SUPERVISOR, Role.CHOREOGRAPHER),
    },
    Department.SOUND: {
        *(Role.SOUND_RECORDIST, Role.BOOM_OPERATOR, Role.SOUND_DESIGNER, Role.SOUND_EDITOR),
        *(Role.FOLEY_ARTIST, Role.RE_RECORDING_MIXER, Role.DUBBING_DIRECTOR),
        *(Role.VOICE, Role.NARRATOR),
    },
    Department.EDITING: {
        *(Role.EDITOR, Role.ASSISTANT_EDITOR, Role.COLOURIST, Role.TITLE_DESIGNER),
        Role.POST_PRODUCTION_SUPERVISOR,
    },
    Department.COSTUME: {
        *(Role.COSTUME_DESIGNER, Role.WARDROBE_SUPERVISOR, Role.MAKE_UP, Role.HAIR_STYLIST),
    },
    Department.EFFECTS: {
        *(Role.VISUAL_EFFECTS, Role.VISUAL_EFFECTS_ARTIST, Role.SPECIAL_EFFECTS),
        *(Role.STUNT_COORDINATOR, Role.TITLE_DESIGNER),
    },
    Department.COMPANIES: {
        *(Role.PRODUCTION_COMPANY, Role.CO_PRODUCTION_COMPANY, Role.DISTRIBUTOR),
        *(Role.SALES_AGENT, Role.SUPPORT, Role.THANKS),
    },
    Department.OTHER: {
        *(Role.HISTORICAL_ADVISER, Role.CHOREOGRAPHER, Role.STUNT_COORDINATOR),
        *(Role.STUNT_PERFORMER, Role.STILLS_PHOTOGRAPHER, Role.PUBLICIST),
        *(Role.SUPPORT, Role.THANKS),
    },
}


# Who is heard or seen as somebody.
PERFORMERS = (Role.ACTOR, Role.VOICE, Role.NARRATOR)


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
