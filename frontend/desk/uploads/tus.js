// A file sent in pieces by the tus protocol 1.0.0: it waits out lost connections and goes on where it stopped.

const PIECE = 8 * 1024 * 1024;
const PATIENCE = [1, 2, 4, 8, 15, 30, 30, 60, 60, 60];
const VERSION = { 'Tus-Resumable': '1.0.0' };

const MEMORY = 'sourcebook-upload:';

class Refused extends Error {}
class SignedOut extends Refused {}

function recall(memory) {
  try { return JSON.parse(localStorage.getItem(memory)); } catch { return null; }
}

// The names, sizes and days of the files that were on their way from this very form when its page was left.
export function leftBehind() {
  const begun = Object.keys(localStorage).filter((key) => key.startsWith(MEMORY)).map(recall);
  return begun.filter((one) => one?.form === location.pathname).map((one) => one.file);
}

export class Upload extends EventTarget {
  constructor(file, { endpoint, token, taken }) {
    super();
    Object.assign(this, { file, endpoint, token, taken, sent: 0, state: 'waiting', error: '', result: null });
    // The same file dropped again after a crash of the browser goes on where it was.
    this.memory = `${MEMORY}${endpoint}:${file.name}:${file.size}:${file.lastModified}`;
    this.address = recall(this.memory)?.address ?? '';
  }

  // Whether what was begun before the page was left still lies there, and how much of it.
  async isThere() {
    this.stopped = new AbortController();
    return this.lies().catch(() => false);
  }

  async start() {
    this.stopped = new AbortController();
    this.tell('sending');
    let tries = 0;
    while (!this.result) {
      const before = this.sent;
      try {
        await this.sendAll();
      } catch (error) {
        if (this.stopped.signal.aborted) return;
        if (error instanceof Refused) return this.fail(error);
        tries = this.sent > before ? 0 : tries + 1;
        if (tries > PATIENCE.length) return this.tell('paused');
        this.tell('broken off');
        await this.pause(PATIENCE[Math.max(0, tries - 1)]);
        if (this.stopped.signal.aborted) return;
        this.tell('sending');
      }
    }
    this.forget();
    this.tell('done');
  }

  stop() {
    this.stopped?.abort();
    this.tell('paused');
  }

  forget() {
    localStorage.removeItem(this.memory);
  }

  async cancel() {
    this.stopped?.abort();
    this.forget();
    this.tell('cancelled');
    if (this.address) await this.ask('DELETE', this.address).catch(() => {});
  }

  async sendAll() {
    await this.begin();
    while (this.sent < this.file.size) {
      const offset = this.sent;
      const piece = this.file.slice(offset, offset + PIECE);
      this.sent = Number(await this.send(piece, offset));
      this.tell('sending');
    }
    this.tell('reading');
    const body = new FormData();
    this.taken().forEach((name) => body.append('taken', name));
    const answer = await this.ask('POST', `${this.address}/file`, { body });
    this.result = await answer.json();
  }

  // Where it stands there; a new one where there is none.
  async begin() {
    if (this.address && await this.lies()) return;
    const { name, size, lastModified } = this.file;
    const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(name)));
    const headers = { 'Upload-Length': String(size), 'Upload-Metadata': `filename ${encoded}` };
    const made = await this.ask('POST', this.endpoint, { headers });
    this.address = new URL(made.headers.get('Location'), location.href).pathname;
    this.sent = 0;
    localStorage.setItem(this.memory, JSON.stringify({ address: this.address, form: location.pathname, file: { name, size, lastModified } }));
  }

  async lies() {
    const asked = await this.ask('HEAD', this.address, { mayFail: [404] });
    if (!asked.ok || Number(asked.headers.get('Upload-Length')) !== this.file.size) return false;
    this.sent = Number(asked.headers.get('Upload-Offset'));
    return true;
  }

  async ask(method, address, { headers = {}, body, mayFail = [] } = {}) {
    const answer = await fetch(address, {
      method,
      body,
      headers: { ...VERSION, 'X-CSRFToken': this.token(), 'X-Requested-With': 'XMLHttpRequest', ...headers },
      signal: method === 'DELETE' ? undefined : this.stopped.signal,
    });
    await this.check(answer.status, answer.redirected, mayFail, () => answer.text());
    return answer;
  }

  // XMLHttpRequest, because fetch does not say how much of a piece has gone.
  async send(piece, offset) {
    const headers = {
      ...VERSION,
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
      'X-CSRFToken': this.token(),
      'X-Requested-With': 'XMLHttpRequest',
    };
    if (globalThis.crypto?.subtle) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await piece.arrayBuffer()));
      headers['Upload-Checksum'] = `sha256 ${btoa(String.fromCharCode(...digest))}`;
    }
    const request = new XMLHttpRequest();
    await new Promise((resolve, reject) => {
      request.open('PATCH', this.address);
      Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.upload.onprogress = ({ loaded }) => { this.sent = offset + loaded; this.tell('sending'); };
      request.onload = resolve;
      request.onerror = request.ontimeout = request.onabort = () => reject(new Error('connection'));
      this.stopped.signal.addEventListener('abort', () => request.abort(), { once: true });
      request.send(piece);
    }).catch((error) => { this.sent = offset; throw error; });
    // Another place, a damaged piece, a piece still being written: ask how it stands, and go on from there.
    if ([409, 423, 460].includes(request.status)) { this.sent = offset; throw new Error('again'); }
    await this.check(request.status, !request.getResponseHeader('Tus-Resumable'), [], async () => request.responseText);
    return request.getResponseHeader('Upload-Offset');
  }

  async check(status, elsewhere, mayFail, text) {
    if (status === 403 || (elsewhere && status < 500)) throw new SignedOut();
    if (status < 400 || mayFail.includes(status)) return;
    if (status >= 500 && status !== 507) throw new Error('server');
    if (status === 423) throw new Error('busy');
    const said = await text();
    let sentence = said;
    try { sentence = JSON.parse(said).error ?? said; } catch { /* A plain sentence. */ }
    throw new Refused(sentence.length < 500 && !sentence.includes('<') ? sentence : '');
  }

  fail(error) {
    // What was refused is begun anew when it is tried again; who was signed out goes on.
    if (!(error instanceof SignedOut)) {
      this.forget();
      this.address = '';
    }
    this.error = error.message;
    this.tell(error instanceof SignedOut ? 'signed out' : 'refused');
  }

  pause(seconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      const now = () => { clearTimeout(timer); resolve(); };
      addEventListener('online', now, { once: true });
      this.stopped.signal.addEventListener('abort', now, { once: true });
    });
  }

  tell(state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
