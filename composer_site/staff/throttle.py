"""Wrong passwords are counted per account and address, and per address.

Counted in the database, which every process and host of the site shares already: a limiter in a
cache, such as django-allauth's, counts for each process alone unless a Redis is there too.
"""

import ipaddress
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from composer_site.staff.models import SignInFailure


def begin_try(request, username):
    """The keys of this try, or None where there were too many.

    It counts as a failure until `succeed`: tries at one instant all see each other.
    """
    now = timezone.now()
    window = timedelta(seconds=settings.SIGN_IN_WINDOW)
    SignInFailure.objects.filter(at__lt=now - window).delete()
    keys = keys_of(request, username)
    rows = [SignInFailure.objects.create(key=key, at=now) for key in keys.values()]
    if any(count(key) > settings.SIGN_IN_TRIES[kind] for kind, key in keys.items()):
        # Refused tries do not prolong the wait of someone who only mistyped.
        SignInFailure.objects.filter(pk__in=[row.pk for row in rows]).delete()
        return None
    return keys


def succeed(keys):
    """Forget the account's failures; of the address's, which may be an office's, only this one."""
    SignInFailure.objects.filter(key=keys["account"]).delete()
    last = SignInFailure.objects.filter(key=keys["address"]).order_by("-pk")[:1]
    SignInFailure.objects.filter(pk__in=list(last.values_list("pk", flat=True))).delete()


def count(key):
    return SignInFailure.objects.filter(key=key).count()


def keys_of(request, username):
    name = username.casefold()  # Django's form has brought it to NFKC
    address = network(client_address(request))
    parts = {"account": f"{address} {name}", "address": address}
    return {
        kind: salted_hmac(f"sign-in {kind}", part, algorithm="sha256").hexdigest()
        for kind, part in parts.items()
    }


def client_address(request):
    """The visitor's address; a proxy adds it at the end of what a visitor may have invented."""
    if settings.BEHIND_PROXY:
        return request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")


def network(address):
    """IPv6 gives everyone 2**64 addresses, so there the network counts."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if ip.version == 6:
        return str(ip.ipv4_mapped or ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)
