"""The recordings: passages of our own précis, read by eSpeak NG sentence by sentence.

Because each sentence is synthesised apart, the times of the captions are measured and not guessed.
"""

import re
import subprocess
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.55
"""Seconds of silence after a sentence."""

_PASSAGE = re.compile(r"^\{#([A-Za-z0-9_.-]+)[^}]*\}\s+(.*?)(?=^\{#|^\[\^|\Z)", re.MULTILINE | re.DOTALL)
_MARKS = re.compile(r"\[\^[^\]]+\]|[*_]|!?\[([^\]]*)\]\([^)]*\)")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZА-ЯЁ])")

_ANNOUNCEMENT = {
    "en": "You hear a synthesised voice, made for this archive. It is no recording of 1956.",
    "ru": "Вы слышите синтезированный голос, созданный для этого архива. Это не запись 1956 года.",
}
_VOICE = {"en": ["-v", "en-gb", "-s", "150", "-p", "42"], "ru": ["-v", "ru", "-s", "145", "-p", "42"]}
_EDITORS = {"en": "The Sourcebook editors", "ru": "Редакция Sourcebook"}


@dataclass(frozen=True)
class Reading:
    """Which passages of which source are read, and in which language; the other language gets translated captions."""

    source: str
    passages: tuple[str, ...]
    language: str
    title: str


READINGS = {
    "reading-of-the-speech": Reading("secret-speech", ("p1", "p12"), "en", "Synthesised reading of a precis"),
    "reading-of-the-declaration": Reading(
        "soviet-declaration-30-october", ("p1", "p5", "p6"), "ru", "Synthesised reading of a precis"
    ),
}


def sentences(archive_sources: Path, reading: Reading, language: str) -> list[str]:
    """The announcement, then the sentences of the passages, without marks and calls of notes."""
    text = (archive_sources / reading.source / f"{language}.md").read_text(encoding="utf-8")
    passages = dict(_PASSAGE.findall(text))
    plain = [" ".join(_MARKS.sub(r"\1", passages[key]).split()) for key in reading.passages]
    return [_ANNOUNCEMENT[language], *(sentence for passage in plain for sentence in _END.split(passage))]


def record(archive_sources: Path, name: str, reading: Reading) -> None:
    """Write the recording and its captions, which are its transcript too, into the source's folder."""
    spoken = {language: sentences(archive_sources, reading, language) for language in ("en", "ru")}
    if len(spoken["en"]) != len(spoken["ru"]):
        raise ValueError(f"{name}: {len(spoken['en'])} sentences in English, {len(spoken['ru'])} in Russian.")
    folder = archive_sources / name
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        wav = Path(scratch) / "reading.wav"
        times = _synthesise(spoken[reading.language], reading.language, wav)
        _compress(wav, folder / f"{name}.mp3", reading)
    for language, words in spoken.items():
        translated = "" if language == reading.language else reading.language
        (folder / f"{language}.vtt").write_text(
            _captions(words, times, language, translated), encoding="utf-8"
        )


def _synthesise(words: list[str], language: str, target: Path) -> list[tuple[float, float]]:
    """Start and end of each sentence, in seconds of the file that is written."""
    times, now = [], 0.0
    with wave.open(str(target), "wb") as whole:
        for number, sentence in enumerate(words):
            part = target.with_name(f"{number}.wav")
            subprocess.run(["espeak-ng", *_VOICE[language], "-w", str(part), sentence], check=True)
            with wave.open(str(part), "rb") as read:
                if not number:
                    whole.setparams(read.getparams())
                rate, frames = read.getframerate(), read.readframes(read.getnframes())
            length = len(frames) / 2 / rate
            whole.writeframes(frames + b"\0\0" * round(PAUSE * rate))
            times.append((now, now + length))
            now += length + round(PAUSE * rate) / rate
    return times


def _compress(wav: Path, target: Path, reading: Reading) -> None:
    labels = {"title": reading.title, "artist": "eSpeak NG (synthesised voice)", "language": reading.language}
    metadata = [option for key, value in labels.items() for option in ("-metadata", f"{key}={value}")]
    exact = ["-fflags", "+bitexact", "-flags:a", "+bitexact"]
    sound = ["-af", "loudnorm=I=-18:TP=-2,aresample=24000", "-ac", "1", "-c:a", "libmp3lame", "-b:a", "40k"]
    command = ["ffmpeg", "-loglevel", "error", "-y", "-i", str(wav), *sound, *exact, *metadata, str(target)]
    subprocess.run(command, check=True)


def _captions(words: list[str], times: list[tuple[float, float]], language: str, translated: str) -> str:
    blocks = ["WEBVTT", "NOTE sourcebook\n" + _fields(language, translated)]
    for number, (sentence, (start, end)) in enumerate(zip(words, times, strict=True), 1):
        blocks.append(f"s{number}\n{_stamp(start)} --> {_stamp(end)}\n{sentence}")
    return "\n\n".join(blocks) + "\n"


def _fields(language: str, translates: str) -> str:
    role = "translator" if translates else "transcriber"
    lines = [f"language: {language}", "kind: captions", "contributions:"]
    lines.append(f"  - {{role: {role}, credited_as: {_EDITORS[language]}}}")
    if translates:
        lines.append(f"translates: {translates}")
    return "\n".join(lines)


def _stamp(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"00:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"
