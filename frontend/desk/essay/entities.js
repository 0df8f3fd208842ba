// Draftail's plug-ins: a button in the toolbar for each kind of link, for notes and for citations.
import { pickCitation, pickWeb, writeNote } from './notes.js';
import { say } from './page.js';
import { pasted } from './paste.js';
import { pickRecord, pickSpan } from './spans.js';
import { learn, titleOf } from './titles.js';

const { React, DraftJS, draftail } = window;
const { EditorState, Modifier, RichUtils } = DraftJS;

const icon = (name) => React.createElement(window.wagtail.components.Icon, { name });

// The toolbar stands above the text from the beginning; whoever likes it floating can still choose that.
try {
  if (!localStorage.getItem('wagtail:draftail-toolbar')) localStorage.setItem('wagtail:draftail-toolbar', 'sticky');
} catch {
  // A browser that keeps nothing shows it where it likes.
}

const MUTABLE = 'MUTABLE';
const IMMUTABLE = 'IMMUTABLE';

const selected = (editorState) => {
  const selection = editorState.getSelection();
  const block = editorState.getCurrentContent().getBlockForKey(selection.getStartKey());
  return selection.getStartKey() === selection.getEndKey() ? block.getText().slice(selection.getStartOffset(), selection.getEndOffset()) : '';
};

// The editor as it is with a link on what is selected, or with the words of the target where nothing is.
function linked(editorState, type, data, words) {
  const content = editorState.getCurrentContent().createEntity(type, MUTABLE, data);
  const key = content.getLastCreatedEntityKey();
  const selection = editorState.getSelection();
  if (!selection.isCollapsed()) return RichUtils.toggleLink(EditorState.set(editorState, { currentContent: content }), selection, key);
  return EditorState.push(editorState, Modifier.insertText(content, selection, words, editorState.getCurrentInlineStyle(), key), 'insert-characters');
}

function put(editorState, type, data, words) {
  const content = editorState.getCurrentContent().createEntity(type, IMMUTABLE, data);
  const key = content.getLastCreatedEntityKey();
  const selection = editorState.getSelection();
  // A note stands behind the words that were selected; one that is edited is selected itself.
  const isOld = selection.isCollapsed() ? false : selected(editorState) && entityAt(editorState, selection) === type;
  const target = isOld ? selection : selection.merge({ anchorKey: selection.getEndKey(), anchorOffset: selection.getEndOffset(), focusKey: selection.getEndKey(), focusOffset: selection.getEndOffset(), isBackward: false });
  return EditorState.push(editorState, Modifier.replaceText(content, target, words, null, key), 'insert-characters');
}

function entityAt(editorState, selection) {
  const content = editorState.getCurrentContent();
  const key = content.getBlockForKey(selection.getStartKey()).getEntityAt(selection.getStartOffset());
  return key && content.getEntity(key).getType();
}

// A component that shows nothing: it opens a window and tells the editor what came of it.
function source(open) {
  return class extends React.Component {
    async componentDidMount() {
      const { editorState, entity, entityType, onComplete, onClose } = this.props;
      const next = await open(editorState, entityType, entity?.getData()).catch(() => null);
      if (next) onComplete(next);
      else onClose();
    }

    render() {
      return null;
    }
  };
}

// What a link leads to, shown when it is pointed at, with the ways to change and to remove it.
function Link(props) {
  const data = props.contentState.getEntity(props.entityKey).getData();
  const target = data.href ?? data.url ?? '';
  const [title, setTitle] = React.useState('');
  React.useEffect(() => {
    if (/^[a-z]+:[a-z0-9-]+(#|$)/.test(target)) titleOf(target).then(setTitle);
  }, [target]);
  const place = target.includes('#') ? ` (${target.split('#')[1]})` : '';
  const label = title ? `${title}${place}` : target;
  return React.createElement(draftail.TooltipEntity, { ...props, icon: icon('link'), label }, props.children);
}

const words = (node) => (node.content ? node.content.blocks.map((block) => block.text).join(' ') : (node.markdown ?? ''));

function Note(props) {
  const data = props.contentState.getEntity(props.entityKey).getData();
  const text = words(data);
  const label = text.length > 160 ? `${text.slice(0, 160)}…` : text || say('empty_note');
  return React.createElement(draftail.TooltipEntity, { ...props, icon: icon('superscript'), label }, React.createElement('sup', { className: 'sb-note' }, props.children));
}

function Cited(props) {
  const { key, locator } = props.contentState.getEntity(props.entityKey).getData();
  return React.createElement(draftail.TooltipEntity, { ...props, icon: icon('clipboard-list'), label: [key, locator].filter(Boolean).join(', ') },
    React.createElement('span', { className: 'sb-cited', 'data-locator': locator ? `, ${locator}` : '' }, props.children));
}

const record = source(async (editorState, { type, kind, description }, data) => {
  const chosen = await pickRecord(kind, description, data ? '' : selected(editorState));
  if (!chosen) return null;
  learn(chosen.reference, chosen.title);
  return linked(editorState, type, { href: chosen.reference, title: '' }, chosen.name ?? chosen.title);
});

const span = source(async (editorState, { type }, data) => {
  const chosen = await pickSpan(data?.href);
  if (!chosen) return null;
  learn(chosen.reference, chosen.title);
  return linked(editorState, chosen.reference.includes('#') ? type : 'SOURCE', { href: chosen.reference, title: '' }, chosen.title);
});

const web = source(async (editorState, { type }, data) => {
  const address = await pickWeb(data?.href ?? data?.url ?? '');
  return address && linked(editorState, type, { href: address, url: address, title: data?.title ?? '' }, address);
});

const note = source(async (editorState, { type }, data) => {
  const written = await writeNote(data);
  return written && put(editorState, type, written, written.key);
});

const citation = source(async (editorState, { type }, data) => {
  const cited = await pickCitation(data);
  return cited && put(editorState, type, cited, cited.key);
});

for (const type of ['SOURCE', 'PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'TERM', 'RECORD']) draftail.registerPlugin({ type, source: record, decorator: Link }, 'entityTypes');
draftail.registerPlugin({ type: 'SPAN', source: span, decorator: Link }, 'entityTypes');
draftail.registerPlugin({ type: 'LINK', source: web, decorator: Link }, 'entityTypes');
draftail.registerPlugin({ type: 'NOTE', source: note, decorator: Note }, 'entityTypes');
draftail.registerPlugin({ type: 'CITATION', source: citation, decorator: Cited }, 'entityTypes');
draftail.registerPlugin({ type: 'NOTES_PASTED', handlePastedText: pasted }, 'plugins');
