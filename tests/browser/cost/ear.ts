/**
 * Listens in the page side's own world, before it: when the panel was put into
 * the page and said that it is ready, when a verdict on a key came, and when
 * its underlines were on screen. It changes nothing of what is said.
 *
 * The page, where the driver can ask, hears the answer as text by an event.
 */

/** What a key led to, in milliseconds since the key. */
export interface Heard {
  verdict: number;
  /** Only where other words are underlined than before it: asking for a frame would be work of its own. */
  painted: number | null;
}

/** Moments on the page's clock. */
export interface Started {
  inserted: number;
  ready: number;
}

interface Mark {
  start: number;
  end: number;
}

const started: Started = { inserted: 0, ready: 0 };
let heard: Heard[] = [];
let pressed: number | null = null;
let marked = "[]";

addEventListener("keydown", ({ isTrusted, timeStamp }) => {
  if (isTrusted) pressed = timeStamp;
}, { capture: true });

const source = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "src");
Object.defineProperty(HTMLIFrameElement.prototype, "src", {
  ...source,
  set(this: HTMLIFrameElement, address: string) {
    started.inserted = performance.now();
    source?.set?.call(this, address);
  },
});

const listening = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
Object.defineProperty(MessagePort.prototype, "onmessage", {
  ...listening,
  set(this: MessagePort, hear: ((event: MessageEvent) => void) | null) {
    listening?.set?.call(this, hear && ((event: MessageEvent) => {
      const at = performance.now();
      hear.call(this, event);
      const message = event.data as { type?: string; marks?: Mark[] };
      if (message.type === "ready") started.ready = at;
      if (message.type === "verdict") judged(at, message.marks ?? []);
    }));
  },
});

function judged(at: number, marks: readonly Mark[]): void {
  const now = JSON.stringify(marks.map(({ start, end }) => [start, end]));
  const changed = now !== marked;
  marked = now;
  if (pressed === null) return;
  const key = pressed;
  pressed = null;
  const verdict = at - key;
  if (changed) afterPaint((painted) => heard.push({ verdict, painted: painted - key }));
  else heard.push({ verdict, painted: null });
}

/** Calls with the moment at which what stands there now has been painted: a task behind its frame. */
function afterPaint(told: (at: number) => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => told(performance.now()), { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

addEventListener("deti-cost-ask", () => {
  dispatchEvent(new CustomEvent("deti-cost-answer", { detail: JSON.stringify({ heard, started }) }));
  heard = [];
});
