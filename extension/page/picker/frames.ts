/** Boxes drawn over elements of the page, at most so many. */
import { boxOf } from "../geometry.ts";
import type { Life } from "../life.ts";
import { node } from "../overlay/node.ts";

/** As many as are drawn; a list of more is seen by these. */
const MOST = 60;

export class Frames {
  readonly #boxes: HTMLElement[] = [];

  constructor(
    life: Life,
    private readonly slot: HTMLElement,
    private readonly name: string,
  ) {
    life.onEnd(() => this.draw([]));
  }

  draw(elements: readonly Element[]): void {
    const drawn = elements.slice(0, MOST);
    while (this.#boxes.length > drawn.length) this.#boxes.pop()?.remove();
    drawn.forEach((element, at) => {
      const { left, top, right, bottom } = boxOf(element);
      const box = this.#boxes[at] ?? this.#make();
      box.style.left = `${left}px`;
      box.style.top = `${top}px`;
      box.style.width = `${Math.max(0, right - left)}px`;
      box.style.height = `${Math.max(0, bottom - top)}px`;
    });
  }

  #make(): HTMLElement {
    const box = node("div", this.name);
    this.slot.append(box);
    this.#boxes.push(box);
    return box;
  }
}
