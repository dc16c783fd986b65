/**
 * The desk in a window of its own: one of them. Asked for again, it comes to
 * the front with what is written in it.
 */

/** Where it is within the extension. */
const PAGE = "desk/desk.html";

/** Which window it is; session storage lasts as long as the numbers of windows do. */
const KEY = "desk";

/** Wide enough for the box beside the panel. */
const SIZE = { width: 1040, height: 640 };

/** Its address. */
export function deskAddress(): string {
  return chrome.runtime.getURL(PAGE);
}

/** One after the other: two at once would open two. */
let opening: Promise<void> = Promise.resolve();

/** Opens it, or brings it to the front. */
export function openDesk(): Promise<void> {
  opening = opening.then(open, open);
  return opening;
}

async function open(): Promise<void> {
  const known: unknown = (await chrome.storage.session.get(KEY))[KEY];
  if (typeof known === "number" && (await bringToFront(known))) return;
  const { id } = (await chrome.windows.create({ url: deskAddress(), type: "popup", ...SIZE })) ?? {};
  if (id !== undefined) await chrome.storage.session.set({ [KEY]: id });
}

/** Whether it is still there. */
async function bringToFront(id: number): Promise<boolean> {
  try {
    await chrome.windows.update(id, { focused: true });
    return true;
  } catch {
    return false;
  }
}
