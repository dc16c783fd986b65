/** Which page of a console this is; a page of its own changes its address without loading. */
import { type Adapter, NOWHERE, type Surface } from "./adapter.ts";
import { Ground } from "./ground.ts";
import { laidOver } from "./own.ts";
import { isShown } from "./shown.ts";

/** Consoles let the agent choose which of them sends, and do not show which. */
const USUAL_KEYS: readonly string[] = ["Enter", "Ctrl+Enter", "Meta+Enter"];

export class Site {
  #address: string | null = null;
  #surface = NOWHERE;
  #own: Adapter | null = null;

  constructor(
    readonly adapter: Adapter,
    private readonly page: Document = document,
  ) {}

  /** The adapter of the agent's own that lies over the shipped one. */
  get own(): Adapter | null {
    return this.#own;
  }

  /** Lays it over; whether that is another one than before. */
  lay(own: Adapter | null): boolean {
    if (JSON.stringify(own) === JSON.stringify(this.#own)) return false;
    this.#own = own;
    this.#address = null;
    return true;
  }

  /** The page as it is now; nothing is on it while it says that the agent is signed out or not served. */
  get ground(): Ground {
    const ground = new Ground(this.page, this.#here());
    const { away } = ground.surface;
    return away !== undefined && ground.all(away).some(isShown) ? new Ground(this.page, NOWHERE) : ground;
  }

  get surface(): Surface {
    return this.ground.surface;
  }

  /** The keys that send on this page: asked for at every key, so nothing is looked for. */
  get sendKeys(): readonly string[] {
    return this.#here().sendKeys ?? USUAL_KEYS;
  }

  #here(): Surface {
    const { href } = location;
    if (href !== this.#address) {
      this.#address = href;
      const address = new URL(href);
      const own = this.#own?.surfaces.find((surface) => isAt(surface, address));
      const surface = surfaceAt(this.adapter, address);
      this.#surface = surface === NOWHERE ? NOWHERE : laidOver(surface, own);
    }
    return this.#surface;
  }
}

/** The first surface that the address is of. */
export function surfaceAt(adapter: Adapter, address: URL): Surface {
  return adapter.surfaces.find((surface) => isAt(surface, address)) ?? NOWHERE;
}

function isAt({ matches, when = {} }: Surface, address: URL): boolean {
  if (!matches.some((pattern) => covers(pattern, address))) return false;
  if (when.path !== undefined && !address.pathname.startsWith(when.path)) return false;
  if (when.hash !== undefined && !address.hash.startsWith(when.hash)) return false;
  return when.query === undefined || address.searchParams.has(when.query);
}

/** Whether a match pattern covers the address, as browsers read patterns: without the port. */
export function covers(pattern: string, { protocol, hostname, pathname, search }: URL): boolean {
  const [scheme = "", rest = ""] = pattern.split("://");
  const slash = rest.indexOf("/");
  const host = rest.slice(0, slash);
  if (scheme === "*" ? !/^https?:$/.test(protocol) : `${scheme}:` !== protocol) return false;
  const isHost = host === "*" || host === hostname || (host.startsWith("*.") && `.${hostname}`.endsWith(host.slice(1)));
  return isHost && globbed(pathname + search, rest.slice(slash).split("*"));
}

/** Whether the text consists of these parts in order, with anything between them. */
function globbed(text: string, [first = "", ...parts]: string[]): boolean {
  if (!text.startsWith(first)) return false;
  const last = parts.pop();
  if (last === undefined) return text === first;
  let at = first.length;
  for (const part of parts) {
    const next = text.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
