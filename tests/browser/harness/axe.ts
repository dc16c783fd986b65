/** What axe has to say about a document. */

import { readFileSync } from "node:fs";
import type { Frame, Page } from "puppeteer-core";

interface AxeFinding {
  id: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe finds wrong in a document, or in a part of it. */
export async function axe(place: Frame | Page, part?: string): Promise<string[]> {
  await place.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
  const violations = await place.evaluate(async (part) => {
    const { axe } = window as unknown as {
      axe: { run(root: Document | Element | null): Promise<{ violations: AxeFinding[] }> };
    };
    return (await axe.run(part === undefined ? document : document.querySelector(part))).violations;
  }, part);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
}
