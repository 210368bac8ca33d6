"""The environment of the tests, loaded before Django's settings are (`-p` in pyproject.toml).

A developer's own `.env` stays unread; only DATABASE_URL may come from outside.
"""

import atexit
import os
import shutil
import tempfile


def data_directory():
    directory = tempfile.mkdtemp(prefix="composer-site-tests-")
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
    return directory


# Workers of xdist inherit the directory from the process that started them.
if "PYTEST_XDIST_WORKER" not in os.environ:
    for name in (
        *("ALLOWED_HOSTS", "BEHIND_PROXY", "CACHE_URL", "DEBUG", "FILES_BY", "PORT"),
        *("SCRIPT_NAME", "SECRET_KEY", "SITE_URL", "THREADS", "TIME_ZONE"),
    ):
        os.environ.pop(name, None)
    os.environ["DEMO"] = "true"
    os.environ["DATA_DIR"] = data_directory()
    os.makedirs(os.path.join(os.environ["DATA_DIR"], "static"))

# The browser's driver runs an event loop in the thread of the tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
