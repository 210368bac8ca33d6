from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from composer_site.desk.forms.staff_form import StaffForm
from composer_site.library import imaging, pdfs


class PictureFileField(forms.FileField):
    """Cleans to the decoded picture: plain pixels, and nothing else of what was sent."""

    widget = forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.webp,.avif"})

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file.size > imaging.MAX_BYTES:
            raise ValidationError(_("This file is larger than 30 MB. Export it smaller."))
        return imaging.decode(file)


class NewPictureForm(StaffForm):
    file = PictureFileField(
        label=_("File"),
        help_text=_(
            "JPEG, PNG, WebP or AVIF, up to 30 MB. It is encoded anew, without what the camera "
            "noted in it, such as the place. It cannot be replaced later: another file is another "
            "picture."
        ),
    )


class PdfFileField(forms.FileField):
    """Cleans to the bytes: the name that the file had on somebody's desk is not kept."""

    widget = forms.FileInput(attrs={"accept": ".pdf"})

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file.size > pdfs.MAX_BYTES:
            raise ValidationError(_("This file is larger than 20 MB. Export it smaller."))
        content = file.read()
        pdfs.check(content)
        return content


class NewPdfForm(StaffForm):
    file = PdfFileField(
        label=_("File"),
        help_text=_(
            "A PDF, up to 20 MB, without password, scripts, actions and files inside it. It cannot "
            "be replaced later: another file is another row."
        ),
    )
