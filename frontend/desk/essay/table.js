// <sb-table>: a grid of inputs; what stands in them is kept as JSON in the hidden input.
import { button, h } from './dom.js';

class Table extends HTMLElement {
  connectedCallback() {
    if (this.grid) return;
    this.words = JSON.parse(this.dataset.say || '{}');
    this.input = this.querySelector('input');
    this.grid = h('div', { class: 'sb-table__frame' });
    this.append(this.grid, h('div', { class: 'sb-pick__row' },
      button(this.words.row, () => this.change((rows) => rows.push(rows[0].map(() => '')))),
      button(this.words.column, () => this.change((rows) => rows.forEach((row) => row.push('')))),
      button(this.words.less_row, () => this.change((rows) => rows.length > 1 && rows.pop())),
      button(this.words.less_column, () => this.change((rows) => rows[0].length > 1 && rows.forEach((row) => row.pop())))));
    queueMicrotask(() => this.show());
  }

  get value() {
    const read = JSON.parse(this.input.value || 'null') ?? {};
    const rows = read.rows?.length ? read.rows : [['', ''], ['', '']];
    return { rows, aligned: rows[0].map((_, at) => read.aligned?.[at] ?? '') };
  }

  keep(value) {
    this.input.value = JSON.stringify(value);
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  change(how) {
    const { rows, aligned } = this.value;
    how(rows);
    this.keep({ rows, aligned });
    this.show();
  }

  show() {
    const { rows, aligned } = this.value;
    const named = (key, gaps) => Object.entries(gaps).reduce((words, [gap, value]) => words.replace(`%(${gap})s`, value), this.words[key]);
    const cell = (words, row, column) => h('input', { type: 'text', dir: 'auto', value: words,
      'aria-label': row ? named('cell', { row, column: column + 1 }) : named('head', { column: column + 1 }),
      onchange: (event) => {
        const now = this.value;
        now.rows[row][column] = event.target.value;
        this.keep(now);
      } });
    const align = (column) => h('select', { 'aria-label': named('align', { column: column + 1 }), onchange: (event) => {
      const now = this.value;
      now.aligned[column] = event.target.value;
      this.keep(now);
    } }, ['', 'left', 'center', 'right'].map((one) => h('option', { value: one, selected: aligned[column] === one }, this.words[one || 'plain'])));
    this.grid.replaceChildren(h('table', { class: 'sb-table' },
      h('thead', {}, h('tr', {}, rows[0].map((words, column) => h('th', { scope: 'col' }, cell(words, 0, column), align(column))))),
      h('tbody', {}, rows.slice(1).map((row, at) => h('tr', {}, row.map((words, column) => h('td', {}, cell(words, at + 1, column))))))));
  }
}

customElements.define('sb-table', Table);
