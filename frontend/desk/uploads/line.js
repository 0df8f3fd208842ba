// One file on its way, as a line below the drop zone: its name, how far it is, and what can be done about it.

const size = (bytes) => {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(3, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  return `${(bytes / 1024 ** step).toLocaleString(document.documentElement.lang, { maximumFractionDigits: step > 1 ? 1 : 0 })} ${units[step]}`;
};

const button = (text, act) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  made.className = 'button button-small button-secondary';
  made.addEventListener('click', act);
  return made;
};

export function line(upload, words, resume) {
  const item = document.createElement('li');
  item.className = 'sb-arriving__file';
  const name = Object.assign(document.createElement('span'), { className: 'sb-arriving__name', textContent: upload.file.name });
  const bar = document.createElement('progress');
  bar.max = Math.max(upload.file.size, 1);
  bar.setAttribute('aria-label', upload.file.name);
  const state = Object.assign(document.createElement('span'), { className: 'sb-arriving__state' });
  const acts = Object.assign(document.createElement('span'), { className: 'sb-arriving__acts' });
  const pause = button(words.pause, () => upload.stop());
  const go = button(words.resume, resume);
  const cancel = button(words.cancel, () => { upload.cancel(); item.remove(); });
  acts.append(pause, go, cancel);
  item.append(name, bar, state, acts);

  // Read aloud only when it changes in kind, not with every byte.
  let shown = '';
  const draw = () => {
    const moving = ['sending', 'reading', 'broken off', 'waiting'].includes(upload.state);
    bar.value = upload.sent;
    bar.hidden = ['refused', 'done'].includes(upload.state);
    pause.hidden = !moving || upload.state === 'reading';
    go.hidden = !['paused', 'refused', 'signed out'].includes(upload.state);
    item.dataset.state = upload.state;
    if (upload.state === 'sending') {
      state.textContent = `${size(upload.sent)} / ${size(upload.file.size)}`;
    } else if (upload.state !== shown) {
      const told = upload.state === 'refused' ? upload.error || words['refused'] : words[upload.state] ?? '';
      const said = told.replace('%(some)s', size(upload.sent)).replace('%(all)s', size(upload.file.size));
      state.textContent = said;
      state.role = upload.state === 'refused' || upload.state === 'signed out' ? 'alert' : null;
    }
    shown = upload.state;
  };
  upload.addEventListener('change', draw);
  draw();
  return item;
}
