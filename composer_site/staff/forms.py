import logging
from contextlib import contextmanager
from math import ceil

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm, AdminPasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from composer_site.staff import throttle
from composer_site.staff.models import User

logger = logging.getLogger("composer_site.staff")


@contextmanager
def throttled(request, username):
    """Whatever checks a password does it in here: there, an error is a failed try."""
    this, seconds = throttle.begin_try(request, username)
    if seconds:
        logger.warning("sign-in throttled")
        request.seconds_to_wait = seconds  # StaffMiddleware answers 429
        raise ValidationError(too_many_tries(seconds))
    yield
    throttle.succeed(this)


def too_many_tries(seconds):
    if seconds <= 60:
        return ngettext(
            "Too many tries. Wait %(number)d second, then try again.",
            "Too many tries. Wait %(number)d seconds, then try again.",
            seconds,
        ) % {"number": seconds}
    minutes = ceil(seconds / 60)
    return ngettext(
        "Too many tries. Wait %(number)d minute, then try again.",
        "Too many tries. Wait %(number)d minutes, then try again.",
        minutes,
    ) % {"number": minutes}


class SignInForm(AdminAuthenticationForm):
    """Django's own form, which says the same of an unknown name and of a wrong password."""

    def clean(self):
        username = self.cleaned_data.get("username")
        if not username or not self.cleaned_data.get("password"):
            return super().clean()
        with throttled(self.request, username):
            return super().clean()


class OwnPasswordForm(AdminPasswordChangeForm):
    """Who finds a session open guesses its password no more often than at the door."""

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_old_password(self):
        with throttled(self.request, self.user.get_username()):
            return super().clean_old_password()


class PreferencesForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["language", "time_zone"]
