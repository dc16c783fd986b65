/** The bar over the console: the shop, the figures, and that this is practice. */

import { el } from "./dom.ts";
import type { Shop } from "./shop.ts";

const VARIANTS = [
  ["index.html", "training"],
  ["console.html", "plain"],
  ["strict.html", "strict"],
  ["editable.html", "editable"],
  ["frame.html", "frame"],
] as const;

export function topBar(shop: Shop): HTMLElement {
  const { words } = shop;
  const here = location.pathname.split("/").at(-1) || "index.html";
  const links = VARIANTS.map(([file, word]) =>
    el(
      "a",
      "",
      { href: `./${file}${location.search}`, ...(file === here ? { "aria-current": "page" } : {}) },
      words[word],
    ),
  );
  const figures = shop.figures.map(({ name, value }) =>
    el("span", "figure", {}, name, " ", el("b", "", {}, value)),
  );
  return el(
    "header",
    "top",
    {},
    el("span", "shop", {}, shop.shop),
    el("span", "agent", {}, `${shop.agent} · ${words.online}`),
    el("span", "figures", {}, ...figures),
    el("span", "sandbox", { title: words.sandboxNote }, words.sandbox),
    el("nav", "variants", { "aria-label": words.variants }, ...links),
  );
}
