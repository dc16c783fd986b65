/**
 * The content script's entry: at the start of every page that an adapter
 * names, in the top frame. The adapter was put into this world just before.
 */
import type { Adapter } from "./adapter.ts";
import { extensionHost, stayWhileWanted } from "./host/extension.ts";
import type { Life } from "./life.ts";
import { start } from "./start.ts";

/** Kept in the extension's own world, where the page cannot see it. */
const world = globalThis as { detiPage?: Life; detiSite?: Adapter };
const adapter = world.detiSite;

if (adapter !== undefined && window === window.top && (world.detiPage === undefined || world.detiPage.ended)) {
  const life = start(extensionHost(), adapter);
  world.detiPage = life;
  stayWhileWanted(life, adapter.id);
  if (adapter.announce === true) announce(life);
}

/** Tells our own training page that the extension is here, so that its built-in copy stays away. */
function announce(life: Life): void {
  const mark = () => document.documentElement?.setAttribute("data-deti", "extension");
  mark();
  if (document.documentElement === null) life.observe(document, { childList: true }, mark);
  life.onEnd(() => document.documentElement?.removeAttribute("data-deti"));
}
