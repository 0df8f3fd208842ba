"""A historian writes an essay with every kind of block in Chromium, and a reader sees it."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers
from tests.browser.writing import add_block, choose_source, window
from tests.demo_server import served_demo
from tests.word_files import call, docx, paragraph, run

# What Word 365 puts on the clipboard, shortened: its own styles, a heading, a list of paragraphs, a footnote.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri"} -->
</style></head><body lang=EN-US style='word-wrap:break-word'><!--StartFragment-->
<h2><span lang=EN-GB style='mso-ansi-language:EN-GB'>Four hours<o:p></o:p></span></h2>
<p class=MsoNormal><span lang=EN-GB style='color:#C00000'>He <i style='mso-bidi-font-style:normal'>spoke</i> and
<b>nobody</b> moved.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference>[1]</span><![endif]></span></span></a><o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>one<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>two<o:p></o:p></p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"
name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Or three.<o:p></o:p></p></div></div>
<!--EndFragment--></body></html>"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Path]]:
    folder = tmp_path_factory.mktemp("essay") / "sample"
    with served_demo(folder) as (address, password):
        yield address, password, folder


@pytest.fixture
def page(browser: Browser, demo: tuple[str, str, Path]) -> Iterator[Page]:
    """The form of a new subject of 1956, on the tab of its essay, and nothing wrong in the console."""
    address, password, folder = demo
    with sqlite3.connect(folder / "desk.sqlite3") as desk:
        (year,) = desk.execute("SELECT id FROM wagtailcore_page WHERE slug = '1956'").fetchone()
    said: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}/admin/login/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", password)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{address}/admin/")
    page.goto(f"{address}/admin/pages/add/subjects/subjectpage/{year}/")
    page.fill("[name=titles__en]", "An Essay of All Blocks")
    page.get_by_role("tab", name="Essay").click()
    yield page
    page.close()
    assert not said


def test_an_essay_of_all_blocks_is_written_kept_and_read(
    page: Page, browser: Browser, demo: tuple[str, str, Path]
) -> None:
    address = demo[0]
    page.get_by_role("button", name="Add essay").click()
    page.fill("[name=essays-0-language]", "en")

    # A work to cite, then words with a person picked by a name in Cyrillic, and a note that cites the work.
    works = page.locator(".sb-works")
    works.locator(".c-sf-add-button").first.click()
    page.fill("[name=essays-0-bibliography-0-value-author]", "Taubman, William")
    page.fill("[name=essays-0-bibliography-0-value-title]", "Khrushchev")
    page.fill("[name=essays-0-bibliography-0-value-issued]", "2003")
    text = page.locator(".sb-essay .public-DraftEditor-content").first
    text.click()
    page.keyboard.type("It was read by ")
    page.locator(".sb-essay").get_by_role("button", name="Link to a person").first.click()
    window(page).get_by_role("combobox").fill("Хрущ")
    expect(window(page).get_by_role("option")).to_have_count(1)
    assert not barriers(page, "dialog.sb-window")
    page.keyboard.press("Enter")
    expect(text).to_contain_text("It was read by Nikita Khrushchev")
    # The editor takes the focus back when the window is shut.
    expect(text).to_be_focused()
    page.wait_for_timeout(300)
    page.keyboard.press("End")
    page.keyboard.type(" aloud.")
    page.locator(".sb-essay").get_by_role("button", name="Note", exact=True).first.click()
    note = window(page).locator(".public-DraftEditor-content")
    expect(note).to_be_focused()
    page.keyboard.type("See ")
    window(page).get_by_role("button", name="Cite a work").click()
    window(page).get_by_label("Where in it").fill("ch. 11")
    window(page).get_by_role("button", name="Cite it").click()
    expect(note).to_contain_text("See taubman-2003")
    assert not barriers(page, "dialog.sb-window")
    window(page).get_by_role("button", name="Keep the note").click()
    expect(text.locator(".sb-note")).to_have_text("1")

    # A passage: its words are selected with the keyboard, and those between are left out.
    quotation = add_block(page, "Quotation")
    quotation.get_by_role("button", name="Choose the words").click()
    choose_source(page, "report cult consequences")
    window(page).locator("input[value=p1]").check()
    window(page).get_by_role("button", name="Take these passages").click()
    passage = window(page).get_by_label("The passage, as it stands in the source")
    expect(passage).to_have_value(re.compile("^The speaker recalls"))
    passage.press("Control+Home")
    for _ in range(3):
        page.keyboard.press("Shift+Control+ArrowRight")
    window(page).get_by_role("button", name="Take the selected words").click()
    passage.press("Control+End")
    for _ in range(4):
        page.keyboard.press("Shift+Control+ArrowLeft")
    window(page).get_by_role("button", name="Take the selected words").click()
    expect(window(page).locator("blockquote")).to_have_text("The speaker recalls […] to the Party.")
    assert not barriers(page, "dialog.sb-window")
    window(page).get_by_role("button", name="Quote these words").click()
    expect(quotation.locator("blockquote")).to_have_text("The speaker recalls […] to the Party.")

    # A part of a picture, drawn with the mouse and mended in numbers.
    figure = add_block(page, "Figure")
    figure.get_by_role("button", name="Choose a picture").click()
    choose_source(page, "way of the copies map")
    picture = window(page).locator(".sb-region__stage img")
    expect(picture).to_have_js_property("complete", True)
    box = picture.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 4)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    across = int(window(page).get_by_label("Width").input_value())
    width = int(picture.evaluate("image => image.naturalWidth"))
    assert across == pytest.approx(width / 4, abs=width / 100)
    for label, number in (
        ("From the left", "100"),
        ("From the top", "80"),
        ("Width", "301"),
        ("Height", "200"),
    ):
        window(page).get_by_label(label).fill(number)
    window(page).get_by_label("Width").press("ArrowDown")
    assert not barriers(page, "dialog.sb-window")
    window(page).get_by_role("button", name="Show this").click()
    expect(figure.locator("code")).to_have_text("xywh=1:100,80,300,200")
    figure.locator(".public-DraftEditor-content").click()
    page.keyboard.type("The way")

    # A stretch of a recording: the beginning in seconds, the end where the player stands.
    clip = add_block(page, "Clip")
    clip.get_by_role("button", name="Choose a recording").click()
    choose_source(page, "voice précis speech English")
    window(page).get_by_label("Begins at second").fill("2.5")
    player = window(page).locator("audio")
    player.evaluate("player => new Promise(done => { player.onseeked = done; player.currentTime = 7 })")
    window(page).get_by_role("button", name="End here").click()
    assert not barriers(page, "dialog.sb-window")
    window(page).get_by_role("button", name="Use this clip").click()
    expect(clip.locator("code")).to_have_text("t=2.5,7")

    timeline = add_block(page, "Timeline")
    timeline.get_by_label("Title").fill("The days")
    timeline.locator("input[name$=-where]").fill("25 February 1956")
    timeline.locator(".public-DraftEditor-content").click()
    page.keyboard.type("Spoken")
    chart = add_block(page, "Map")
    chart.get_by_role("button", name="Choose a place").click()
    window(page).get_by_role("combobox").fill("Позн")
    expect(window(page).get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    table = add_block(page, "Table")
    table.get_by_label("Head of column 1").fill("Copy")
    table.get_by_label("Row 1, column 1").fill("*Warsaw*")
    markdown = add_block(page, "Markdown")
    markdown.locator("textarea").fill("    as it is")
    assert not barriers(page, ".sb-essay")

    page.get_by_role("button", name="Save draft").click()
    page.wait_for_url(re.compile("/edit/"))
    page.get_by_role("tab", name="Essay").click()
    body = page.locator("textarea[name=essays-0-body-before]").input_value()
    assert body == (
        "It was read by [Nikita Khrushchev](person:nikita-khrushchev) aloud.[^1]\n\n"
        "> The speaker recalls […] to the Party.\n>\n> — [Khrushchev’s report “On the Cult of Personality and Its "
        "Consequences”, p1](source:secret-speech#p1)\n\n"
        "![The way](source:map-of-the-copies#xywh=1:100,80,300,200)\n\n"
        "![](source:reading-of-the-speech#t=2.5,7)\n\n"
        "```timeline The days\n25 February 1956 | Spoken\n```\n\n"
        "```map\nplace:poznan |\n```\n\n"
        "| Copy |  |\n| --- | --- |\n| *Warsaw* |  |\n\n"
        "    as it is\n\n"
        "[^1]: See [ch. 11](cite:taubman-2003)"
    )
    expect(page.locator(".sb-essay blockquote").first).to_have_text("The speaker recalls […] to the Party.")
    expect(page.locator(".sb-essay .sb-note")).to_have_text("1")
    expect(page.locator("sb-word-count")).to_have_text("16 words")

    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    page.wait_for_load_state()
    reader = browser.new_page()
    for _ in range(100):
        answer = reader.goto(f"{address}/1956/an-essay-of-all-blocks/")
        if answer and answer.status == 200:
            break
        reader.wait_for_timeout(300)
    essay = reader.locator(".essay")
    expect(essay.get_by_role("link", name="Nikita Khrushchev")).to_be_visible()
    expect(essay.locator("figure.quotation blockquote")).to_have_text("The speaker recalls […] to the Party.")
    expect(essay.locator("svg.region")).to_be_visible()
    expect(essay.locator("audio")).to_have_count(1)
    expect(essay.locator("figure.timeline time")).to_have_text("25 February 1956")
    expect(essay.locator("figure.map a")).to_have_text("Poznań")
    expect(essay.locator("td em")).to_have_text("Warsaw")
    expect(essay.locator("pre")).to_have_text("as it is")
    expect(reader.locator(".notes")).to_contain_text("See William Taubman, Khrushchev (2003), ch. 11")
    expect(reader.locator(".works")).to_contain_text("William Taubman, Khrushchev (2003)")
    reader.close()


def body_once_saved(page: Page) -> str:
    with page.expect_response(lambda answer: answer.request.is_navigation_request()):
        page.get_by_role("button", name="Save draft").click()
    page.wait_for_load_state()
    page.get_by_role("tab", name="Essay").click()
    return page.locator("textarea[name=essays-0-body-before]").input_value()


def test_words_from_the_clipboard_of_word_keep_what_they_say(page: Page) -> None:
    page.get_by_role("button", name="Add essay").click()
    page.fill("[name=essays-0-language]", "en")
    page.locator(".sb-essay .public-DraftEditor-content").first.click()
    # The clipboard itself, and the keys that paste from it.
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """html => navigator.clipboard.write([new ClipboardItem({
            'text/html': new Blob([html], {type: 'text/html'}),
            'text/plain': new Blob(['plain'], {type: 'text/plain'}),
        })])""",
        WORD,
    )
    page.keyboard.press("Control+v")
    expect(page.locator(".sb-essay .sb-note")).to_have_text("1")
    expect(page.locator("sb-word-count")).to_have_text("9 words")
    assert body_once_saved(page) == (
        "## Four hours\n\nHe *spoke* and **nobody** moved.[^1]\n\n- one\n- two\n\n[^1]: Or three."
    )


def test_a_word_document_becomes_an_essay(page: Page) -> None:
    page.get_by_role("button", name="Add essay").click()
    page.fill("[name=essays-0-language]", "en")
    bring = page.locator("sb-word-document input[type=file]")
    told = page.locator("sb-word-document [role=status]")
    bring.set_input_files({"name": "notes.docx", "mimeType": "", "buffer": b"no document"})
    expect(told).to_have_text("notes.docx: This is no Word document: bring a file that ends in .docx.")
    document = docx(
        paragraph(run("Four Hours"), "Heading1")
        + paragraph(run("The hall"), "Heading2")
        + paragraph(run("He spoke ") + run("long", "i") + run(".") + call(2))
        + paragraph(run("Nobody moved.")),
        {2: "Or three."},
    )
    bring.set_input_files({"name": "speech.docx", "mimeType": "", "buffer": document})
    expect(told).to_contain_text("“speech.docx” has been read")
    expect(page.locator(".sb-essay h2[data-block]")).to_have_text("The hall")
    expect(page.locator(".sb-essay .sb-note")).to_have_text("1")
    expect(page.locator("[name=essays-0-title]")).to_have_value("Four Hours")
    # What stands there goes only when one says so.
    page.once("dialog", lambda dialog: dialog.dismiss())
    another = docx(paragraph(run("Another.")))
    bring.set_input_files({"name": "another.docx", "mimeType": "", "buffer": another})
    expect(told).to_have_text("")
    assert not barriers(page, ".sb-essay")
    assert body_once_saved(page) == (
        "## The hall\n\nHe spoke *long*.[^1]\n\nNobody moved.\n\n[^1]: Or three."
    )


def test_the_picture_of_a_person_is_chosen_and_taken_away(page: Page, demo: tuple[str, str, Path]) -> None:
    page.on("dialog", lambda leaving: leaving.accept())
    page.goto(f"{demo[0]}/admin/snippets/authorities/person/add/")
    picture = page.locator("sb-figure")
    picture.get_by_role("button", name="Choose a picture").click()
    choose_source(page, "way of the copies map")
    window(page).get_by_role("button", name="Show this").click()
    expect(picture.locator("img")).to_be_visible()
    expect(page.locator("[name=image]")).to_have_value("source:map-of-the-copies")
    assert not barriers(page, "sb-figure")
    picture.get_by_role("button", name="No picture").click()
    expect(picture.locator("img")).to_have_count(0)
    expect(page.locator("[name=image]")).to_have_value("")
