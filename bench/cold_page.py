"""The first request of a process, which reads what later ones remember: `run.py` starts it anew for
each page. Prints the milliseconds and the status."""

import logging
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from django.core.wsgi import get_wsgi_application

get_wsgi_application()

from django.test import Client

logging.disable(logging.INFO)
client = Client(SERVER_NAME="127.0.0.1")
start = time.perf_counter()
status = client.get(sys.argv[1]).status_code
print((time.perf_counter() - start) * 1000, status)
