/**
 * How a panel learns that a port really comes from the page script of its own
 * tab: the page script registers a secret, the panel asks whether the secret it
 * was handed is that one. Each secret answers once.
 */

import { deskAddress } from "./desk.ts";

/** Answers a message of the introduction; `null` for any other message. */
export function introduce(message: unknown, sender: chrome.runtime.MessageSender): Promise<boolean> | null {
  if (sender.id !== chrome.runtime.id || sender.tab?.id === undefined) return null;
  if (typeof message !== "object" || message === null) return null;
  const { type, secret } = message as { type?: unknown; secret?: unknown };
  if (typeof secret !== "string") return null;
  const key = `secret:${sender.tab.id}`;
  const fromExtension = sender.url?.startsWith(chrome.runtime.getURL("")) ?? false;
  // The desk's own window has a page side too; no other page of the extension has.
  const hasPageSide = !fromExtension || sender.url === deskAddress();
  if (type === "deti-register" && sender.frameId === 0 && hasPageSide) return register(key, secret);
  if (type === "deti-secret" && fromExtension) return claim(key, secret);
  return null;
}

async function register(key: string, secret: string): Promise<boolean> {
  await chrome.storage.session.set({ [key]: secret });
  return true;
}

async function claim(key: string, secret: string): Promise<boolean> {
  const kept = (await chrome.storage.session.get(key))[key];
  if (kept !== secret) return false;
  await chrome.storage.session.remove(key);
  return true;
}
