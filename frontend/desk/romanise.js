// Adds to a form the names that stand there in other letters, in Latin ones: a row for each, to be read over.

import { addRow, field, fill, panelRows } from './uploads/rows.js';

const PANEL = 'names';
// A name in other letters was in use as long as the name itself.
const DATE = ['as_written', 'calendar', 'edtf', 'reason'].map((part) => `during__${part}`);

class Romanise extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    this.button = this.querySelector('button');
    this.said = this.querySelector('[role=status]');
    this.button.addEventListener('click', () => this.add());
  }

  async add() {
    this.button.disabled = true;
    this.said.textContent = '';
    try {
      const made = await Promise.all(panelRows(PANEL).map((row) => this.ask(row)));
      const there = new Set(panelRows(PANEL).map((row) => field(row, 'text').value.trim()));
      const added = made.flat().filter(({ text }) => !there.has(text) && there.add(text));
      for (const name of added) fill(addRow(PANEL), name);
      this.said.textContent = added.length ? this.words.added.replace('%s', added.length) : this.words.nothing;
    } catch {
      this.said.textContent = this.words.failed;
    }
    this.button.disabled = false;
  }

  async ask(row) {
    const value = (name) => field(row, name).value.trim();
    const query = new URLSearchParams({ name: value('text'), language: value('language'), sort_as: value('sort_as') });
    const answer = await fetch(`${this.dataset.endpoint}?${query}`);
    if (!answer.ok) throw new Error(answer.statusText);
    const date = Object.fromEntries(DATE.map((name) => [name, value(name)]));
    return (await answer.json()).names.map((name) => ({ ...name, ...date }));
  }
}

customElements.define('sb-romanise', Romanise);
