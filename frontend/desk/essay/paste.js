// Footnotes in what is pasted from word processors: each call becomes a note of ours, and the list of notes goes.
import { nextNote } from './page.js';

const MARK = /\uE000(\d+)\uE001/;

const CALL = 'a[href*="#_ftn"], a[href*="#_edn"], a[href*="#sdfootnote"], a[href*="#sdendnote"], a[href*="#fn"], sup a[href^="#"]';

// The words of each note by the name its call has for it, taken out of the page; calls are marked by number.
export function takeNotes(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const notes = [];
  for (const call of page.querySelectorAll(CALL)) {
    const name = decodeURIComponent(call.getAttribute('href').split('#')[1] ?? '');
    const target = name && (page.getElementById(name.replace(/^_/, '')) ?? page.getElementById(name) ?? page.getElementsByName(name)[0]);
    if (!target || !call.isConnected || target.contains(call)) continue;
    const body = target.closest('[id^="ftn"], [id^="edn"], [id^="sdfootnote"], [id^="sdendnote"], li, p') ?? target;
    if (body.contains(call)) continue;
    for (const back of body.querySelectorAll('a[href^="#"], [style*="mso-special-character"]')) back.remove();
    const words = body.textContent.replace(/\s+/g, ' ').replace(/^[\s[\]\d.*†↩]+|[\s↩]+$/g, '');
    if (!words) continue;
    notes.push(words);
    (call.closest('sup') ?? call).replaceWith(`\uE000${notes.length - 1}\uE001`);
    body.remove();
  }
  return { notes, html: page.body.innerHTML };
}

export function pasted(text, html, editorState, { setEditorState }) {
  if (!html || !/footnote|endnote|_ftn|_edn|#fn|<sup/i.test(html)) return 'not-handled';
  const taken = takeNotes(html);
  if (!taken.notes.length) return 'not-handled';
  const { BlockMapBuilder, ContentState, EditorState, Modifier, SelectionState, convertFromHTML } = window.DraftJS;
  const read = convertFromHTML(taken.html);
  let fragment = ContentState.createFromBlockArray(read.contentBlocks, read.entityMap);
  let key = nextNote();
  for (const block of fragment.getBlocksAsArray()) {
    for (;;) {
      const found = MARK.exec(fragment.getBlockForKey(block.getKey()).getText());
      if (!found) break;
      const where = SelectionState.createEmpty(block.getKey()).merge({ anchorOffset: found.index, focusOffset: found.index + found[0].length });
      const line = { key: 'note0', text: taken.notes[Number(found[1])], type: 'unstyled', depth: 0, inlineStyleRanges: [], entityRanges: [], data: {} };
      fragment = fragment.createEntity('NOTE', 'IMMUTABLE', { key: String(key), content: { blocks: [line], entityMap: {} }, text: '' });
      fragment = Modifier.replaceText(fragment, where, String(key), null, fragment.getLastCreatedEntityKey());
      key += 1;
    }
  }
  const content = Modifier.replaceWithFragment(editorState.getCurrentContent(), editorState.getSelection(), (BlockMapBuilder?.createFromArray(fragment.getBlocksAsArray())) ?? fragment.getBlockMap());
  setEditorState(EditorState.push(editorState, content, 'insert-fragment'));
  return 'handled';
}
