/** Puts a console together and opens it on the page. */

import { enliven } from "./buyers.ts";
import { Chats } from "./chats.ts";
import { editableComposer, frameComposer, textareaComposer } from "./composer.ts";
import { el } from "./dom.ts";
import { List } from "./list.ts";
import { Messages } from "./messages.ts";
import { Orders } from "./orders.ts";
import { askedScript, readShop, type Shop } from "./shop.ts";
import { topBar } from "./top.ts";

export interface Console {
  shop: Shop;
  chats: Chats;
  /** The column with the messages and the composer. */
  chat: HTMLElement;
}

const composers = {
  textarea: textareaComposer,
  editable: editableComposer,
  frame: frameComposer,
};

/** What an order becomes when its buyer pays. */
const PAID = { hans: "买家已付款", hant: "已付款" };

/**
 * Opens the console in the element `#console`, with the composer that its
 * `data-composer` names. On the training page nobody else writes meanwhile.
 */
export async function openConsole(arrivals: boolean): Promise<Console> {
  const script = askedScript();
  const shop = await readShop(script);
  const { words } = shop;
  const root = document.querySelector<HTMLElement>("#console");
  if (!root) throw new Error("the page has no #console");
  document.documentElement.lang = shop.language;
  document.title = `${shop.shop} · ${words.sandbox}`;

  const chats = new Chats(shop, Date.now());
  const list = new List(chats, words);
  const messages = new Messages(chats, shop);
  const orders = new Orders(chats, words);

  const kind = root.dataset["composer"] ?? "textarea";
  const composer = composers[kind in composers ? (kind as keyof typeof composers) : "textarea"](
    words,
    {
      changed: (text) => {
        chats.active.draft = text;
      },
      send: () => sendDraft(),
    },
  );
  const sendDraft = () => {
    const { key, draft } = chats.active;
    if (draft.trim() === "") return;
    chats.active.draft = "";
    composer.put("");
    chats.say(key, "agent", draft.trim(), Date.now());
    composer.focus();
  };
  chats.on("switched", ({ draft }) => {
    composer.put(draft);
    composer.focus();
  });

  const compose = el("div", "compose-place");
  if (composer.hasSend) {
    compose.append(composer.root);
  } else {
    const send = el("div", "send", { id: "send", role: "button", "aria-label": words.send }, words.send);
    send.addEventListener("click", sendDraft);
    const foot = el("div", "compose-foot", {}, el("span", "hint", {}, words.hint), send);
    compose.append(el("div", "compose", {}, composer.root, foot));
  }

  const chat = el("section", "chat", {}, messages.head, messages.root, compose);
  const drawer = el(
    "button",
    "drawer",
    { type: "button", "aria-expanded": "false", "aria-controls": "orders" },
    words.orders,
  );
  drawer.addEventListener("click", () => {
    const open = root.classList.toggle("orders-open");
    drawer.setAttribute("aria-expanded", String(open));
  });
  messages.head.append(drawer);
  root.replaceChildren(topBar(shop), list.root, chat, orders.root);
  messages.root.scrollTop = messages.root.scrollHeight;

  enliven(chats, arrivals ? shop : { ...shop, arrivals: [] }, PAID[script]);
  setInterval(() => {
    list.refresh(Date.now());
    orders.refresh(Date.now());
  }, 1000);
  return { shop, chats, chat };
}
