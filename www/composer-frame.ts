/** The script of the frame that holds the composer and the send button. */

import { sendsWith } from "./console/composer.ts";
import { el } from "./console/dom.ts";
import { askedScript, readShop } from "./console/shop.ts";

const { words, language } = await readShop(askedScript());
document.documentElement.lang = language;

const tell = (what: string, detail?: string) =>
  window.frameElement?.dispatchEvent(new CustomEvent(what, { detail }));

const box = el("textarea", "composer", {
  id: "composer",
  placeholder: words.placeholder,
  "aria-label": words.placeholder,
  spellcheck: "false",
});
box.addEventListener("input", () => tell("composer-input", box.value));
box.addEventListener("keydown", (event) => {
  if (!sendsWith(event)) return;
  event.preventDefault();
  tell("composer-send");
});

const send = el("div", "send", { id: "send", role: "button", "aria-label": words.send }, words.send);
send.addEventListener("click", () => tell("composer-send"));

const hint = el("span", "hint", {}, words.hint);
document.body.append(
  el("div", "compose", {}, box, el("div", "compose-foot", {}, hint, send)),
);
tell("composer-ready");
