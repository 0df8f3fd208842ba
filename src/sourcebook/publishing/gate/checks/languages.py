"""Every record has a title, and says truly in which language it is written."""

from collections.abc import Iterator

from sourcebook.publishing.gate import form_fields
from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.questions import Questions
from sourcebook.record import Authority, Record, Source, Subject, Year


def check(record: Record, questions: Questions) -> Iterator[Fault]:
    yield from _titles(record, questions.languages)
    if isinstance(record, Source):
        yield from _versions(record)
    if isinstance(record, Subject):
        yield from _essays(record)


def _titles(record: Record, languages: tuple[str, ...]) -> Iterator[Fault]:
    """An authority's names stand in the language of any name; a year is named by its number."""
    if isinstance(record, Authority):
        if not any(name.text.strip() for name in record.names):
            yield Fault(code="title-missing", reference=record.reference, field="names")
        return
    if isinstance(record, Year) and not record.title:
        return
    field = form_fields.input_name(record.kind, "title")
    written = [language for language, text in record.title.items() if text.strip()]
    if not written:
        yield Fault(code="title-missing", reference=record.reference, field=field)
    elif languages and languages[0] not in written:
        yield Fault(
            code="title-language",
            reference=record.reference,
            field=f"{field}__{languages[0]}",
            about={"language": languages[0]},
        )


def _versions(source: Source) -> Iterator[Fault]:
    by_key = {version.key: version for version in source.texts}
    for index, version in enumerate(source.texts):
        for field in ("translates", "supersedes"):
            key = getattr(version, field)
            if key and key not in by_key:
                yield Fault(
                    code="original-missing",
                    reference=source.reference,
                    field=f"texts-{index}-{field}",
                    about={"original": key, "text": version.key},
                )
        original = by_key.get(version.translates)
        if original and original.key != version.key and original.language == version.language:
            yield _same(source, f"texts-{index}-language", version.language)
        spoken = {language.partition("-")[0] for language in source.languages}
        if version.kind == "transcription" and spoken and version.language.partition("-")[0] not in spoken:
            yield Fault(
                code="language-other",
                reference=source.reference,
                field=f"texts-{index}-language",
                about={"language": version.language, "languages": ", ".join(source.languages)},
            )


def _essays(subject: Subject) -> Iterator[Fault]:
    written = {essay.language for essay in subject.essays}
    for index, essay in enumerate(subject.essays):
        if essay.translates and essay.translates not in written:
            yield Fault(
                code="original-missing",
                reference=subject.reference,
                field=f"essays-{index}-translates",
                about={"original": essay.translates, "text": essay.language},
            )
        elif essay.translates and essay.translates == essay.language:
            yield _same(subject, f"essays-{index}-language", essay.language)


def _same(record: Record, field: str, language: str) -> Fault:
    return Fault(code="language-same", reference=record.reference, field=field, about={"language": language})
