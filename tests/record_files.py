"""Small real files for generated archives: pictures and recordings, made here, with their facts."""

import hashlib
import io
import struct
import wave
import zlib
from typing import Any

FILES: dict[str, bytes] = {}
"""The bytes by checksum."""


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes((x * y) % 256 for x in range(width)) for y in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def wav(seconds: float) -> bytes:
    """Silence."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * int(8000 * seconds))
    return out.getvalue()


def _kept(data: bytes, **facts: Any) -> dict[str, Any]:
    sha256 = hashlib.sha256(data).hexdigest()
    FILES[sha256] = data
    return {"sha256": sha256, "size": len(data), **facts}


FACTS: list[dict[str, Any]] = [
    *(_kept(png(w, h), media_type="image/png", width=w, height=h) for w, h in ((1, 1), (40, 30), (9, 64))),
    *(_kept(wav(seconds), media_type="audio/wav", duration=seconds) for seconds in (2.0, 0.5)),
]
"""What a `record.File` says of each, all but its name."""
