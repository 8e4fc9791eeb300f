"""What a WSGI server runs: ``plumbline.web.wsgi:application``."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plumbline.web.settings")

application = get_wsgi_application()

# The code itself is never garbage: looking it through again and again would hold up a request now and then. And a
# large plan is many objects at once, none of which is garbage yet, so that looking for some less often costs nothing.
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 10, 10)
