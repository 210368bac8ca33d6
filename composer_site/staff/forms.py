import logging

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from composer_site.staff import throttle
from composer_site.staff.models import User

logger = logging.getLogger("composer_site.staff")


class SignInForm(AdminAuthenticationForm):
    """Django's own form, which says the same of an unknown name and of a wrong password."""

    def clean(self):
        username = self.cleaned_data.get("username")
        if not username or not self.cleaned_data.get("password"):
            return super().clean()
        keys = throttle.begin_try(self.request, username)
        if keys is None:
            self.refuse()
        cleaned = super().clean()
        throttle.succeed(keys)
        return cleaned

    def refuse(self):
        logger.warning("sign-in throttled")
        self.request.sign_in_refused = True  # StaffMiddleware answers 429
        raise ValidationError(_("Too many tries. Wait a quarter of an hour, then try again."))


class PreferencesForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["language", "time_zone"]
