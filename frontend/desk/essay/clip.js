// A stretch of a recording: set where the player stands, or in seconds.
import { button, field, h } from './dom.js';
import { foot, use } from './dialog.js';
import { say } from './page.js';

export function clipPicker(source, onpick, given = null) {
  const recording = source.recordings[0];
  const player = h(recording.type.startsWith('video') ? 'video' : 'audio', { controls: true, preload: 'metadata', src: recording.address, class: 'sb-clip__player' });
  const number = (value) => h('input', { type: 'number', min: '0', max: String(recording.duration), step: '0.1', value, oninput: check });
  const start = number(String(given?.start ?? 0));
  const end = number(given?.end === undefined || given?.end === null ? '' : String(given.end));
  const status = h('p', { class: 'sb-pick__status', role: 'status' });
  const go = use(say('use_clip'), () => onpick(`t=${start.valueAsNumber}${end.value ? `,${end.valueAsNumber}` : ''}`));

  function check() {
    const from = start.valueAsNumber;
    const to = end.value ? end.valueAsNumber : recording.duration;
    const right = from >= 0 && to > from && to <= recording.duration + 0.5;
    status.textContent = right ? say('clip_length', { n: (to - from).toFixed(1) }) : say('clip_wrong', { n: recording.duration.toFixed(1) });
    go.disabled = !right;
  }

  const here = (input) => () => {
    input.value = player.currentTime.toFixed(1);
    check();
  };
  player.addEventListener('timeupdate', () => {
    if (player.dataset.until && player.currentTime >= Number(player.dataset.until)) {
      delete player.dataset.until;
      player.pause();
    }
  });
  check();
  return h('div', { class: 'sb-pick' }, player,
    h('div', { class: 'sb-pick__row' },
      field(say('clip_start'), start), button(say('start_here'), here(start)),
      field(say('clip_end'), end), button(say('end_here'), here(end)),
      button(say('play_clip'), () => {
        player.currentTime = start.valueAsNumber || 0;
        if (end.value) player.dataset.until = end.value;
        player.play();
      })),
    status, foot(go));
}

export function timeOf(fragment) {
  const read = /^t=([\d.]+)?(?:,([\d.]+))?$/.exec(fragment ?? '');
  return read && { start: Number(read[1] ?? 0), end: read[2] && Number(read[2]) };
}
