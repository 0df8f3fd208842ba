// Results as one types, and words to go on with. Without this script the form is sent and the page comes whole.
const PAUSE = 180;

class Search extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.input = this.querySelector('input[type="search"]');
    this.results = this.querySelector('[data-results]');
    if (!this.form || !this.input || !this.results) return;
    this.asked = this.address();
    this.form.addEventListener('input', (event) => this.later(event.target === this.input ? PAUSE : 0));
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.close();
      this.ask();
    });
    addEventListener('popstate', () => location.reload());
    this.offer();
    if (!this.input.value) this.input.focus();
  }

  later(pause) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.ask(), pause);
  }

  address(part = false) {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      const idle = name === 'sort' && value === 'relevance';
      if (value && !idle) fields.append(name, value);
    }
    if (part) fields.append('part', 'results');
    return `${this.form.getAttribute('action')}?${fields}`;
  }

  async ask() {
    const address = this.address();
    if (address === this.asked) return;
    this.asked = address;
    this.going?.abort();
    this.going = new AbortController();
    this.results.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(this.address(true), { signal: this.going.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const html = await answer.text();
      const focused = this.results.contains(document.activeElement) ? document.activeElement : null;
      const { name, value } = focused ?? {};
      this.results.innerHTML = html;
      if (name) this.results.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"], select[name="${CSS.escape(name)}"]`)?.focus();
      history.replaceState(null, '', address);
      this.results.removeAttribute('aria-busy');
    } catch (error) {
      if (error.name === 'AbortError') return;
      // The server's own page says what is wrong.
      location.assign(address);
    }
  }

  // The list of suggestions, as the ARIA combobox pattern has it.
  offer() {
    this.list = document.createElement('div');
    this.list.id = '_suggestions';
    this.list.className = 'suggestions';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.input.labels?.[0]?.textContent ?? '');
    this.list.hidden = true;
    this.input.after(this.list);
    this.input.setAttribute('role', 'combobox');
    this.input.setAttribute('aria-autocomplete', 'list');
    this.input.setAttribute('aria-controls', this.list.id);
    this.input.setAttribute('aria-expanded', 'false');
    this.input.addEventListener('input', () => this.suggest());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => setTimeout(() => this.close(), 150));
    this.list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.take(event.target.closest('[role="option"]'));
    });
  }

  async suggest() {
    const asked = this.input.value;
    if (asked.trim().length < 2) return this.close();
    try {
      const answer = await fetch(`${this.dataset.suggest}?${new URLSearchParams({ q: asked, labels: this.dataset.language })}`);
      const { suggestions } = await answer.json();
      if (asked !== this.input.value || document.activeElement !== this.input) return;
      this.list.replaceChildren(...suggestions.map((one, number) => this.option(one, number)));
      this.list.hidden = suggestions.length === 0;
      this.input.setAttribute('aria-expanded', String(suggestions.length > 0));
      this.input.removeAttribute('aria-activedescendant');
    } catch {
      this.close();
    }
  }

  option({ text, label, address }, number) {
    const option = document.createElement('div');
    option.id = `_suggestion-${number}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.dataset.text = text;
    if (address) option.dataset.address = address;
    const words = document.createElement('span');
    words.textContent = text;
    words.dir = 'auto';
    const gist = document.createElement('small');
    gist.textContent = label;
    option.append(words, gist);
    return option;
  }

  key(event) {
    const options = [...this.list.children];
    const now = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length && !this.list.hidden) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = (now + step + options.length + (now < 0 && step < 0 ? 1 : 0)) % options.length;
      options.forEach((option, number) => option.setAttribute('aria-selected', String(number === next)));
      this.input.setAttribute('aria-activedescendant', options[next].id);
    } else if (event.key === 'Enter' && now >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.take(options[now]);
    }
  }

  take(option) {
    if (!option) return;
    if (option.dataset.address) {
      location.assign(option.dataset.address);
      return;
    }
    this.input.value = option.dataset.text;
    this.close();
    this.ask();
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}

customElements.define('sb-search', Search);
