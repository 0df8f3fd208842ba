"""Which media type a published file is sent with.

The table is ours, because Python's `mimetypes` reads the tables of the machine it runs on, and the same
archive would then be served differently from one server to the next.
"""

_BY_NAME = {
    "csl.json": "application/vnd.citationstyles.csl+json",
    "feed.xml": "application/atom+xml; charset=utf-8",
    "manifest.json": 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
    "tei.xml": "application/tei+xml; charset=utf-8",
}

_BY_ENDING = {
    "avif": "image/avif",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "flac": "audio/flac",
    "gif": "image/gif",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "m4a": "audio/mp4",
    "md": "text/markdown; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "ogv": "video/ogg",
    "opus": "audio/ogg",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml; charset=utf-8",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "ttl": "text/turtle; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "wasm": "application/wasm",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
    "zip": "application/zip",
}


def media_type(file: str) -> str:
    """The value of Content-Type for a file's name or path; a stranger is sent as bytes, so that no
    browser guesses."""
    name = file.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower()
    return _BY_NAME.get(name) or _BY_ENDING.get(ending, "application/octet-stream")
