"""Where in the files of a record something is written, as well as can be told after they were read."""

from pathlib import Path

from sourcebook.ingest.arrival import Origin


def locate(origin: Origin, needle: str, version: str = "") -> Origin:
    """The first line with these words, in the text version or in the record's own files; else its origin.

    Only files of the portable archive are looked through; other formats give the line with the record.
    """
    main = Path(origin.file)
    if main.suffix not in (".md", ".yaml") or not needle:
        return origin
    stem = main.name.removesuffix(main.suffix)
    candidates = [main.with_name(f"{version}{ending}") for ending in (".md", ".vtt") if version]
    candidates += [main, *sorted(main.parent.glob(f"{stem}.*.md"))]
    for path in candidates:
        try:
            lines = path.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            continue
        for number, line in enumerate(lines, 1):
            if needle in line:
                return Origin(str(path), number)
    return origin
