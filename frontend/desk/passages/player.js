// The recording of a source beside its timed passages: it runs along, and gives its time to the passage one is in.

import { filesOfForm } from '../uploads/rows.js';

export class Player {
  constructor(holder, table) {
    this.holder = holder;
    this.table = table;
    this.media = null;
  }

  draw() {
    const recordings = [...filesOfForm()].filter(([, file]) => /^(audio|video)\//.test(file.mediaType));
    const [name, file] = recordings[0] ?? [];
    if (this.name === name) return;
    this.name = name;
    this.holder.hidden = !file;
    this.holder.replaceChildren();
    if (!file) return;
    this.media = Object.assign(document.createElement(file.mediaType.startsWith('audio') ? 'audio' : 'video'), {
      controls: true, preload: 'metadata', src: this.table.dataset.masters.replace('0'.repeat(64), file.sha256),
    });
    this.media.setAttribute('aria-label', name);
    this.media.addEventListener('timeupdate', () => this.follow());
    this.holder.append(this.media);
  }

  follow() {
    const now = this.media.currentTime;
    const version = this.table.shown.find((one) => one.timed);
    const current = version?.passages.find((one) => one.start != null && one.start <= now && now < (one.end ?? Infinity));
    const row = current && this.table.rows.get(current.key);
    const marked = this.table.querySelector('.sb-par__row--now');
    // A row that has been changed is drawn anew, without its mark.
    if (marked === (row ?? null)) return;
    marked?.classList.remove('sb-par__row--now');
    row?.classList.add('sb-par__row--now');
  }

  get now() { return this.media ? Math.round(this.media.currentTime * 1000) / 1000 : null; }

  playFrom(seconds) {
    if (!this.media || seconds == null) return;
    this.media.currentTime = seconds;
    this.media.play();
  }
}
