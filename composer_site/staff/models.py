from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from composer_site.values.dates import ZONES
from composer_site.values.languages import CHOICES


class User(AbstractUser):
    """A member of staff, with the language and the zone in which the admin speaks to them."""

    language = models.CharField(_("admin language"), max_length=10, choices=CHOICES, default="en")
    time_zone = models.CharField(
        _("time zone"),
        max_length=40,
        choices=ZONES,
        default="Asia/Almaty",
        help_text=_("Times in the admin are shown and entered in this zone."),
    )


class SignInTry(models.Model):
    """One password, wrong or not yet known to be right: what the throttle counts.

    The last that was right stays a while: it says where the account is at home.
    """

    # Keyed hashes: no names and addresses are kept.
    account = models.CharField(max_length=64)
    address = models.CharField(max_length=64)
    at = models.DateTimeField()
    succeeded = models.BooleanField(default=False)

    class Meta:
        # The throttle counts what an account tried, at one address or at all, and an address; and
        # each try forgets the old ones.
        indexes = [
            models.Index(fields=["account", "address"], name="sign_in_try_account"),
            models.Index(fields=["address"], name="sign_in_try_address"),
            models.Index(fields=["at"], name="sign_in_try_at"),
        ]

    def __str__(self):
        return f"{self.account} {self.at}"


class GrantedRight(models.Model):
    """A right that a group was given once by the table in `rights.py`.

    What an administrator takes away afterwards stays away: it is not granted twice.
    """

    group = models.CharField(max_length=40)
    right = models.CharField(max_length=120)  # app_label.codename

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "right"], name="right_granted_once")
        ]

    def __str__(self):
        return f"{self.group}: {self.right}"
