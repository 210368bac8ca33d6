from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from translated_fields import TranslatedField

from composer_site.publishing.finding import Findable
from composer_site.publishing.working_copy import Part
from films.models.film import Film
from films.vocabulary import ROLES_ANYWHERE, ROLES_OF, Department, Mark, Role
from people.models import Organisation, Person


class Credit(Part, Findable):
    """A person's or an organisation's part in a film, as the credits print it."""

    Mark = Mark

    whole_name = "film"
    found_by = ("character", "credited_as")

    film = models.ForeignKey(Film, models.CASCADE, related_name="credits", verbose_name=_("film"))
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("person"),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("organisation"),
    )
    department = models.CharField(_("department"), max_length=20, choices=Department.choices)
    role = models.CharField(pgettext_lazy("in a film", "role"), max_length=30, choices=Role.choices)
    character = TranslatedField(models.CharField(_("character"), max_length=120, blank=True))
    portrays = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="portrayals",
        verbose_name=_("portrays"),
        help_text=_("The historical person whom this character is."),
    )
    mark = models.CharField(_("billing mark"), max_length=20, choices=Mark.choices, blank=True)
    credited_as = models.CharField(
        _("credited as"),
        max_length=120,
        blank=True,
        help_text=_("Only where the credits print another name than the one on the person’s page."),
    )

    class Meta(Part.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organisation=None)
                | Q(person=None, organisation__isnull=False),
                name="credit_one_holder",
                violation_error_message=_(
                    "A credit names a person or an organisation: choose one."
                ),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        roles = ROLES_OF.get(self.department, set(Role)) | ROLES_ANYWHERE
        if self.role in set(Role) - roles:
            sentence = _(
                "“%(role)s” is no role of the department “%(department)s”: choose another of the two."
            )
            words = {"role": Role(self.role).label, "department": Department(self.department).label}
            raise ValidationError({"role": ValidationError(sentence, params=words)})

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.person or self.organisation}"
