/**
 * The line to the panel.
 *
 * The panel is a document of another origin in a frame that the page can
 * neither open nor read. Whatever such a frame posts to its parent the page
 * hears too, so the frame never speaks first: this side makes a secret, makes
 * it known to the panel's side behind the page's back, and hands over a port
 * together with it.
 *
 *     closed --open--> loading --load, secret known--> greeting --Ready--> ready
 *        ^------------------------- open again, or end -------------------------'
 *
 * What is said on the line is for others.
 */
import type { Host } from "./host/host.ts";
import { Life } from "./life.ts";
import type { FromPage, ToPage } from "./wire.ts";

interface PanelParts {
  life: Life;
  host: Host;
  /** Where the frame goes. */
  slot: HTMLElement;
  greeting: () => FromPage;
  hear: (message: ToPage) => void;
  /** The panel's document went away by itself, or could not be made known. */
  lost: () => void;
}

export class Panel {
  /** The frame, while the panel is open. */
  frame: HTMLIFrameElement | null = null;
  ready = false;
  #port: MessagePort | null = null;
  #span: Life | null = null;

  readonly #the: PanelParts;

  constructor(parts: PanelParts) {
    this.#the = parts;
  }

  /** Opens the panel, or opens a new one in place of the old. */
  open(): void {
    this.#span?.end();
    const { life: parent, host, slot } = this.#the;
    const life = new Life(parent);
    this.#span = life;

    // Not a UUID: a page without https has nothing that makes one.
    const secret = [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const known = host.register(secret);
    const frame = document.createElement("iframe");
    frame.allow = "clipboard-write";
    frame.className = "panel";
    frame.title = host.word("page_panel_title");
    life.on(frame, "load", () => {
      // Firefox reports the empty document of a new frame, too.
      if (frame.src === "") return;
      if (this.#port !== null) {
        // Another document in the frame: whoever held the port is gone.
        return this.#gone();
      }
      known.then(
        () => {
          if (!life.ended && this.#port === null) this.#greet(frame, secret, life);
        },
        () => this.#the.lost(),
      );
    });
    slot.append(frame);
    frame.src = host.panelUrl;
    this.frame = frame;
    life.onEnd(() => {
      frame.remove();
      this.#port?.close();
      this.#port = null;
      this.ready = false;
      this.frame = null;
    });
  }

  say(message: FromPage): void {
    if (this.ready) this.#port?.postMessage(message);
  }

  /** The other end is gone. What it said last may still stand in line, and would make believe that it lives. */
  #gone(): void {
    this.ready = false;
    if (this.#port !== null) this.#port.onmessage = null;
    this.#the.lost();
  }

  #greet(frame: HTMLIFrameElement, secret: string, life: Life): void {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    // Told where the other end closes it, as a panel does that panics, or goes; not by every browser.
    life.on(port1, "close", () => this.#gone());
    port1.onmessage = (event: MessageEvent<ToPage>) => {
      if (life.ended) return;
      if (event.data.type === "ready") this.ready = true;
      this.#the.hear(event.data);
    };
    frame.contentWindow?.postMessage({ deti: secret }, this.#the.host.panelOrigin, [port2]);
    port1.postMessage(this.#the.greeting());
  }
}
