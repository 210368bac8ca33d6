"""The four languages, as equals: the one place that knows their codes and tags."""

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True)
class Language:
    """`code` stands in addresses, `tag` (BCP 47) in HTML, `og` in Open Graph, `suffix` in columns."""

    code: str
    tag: str
    og: str
    suffix: str
    cldr: str
    name: str


LANGUAGES = {
    language.code: language
    for language in (
        Language("en", "en", "en_US", "en", "en", "English"),
        Language("kk", "kk", "kk_KZ", "kk", "kk", "Қазақша"),
        Language("ru", "ru", "ru_RU", "ru", "ru", "Русский"),
        Language("zh-hans", "zh-Hans", "zh_CN", "zh_hans", "zh_Hans", "简体中文"),
    )
}
BY_TAG = {language.tag: language for language in LANGUAGES.values()}
CHOICES = [(language.code, language.name) for language in LANGUAGES.values()]


def current() -> Language:
    return LANGUAGES.get(get_language() or "en", LANGUAGES["en"])


def stands_in(tag: str, language: Language) -> bool:
    """Whether a text is there only because `language` has none of its own."""
    return tag in BY_TAG and tag != language.tag
