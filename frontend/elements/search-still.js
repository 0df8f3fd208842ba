// Search in a copy of the archive that no server stands behind: Pagefind's bundles, one for each language, are asked
// by the letters the question is written in; what they answer is one list.
const AT_ONCE = 10;
const OF_NAMES = '_names';
const SCRIPTS = [
  ['Cyrl', /\p{Script=Cyrillic}/u], ['Grek', /\p{Script=Greek}/u], ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u], ['Hebr', /\p{Script=Hebrew}/u], ['Arab', /\p{Script=Arabic}/u],
  ['Latn', /\p{Script=Latin}/u],
];

class SearchStill extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.input = this.querySelector('input[type="search"]');
    this.list = this.querySelector('[data-hits]');
    this.tally = this.querySelector('[data-tally]');
    this.further = this.querySelector('[data-further]');
    this.narrowing = this.querySelector('[data-narrowing]');
    this.labels = JSON.parse(this.dataset.labels);
    this.bundles = JSON.parse(this.dataset.bundles);
    this.stopWords = new Set(this.dataset.stopWords.split(' '));
    this.engines = new Map();
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.ask();
    });
    this.form.addEventListener('input', () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.ask(), 200);
    });
    this.further.addEventListener('click', () => this.show(AT_ONCE));
    const fields = new URLSearchParams(location.search);
    this.input.value = fields.get('q') ?? '';
    this.wanted = [...fields].filter(([name]) => name !== 'q');
    if (this.input.value) this.ask();
    else this.input.focus();
  }

  bundlesFor(question) {
    const scripts = SCRIPTS.filter(([, letters]) => letters.test(question)).map(([script]) => script);
    const fitting = this.bundles.filter(({ script }) => scripts.includes(script));
    const own = this.bundles.filter(({ language }) => language === this.dataset.language);
    const chosen = fitting.length ? fitting : own.length ? own : this.bundles.slice(0, 1);
    return [...chosen].sort((one, other) => (other.language === this.dataset.language) - (one.language === this.dataset.language));
  }

  // What every text has tells nothing, and the parts of the index that hold it are the largest.
  telling(question) {
    if (question.includes('"')) return question;
    const words = question.split(/\s+/);
    const telling = words.filter((word) => !this.stopWords.has(word.toLowerCase()));
    return (telling.length ? telling : words).join(' ');
  }

  // Each bundle has a module of its own, because the module keeps the grammar that it has loaded.
  async engine(language) {
    if (!this.engines.has(language)) {
      const address = new URL(`${this.dataset.folder}${language}/pagefind.js`, location.href).href;
      this.engines.set(language, import(/* @vite-ignore */ address).then(async (pagefind) => {
        // A worker of its own takes longer to begin than a search takes.
        await pagefind.options({ baseUrl: '/', excerptLength: 34, noWorker: true });
        await pagefind.init();
        return pagefind;
      }));
    }
    return this.engines.get(language);
  }

  chosen() {
    const chosen = {};
    for (const box of this.narrowing.querySelectorAll('input:checked')) (chosen[box.name] ??= { any: [] }).any.push(box.value);
    for (const [name, value] of this.wanted) (chosen[name] ??= { any: [] }).any.push(value);
    this.wanted = [];
    return chosen;
  }

  async ask() {
    const question = this.input.value.trim();
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const filters = this.chosen();
    const fields = new URLSearchParams(question ? { q: question } : {});
    for (const [name, { any }] of Object.entries(filters)) for (const value of any) fields.append(name, value);
    history.replaceState(null, '', `${this.form.getAttribute('action')}${fields.size ? `?${fields}` : ''}`);
    if (!question) return this.clear();
    const words = this.telling(question);
    const asked = await Promise.all(this.bundlesFor(question).map(({ language }) => this.engine(language)));
    const answers = await Promise.all(asked.map((pagefind) => pagefind.search(words, { filters })));
    if (turn !== this.turn) return;
    this.found = answers.flatMap(({ results }) => results).sort((one, other) => other.score - one.score);
    this.next = 0;
    this.shown = new Set();
    this.list.replaceChildren();
    this.tally.textContent = this.found.length ? this.dataset.found.replace('{n}', String(this.found.length)) : this.dataset.nothing;
    await this.show(AT_ONCE);
    // What can be narrowed is fetched when the first results stand there.
    const counts = {};
    for (const pagefind of asked) {
      await pagefind.filters();
      this.count(counts, (await pagefind.search(words, { filters })).filters);
    }
    if (turn === this.turn) this.narrow(counts, filters);
  }

  count(counts, filters) {
    for (const [name, values] of Object.entries(filters)) {
      for (const [value, number] of Object.entries(values)) {
        counts[name] ??= {};
        counts[name][value] = Math.max(counts[name][value] ?? 0, number);
      }
    }
  }

  // Only what is shown is fetched, and each is shown when it comes. The same record may stand in several bundles.
  async show(number) {
    const turn = this.turn;
    const coming = this.found.slice(this.next, this.next + number).map((result) => result.data());
    this.next += number;
    for (const one of coming) {
      const page = await one;
      if (turn !== this.turn) return;
      if (this.shown.has(page.url)) continue;
      this.shown.add(page.url);
      this.list.append(this.hit(page));
    }
    this.further.hidden = this.next >= this.found.length;
  }

  hit(page) {
    const item = document.createElement('li');
    item.className = 'hit';
    const about = document.createElement('p');
    about.className = 'about';
    about.textContent = [this.labels[page.meta.kind] ?? page.meta.kind, page.meta.date].filter(Boolean).join(' · ');
    const heading = document.createElement('h2');
    const link = document.createElement('a');
    link.href = this.local(page.url);
    link.textContent = page.meta.title;
    heading.append(link);
    // What stands before the first of its parts are its names and titles, which say nothing in a row.
    const places = page.sub_results.filter((place) => place.anchor && place.anchor.id !== OF_NAMES).slice(0, 3);
    const box = document.createElement('div');
    box.append(about, heading, ...places.map((place) => this.snippet(page, place)));
    if (!places.length && page.meta.summary) {
      const summary = document.createElement('p');
      summary.textContent = page.meta.summary;
      box.append(summary);
    }
    const names = page.sub_results.find((place) => place.anchor?.id === OF_NAMES);
    if (names && !places.length) box.append(this.through(names));
    item.append(box);
    return item;
  }

  // Of all spellings of a name, the one that was found.
  through(names) {
    const found = document.createElement('div');
    found.innerHTML = names.excerpt;
    const why = document.createElement('p');
    why.className = 'reasons';
    const mark = found.querySelector('mark')?.textContent ?? '';
    why.textContent = mark ? this.dataset.through.replace('{found}', mark) : '';
    return why;
  }

  snippet(page, place) {
    const box = document.createElement('div');
    box.className = 'snippet';
    const at = document.createElement('a');
    at.className = 'at';
    at.href = this.local(place.anchor.id.startsWith('_') ? page.url : place.url);
    at.textContent = place.title.replace(/^@/, '');
    const words = document.createElement('p');
    words.dir = 'auto';
    // Pagefind escapes the text and adds nothing but `mark`.
    words.innerHTML = place.excerpt.replace(/@\S+\s/g, ' ');
    box.append(at, words);
    return box;
  }

  local(address) {
    const prefix = this.form.getAttribute('action').replace(/search\/$/, '');
    return prefix === '/' ? address : prefix.replace(/\/$/, '') + address;
  }

  narrow(counts, filters) {
    for (const fieldset of this.narrowing.querySelectorAll('fieldset')) {
      const name = fieldset.dataset.filter;
      const values = Object.entries(counts[name] ?? {}).filter(([value, number]) => number || filters[name]?.any.includes(value));
      values.sort(([one, first], [other, second]) => second - first || one.localeCompare(other));
      fieldset.hidden = values.length < 2 && !filters[name];
      fieldset.querySelector('ul').replaceChildren(...values.slice(0, 12).map(([value, number]) => {
        const item = document.createElement('li');
        const label = document.createElement('label');
        const box = Object.assign(document.createElement('input'), { type: 'checkbox', name, value, checked: Boolean(filters[name]?.any.includes(value)) });
        const words = document.createElement('span');
        words.textContent = this.labels[value] ?? value;
        const size = document.createElement('small');
        size.textContent = String(number);
        label.append(box, words, size);
        item.append(label);
        return item;
      }));
    }
    this.narrowing.hidden = false;
  }

  clear() {
    this.list.replaceChildren();
    this.tally.textContent = '';
    this.further.hidden = true;
    this.narrowing.hidden = true;
  }
}

customElements.define('sb-search-still', SearchStill);
