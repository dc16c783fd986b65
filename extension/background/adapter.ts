/**
 * The agent's own adapter of a page, asked for by its page script when it starts: it
 * may be the one that knows where the composer is, and without one there is no panel
 * that could say so. Content scripts do not read the storage themselves.
 */

/** Answers with the adapter that is kept, null where there is none; `null` for any other message. */
export function ownAdapter(message: unknown, sender: chrome.runtime.MessageSender): Promise<unknown> | null {
  if (sender.id !== chrome.runtime.id || sender.tab?.id === undefined || sender.frameId !== 0) return null;
  if (typeof message !== "object" || message === null) return null;
  const { type, id } = message as { type?: unknown; id?: unknown };
  if (type !== "deti-adapter" || typeof id !== "string" || !/^[a-z0-9-]{1,300}$/.test(id)) return null;
  return kept(`site:${id}`);
}

async function kept(key: string): Promise<unknown> {
  const record: unknown = (await chrome.storage.local.get(key))[key];
  return typeof record === "object" && record !== null && "adapter" in record ? record.adapter : null;
}
