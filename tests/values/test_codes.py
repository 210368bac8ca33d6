import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils import translation

from composer_site.values.codes import (
    CodeField,
    CodesField,
    country_choices,
    country_name,
    spoken_language_choices,
    spoken_language_name,
)
from composer_site.values.languages import CHOICES, LANGUAGES
from composer_site.values.sorting import sort_key


class Voyage(models.Model):
    countries = CodesField("countries", choices=country_choices)
    pages = CodesField("pages", choices=CHOICES, blank=False)
    spoken_in = CodeField("spoken in", choices=spoken_language_choices, blank=True)
    home = CodeField("home", choices=country_choices)

    class Meta:
        app_label = "tests"
        managed = False

    def __str__(self):
        return self.home


VoyageForm = forms.modelform_factory(Voyage, fields=["countries", "spoken_in"])


def voyage(**fields):
    return Voyage(**{"pages": ["kk"], "home": "KZ"} | fields)


def refusal(**fields):
    with pytest.raises(ValidationError) as caught:
        voyage(**fields).full_clean()
    return caught.value.message_dict


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ("Kazakhstan", "Cantonese", "Chinese")),
        ("kk", ("Қазақстан", "кантон тілі", "қытай тілі")),
        ("ru", ("Казахстан", "кантонский", "китайский")),
        ("zh-hans", ("哈萨克斯坦", "粤语", "中文")),
    ],
)
def test_names_in_four_languages(code, names):
    languages = tuple(spoken_language_name(tag, code) for tag in ("yue", "zh"))
    assert (country_name("KZ", code), *languages) == names


@pytest.mark.parametrize(
    ("tag", "code", "name"),
    [
        ("zh-Hant", "ru", "китайский, традиционное письмо"),
        ("zh-Hans", "zh-hans", "简体中文"),
        ("kk-Latn", "en", "Kazakh (Latin)"),
        ("kk-Latn", "zh-hans", "哈萨克语（拉丁文）"),
        ("zh-Latn-pinyin", "ru", "китайский (латиница, Пиньинь)"),
        ("xx-yy", "en", "xx-yy"),
        ("", "en", ""),
    ],
)
def test_names_of_tags_with_a_script(tag, code, name):
    assert spoken_language_name(tag, code) == name


def test_a_country_without_a_name_is_its_code():
    assert country_name("SU", "kk") == "SU"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("choices", [country_choices, spoken_language_choices])
def test_choices_are_named_and_sorted_in_the_readers_language(choices, code):
    with translation.override(code):
        names = [name for _code, name in choices()]
    assert names == sorted(names, key=lambda name: sort_key(name, code))
    assert all(names)


def test_choices_follow_the_language_in_use():
    with translation.override("kk"):
        kazakh = dict(country_choices())["CN"]
    with translation.override("zh-hans"):
        assert (kazakh, dict(country_choices())["CN"]) == ("Қытай", "中国")


def test_countries_are_those_of_iso_3166_1():
    codes = {code for code, _name in country_choices()}
    assert len(codes) == 249
    assert codes.isdisjoint({"EU", "UN", "ZZ", "XK"})


def test_the_productions_languages_can_be_chosen():
    tags = {tag for tag, _name in spoken_language_choices()}
    assert tags >= {"kk", "ru", "en", "zh", "yue", "ug", "fr", "zh-Hans", "zh-Hant", "zxx"}


def test_duplicates_go_and_the_order_stays():
    trip = voyage(countries=["KZ", "CN", "KZ", "AF"])
    trip.full_clean()
    assert trip.countries == ["KZ", "CN", "AF"]


@pytest.mark.parametrize("value", [None, "", []])
def test_nothing_chosen_is_an_empty_list(value):
    field = Voyage._meta.get_field("countries")
    assert field.clean(value, None) == field.pre_save(voyage(countries=value), add=True) == []


def test_unknown_codes_are_named_one_by_one():
    assert refusal(countries=["KZ", "XX", "kz"]) == {
        "countries": [
            "“XX” is not one of the codes to choose from: take it off the list.",
            "“kz” is not one of the codes to choose from: take it off the list.",
        ]
    }


@pytest.mark.parametrize("value", ["KZ", {"KZ": 1}, [1], [["KZ"]], [None], 7])
def test_what_is_no_list_of_codes_is_refused(value):
    assert refusal(countries=value) == {
        "countries": ['Write a list of codes, for example ["kk", "zh"].']
    }


def test_a_list_may_be_required():
    assert refusal(pages=[]) == {"pages": ["This field cannot be blank."]}


def test_a_single_code_is_known_and_may_be_required():
    assert refusal(spoken_in="xx", home="") == {
        "spoken_in": ["“xx” is not one of the codes to choose from: choose another."],
        "home": ["This field cannot be blank."],
    }


@pytest.mark.parametrize("name", ["countries", "pages", "spoken_in", "home"])
def test_migrations_do_not_know_the_choices(name):
    field = Voyage._meta.get_field(name)
    _name, path, args, options = field.deconstruct()
    again = type(field)(*args, **options)
    assert path == f"composer_site.values.codes.{type(field).__name__}"
    assert "choices" not in options
    assert (again.blank, again.code_choices) == (field.blank, None)


def test_a_form_keeps_the_order_of_the_page_and_sees_it_change():
    data = QueryDict("countries=KZ&countries=CN&spoken_in=")
    form = VoyageForm(data, instance=voyage(countries=["CN", "KZ"]))
    assert form.is_valid(), form.errors
    assert form.instance.countries == ["KZ", "CN"]
    assert form.changed_data == ["countries"]


def test_a_form_refuses_a_forged_code():
    form = VoyageForm(QueryDict("countries=XX&spoken_in=yy"))
    assert set(form.errors) == {"countries", "spoken_in"}


def test_a_form_shows_the_chosen_first_in_their_order():
    html = str(VoyageForm(instance=voyage(countries=["KZ", "CN"]))["countries"])
    first, second, third = html.split("<option ")[1:4]
    assert first.startswith('value="KZ" selected')
    assert second.startswith('value="CN" selected')
    assert third.startswith('value="AF">')


def test_one_form_class_speaks_every_language():
    with translation.override("ru"):
        russian = str(VoyageForm()["spoken_in"])
    assert ">казахский<" in russian
    assert ">Kazakh<" in str(VoyageForm()["spoken_in"])


def test_the_lists_load_only_files_of_our_own():
    paths = VoyageForm().media._js
    assert all(path.startswith(("admin/js/", "js/")) for path in paths)
    assert paths[-1] == "js/codes.js"
