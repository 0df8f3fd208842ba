// Seconds as people write them: `1:03.250`, `1:02:03`.

export function written(seconds) {
  if (seconds == null) return '';
  const whole = Math.floor(seconds);
  const thousandths = Math.round((seconds - whole) * 1000);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, '0');
  const clock = hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return thousandths ? `${clock}.${String(thousandths).padStart(3, '0').replace(/0+$/, '')}` : clock;
}

// Null where nothing is written, NaN where it is no time.
export function read(text) {
  const trimmed = text.trim().replace(',', '.');
  if (!trimmed) return null;
  if (!/^(?:\d+:)?(?:\d+:)?\d+(?:\.\d+)?$/.test(trimmed)) return NaN;
  const seconds = trimmed.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Math.round(seconds * 1000) / 1000;
}
