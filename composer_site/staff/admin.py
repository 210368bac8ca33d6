from functools import partial

from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.contrib.auth.views import PasswordChangeView
from django.db.models import DateTimeField
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from composer_site.desk.forms.staff_form import SplitDateTime
from composer_site.desk.keys import KeyGuard
from composer_site.desk.lists.change_list import PlainFilters
from composer_site.staff.forms import OwnPasswordForm, PreferencesForm, SignInForm
from composer_site.staff.models import User

admin.site.login_form = SignInForm
admin.site.unregister(Group)


def change_password(request):
    """The admin's own page, whose form knows no request, and so no address."""
    view = PasswordChangeView.as_view(
        form_class=partial(OwnPasswordForm, request=request),
        success_url=reverse("admin:password_change_done"),
        extra_context=admin.site.each_context(request),
    )
    return view(request)


@admin.register(User)
class UserAdmin(KeyGuard, PlainFilters, DjangoUserAdmin):
    list_display = ["username", "first_name", "last_name", "role", "is_active", "last_login"]
    formfield_overrides = {DateTimeField: {"widget": SplitDateTime}}
    fieldsets = (
        *DjangoUserAdmin.fieldsets,
        (_("Language and time of the admin"), {"fields": ("language", "time_zone")}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("role"))
    def role(self, user):
        if user.is_superuser:
            return gettext("administrator")
        return ", ".join(group.name for group in user.groups.all())

    def get_urls(self):
        view = self.admin_site.admin_view(self.preferences)
        return [path("preferences/", view, name="staff_preferences"), *super().get_urls()]

    def preferences(self, request):
        """Everyone's own row and no other, so being signed in as staff is right enough."""
        form = PreferencesForm(request.POST or None, instance=request.user)
        if request.method == "POST" and form.is_valid():
            user = form.save()
            with translation.override(user.language):
                messages.success(request, gettext("Your language and time zone are saved."))
            return redirect("admin:index")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Language and time"),
            "form": form,
        }
        return render(request, "admin/preferences.html", context)


@admin.register(Group)
class GroupAdmin(KeyGuard, PlainFilters, DjangoGroupAdmin):
    pass
