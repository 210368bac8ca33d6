"""The site's settings, for a server that gives up a stalled body after a second."""

from composer_site.settings import *

BODY_TIMEOUT = 1
