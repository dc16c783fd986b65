/**
 * The page side put together: one adapter, one panel, the composer of the
 * moment.
 *
 * It carries what the page shows to the panel and what the panel says to the
 * page. It decides nothing about words; what it does decide (what is covered,
 * whether a gesture is one, whether a write arrived) stands in the modules
 * that it joins.
 */
import type { Adapter } from "./adapter.ts";
import { Badge } from "./badge.ts";
import { Card } from "./card.ts";
import { copy } from "./clipboard.ts";
import { perFrame } from "./coalesce.ts";
import { Bound } from "./bound.ts";
import type { Found } from "./composer/find.ts";
import { newestMessage, Opened } from "./conversation.ts";
import { isField } from "./field.ts";
import { boxOf, contains, type Box } from "./geometry.ts";
import { Guard } from "./guard.ts";
import type { Command, Host, Standing } from "./host/host.ts";
import { type Hearing, listenForKeys } from "./keys.ts";
import { Life } from "./life.ts";
import { ReplyList } from "./list.ts";
import { Mending } from "./mending.ts";
import { Dock } from "./overlay/dock.ts";
import { Drag } from "./overlay/drag.ts";
import { type Away, Overlay } from "./overlay/host.ts";
import { Panel } from "./panel.ts";
import { Pulse } from "./pulse.ts";
import { isShown } from "./shown.ts";
import { Sight } from "./sight.ts";
import { Site } from "./surface.ts";
import { isDark } from "./theme.ts";
import { watchPage } from "./watch.ts";
import type { Ask, FromPage, Paused, ToPage } from "./wire.ts";

/** What is gone on with in the panel. */
const GOES_OVER: ReadonlySet<Ask["what"]> = new Set(["focus-panel", "send-anyway", "add-reply"]);

/** What is answered with words for the buyer on screen. */
const FILLS_IN: ReadonlySet<Ask["what"]> = new Set(["insert-reply", "take-listed", "write-reminder"]);

