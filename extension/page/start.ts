/**
 * Starts the page side once the document has a root, and again when it has
 * another one: `document.open` takes the root away and, with it, every listener
 * that stood on the window.
 */
import type { Adapter } from "./adapter.ts";
import { Assistant } from "./assistant.ts";
import type { Host } from "./host/host.ts";
import { Life } from "./life.ts";
import { Insistence } from "./overlay/insistence.ts";
import { clearLeftovers } from "./overlay/host.ts";
import { returnRoom } from "./overlay/room.ts";

export function start(host: Host, adapter: Adapter): Life {
  const life = new Life();
  let root: HTMLElement | null = null;
  let reign: Life | null = null;
  const begin = () => {
    if (root === null) return;
    clearLeftovers(document);
    returnRoom(document);
    reign = new Life(life);
    new Assistant(reign, host, adapter);
  };
  const roots = new Insistence(life, begin, () => host.stands("removed", false));
  const look = (changes: readonly MutationRecord[] = []) => {
    // A document that was opened anew has lost every listener, also if its root came back.
    const left = changes.some(({ removedNodes }) => root !== null && [...removedNodes].includes(root));
    if (document.documentElement === root && !left) return;
    reign?.end();
    const first = root === null && reign === null;
    root = document.documentElement;
    if (root === null) return;
    if (first) begin();
    else roots.again();
  };
  life.observe(document, { childList: true }, look);
  look();
  return life;
}
