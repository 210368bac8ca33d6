"""What a password of staff must not be, besides short, common or like what everybody knows of them."""

import re
from typing import Any

from django.contrib.auth.password_validation import UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from composer_site.values.folding import folded

NAMED_BY = ("username", "first_name", "last_name", "email")
MIN_BYTES = 4  # of a name: 王 and “Li” stand in too much else


class OwnNameValidator(UserAttributeSimilarityValidator):
    """Not like a name of its owner, and none of these names in it, however it is spelt."""

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        spelt = folded(password)
        if any(name in spelt for name in names_of(user)):
            raise ValidationError(
                _("The password contains its owner’s name. Choose another one."), code="holds_name"
            )


def names_of(user: Any) -> set[str]:
    """Its words, folded; of an address what stands before the @."""
    texts = (str(getattr(user, name, "") or "").partition("@")[0] for name in NAMED_BY)
    words = {word for text in texts for word in re.split(r"[\W\d_]+", folded(text))}
    return {word for word in words if len(word.encode()) >= MIN_BYTES}
