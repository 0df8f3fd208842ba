"""What the essay's script must be told: its words in the language of the editor, addresses, a note's toolbar."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from sourcebook.subjects.essay.toolbar import NOTE


def told() -> dict[str, Any]:
    return {"pick": reverse("sourcebook_pick"), "note": NOTE, "words": _finding() | _places() | _writing()}


def _finding() -> dict[str, str]:
    return {
        "close": _("Close"),
        "fault": _("The desk does not answer. Try again in a moment."),
        "loading": _("A moment…"),
        "more": _("Show more"),
        "found": _("{n} found"),
        "found_more": _("{n} shown, there are more"),
        "found_none": _("Nothing is found. Try fewer letters, or another name."),
        "found_list": _("What was found"),
        "unpublished": _("not published yet"),
        "find_source": _("Find a source by words of its title"),
        "find_person": _("Find a person by any name, in any alphabet"),
        "find_organisation": _("Find an organisation by any name"),
        "find_place": _("Find a place by any name"),
        "find_event": _("Find an event by any name"),
        "find_term": _("Find a term of the glossary"),
        "find_subject": _("Find a subject by words of its title"),
        "other_source": _("Choose another source"),
    }


def _places() -> dict[str, str]:
    return {
        "quotation": _("Quote a passage"),
        "figure": _("Show a picture"),
        "clip": _("Play a clip"),
        "span": _("Link to a place in a source"),
        "passages": _("Passages"),
        "pictures": _("Pictures"),
        "recordings": _("Recordings"),
        "no_text": _("This source has no text yet. Write or bring one on its own page first."),
        "no_picture": _(
            "This source has no picture. Choose another one, or bring a picture on its own page first."
        ),
        "no_recording": _(
            "This source has no recording. Choose another one, or bring one on its own page first."
        ),
        "version": _("Text"),
        "search_passages": _("Find words in it"),
        "passages_help": _("Tick one passage; or the first and the last of a run."),
        "take_passages": _("Take these passages"),
        "text_of_passage": _("The passage, as it stands in the source"),
        "words_help": _(
            "Select words with the mouse or with Shift and the arrow keys, then take them. Take further "
            "words in the same way: what lies between is left out, with […] in its place."
        ),
        "take_selected": _("Take the selected words"),
        "take_all": _("Take all of it"),
        "begin_again": _("Begin again"),
        "chosen_words": _("The quotation"),
        "no_words": _("No words are chosen yet."),
        "use_words": _("Quote these words"),
        "canvas": _("Picture"),
        "region_help": _(
            "Draw a frame on the picture, or write its place in pixels. Without a frame all is shown."
        ),
        "x": _("From the left"),
        "y": _("From the top"),
        "width": _("Width"),
        "height": _("Height"),
        "take_whole": _("Whole picture"),
        "whole_picture": _("The whole picture"),
        "part_of": _("A part of {w} × {h} pixels"),
        "preview_alt": _("What the reader will see"),
        "use_picture": _("Show this"),
        "clip_start": _("Begins at second"),
        "clip_end": _("Ends at second"),
        "start_here": _("Begin here"),
        "end_here": _("End here"),
        "play_clip": _("Play the clip"),
        "clip_length": _("{n} seconds"),
        "clip_wrong": _("The end must come after the beginning, and the recording lasts {n} seconds."),
        "use_clip": _("Use this clip"),
    }


def _writing() -> dict[str, str]:
    return {
        "new_note": _("A note"),
        "change_note": _("Change the note"),
        "note_help": _("To cite a work, use the button for it in the toolbar; works stand below the essay."),
        "note_markdown": _("The note, as Markdown"),
        "keep_note": _("Keep the note"),
        "empty_note": _("An empty note"),
        "cite": _("Cite a work"),
        "work": _("Work"),
        "locator": _("Where in it"),
        "locator_help": _("As in “ch. 11” or “p. 32”; it may be left empty."),
        "cite_work": _("Cite it"),
        "no_works": _(
            "No works are listed yet. Add them below the essay, under “Works cited”, then cite them here."
        ),
        "web": _("Web address"),
        "web_address": _("Address"),
        "web_help": _("It begins with https:// or mailto:."),
        "link": _("Link"),
        "word_count": _("{n} words"),
    }