export class Assistant {
  readonly #overlay: Overlay;
  readonly #panel: Panel;
  readonly #pulse: Pulse;
  readonly #guard: Guard;
  readonly #card: Card;
  readonly #list: ReplyList;
  readonly #badge: Badge;
  readonly #dock: Dock;
  readonly #drag: Drag;
  readonly #site: Site;
  readonly #opened = new Opened();
  readonly #sight: Sight;
  readonly #mending: Mending;
  readonly #lay: () => void;
  #bound: Bound | null = null;
  #dark = false;
  /** The newest message when the page was last looked at: among many, looking for it is work. */
  #newest: HTMLElement | null = null;
  #paused: Paused | null = null;
  /** Ends when the last write has. */
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly life: Life,
    private readonly host: Host,
    adapter: Adapter,
  ) {
    this.#site = new Site(adapter);
    const say = (message: FromPage) => this.#panel.say(message);
    this.#overlay = new Overlay(life, {
      alive: host.alive,
      returned: () => this.#open(),
      raised: () => this.#lay(),
      away: (away) => this.#away(away),
    });
    const { panel, front } = this.#overlay;
    this.#panel = new Panel({
      life,
      host,
      slot: panel,
      greeting: () => this.#greeting(),
      hear: (message) => this.#hear(message),
      lost: () => this.#pulse.lost(),
    });
    this.#pulse = new Pulse(
      life,
      () => this.#healthChanged(),
      () => this.#open(),
    );
    this.#guard = new Guard(life, {
      composer: () => this.#bound?.composer ?? null,
      send: () => this.#bound?.send ?? null,
      sendKeys: () => this.#site.sendKeys,
      composing: () => this.#composing(),
      judge: (text) => this.#judge(text),
      held: (text) => this.#held(text),
      passed: (text) => this.#passed(text),
    });
    this.#card = new Card(life, host, front, (ask) => this.#ask(ask));
    this.#list = new ReplyList(life, host, front, (ask) => this.#ask(ask));
    this.#badge = new Badge(life, host, front, () => this.#open());
    this.#lay = perFrame(life, () => this.#layNow());
    this.#dock = new Dock(life, () => this.#keepClear(), () => this.#neverCovered(), this.#lay);
    this.#drag = new Drag({
      life,
      slot: front,
      panel: () => this.#dock.spot?.box,
      done: (placement) => {
        this.#dock.place(placement);
        this.#layNow();
        say({ type: "placed", placement });
      },
    });
    this.#sight = new Sight(this.#site, this.#opened, say);

    this.#mending = new Mending({
      life,
      host,
      site: this.#site,
      own: this.#overlay.element,
      slot: front,
      below: this.#overlay.lines,
      composer: () => this.#bound?.composer.element ?? null,
      hears: () => this.#panel.ready,
      say,
      changed: () => {
        watch.again();
        this.#sight.look();
      },
      open: () => {
        if (this.#panel.frame === null) this.#open();
      },
    });
    this.#stand(life, window);
    const watch = watchPage(life, this.#site, {
      composer: (found) => this.#bind(found, watch.look),
      frame: (framed, view) => this.#stand(framed, view),
      moved: () => {
        this.#newest = newestMessage(this.#site.ground);
        this.#bound?.draft.sense();
        this.#lay();
      },
      attended: () => this.#bound?.composer.hasFocus() === true || this.#overlay.root.activeElement !== null,
      changed: () => this.#mending.look(() => this.#sight.look()),
    });
    // What lies over the panel hears the pointer there; the panel itself would hear it otherwise.
    life.on<PointerEvent>(window, "pointermove", ({ clientX: x, clientY: y }) => {
      const { spot } = this.#dock;
      if (spot !== null && contains(spot.box, x, y)) this.#lay();
    }, { capture: true, passive: true });
    life.on(matchMedia("(prefers-color-scheme: dark)"), "change", this.#lay);
    host.attend(life, (command) => this.#command(command), () => this.#standing());
  }

  /** Guard and keys stand at every window that can hold the composer. */
  #stand(life: Life, view: Window): void {
    this.#mending.stand(life, view);
    life.on<KeyboardEvent>(view, "keydown", (event) => this.#bound?.draft.heardKey(event), { capture: true });
    listenForKeys(life, view, {
      hears: (target) => this.#hears(target),
      composing: () => this.#composing(),
      card: () => this.#bound?.marks.shown ?? null,
      list: () => this.#bound?.list ?? "none",
      answers: () => this.#alive() && this.#panel.ready,
      ask: (ask) => this.#ask(ask),
      escape: () => this.#bound?.marks.close() ?? false,
    });
    this.#guard.stand(life, view);
  }

  #open(): void {
    if (this.#overlay.away === "removed") return;
    this.#panel.open();
    this.#pulse.opened();
  }

  #greeting(): FromPage {
    return {
      type: "hello",
      site: this.#site.adapter.id,
      host: location.hostname,
      languages: [...navigator.languages],
      dark: this.#dark,
    };
  }

  #bind(found: Found | null, look: () => void): void {
    const revision = this.#bound?.draft.revision ?? 0;
    this.#bound?.life.end();
    this.#bound = null;
    if (found === null) return;
    this.#bound = new Bound(this.life, found, revision + 1, {
      host: this.host,
      surface: this.#site.surface,
      layer: this.#overlay.lines,
      card: this.#card,
      list: this.#list,
      guard: this.#guard,
      keepClear: () => this.#cardClear(),
      newest: () => boxesOf([this.#newest]),
      say: (message) => this.#panel.say(message),
      asked: () => this.#pulse.asked(),
      moved: this.#lay,
      look,
    });
    this.#layNow();
    if (this.#panel.frame === null) this.#open();
    else if (this.#panel.ready) this.#bound.sayDraft();
  }

  #hear(message: ToPage): void {
    if (!this.#alive()) return;
    const bound = this.#bound;
    if (this.#mending.hear(message)) return;
    switch (message.type) {
      case "ready":
        this.#pulse.ready();
        this.#mending.greeted();
        // A new panel says it anew.
        this.#pause(null);
        this.#sight.forget();
        this.#sight.look();
        bound?.sayAll();
        this.#lay();
        break;
      case "verdict":
        this.#pulse.answered(message.revision === bound?.draft.revision);
        bound?.judged(message);
        break;
      case "list":
        bound?.listed(message.list);
        break;
      case "write":
        this.#writing = this.#writing.then(() => this.#write(message));
        break;
      case "look":
        this.#sight.forget();
        this.#sight.look();
        break;
      case "release":
        this.#guard.release(message.text);
        break;
      case "copy":
        void copy(message.text, this.#overlay.front, () => bound?.composer.focus());
        break;
      case "focus-composer":
        bound?.composer.focus();
        break;
      case "focus-panel":
        // A frame that has the focus already would lose its place by getting it again.
        if (this.#overlay.root.activeElement !== this.#panel.frame) this.#panel.frame?.focus();
        this.#dock.insist();
        this.#lay();
        break;
      case "place":
        this.#dock.place(message.placement);
        this.#lay();
        break;
      case "drag":
        this.#drag.at(message.x, message.y);
        break;
      case "pause":
        this.#pause(message.paused);
        break;
    }
  }

  async #write(message: Extract<ToPage, { type: "write" }>): Promise<void> {
    const bound = this.#bound;
    const wrote = (outcome: Extract<FromPage, { type: "wrote" }>["outcome"]) =>
      this.#panel.say({ type: "wrote", id: message.id, outcome });
    if (bound === null || !isShown(bound.composer.element)) return wrote("no-composer");
    // What is filled in for one buyer never goes to another.
    const elsewhere = () => this.#opened.key(this.#site.ground) !== message.conversation;
    if (elsewhere()) return wrote("other-conversation");
    const outcome = await bound.write(message, elsewhere).catch(() => "refused" as const);
    wrote(outcome !== "arrived" && elsewhere() ? "other-conversation" : outcome);
  }

  #ask(ask: Ask): void {
    if (!this.#alive()) return;
    // Only this side can give the keyboard to the frame.
    if (GOES_OVER.has(ask.what)) this.#panel.frame?.focus();
    // What is asked next is about the text that a write leaves, and the caret where it is by now.
    // So is what is filled in: a click on another buyer may not have been told yet.
    void this.#writing.then(() => {
      if (FILLS_IN.has(ask.what)) this.#sight.look();
      this.#bound?.draft.sense();
      this.#panel.say({ type: "ask", ask });
    });
  }

  #command(command: Command): void {
    if (typeof command === "object") {
      this.#ask({ what: "pause", span: command.pause });
    } else if (command === "go-on") {
      this.#ask({ what: "go-on" });
    } else if (this.#overlay.away !== null) {
      this.#overlay.retry();
      this.#open();
    } else if (this.#panel.frame === null) {
      // Where no composer is known the agent can still ask for the panel, and point at one.
      this.#open();
    } else if (command === "toggle-fold") {
      this.#ask({ what: "fold", folded: !(this.#dock.spot?.tab ?? this.#dock.placement.folded) });
    } else if (this.#overlay.root.activeElement === this.#panel.frame) {
      this.#bound?.composer.focus();
    } else {
      this.#ask({ what: "focus-panel" });
    }
  }

  #judge(text: string): "go" | "hold" | "wait" {
    if (!this.#alive() || this.#pulse.paused || this.#pulse.health === "off") return "go";
    // What would be held could not say why.
    if (this.#overlay.away !== null) return "go";
    const bound = this.#bound;
    bound?.draft.sense();
    if (bound === null || bound.verdict.text !== text || bound.verdict.revision < 0) return "wait";
    return bound.verdict.block ? "hold" : "go";
  }

  /** What goes out goes to whoever is on screen, and a page that was just changed may not have been looked at. */
  #passed(text: string): void {
    this.#sight.look();
    const open = () => this.#opened.key(this.#site.ground);
    const key = open();
    this.#bound?.draft.letGo(text, () => open() === key);
  }

  #held(text: string): void {
    this.#panel.say({ type: "held", text });
    this.#bound?.marks.reopen();
  }

  #healthChanged(): void {
    const off = this.#pulse.health === "off";
    if (off) {
      this.#bound?.forget();
      this.#guard.standDown();
      this.#mending.lost();
    }
    this.#lay();
  }

  /** The page lets nothing of Deti be seen: nothing is held, and the browser's own button says so. */
  #away(away: Away | null): void {
    this.host.stands(away, this.#paused !== null);
    if (away === null) return;
    this.#guard.standDown();
    if (away === "removed") this.#dock.leave();
  }

  /** While the check is paused nothing is marked and nothing is held. */
  #pause(paused: Paused | null): void {
    const was = this.#paused !== null;
    this.#paused = paused;
    this.#pulse.pause(paused !== null);
    if (was !== (paused !== null)) this.host.stands(this.#overlay.away, paused !== null);
    if (paused === null) return;
    this.#bound?.marks.clear();
    this.#guard.standDown();
  }

  #standing(): Standing {
    const conversation = this.#opened.key(this.#site.ground) !== "";
    return { away: this.#overlay.away, paused: this.#paused, ready: this.#panel.ready, conversation };
  }

  #composing(): boolean {
    return this.#bound?.draft.composing ?? false;
  }

  /** Keys act from the composer, or from nowhere in particular; some from anywhere that nobody types in. */
  #hears(target: EventTarget | null): Hearing {
    const element = target as Element | null;
    const composer = this.#bound?.composer.element;
    if (composer === undefined || element === null) return "none";
    if (composer.contains(element) || element === element.ownerDocument?.body) return "all";
    return isField(element) ? "none" : "far";
  }

  /** An orphan ends at the first event that it would act on. */
  #alive(): boolean {
    if (!this.host.alive()) this.life.end();
    return !this.life.ended;
  }

  /** What the panel does not cover unless the agent opens it there. */
  #keepClear(): Box[] {
    return [...this.#neverCovered(), ...boxesOf([this.#newest])];
  }

  /** What the panel may never cover. */
  #neverCovered(): Box[] {
    return boxesOf([this.#bound?.composer.element, this.#bound?.send]);
  }

  /** What the card may not cover: the send button and the panel. */
  #cardClear(): Box[] {
    const panel = this.#dock.spot?.box;
    return [...boxesOf([this.#bound?.send]), ...(panel === undefined ? [] : [panel])];
  }

  #layNow(): void {
    const bound = this.#bound;
    if (bound !== null) this.#setDark(isDark(bound.composer.element));
    const { frame, ready } = this.#panel;
    // A browser draws a face of its own where a frame's process died.
    frame?.classList.toggle("shown", ready && this.#pulse.health !== "off");
    if (frame !== null && ready) this.#dock.lay(frame);
    // While a new panel opens in place of the old, the page keeps its shape.
    else if (!this.#pulse.comes) this.#dock.leave();
    const { spot } = this.#dock;
    if (frame !== null && ready && spot !== null) this.#overlay.look(frame, spot.box);
    this.#mending.lay();
    bound?.marks.lay();
    bound?.layList();
    this.#badge.show(this.#pulse.health === "off" ? "off" : bound?.isTooLong ? "too-long" : null);
    if (bound !== null) this.#badge.lay(boxOf(bound.composer.element), this.#cardClear());
  }

  #setDark(dark: boolean): void {
    this.#bound?.setDark(dark);
    if (dark === this.#dark) return;
    this.#dark = dark;
    this.#overlay.setDark(dark);
    this.#panel.say({ type: "theme", dark });
  }
}

/** The boxes of those elements that are on the page. */
function boxesOf(elements: readonly (HTMLElement | null | undefined)[]): Box[] {
  return elements.filter((element) => element !== null && element !== undefined).filter(isShown).map(boxOf);
}
