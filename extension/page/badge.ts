/** The small notice that the check is off, with a way to start the panel again. */
import { besideLine } from "./overlay/place.ts";
import { viewSize } from "./overlay/dock.ts";
import type { Box } from "./geometry.ts";
import type { Host } from "./host/host.ts";
import { trustedPress } from "./press.ts";
import type { Life } from "./life.ts";

export class Badge {
  readonly #element = document.createElement("div");
  shown = false;

  constructor(
    life: Life,
    host: Host,
    private readonly slot: HTMLElement,
    restart: () => void,
  ) {
    this.#element.className = "badge";
    this.#element.setAttribute("role", "status");
    const words = document.createElement("span");
    words.textContent = host.word("page_check_off");
    const button = document.createElement("button");
    button.textContent = host.word("page_restart");
    trustedPress(life, button, restart);
    this.#element.append(words, button);
  }

  show(shown: boolean): void {
    if (shown === this.shown) return;
    this.shown = shown;
    if (shown) this.slot.append(this.#element);
    else this.#element.remove();
  }

  /** Beside the composer, clear of what must stay in view. */
  lay(composer: Box, clear: readonly Box[]): void {
    if (!this.shown) return;
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const spot = besideLine({ width, height }, { ...composer, left: composer.left + 24 }, viewSize(), clear);
    this.#element.style.left = `${spot.left}px`;
    this.#element.style.top = `${spot.top}px`;
  }
}
