// A Word document becomes the blocks of the essay: read by the server, shown here, and saved only with the form.
import { post, Unread } from '../passages/server.js';
import { written } from './page.js';

class WordDocument extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    // The browser may still be reading what stands inside.
    this.addEventListener('change', (event) => {
      event.stopPropagation();
      const [file] = event.target.files;
      // Read at once, it must not travel with the form as well.
      event.target.value = '';
      if (file) this.read(file);
    });
  }

  get blocks() { return document.getElementById(`${this.dataset.name}-root`).rootBlock; }

  get isEmpty() {
    const [first, ...more] = this.blocks.getState();
    return !more.length && (!first || (first.type === 'prose' && !written(this.closest('.sb-essay')).some((text) => /"text":"[^"]/.test(text))));
  }

  async read(file) {
    this.say(this.words.reading);
    let told;
    try { told = await post(this.dataset.address, { file }); } catch (error) {
      if (!(error instanceof Unread)) throw error;
      return this.say(`${file.name}: ${error.message || this.words.notRead}`, true);
    }
    if (!this.isEmpty && !confirm(this.words.replaces)) return this.say('');
    this.blocks.setState(told.blocks);
    const title = document.getElementsByName(this.dataset.name.replace(/-body$/, '-title'))[0];
    if (title && !title.value) title.value = told.title;
    this.closest('form').dispatchEvent(new Event('input', { bubbles: true }));
    this.closest('form').dispatchEvent(new Event('change', { bubbles: true }));
    this.say([this.words.read.replace('%(file)s', file.name), ...told.notices].join(' '));
  }

  say(text, wrong = false) {
    const status = this.querySelector('[role=status]');
    status.textContent = text;
    status.classList.toggle('error-message', wrong);
  }
}

customElements.define('sb-word-document', WordDocument);
