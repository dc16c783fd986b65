/**
 * A span of life, and what ends with it.
 *
 * Every listener, observer, port and node that the page side makes belongs to
 * a life. When the life ends (the composer was replaced, the extension was
 * reloaded, the panel restarts) all of it is gone, so nothing of a previous
 * owner can still act. Which things belong to which life is for the owners to
 * say.
 */
export class Life {
  readonly #controller = new AbortController();
  /** Those that have not rung: a long life does not collect its past ones. */
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(parent?: Life) {
    if (parent === undefined) return;
    if (parent.ended) this.end();
    // The child's own signal takes this listener off the parent again, so a
    // long life does not collect its dead children.
    else parent.signal.addEventListener("abort", () => this.end(), { once: true, signal: this.signal });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get ended(): boolean {
    return this.signal.aborted;
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#controller.abort();
  }

  onEnd(act: () => void): void {
    if (this.ended) act();
    else this.signal.addEventListener("abort", act, { once: true });
  }

  on<E extends Event = Event>(
    target: EventTarget,
    types: string | readonly string[],
    handle: (event: E) => void,
    options: { capture?: boolean; passive?: boolean } = {},
  ): void {
    for (const type of typeof types === "string" ? [types] : types) {
      target.addEventListener(type, handle as EventListener, { ...options, signal: this.signal });
    }
  }

  /** Calls `see` with what changes below `target`. */
  observe(target: Node, what: MutationObserverInit, see: (records: MutationRecord[]) => void): void {
    if (this.ended) return;
    const observer = new MutationObserver(see);
    observer.observe(target, what);
    this.onEnd(() => observer.disconnect());
  }

  /** Calls `act` once after `delay`, unless the life ends first. */
  after(delay: number, act: () => void): () => void {
    if (this.ended) return () => {};
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, delay);
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
      clearTimeout(timer);
    };
  }
}
