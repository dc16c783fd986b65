/**
 * Where things are found on this page, as far as that changes while it is open: the
 * agent's own adapter over the shipped one, what both find, and pointing at what
 * neither does. What is found means nothing here; the panel says what to try.
 */
import type { Adapter } from "./adapter.ts";
import { counted, foundOf } from "./counts.ts";
import type { Host } from "./host/host.ts";
import type { Life } from "./life.ts";
import { asAdapter, isKnown, ownId } from "./own.ts";
import { Numbers } from "./picker/describe.ts";
import { Frames } from "./picker/frames.ts";
import { Picker } from "./picker/picker.ts";
import { elementAt } from "./picker/pointed.ts";
import { SelfCheck } from "./self-check.ts";
import type { Site } from "./surface.ts";
import { tried } from "./trial.ts";
import type { Count, FromPage, Part, Slot, ToPage } from "./wire.ts";

/** The slot in which a part is found. */
const SLOT_OF: Record<Part, Slot> = {
  composer: "composer", send: "send", buyer: "buyer", theirs: "messages", own: "messages", row: "rows", order: "orders",
};

/** Looking at the page with the agent's own adapter may take longer than that so many times within a while, in milliseconds. */
const SLOW = 250;
const TOO_OFTEN = 3;
const WHILE = 60_000;

interface Parts {
  life: Life;
  host: Host;
  site: Site;
  /** Deti's own element, and where in it is drawn. */
  own: Element;
  slot: HTMLElement;
  /** Where what lies below the panel goes, which speaks of it. */
  below: HTMLElement;
  composer: () => HTMLElement | null;
  /** Whether the panel can hear. */
  hears: () => boolean;
  say: (message: FromPage) => void;
  /** Another adapter counts: everything is to be looked for anew. */
  changed: () => void;
  /** The agent works here, and there is no panel. */
  open: () => void;
}

export class Mending {
  readonly #numbers = new Numbers();
  readonly #check: SelfCheck;
  readonly #picker: Picker;
  readonly #outlines: Frames;
  #outlined: Slot | null = null;
  /** The panel has said which adapter counts: what was kept is not asked any more. */
  #told = false;
  /** When it was slow of late. */
  #slow: number[] = [];

  constructor(private readonly the: Parts) {
    const { life, host, site, own, slot, below, say } = the;
    this.#outlines = new Frames(life, below, "outlined");
    this.#check = new SelfCheck(life, {
      count: () => this.#timed(() => counted(site.ground)),
      hears: the.hears,
      unheard: (counts, typed) => this.#unheard(counts, typed),
      say: (counts, typed) => say({ type: "measured", counts, typed }),
    });
    this.#picker = new Picker(life, {
      host,
      own,
      slot,
      numbers: this.#numbers,
      matches: () => (site.surface.focused === true ? [] : site.surface.matches.map(onHost)),
      first: (part, cover) => this.#first(part, cover),
      pointed: (part, element) => say({ type: "pointed", part, element }),
    });
    host.ownAdapter(ownId(site.adapter, location.hostname)).then(
      (kept) => {
        if (!this.#told && !life.ended) this.#use(asAdapter(kept));
      },
      // Without it the shipped one counts, and the panel says what becomes of it.
      () => {},
    );
  }

  /** Stands at every window in which something can be pressed; before everything else that does. */
  stand(life: Life, view: Window): void {
    this.#picker.stand(life, view);
    life.on<InputEvent>(view, "input", (event) => {
      if (!event.isTrusted) return;
      if (this.the.composer() === null && isBox(event.composedPath()[0])) this.#check.typed();
      else this.#check.mark();
    }, { capture: true, passive: true });
  }

  /** The page may show something else. */
  look(act: () => void): void {
    this.#timed(act);
    this.#check.mark();
  }

  /** Something moved. */
  lay(): void {
    const slot = this.#outlined;
    if (slot === null) return;
    const found = foundOf(this.the.site.ground, slot)?.elements;
    const composer = this.the.composer();
    this.#outlines.draw(found ?? (slot === "composer" && composer !== null ? [composer] : []));
  }

  /** Without a panel nobody asks where anything is: the page's presses are the page's again. */
  lost(): void {
    this.#picker.end();
    this.#outline(null);
  }

  /** A new panel has heard nothing, and asks for nothing yet. */
  greeted(): void {
    this.lost();
    this.#check.forget();
  }

  /** What the panel says about it; `false` for anything else. */
  hear(message: ToPage): boolean {
    switch (message.type) {
      case "adapter":
        this.#told = true;
        this.#use(asAdapter(message.own));
        return true;
      case "point":
        this.#outline(null);
        if (message.part === null) this.#picker.end();
        else this.#picker.begin(message.part);
        return true;
      case "try":
        this.the.say({ type: "tried", slot: message.slot, tried: tried(message, document, this.#numbers) });
        return true;
      case "outline":
        this.#outline(message.slot);
        return true;
      default:
        return false;
    }
  }

  #outline(slot: Slot | null): void {
    this.#outlined = slot;
    if (slot === null) this.#outlines.draw([]);
    else this.lay();
  }

  #use(own: Adapter | null): void {
    if (own !== null && !isKnown(own)) return this.#refuse();
    if (!this.the.site.lay(own)) return;
    this.#slow = [];
    this.the.changed();
    this.#check.forget();
    this.lay();
  }

  /** Looks with a clock: an adapter of the agent's own may not hold the page up. */
  #timed<T>(look: () => T): T {
    if (this.the.site.own === null) return look();
    const from = performance.now();
    try {
      return look();
    } finally {
      const now = performance.now();
      if (now - from > SLOW) this.#slow = [...this.#slow.filter((at) => now - at < WHILE), now];
      if (this.#slow.length >= TOO_OFTEN) this.#refuse();
    }
  }

  /** It is not used on this page any more. */
  #refuse(): void {
    this.#slow = [];
    this.#told = true;
    if (this.the.site.lay(null)) this.the.changed();
    this.the.say({ type: "too-slow" });
  }

  /** Without a composer there is no panel: it comes where the agent works in a chat all the same. */
  #unheard(counts: readonly Count[], typed: boolean): void {
    const has = (slot: Slot) => counts.some((count) => count.slot === slot && count.read > 0);
    // What the adapter takes for the composer cannot be written in.
    const isNoBox = counts.some(({ slot, found, read }) => slot === "composer" && found > 0 && read === 0);
    if (typed && !has("composer") && (isNoBox || has("messages") || has("rows") || has("key"))) this.the.open();
  }

  /** Where the keyboard begins to point. */
  #first(part: Part, cover: HTMLElement): Element {
    const found = foundOf(this.the.site.ground, SLOT_OF[part])?.elements[0];
    const composer = part === "composer" ? this.the.composer() : null;
    return found ?? composer ?? elementAt(innerWidth / 2, innerHeight / 2, this.the.own, cover) ?? document.body;
  }
}

/** The match pattern on this host: an adapter of the agent's own names it. */
function onHost(pattern: string): string {
  return pattern.replace(/^(\*|https?):\/\/\*[^/]*/, `${location.protocol}//${location.hostname}`);
}

/** Whether a message could be written in it: a box of several lines. */
function isBox(target: EventTarget | undefined): boolean {
  const element = target as HTMLElement | undefined;
  return element?.localName === "textarea" || element?.isContentEditable === true;
}
