"""The environment of the tests, loaded before Django's settings are (`-p` in pyproject.toml).

A developer's own `.env` stays unread; only DATABASE_URL may come from outside.
"""

import atexit
import os
import shutil
import tempfile

MEMORY = "/dev/shm"
ENOUGH = 2 * 2**30  # bytes: of a test's files only those of a failed one are kept


def use_memory():
    """For files of tests, which are thousands and small, where there is room for them."""
    if os.path.isdir(MEMORY) and shutil.disk_usage(MEMORY).free > ENOUGH:
        os.environ.setdefault("TMPDIR", MEMORY)
        tempfile.tempdir = None  # which may have been asked for before


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
    use_memory()
    os.environ["DEMO"] = "true"
    os.environ["DATA_DIR"] = data_directory()
    os.makedirs(os.path.join(os.environ["DATA_DIR"], "static"))

# The browser's driver runs an event loop in the thread of the tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
