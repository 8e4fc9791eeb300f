"""How styles, scripts and pictures are served: under names with a hash of what is in them, so that they may be kept."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Our modules import each other by those names, too, so that no page ever mixes two versions of them.

    Those of others are left as they are: some name files that their packages do not have.
    """

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = (
        "js/*.js",
        CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1],
    )
