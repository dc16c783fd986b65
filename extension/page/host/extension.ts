/**
 * The page side inside the extension: addresses, words and commands come from
 * the browser, secrets go to the background.
 */
import type { Life } from "../life.ts";
import { covers } from "../surface.ts";
import type { Command, Host, Standing } from "./host.ts";

export function extensionHost(): Host {
  const own = chrome.runtime.getURL("");
  return {
    panelUrl: isListed(own) ? `${own}panel/panel.html` : chrome.runtime.getURL("panel/elsewhere.html"),
    panelOrigin: new URL(own).origin,
    highlightSheet: null,
    word: (key, value) => chrome.i18n.getMessage(key, value),
    register: async (secret) => {
      await answered({ type: "deti-register", secret });
    },
    ownAdapter: (id) => answered({ type: "deti-adapter", id }).catch(() => null),
    alive,
    stands: (away, paused) => {
      if (alive()) chrome.runtime.sendMessage({ type: "deti-stands", away, paused }).catch(() => {});
    },
    attend,
  };
}

/** So long an answer is waited for, in milliseconds: the background looks one record up. */
const PATIENCE = 1000;

/**
 * What the background answers. One that is ended over a question refuses it or leaves it
 * open; the next one, which the question itself starts, is asked once more.
 */
async function answered(question: object): Promise<unknown> {
  const ask = () => chrome.runtime.sendMessage<object, unknown>(question);
  const late = new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error("no answer")), PATIENCE));
  return Promise.race([ask(), late]).catch(ask);
}

/**
 * Whether the panel has its plain address here: in the extension's own window and on
 * the listed consoles. Elsewhere Chrome gives it one that is good for one session, by
 * which no page can look for Deti; but a page that forbids what does not agree to be
 * embedded (COEP) gets no frame by such an address.
 */
function isListed(own: string): boolean {
  if (own.startsWith(location.origin)) return true;
  const opened = chrome.runtime.getManifest().web_accessible_resources ?? [];
  const here = new URL(location.href);
  return opened.some(
    (one) =>
      typeof one !== "string" &&
      one.resources.includes("panel/panel.html") &&
      one.matches?.some((pattern) => covers(pattern, here)),
  );
}

/**
 * An updated or removed extension leaves its scripts in open pages, where
 * `runtime.id` is gone (and reading it may throw).
 */
function alive(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

function attend(life: Life, command: (command: Command) => void, standing: () => Standing): void {
  const hear = (message: unknown, sender: chrome.runtime.MessageSender, answer: (standing: Standing) => void) => {
    if (sender.id !== chrome.runtime.id || typeof message !== "object" || message === null) return;
    const { type, command: asked } = message as { type?: unknown; command?: unknown };
    if (type === "deti-standing") answer(standing());
    if (type !== "deti-command") return;
    if (asked === "focus-panel" || asked === "toggle-fold" || asked === "go-on") command(asked);
    if (asked === "pause-hour") command({ pause: "hour" });
    if (asked === "pause-site") command({ pause: "site" });
    if (asked === "pause-conversation") command({ pause: "conversation" });
  };
  chrome.runtime.onMessage.addListener(hear);
  // A lifeline: it breaks when the extension goes, and also when the
  // background merely rests, so its breaking only asks the question. A
  // background at rest is not woken for it; every later event asks again.
  const line = chrome.runtime.connect({ name: "life" });
  line.onDisconnect.addListener(() => {
    if (!alive()) life.end();
  });
  life.onEnd(() => {
    if (!alive()) return;
    chrome.runtime.onMessage.removeListener(hear);
    line.disconnect();
  });
}

/**
 * Stays only as long as the agent uses Deti on this site. It begins before that is
 * known: the guard has to stand before the page's own scripts do, and until there is
 * a composer nothing is seen.
 *
 * @param adapter What the background knows a listed console by.
 */
export function stayWhileWanted(life: Life, adapter: string): void {
  const ask = () => {
    if (!alive()) return life.end();
    chrome.runtime.sendMessage({ type: "deti-here", adapter }).then(
      (answer: unknown) => {
        const { ok } = (answer ?? {}) as { ok?: unknown };
        if (ok === false) life.end();
      },
      // A background that does not answer has not said no.
      () => {},
    );
  };
  const hear = (message: unknown, sender: chrome.runtime.MessageSender) => {
    if (sender.id !== chrome.runtime.id || typeof message !== "object" || message === null) return;
    if ((message as { type?: unknown }).type === "deti-sites-changed") ask();
  };
  chrome.runtime.onMessage.addListener(hear);
  life.onEnd(() => {
    if (alive()) chrome.runtime.onMessage.removeListener(hear);
  });
  ask();
}
