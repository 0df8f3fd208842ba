"""The words of a cue: its tags and escapes to and from Markdown."""

import html
import re

_TAG = re.compile(r"</?([a-z]*)[^<>]*>|<[^<>]*\Z")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:[ \t\n]+([^<>]*))?>")
_MARKS = {"i": "*", "b": "**"}
_STRONG = re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*")
_STRESS = re.compile(r"(?<![*\\])\*(?=\S)([^*]+?)(?<=\S)\*(?!\*)")
_LINK = re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]\([^)\s]*\)")
_CALL = re.compile(r"\[\^[^\]\s]+\]")


def read_payload(payload: str) -> tuple[str, str]:
    """Speaker and Markdown. The first voice is the speaker, a later one is set before its words."""
    speaker = ""
    first = _VOICE.match(payload.lstrip())
    if first:
        speaker = _unescape(first[1] or "").strip()
        payload = payload.lstrip()[first.end() :]
    payload = _VOICE.sub(lambda voice: f"{voice[1] or ''}: ", payload)
    text = _unescape(_TAG.sub(lambda tag: _MARKS.get(tag[1] or "", ""), payload))
    return speaker, "\n".join(line.strip() for line in text.split("\n")).strip()


def write_payload(speaker: str, markdown: str) -> str:
    """The words as a player shows them: stress as tags, links and notes as their words alone, no empty line."""
    text = _escape(_CALL.sub("", _LINK.sub(r"\1", markdown)))
    text = _STRESS.sub(r"<i>\1</i>", _STRONG.sub(r"<b>\1</b>", text))
    text = "\n".join(line.strip() for line in text.split("\n") if line.strip())
    return (f"<v {_escape(' '.join(speaker.split()))}>" if speaker else "") + text


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _unescape(text: str) -> str:
    return html.unescape(text).replace("\u200e", "").replace("\u200f", "")
