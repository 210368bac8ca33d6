"""A password says nothing of its owner."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from composer_site.staff.models import User

OWNER = {
    "username": "aigul.press",
    "first_name": "Айгүл",
    "last_name": "Қасымова",
    "email": "office-desk@example.org",
}


@pytest.mark.parametrize(
    "password",
    [
        "correct-aigul-horse-7",
        "CORRECT-AIGUL-HORSE-7",
        "стена-и-айгул-19-окно",
        "верная касымова скрепка",
        "blue-office-kettle-42",
    ],
)
def test_no_name_of_its_owner_is_in_it(password):
    with pytest.raises(ValidationError) as refusal:
        validate_password(password, User(**OWNER))
    assert [error.code for error in refusal.value.error_list] == ["holds_name"]


@pytest.mark.parametrize("password", ["correct-horse-battery-9", "верная лошадь скрепка 9"])
def test_another_is_taken(password):
    assert validate_password(password, User(**OWNER)) is None


def test_a_short_name_stands_in_too_much_else():
    assert validate_password("delight-of-elition-9", User(username="li", last_name="王")) is None


def test_a_password_without_an_owner_is_looked_at_all_the_same():
    with pytest.raises(ValidationError, match="too short"):
        validate_password("short")
