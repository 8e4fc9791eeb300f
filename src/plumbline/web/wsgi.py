"""What a WSGI server runs: ``plumbline.web.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plumbline.web.settings")

application = get_wsgi_application()
