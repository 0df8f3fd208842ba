// Files dropped on a source's form, or chosen: each is sent in pieces, and becomes a row, and a canvas where it is shown.

import { line } from './uploads/line.js';
import { leftBehind, Upload } from './uploads/tus.js';
import { csrfToken } from './uploads/token.js';
import { addRow, fill, filesOfForm } from './uploads/rows.js';

const AT_ONCE = 2;

class Files extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    this.input = this.querySelector('input[type=file]');
    this.list = this.querySelector('.sb-arriving');
    this.waiting = [];
    this.running = 0;
    this.input.addEventListener('change', () => {
      this.take(this.input.files);
      // Sent by itself, it must not travel with the form as well.
      this.input.value = '';
    });
    const zone = this.querySelector('.sb-drop');
    const holds = (event) => event.dataTransfer?.types.includes('Files');
    for (const kind of ['dragenter', 'dragover']) {
      this.addEventListener(kind, (event) => {
        if (!holds(event)) return;
        event.preventDefault();
        zone.classList.add('sb-drop--over');
      });
    }
    this.addEventListener('dragleave', (event) => this.contains(event.relatedTarget) || zone.classList.remove('sb-drop--over'));
    this.addEventListener('drop', (event) => {
      if (!holds(event)) return;
      event.preventDefault();
      zone.classList.remove('sb-drop--over');
      this.take(event.dataTransfer.files);
    });
    // Beside the zone a dropped file would open in place of the form.
    for (const kind of ['dragover', 'drop']) {
      document.addEventListener(kind, (event) => holds(event) && event.target.type !== 'file' && event.preventDefault());
    }
    this.left = new Map();
    leftBehind().forEach((file) => this.showLeft(file));
    addEventListener('beforeunload', (event) => (this.running || this.waiting.length) && event.preventDefault());
  }

  take(files) {
    // In the order of their names, as page-2 before page-10.
    const ordered = [...files].sort((one, two) => one.name.localeCompare(two.name, undefined, { numeric: true }));
    for (const file of ordered) {
      const upload = this.uploadOf(file);
      this.left.get(upload.memory)?.remove();
      const shown = line(upload, this.words, () => this.queue(upload, shown));
      this.list.append(shown);
      this.queue(upload, shown);
    }
  }

  uploadOf(file) {
    return new Upload(file, {
      endpoint: this.dataset.endpoint,
      token: () => csrfToken() ?? this.closest('form').querySelector('[name=csrfmiddlewaretoken]').value,
      taken: () => [...filesOfForm().keys()],
    });
  }

  // A browser reads a file again only when somebody chooses it again.
  async showLeft(file) {
    const upload = this.uploadOf(file);
    if (!await upload.isThere()) return upload.forget();
    upload.tell('left');
    const shown = line(upload, this.words, () => {});
    this.left.set(upload.memory, shown);
    this.list.append(shown);
  }

  queue(upload, shown) {
    upload.tell('waiting');
    this.waiting.push([upload, shown]);
    this.next();
  }

  async next() {
    while (this.running < AT_ONCE && this.waiting.length) {
      const [upload, shown] = this.waiting.shift();
      if (upload.state !== 'waiting') continue;
      this.running += 1;
      upload.start().then(() => upload.state === 'done' && this.arrived(upload, shown)).finally(() => {
        this.running -= 1;
        this.next();
      });
    }
  }

  arrived({ result, file }, shown) {
    const twin = [...filesOfForm()].find(([, one]) => one.sha256 === result.sha256);
    if (twin) return this.say(shown, this.words.twin.replace('%s', twin[0]));
    const row = addRow('files');
    fill(row, { sha256: result.sha256, name: this.free(result.name) });
    const kept = row.querySelector('.sb-kept');
    Object.assign(kept.dataset, { mediaType: result.media_type, thumbnail: result.thumbnail, width: result.width ?? '', height: result.height ?? '' });
    kept.querySelector('.sb-facts').replaceChildren(result.facts, document.createElement('br'), Object.assign(document.createElement('code'), { textContent: result.sha256 }));
    if (result.thumbnail) kept.prepend(Object.assign(new Image(), { src: result.thumbnail, alt: '', className: 'sb-thumbnail' }));
    if (result.shown) fill(addRow('canvases'), { file: row.querySelector('[name$="-name"]').value });
    document.dispatchEvent(new CustomEvent('sb-files:changed'));
    const elsewhere = result.also_in.map((one) => one.title).join(', ');
    if (elsewhere) this.say(shown, this.words.elsewhere.replace('%s', elsewhere));
    else this.say(shown, this.words.arrived.replace('%s', file.name), 4000);
  }

  // Two that came at the same moment may have been given one name.
  free(name) {
    const taken = filesOfForm();
    const [, stem, ending] = /^(.*?)(\.[^.]*)?$/.exec(name);
    for (let number = 1; ; number += 1) {
      const tried = number === 1 ? name : `${stem}-${number}${ending ?? ''}`;
      if (!taken.has(tried)) return tried;
    }
  }

  say(shown, text, gone = 0) {
    shown.replaceChildren(text);
    if (gone) setTimeout(() => shown.remove(), gone);
  }
}

customElements.define('sb-files', Files);
