/** Times as a console prints them. */

const two = (n: number) => String(n).padStart(2, "0");

/** A wait: `1:42`, `1:02:03`. */
export function wait(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const h = Math.floor(s / 3600);
  const m = Math.floor(s / 60) % 60;
  return h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`;
}

/** A time of day: `14:48`. */
export function time(at: number): string {
  const d = new Date(at);
  return `${two(d.getHours())}:${two(d.getMinutes())}`;
}

/** A date and time as order panels print it: `2026-11-06 14:48:05`. */
export function stamp(at: number): string {
  const d = new Date(at);
  const day = `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
  return `${day} ${time(at)}:${two(d.getSeconds())}`;
}

/** The day a message belongs to: the given word for today, else `11-05`. */
export function day(at: number, now: number, today: string): string {
  const d = new Date(at);
  if (d.toDateString() === new Date(now).toDateString()) return today;
  return `${two(d.getMonth() + 1)}-${two(d.getDate())}`;
}

/** The time left, in the shape of `{h}小时{m}分{s}秒`. */
export function left(ms: number, shape: string): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  return shape
    .replace("{h}", two(Math.floor(s / 3600)))
    .replace("{m}", two(Math.floor(s / 60) % 60))
    .replace("{s}", two(s % 60));
}
