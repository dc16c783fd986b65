/**
 * What a site adapter says, as TypeScript sees it, and how its slots are found.
 *
 * An adapter is data (`extension/sites/*.json`): ordered CSS candidates for
 * each slot, and readers for values. It cannot say press, type or send.
 */

/** CSS selectors, best first. */
export type Candidates = readonly string[];

export interface Reader {
  css?: Candidates;
  read: "text" | "own-text" | "attribute";
  attribute?: string;
  match?: string;
}

export interface Adapter {
  id: string;
  announce?: boolean;
  frames?: Candidates;
  composer: Candidates;
  send: Candidates;
  sendKeys?: readonly string[];
  conversation?: {
    key: Reader;
    buyer: Reader;
    messages: Candidates;
    id?: Reader;
    text: Reader;
    time?: Reader;
    roles: { buyer?: Candidates; agent?: Candidates; bot?: Candidates; system?: Candidates };
  };
  orders?: {
    within: Candidates;
    only?: Candidates;
    cards: Candidates;
    number: Reader;
    buyer?: Reader;
    status: Reader;
    item?: Reader;
    amount?: Reader;
    created?: Reader;
    closes?: Reader;
    tracking?: Reader;
  };
  rows?: {
    all: Candidates;
    key: Reader;
    buyer: Reader;
    preview?: Reader;
    time?: Reader;
    /** Selectors that a row matches while its buyer waits for an answer. */
    waiting?: Candidates;
    /** Selectors that a row matches while its buyer is online. */
    online?: Candidates;
  };
}

/** The elements of the first candidate that matches anything. */
export function findAll(within: ParentNode, candidates: Candidates): HTMLElement[] {
  for (const css of candidates) {
    const found = within.querySelectorAll<HTMLElement>(css);
    if (found.length > 0) return [...found];
  }
  return [];
}

export function findFirst(within: ParentNode, candidates: Candidates): HTMLElement | null {
  for (const css of candidates) {
    const found = within.querySelector<HTMLElement>(css);
    if (found !== null) return found;
  }
  return null;
}

/** Whether the element has a box on the page. */
export function isShown(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}
