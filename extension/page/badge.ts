/** The small notice that a draft is not checked, with a way to start the panel again. */
import { besideLine } from "./overlay/place.ts";
import { viewSize } from "./overlay/dock.ts";
import type { Box } from "./geometry.ts";
import type { Host } from "./host/host.ts";
import { trustedPress } from "./press.ts";
import type { Life } from "./life.ts";

/** Why a draft goes unchecked: the panel is gone, or the text is longer than any message. */
export type Unchecked = "off" | "too-long";

export class Badge {
  readonly #element = document.createElement("div");
  readonly #words = document.createElement("span");
  readonly #button = document.createElement("button");
  #why: Unchecked | null = null;

  constructor(
    life: Life,
    private readonly host: Host,
    private readonly slot: HTMLElement,
    restart: () => void,
  ) {
    this.#element.className = "badge";
    this.#element.setAttribute("role", "status");
    this.#button.textContent = host.word("page_restart");
    trustedPress(life, this.#button, restart);
    this.#element.append(this.#words, this.#button);
  }

  show(why: Unchecked | null): void {
    if (why === this.#why) return;
    this.#why = why;
    if (why === null) return this.#element.remove();
    this.#words.textContent = this.host.word(why === "off" ? "page_check_off" : "page_too_long");
    // There is nothing to start anew where the text is what is wrong.
    this.#button.hidden = why !== "off";
    this.slot.append(this.#element);
  }

  /** Beside the composer, clear of what must stay in view. */
  lay(composer: Box, clear: readonly Box[]): void {
    if (this.#why === null) return;
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const spot = besideLine({ width, height }, { ...composer, left: composer.left + 24 }, viewSize(), clear);
    this.#element.style.left = `${spot.left}px`;
    this.#element.style.top = `${spot.top}px`;
  }
}
