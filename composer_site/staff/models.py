from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from composer_site.languages import CHOICES


class User(AbstractUser):
    """A member of staff, with the language and the zone in which the admin speaks to them."""

    language = models.CharField(_("admin language"), max_length=10, choices=CHOICES, default="en")
    time_zone = models.CharField(_("time zone"), max_length=40, default="Asia/Almaty")
