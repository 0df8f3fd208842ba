// Text versions beside each other, passage by passage. The form keeps the plain text in its areas, so that without this
// script it is as it was; what is changed in the columns is sent beside it as JSON.

import { fit } from './passages/cell.js';
import { allKeys, at, insert, join, keyAfter, keyAtEnd, orderOf, passageOf, pasteBlocks, placeOf, remove, renumber, split, swap } from './passages/editing.js';
import { drawNotes } from './passages/notes.js';
import { pasted } from './passages/paste.js';
import { Player } from './passages/player.js';
import { drawRegion, pictures } from './passages/region.js';
import { row } from './passages/row.js';
import { citations, post, Unread } from './passages/server.js';
import { toolbar } from './passages/tools.js';
import { versionsOf } from './passages/versions.js';

class Passages extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    this.versions = [];
    this.rows = new Map();
    this.order = [];
    this.cited = new Map();
    this.details = false;
    const part = (name) => this.querySelector(`.sb-par__${name}`);
    Object.assign(this, { grid: part('grid'), columns: part('columns'), noteHolder: part('notes'), status: part('status'), empty: part('empty') });
    this.player = new Player(part('player'), this);
    this.tools = toolbar(this);
    this.form = this.closest('form');
    this.form.addEventListener('formdata', ({ formData }) => {
      for (const version of this.versions) if (version.dirty) formData.set(`texts-${version.index}-body__passages`, version.json);
    });
    this.grid.addEventListener('focusin', ({ target }) => target.matches('.sb-par__words') && this.enter(target));
    this.grid.addEventListener('keydown', (event) => this.onKey(event));
    this.grid.addEventListener('paste', (event) => this.onPaste(event));
    this.grid.addEventListener('click', ({ target }) => target.dataset.act && this.act(target.dataset.act, target.closest('.sb-par__row').dataset.key));
    this.querySelector('[data-bar=details]').addEventListener('change', ({ target }) => { this.details = target.checked; this.draw(); });
    this.querySelector('[data-bar=plain]').addEventListener('click', () => this.togglePlain());
    this.querySelector('[data-bar=first]').addEventListener('click', () => this.writeFirst());
    this.querySelector('[data-bar=file]').addEventListener('change', ({ target }) => this.readFile(target));
    const texts = document.getElementById('id_texts-FORMS');
    // At once, because a browser takes seconds to lay out an area of a thousand paragraphs.
    texts.classList.add('sb-par__hides-text');
    texts.addEventListener('w-formset:added', () => this.load());
    texts.addEventListener('w-formset:removed', () => this.load());
    texts.addEventListener('change', ({ target }) => /-(key|language|kind|translates)$/.test(target.name) && this.draw());
    texts.addEventListener('sb-mend', (event) => this.showTo(event));
    document.addEventListener('sb-files:changed', () => this.player.draw());
    // A text of a thousand passages is read when somebody comes to see it, not with every opening of the form.
    new IntersectionObserver((seen, observer) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      observer.disconnect();
      this.asked = citations(this.dataset.cited);
      this.load();
    }).observe(this);
  }

  get shown() { return this.versions.filter((version) => version.shown); }

  get hasPictures() { return pictures().length > 0; }

  async load() {
    this.versions = versionsOf(this.versions);
    this.versions.forEach((version) => version.settle());
    const [cited] = await Promise.all([this.asked, ...this.versions.map((version) => version.read(this.dataset.plain))]);
    this.cited = cited ?? this.cited;
    this.isRead = true;
    const wrong = this.versions.filter((version) => version.error);
    this.plain = wrong.length > 0;
    this.say(wrong.map((version) => `${version.name}: ${version.error}`).join(' '), wrong.length > 0);
    this.details ||= this.versions.some((version) => version.timed);
    this.querySelector('[data-bar=details]').checked = this.details;
    this.draw();
  }

  // Everything anew.
  draw() {
    document.getElementById('id_texts-FORMS').classList.toggle('sb-par__hides-text', !this.plain);
    this.querySelector('[data-bar=plain]').textContent = this.plain ? this.words.showColumns : this.words.showPlain;
    this.grid.hidden = Boolean(this.plain);
    this.versions.forEach((version) => version.settle());
    this.rows.clear();
    this.grid.replaceChildren();
    this.drawColumns();
    this.player.draw();
    if (!this.plain) this.refresh([]);
  }

  drawColumns() {
    this.columns.replaceChildren(...this.versions.map((version) => {
      const label = document.createElement('label');
      const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: version.shown });
      box.addEventListener('change', () => { version.shown = box.checked; this.draw(); });
      label.append(box, ` ${version.name}`);
      return label;
    }));
    const choice = this.querySelector('[data-bar=into]');
    const before = choice.value;
    choice.replaceChildren(...this.versions.map((version) => new Option(version.name, version.index, false, version.index === before)));
    this.grid.style.setProperty('--columns', this.shown.length || 1);
    this.querySelector('.sb-par__bar').hidden = !this.versions.length;
  }

  // What has changed anew, the rest only put in order.
  refresh(keys) {
    this.order = orderOf(this.versions);
    const there = new Set(this.order);
    for (const [key, made] of this.rows) if (!there.has(key)) { made.remove(); this.rows.delete(key); }
    for (const key of keys) { this.rows.get(key)?.remove(); this.rows.delete(key); }
    let next = this.grid.firstElementChild;
    for (const key of this.order) {
      let made = this.rows.get(key);
      if (!made) { made = row(key, this); this.rows.set(key, made); }
      if (made === next) next = made.nextElementSibling;
      else this.grid.insertBefore(made, next);
    }
    drawNotes(this.noteHolder, this);
    this.noteHolder.hidden ||= Boolean(this.plain);
    this.empty.hidden = Boolean(this.order.length) || !this.versions.length || this.plain;
  }

  touched(version) { version.dirty = true; }

  say(text, wrong = false) {
    this.status.textContent = text;
    this.status.classList.toggle('error-message', wrong);
  }

  // The gate leads to the text of a version, and to words in it: their passage or their footnote.
  showTo({ target, detail }) {
    if (!target.matches('[name$="-body"]') || this.plain) return;
    this.scrollIntoView();
    const version = this.versions.find((one) => one.text === target);
    detail.waits = !this.isRead;
    if (detail.waits || !version) return;
    const place = placeOf(version, detail.words);
    if (!place) return;
    version.shown = true;
    const row = place.note === undefined ? this.rows.get(place.key) : this.noteHolder.children[this.shown.indexOf(version)];
    const inner = place.note === undefined ? `[data-version="${version.index}"] .sb-par__words` : `[data-note="${CSS.escape(place.note)}"]`;
    detail.place = row?.querySelector(inner);
  }

  changed(versions, keys) {
    versions.forEach((version) => this.touched(version));
    this.refresh(keys);
    this.form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  focus(version, key, caret) {
    const area = this.rows.get(key)?.querySelector(`[data-version="${version.index}"] .sb-par__words`);
    area?.focus();
    if (caret != null) area?.setSelectionRange(caret, caret);
  }

  // Whether a key may go: where it is the last passage of that key and somebody cites it, one is asked.
  mayVanish(key, except) {
    const citing = this.cited.get(key);
    const stays = this.versions.some((version) => !except.includes(version) && passageOf(version, key));
    if (!citing || stays) return true;
    return confirm(this.words.vanishes.replace('%(key)s', key).replace('%(who)s', [...new Set(citing.map((one) => one.title))].join(', ')));
  }

  here() {
    const area = this.area;
    const holder = area?.closest('.sb-par__cell');
    const version = this.versions.find((one) => one.index === holder?.dataset.version);
    const key = area?.closest('.sb-par__row')?.dataset.key;
    return version && key ? { area, version, key, passage: passageOf(version, key) } : null;
  }

  enter(area) {
    this.area = area;
    area.after(this.tools);
    this.tools.forCell();
  }

  onKey(event) {
    const here = event.target.matches('.sb-par__words') && this.here();
    if (!here) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); this.use('split'); }
    if (event.altKey && ['ArrowUp', 'ArrowDown'].includes(event.key)) {
      event.preventDefault();
      const caret = here.area.selectionStart;
      this.act(event.key === 'ArrowUp' ? 'up' : 'down', here.key);
      this.focus(here.version, here.key, caret);
    }
  }

  use(tool) {
    const here = this.here();
    if (!here) return;
    const { area, version, key, passage } = here;
    if (tool === 'split') {
      const keys = split(version, key, area.selectionStart, this.versions, this.order);
      this.changed([version], keys);
      this.focus(version, keys[1], 0);
    } else if (tool === 'join') {
      const next = version.passages[at(version, key) + 1];
      if (!next || !this.mayVanish(next.key, [version])) return;
      const caret = passage.text.length;
      this.changed([version], join(version, key));
      this.focus(version, key, caret);
    } else if (tool === 'removeHere') {
      if (passage.text.trim() && !confirm(this.words.sure)) return;
      if (this.mayVanish(key, [version])) this.changed([version], remove(version, key));
    } else if (tool === 'footnote') this.footnote(here);
    else if (tool === 'startHere' || tool === 'endHere') {
      passage[tool === 'startHere' ? 'start' : 'end'] = this.player.now;
      this.details = true;
      this.changed([version], [key]);
      this.focus(version, key);
    } else if (tool === 'play') this.player.playFrom(passage.start);
    else if (tool === 'drawRegion') {
      drawRegion(this, passage.region, (region) => {
        if (region) passage.region = region; else delete passage.region;
        this.changed([version], [key]);
      });
    }
  }

  footnote({ area, version, key, passage }) {
    let number = 1;
    while (version.notes.some((note) => note.key === String(number))) number += 1;
    const caret = area.selectionEnd;
    passage.text = `${passage.text.slice(0, caret)}[^${number}]${passage.text.slice(caret)}`;
    version.notes.push({ key: String(number), text: '' });
    this.changed([version], [key]);
    const column = this.noteHolder.children[this.shown.indexOf(version)];
    column?.querySelector(`[data-note="${number}"]`)?.focus();
  }

  removeNote(version, key) {
    version.notes = version.notes.filter((note) => note.key !== key);
    const calling = version.passages.filter((passage) => passage.text.includes(`[^${key}]`));
    for (const passage of calling) passage.text = passage.text.replaceAll(`[^${key}]`, '');
    this.changed([version], calling.map((passage) => passage.key));
  }

  act(act, key) {
    const place = this.order.indexOf(key);
    if (act === 'up' || act === 'down') {
      const other = this.order[place + (act === 'up' ? -1 : 1)];
      if (!other) return;
      swap(this.versions, key, other);
      this.changed([], []);
      this.rows.get(key).querySelector(`[data-act=${act}]`).focus();
    } else if (act === 'insert') {
      const [version] = this.shown;
      const made = { key: keyAfter(key, allKeys(this.versions)), text: '' };
      insert(version, made, [...this.order.slice(0, place + 1), made.key]);
      this.changed([version], [made.key]);
      this.focus(version, made.key);
    } else if (act === 'remove') {
      const having = this.versions.filter((version) => passageOf(version, key));
      if (having.some((version) => passageOf(version, key).text.trim()) && !confirm(this.words.sureRow)) return;
      if (!this.mayVanish(key, having)) return;
      having.forEach((version) => remove(version, key));
      this.changed(having, [key]);
    }
  }

  setKind(key, kind) {
    const having = this.versions.filter((version) => passageOf(version, key));
    for (const version of having) {
      const passage = passageOf(version, key);
      if (kind === 'paragraph') delete passage.kind; else passage.kind = kind;
    }
    this.changed(having, []);
  }

  // An empty passage of a key that other versions have.
  begin(version, key) {
    insert(version, { key, text: '' }, this.order);
    this.changed([version], [key]);
    this.focus(version, key);
  }

  writeFirst() {
    const [version] = this.shown;
    if (!version) return;
    const made = { key: keyAtEnd(allKeys(this.versions)), text: '' };
    version.passages.push(made);
    this.changed([version], [made.key]);
    this.focus(version, made.key);
  }

  async onPaste(event) {
    const here = event.target.matches('.sb-par__words') && this.here();
    const came = here && pasted(event.clipboardData);
    if (!came) return;
    event.preventDefault();
    const { area, version, key } = here;
    const selection = [area.selectionStart, area.selectionEnd];
    let read;
    try {
      read = came.html ? await post(this.dataset.paste, { html: came.html }) : came;
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      read = { blocks: [{ text: came.text }] };
    }
    if (!read.blocks?.length) return;
    const { blocks, notes } = renumber(read.notes ?? [], read.blocks, new Set(version.notes.map((note) => note.key)));
    version.notes.push(...notes);
    const touched = pasteBlocks(version, key, selection, blocks, this.versions, this.order);
    this.changed([version], touched);
    this.focus(version, touched.at(-1));
    this.say((read.notices ?? []).join(' '));
  }

  async readFile(input) {
    const [file] = input.files;
    const version = this.versions.find((one) => one.index === this.querySelector('[data-bar=into]').value);
    input.value = '';
    if (!file || !version) return;
    let read;
    try { read = await post(this.dataset.file, { file }); } catch (error) {
      if (!(error instanceof Unread)) throw error;
      return this.say(`${file.name}: ${error.message || this.words.notRead}`, true);
    }
    const passages = read.passages ?? [];
    if (version.passages.length && !confirm(this.words.replaces.replace('%s', version.passages.length))) return;
    // Without times and keys of its own, the n-th paragraph is taken to stand beside the n-th that is there.
    const beside = orderOf(this.versions.filter((one) => one !== version));
    const own = passages.some((passage) => passage.start != null) || !beside.length || version.passages.length;
    const taken = new Set(beside);
    const named = own ? passages : passages.map((passage, index) => {
      const key = beside[index] ?? keyAtEnd(taken);
      taken.add(key);
      return { ...passage, key };
    });
    const lost = version.passages.map((one) => one.key).filter((key) => !named.some((one) => one.key === key));
    if (!lost.every((key) => this.mayVanish(key, [version]))) return;
    Object.assign(version, { passages: named, notes: read.notes ?? [] });
    this.details ||= version.timed;
    this.changed([version], []);
    this.draw();
    this.say([this.words.read.replace('%(some)s', named.length).replace('%(file)s', file.name), ...(read.notices ?? [])].join(' '));
  }

  async togglePlain() {
    const before = allKeys(this.versions);
    try {
      if (!this.plain) await Promise.all(this.versions.map((version) => version.write(this.dataset.plain)));
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      return this.say(error.message || this.words.notRead, true);
    }
    if (!this.plain) { this.plain = true; return this.draw(); }
    await this.load();
    const after = allKeys(this.versions);
    const gone = [...before].filter((key) => !after.has(key) && this.cited.has(key));
    if (gone.length) this.say(this.words.gone.replace('%s', gone.map((key) => `${key} (${this.cited.get(key).map((one) => one.title).join(', ')})`).join('; ')), true);
  }
}

customElements.define('sb-passages', Passages);
