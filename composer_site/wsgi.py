"""Where the server enters. It starts a site that is right, or says in a sentence why it is not."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, SystemCheckError
from django.core.wsgi import get_wsgi_application

from composer_site.operations.checks import refuse_uncollected


def checked_application():
    """A server does not run the system checks, which `manage.py` does: so they run here."""
    try:
        application = get_wsgi_application()
        BaseCommand().check(display_num_errors=False)
        refuse_uncollected()
    except (ImproperlyConfigured, SystemCheckError) as refusal:
        sys.exit(f"The site does not start. {refusal}")
    return application


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "composer_site.settings")
application = checked_application()
