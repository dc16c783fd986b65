/**
 * Counts what runs in the page side's own world, before it: how often the
 * browser calls it and by what, and how often it looks at the page outside of
 * a frame or an idle moment, which is where all looking belongs.
 */

export interface Counts {
  observers: number;
  frames: number;
  idle: number;
  timers: number;
  /** Of these only what a page can bring about by itself. */
  events: Record<string, number>;
  /** Looks at the page right where it changed. */
  looks: number;
  /** The longest piece of work in which the page stood still, in milliseconds. */
  longest: number;
}

const none = (): Counts => ({ observers: 0, frames: 0, idle: 0, timers: 0, events: {}, looks: 0, longest: 0 });
let counts = none();
/** Whether what runs now may look. */
let may = true;

function calling<A extends unknown[]>(count: () => void, mayLook: boolean, act: (...rest: A) => unknown) {
  return function (this: unknown, ...rest: A): unknown {
    count();
    const before = may;
    may = mayLook;
    const from = performance.now();
    try {
      return act.apply(this, rest);
    } finally {
      may = before;
      counts.longest = Math.max(counts.longest, performance.now() - from);
    }
  };
}

const { requestAnimationFrame: frame, requestIdleCallback: idle, setTimeout: timer, MutationObserver: Observer } = globalThis;
Object.assign(globalThis, {
  requestAnimationFrame: (act: FrameRequestCallback) => frame(calling(() => (counts.frames += 1), true, act)),
  requestIdleCallback: (act: IdleRequestCallback, options?: IdleRequestOptions) =>
    idle(calling(() => (counts.idle += 1), true, act), options),
  setTimeout: (act: () => void, delay?: number) => timer(calling(() => (counts.timers += 1), true, act), delay),
  setInterval: () => {
    throw new Error("nothing of Deti ticks");
  },
  MutationObserver: class extends Observer {
    constructor(see: MutationCallback) {
      super(calling(() => (counts.observers += 1), false, see));
    }
  },
});

const listen = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, hear: unknown, options?: unknown) {
  const heard = typeof hear === "function" && type !== "deti-cost-ask"
    ? calling(() => (counts.events[type] = (counts.events[type] ?? 0) + 1), true, hear as () => void)
    : hear;
  return listen.call(this, type, heard as EventListener, options as AddEventListenerOptions);
};

const hearing = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
Object.defineProperty(MessagePort.prototype, "onmessage", {
  ...hearing,
  set(this: MessagePort, hear: ((event: MessageEvent) => void) | null) {
    hearing?.set?.call(this, hear === null ? null : calling(() => {}, true, hear));
  },
});

for (const [kind, names] of [
  [Document.prototype, ["querySelector", "querySelectorAll", "elementFromPoint"]],
  [Element.prototype, ["querySelector", "querySelectorAll", "getBoundingClientRect", "getClientRects", "matches"]],
] as const) {
  for (const name of names) {
    const look = (kind as unknown as Record<string, (...rest: unknown[]) => unknown>)[name]!;
    Object.defineProperty(kind, name, {
      configurable: true,
      writable: true,
      value(this: unknown, ...rest: unknown[]) {
        if (!may) counts.looks += 1;
        return look.apply(this, rest);
      },
    });
  }
}

listen.call(window, "deti-cost-ask", () => {
  dispatchEvent(new CustomEvent("deti-cost-answer", { detail: JSON.stringify(counts) }));
  counts = none();
});
