"""Countries, spoken languages and other codes: chosen from lists, named in the reader's language.

Names are CLDR's, by way of Babel. Models hold ISO 3166-1 and BCP 47 codes and no names.
"""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from typing import Any
from zlib import crc32

from babel import Locale
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from composer_site.values.languages import LANGUAGES, current
from composer_site.values.sorting import sort_key

Choices = Iterable[tuple[Any, Any]]
Labels = dict[str, str]  # code: words
ChoicesSource = Choices | Callable[[], Choices] | None

LOCALES = {code: Locale.parse(language.cldr) for code, language in LANGUAGES.items()}

# CLDR names them, ISO 3166-1 does not assign them: unions, islands under another code, tests.
NO_COUNTRIES = set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())  # noqa: SIM905
NO_LANGUAGES = {"und", "mul"}
WRITTEN_CHINESE = {"zh_Hans", "zh_Hant"}


def country_name(code: str, language: str) -> str:
    """The code itself where CLDR has no name."""
    return str(LOCALES[language].territories.get(code, code))


@lru_cache(maxsize=1024)
def spoken_language_name(tag: str, language: str) -> str:
    """Any BCP 47 tag: `zh-Hant`, `kk-Latn`, `zh-Latn-pinyin`; the tag itself if CLDR has no name."""
    names = LOCALES[language].languages
    whole = "_".join(tag.split("-"))
    if whole in names:
        return str(names[whole])
    primary, *rest = tag.split("-")
    if primary not in names:
        return tag
    details = [_subtag_name(subtag, language) for subtag in rest]
    if not details:
        return str(names[primary])
    if language == "zh-hans":
        return f"{names[primary]}（{'，'.join(details)}）"
    return f"{names[primary]} ({', '.join(details)})"


def _subtag_name(subtag: str, language: str) -> str:
    locale = LOCALES[language]
    for names, name in (
        (locale.scripts, subtag.title()),
        (locale.territories, subtag.upper()),
        (locale.variants, subtag.upper()),
    ):
        if name in names:
            return str(names[name])
    return subtag


def country_choices() -> list[tuple[str, str]]:
    return list(_countries(current().code))


def spoken_language_choices() -> list[tuple[str, str]]:
    return list(_spoken_languages(current().code))


@cache
def _countries(language: str) -> tuple[tuple[str, str], ...]:
    codes = {code for code in map(str, LOCALES["en"].territories) if re.fullmatch("[A-Z]{2}", code)}
    return _sorted(
        ((code, country_name(code, language)) for code in codes - NO_COUNTRIES), language
    )


@cache
def _spoken_languages(language: str) -> tuple[tuple[str, str], ...]:
    """What all four of our languages have a name for, so that no page falls back to English."""
    named = set.intersection(*(set(locale.languages) for locale in LOCALES.values()))
    primary = {tag for tag in named if "_" not in tag} - NO_LANGUAGES
    tags = (tag.replace("_", "-") for tag in primary | (WRITTEN_CHINESE & named))
    return _sorted(((tag, spoken_language_name(tag, language)) for tag in tags), language)


def _sorted(choices: Iterable[tuple[str, str]], language: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(choices, key=lambda choice: (sort_key(choice[1], language), choice[0])))


OPTION = '<option value="{}">{}</option>'


class Searchable:
    """Select2 as the admin has it. A page that writes `lists` has each list once, however many
    fields choose from it; a field then holds what is chosen, and a script fills in the rest.
    Without JavaScript such a field keeps its choice: the admin cannot add a row without it either.
    """

    lists: dict[str, str] | None = None  # {id in the page: lines of code and words}

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            js=(
                "admin/js/vendor/jquery/jquery.min.js",
                "admin/js/vendor/select2/select2.full.js",
                "admin/js/jquery.init.js",
                "js/codes.js",
            ),
            css={
                "screen": (
                    "admin/css/vendor/select2/select2.css",
                    "admin/css/autocomplete.css",
                )
            },
        )

    def _labels(self) -> Labels:
        choices = getattr(self.choices, "func", lambda: self.choices)()  # type: ignore[attr-defined]
        return {str(code): str(words) for code, words in choices}

    def _drawn(
        self, name: str, attrs: dict[str, Any] | None, labels: Labels, options: str
    ) -> SafeString:
        attributes = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})  # type: ignore[attr-defined]
        if self.lists is not None:
            listed = "\n".join(f"{code}\t{words}" for code, words in labels.items() if code)
            attributes["data-list"] = f"list-{crc32(listed.encode()):x}"
            self.lists[attributes["data-list"]] = listed
        else:  # Select2 has no Kazakh of its own
            words = {"data-none": gettext("Nothing found"), "data-remove": gettext("Remove")}
            attributes |= words
        return format_html("<select{}>{}</select>", flatatt(attributes), mark_safe(options))  # noqa: S308


