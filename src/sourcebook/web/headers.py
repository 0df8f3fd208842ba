"""The headers that protect readers and editors."""

from sourcebook.reading_room.policy import PUBLISHED_POLICY

EDITOR_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self' data:",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "frame-ancestors 'self'",
    )
)
"""What the editor may load: Wagtail writes scripts and styles into its pages and shows uploads as blobs."""

COMMON = (
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
)

PUBLISHED = (("content-security-policy", PUBLISHED_POLICY), *COMMON)

REVALIDATE = "no-cache"
"""Keep it, but ask each time: a page baked anew is seen at once, and an unchanged one costs a 304."""

FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose name holds a hash of their content."""


def with_security(headers: list[tuple[str, str]], path: str) -> list[tuple[str, str]]:
    """Django's headers, with ours where Django has set none."""
    there = {name.lower() for name, _ in headers}
    policy = EDITOR_POLICY if path.startswith("/admin/") else PUBLISHED_POLICY
    ours = (("content-security-policy", policy), *COMMON)
    given = [(name, value.strip()) for name, value in headers]
    return given + [(name, value) for name, value in ours if name not in there]
