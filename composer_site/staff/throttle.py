"""Wrong passwords are counted per account and address, per address, and per account.

An address may be a lie: behind many a proxy a header `X_Forwarded_For` passes for the proxy's own,
and a liar has a new address for each try. So an account's failures count whatever the address. By
that count nobody is locked out, or anybody could lock out anybody: it spaces tries, by 30 seconds
at most, and not at all where the account signed in lately.

Counted in the database, which every process and host of the site shares already: a limiter in a
cache, such as django-allauth's, counts for each process alone unless a Redis is there too.
"""

import ipaddress
from datetime import timedelta
from math import ceil

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from composer_site.staff.models import SignInTry


def begin_try(request, username):
    """(this try, the seconds it has to wait or 0).

    It counts as a failure until `succeed`: tries at one instant all see each other.
    """
    now = timezone.now()
    forget(now)
    this = SignInTry.objects.create(at=now, **keys_of(request, username))
    seconds = seconds_to_wait(this)
    if seconds:
        # Refused tries do not prolong the wait of someone who only mistyped.
        SignInTry.objects.filter(pk=this.pk).delete()
    return this, seconds


def succeed(this):
    """Forget what the account tried before at this address; others' failures there stay."""
    before = SignInTry.objects.filter(pk__lt=this.pk)
    before.filter(account=this.account, address=this.address).delete()
    SignInTry.objects.filter(pk=this.pk).update(succeeded=True)


def forget(now):
    """Failures go when they leave the window, sign-ins when they are no longer remembered."""
    window, remembered = settings.SIGN_IN_WINDOW, settings.SIGN_IN_REMEMBERED
    old = Q(succeeded=False) | Q(at__lt=now - timedelta(seconds=remembered))
    SignInTry.objects.filter(old, at__lt=now - timedelta(seconds=window)).delete()


def seconds_to_wait(this):
    others = SignInTry.objects.exclude(pk=this.pk)
    of_account, at_address = (
        others.filter(account=this.account),
        others.filter(address=this.address),
    )
    waits = [
        lock(of_account & at_address, "account and address", this.at),
        lock(at_address, "address", this.at),
    ]
    if not (of_account & at_address).filter(succeeded=True).exists():
        waits.append(pause(of_account, this.at))
    return max(0, ceil(max(waits)))


def lock(tries, kind, now):
    """Seconds until the oldest failure leaves the window, where there are too many."""
    failures = times_of_failures(tries)
    if len(failures) < settings.SIGN_IN_TRIES[kind]:
        return 0
    return settings.SIGN_IN_WINDOW - (now - failures[0]).total_seconds()


def pause(tries, now):
    """Seconds until the account may be tried again from wherever; they grow with its failures."""
    failures = times_of_failures(tries)
    beyond = len(failures) - settings.SIGN_IN_TRIES["account"]
    if beyond < 0:
        return 0
    seconds = settings.SIGN_IN_PAUSES[: beyond + 1][-1]
    # By the clock of another host the last failure may lie ahead.
    return min(seconds, seconds - (now - failures[-1]).total_seconds())


def times_of_failures(tries):
    return list(tries.filter(succeeded=False).order_by("at").values_list("at", flat=True))


def keys_of(request, username):
    # The same name however it is spelt: Django's form has brought it to NFKC.
    parts = {"account": username.casefold(), "address": network(client_address(request))}
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
