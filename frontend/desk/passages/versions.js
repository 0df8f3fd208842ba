// The text versions of the form: their rows of fields, and their passages once the server has read the plain text.

import { post, Unread } from './server.js';
import { field, panelRows, prefixOf } from '../uploads/rows.js';

export class Version {
  constructor(row) {
    this.row = row;
    this.index = prefixOf(row).split('-').pop();
    this.passages = [];
    this.notes = [];
    this.dirty = false;
    this.shown = true;
    this.error = '';
  }

  value(name) { return field(this.row, name)?.value ?? ''; }

  get text() { return field(this.row, 'body'); }

  get key() { return this.value('key'); }

  // What every cell says of its version is looked up once for all of them.
  settle() {
    this.language = this.value('language');
    this.name = [this.key || '—', field(this.row, 'kind')?.selectedOptions[0]?.text].filter(Boolean).join(' · ');
  }

  get timed() { return this.passages.some((passage) => passage.start != null); }

  async read(address) {
    this.error = '';
    if (this.dirty) return;
    try {
      const told = this.text.value.trim() ? await post(address, { text: this.text.value }) : {};
      this.passages = told.passages ?? [];
      this.notes = told.notes ?? [];
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      this.error = error.message || '?';
    }
  }

  get json() { return JSON.stringify({ passages: this.passages, notes: this.notes }); }

  async write(address) {
    if (!this.dirty) return;
    this.text.value = (await post(address, { passages: this.json })).text;
    this.text.dispatchEvent(new Event('input', { bubbles: true }));
    this.dirty = false;
  }
}

// Those in the form, in its order; known ones stay the same objects. The original stands before its translations.
export function versionsOf(known) {
  const versions = panelRows('texts').map((row) => known.find((one) => one.row === row) ?? new Version(row));
  const isTranslation = (version) => Boolean(version.value('translates'));
  return [...versions.filter((one) => !isTranslation(one)), ...versions.filter(isTranslation)];
}
