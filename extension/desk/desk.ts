/**
 * The desk in a window of its own, for chats that are no web page: a box to
 * write in and a button that copies. It is a console like others: the page side
 * runs here by an adapter that is data, checks while one types, writes replies
 * into the box, and holds a copy as it holds a send.
 *
 * What is here is what a console does by itself: Enter and the button copy, and
 * the box is empty then.
 */
import type { Adapter } from "../page/adapter.ts";
import { copy } from "../page/clipboard.ts";
import { extensionHost } from "../page/host/extension.ts";
import { start } from "../page/start.ts";
import { speak } from "../paper/speak.ts";
import adapter from "./adapter.json";

const parts = speak();
const composer = parts("composer") as HTMLTextAreaElement;
const said = parts("said");

/** Copies the draft. It goes from the box as a message goes from a console's; undo brings it back. */
async function copyDraft(): Promise<void> {
  const text = composer.value;
  if (text.trim() === "") return;
  const copied = await copy(text, document.body, () => {});
  say(copied ? "desk_copied" : "desk_not_copied");
  composer.focus();
  if (!copied) return;
  // What was typed since is no part of what was copied.
  if (composer.value !== text) return;
  composer.select();
  document.execCommand("delete");
}

function say(key: string): void {
  said.textContent = chrome.i18n.getMessage(key);
}

// The page side stands before these: what it holds does not arrive here.
start(extensionHost(), adapter as Adapter);

composer.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || event.shiftKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  if (!event.repeat) void copyDraft();
});
parts("copy").addEventListener("click", () => void copyDraft());
composer.addEventListener("input", () => {
  if (composer.value !== "") said.textContent = "";
});
composer.focus();
