/**
 * Whether the page is dark: by what is painted behind the composer, and where
 * nothing is painted by the colour scheme that the page follows.
 */
export function isDark(element: HTMLElement): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement ?? outer(at)) {
    const painted = brightness(at.ownerDocument.defaultView?.getComputedStyle(at).backgroundColor ?? "");
    if (painted !== null) return painted < 0.4;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches && followsScheme(element.ownerDocument);
}

function outer(element: Element): Element | null {
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** A page that declares no dark scheme keeps a white canvas. */
function followsScheme(page: Document): boolean {
  return page.defaultView?.getComputedStyle(page.documentElement).colorScheme.includes("dark") ?? false;
}

/** From 0 to 1; `null` for a colour that lets most of what is behind through. */
function brightness(color: string): number | null {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null;
  const most = color.startsWith("rgb") ? 255 : 1;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / most;
}