@lru_cache(maxsize=64)
def _options(choices: tuple[tuple[str, str], ...]) -> SafeString:
    return format_html_join("\n", OPTION, choices)


class CodeSelect(Searchable, forms.Select):
    """Its hundreds of options are written once for all rows: a film's form has forty such lists."""

    def render(
        self,
        name: str,
        value: object,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        labels = self._labels()
        own = {code: labels[code] for code in ("", value or "") if code in labels}
        options = str(_options(tuple((labels if self.lists is None else own).items())))
        chosen = format_html('<option value="{}"', value or "")
        options = options.replace(f"{chosen}>", f"{chosen} selected>", 1)
        return self._drawn(name, attrs, labels, options)

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        return {"data-codes": "one"} | super().build_attrs(base_attrs, extra_attrs)


class CodesSelect(Searchable, forms.SelectMultiple):
    """Posts its codes in the order of the options, so the chosen ones stand first, in their own."""

    def render(
        self,
        name: str,
        value: list[str] | None,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        labels = self._labels()
        chosen = {code: labels[code] for code in dict.fromkeys(value or ()) if code in labels}
        others = {code: words for code, words in labels.items() if code not in chosen}
        first = format_html_join("\n", '<option value="{}" selected>{}</option>', chosen.items())
        rest = _options(tuple(others.items())) if self.lists is None else ""
        return self._drawn(name, attrs, labels, first + rest)

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        marks = {"data-codes": "many", "multiple": True, "size": 6}
        return marks | super().build_attrs(base_attrs, extra_attrs)


class CodesFormField(forms.MultipleChoiceField):
    widget = CodesSelect

    def has_changed(self, initial: Collection[Any] | None, data: Collection[Any] | None) -> bool:
        return not self.disabled and list(initial or []) != list(data or [])


class CodesField(models.JSONField):
    """A list of codes in the order chosen, each once. Migrations do not know the choices."""

    default_error_messages = {
        "not_a_list": _('Write a list of codes, for example ["kk", "zh"].'),
        "unknown_code": _(
            "“%(code)s” is not one of the codes to choose from: take it off the list."
        ),
    }

    def __init__(self, *args: Any, choices: ChoicesSource = None, **options: Any) -> None:
        self.code_choices = choices
        defaults: dict[str, Any] = {"default": list, "blank": True}
        super().__init__(*args, **defaults | options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"blank": self.blank}

    def to_python(self, value: object) -> Any:
        value = [] if value in (None, "") else value
        if not isinstance(value, (list, tuple)) or not all(isinstance(code, str) for code in value):
            raise ValidationError(self.error_messages["not_a_list"], code="not_a_list")
        return list(dict.fromkeys(value))

    def validate(self, value: list[str], model_instance: models.Model | None) -> None:
        if not value and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")
        _refuse_unknown(value, self.code_choices, self.error_messages["unknown_code"])

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        return super().pre_save(model_instance, add) or []

    def formfield(self, **options: Any) -> Any:
        defaults: dict[str, Any] = {
            "form_class": CodesFormField,
            "choices": self.code_choices or (),
            "show_hidden_initial": False,
        }
        return models.Field.formfield(self, **defaults | options)


class CodeField(models.CharField):  # type: ignore[type-arg]  # generic in its stubs alone
    """One code, or the empty string. Migrations do not know the choices."""

    default_error_messages = {
        "unknown_code": _("“%(code)s” is not one of the codes to choose from: choose another."),
    }

    def __init__(self, *args: Any, choices: ChoicesSource = None, **options: Any) -> None:
        self.code_choices = choices
        super().__init__(*args, **{"max_length": 20} | options)

    def validate(self, value: str, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        codes = [value] if value else []
        _refuse_unknown(codes, self.code_choices, self.error_messages["unknown_code"])

    def formfield(self, **options: Any) -> Any:
        if not self.code_choices:
            return super().formfield(**options)
        defaults: dict[str, Any] = {
            "form_class": forms.ChoiceField,
            "choices": self._with_blank,
            "widget": CodeSelect,
        }
        # The admin asks every CharField for a text input; a code is never typed.
        return models.Field.formfield(self, **options | defaults)

    def _with_blank(self) -> list[tuple[Any, Any]]:
        return [("", "---------"), *_list(self.code_choices)]


def _list(choices: ChoicesSource) -> list[tuple[Any, Any]]:
    return list(choices() if callable(choices) else choices or ())


def _refuse_unknown(codes: list[str], choices: ChoicesSource, message: Any) -> None:
    known = {code for code, _name in _list(choices)}
    unknown = [code for code in codes if code not in known]
    if unknown and choices is not None:
        raise ValidationError(
            [
                ValidationError(message, code="unknown_code", params={"code": code[:20]})
                for code in unknown
            ]
        )
