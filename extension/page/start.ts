/** Starts the page side once the document has a root. */
import type { Adapter } from "./adapter.ts";
import { Assistant } from "./assistant.ts";
import type { Host } from "./host/host.ts";
import { Life } from "./life.ts";
import { clearLeftovers } from "./overlay/host.ts";
import { returnRoom } from "./overlay/room.ts";

export function start(host: Host, adapter: Adapter): Life {
  const life = new Life();
  const begin = () => {
    clearLeftovers(document);
    returnRoom(document);
    new Assistant(life, host, adapter);
  };
  if (document.documentElement !== null) begin();
  else {
    const waiting = new Life(life);
    waiting.observe(document, { childList: true }, () => {
      if (document.documentElement === null) return;
      waiting.end();
      begin();
    });
  }
  return life;
}
