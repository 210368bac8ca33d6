"""A member of staff at the door, and whoever else tries there."""

import re

from django.urls import reverse

from composer_site.staff.models import User

PASSWORD = "a long enough sentence"
NEW = "quite another sentence"


def make_member(username="aigul", **columns):
    columns = {"is_staff": True, "last_name": "Baikadamova"} | columns
    return User.objects.create_user(username, password=PASSWORD, **columns)


def sign_in(client, username="aigul", password="wrong", **extra):
    data = {"username": username, "password": password}
    return client.post(reverse("admin:login"), data, **extra)


def change_password(client, old=PASSWORD, new=NEW):
    data = {"old_password": old, "new_password1": new, "new_password2": new}
    return client.post(reverse("admin:password_change"), data)


def errors(response):
    return re.findall(r'class="errornote">\s*(.*?)\s*</p>', response.text, re.DOTALL)
