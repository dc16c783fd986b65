/**
 * Underlines for a contenteditable.
 *
 * The text stands in the page's own nodes, which are not ours to wrap; the
 * browser paints registered ranges instead. They are registered with the
 * document that owns the text, under the names that `highlight.css` styles.
 */
import sheetText from "../highlight.css";
import type { EditableComposer } from "../composer/editable.ts";
import type { Life } from "../life.ts";
import { constructorsOf, unveiled } from "../realm.ts";
import type { Level, Mark } from "../wire.ts";

const NAMES: Record<Level, string> = { block: "deti-block", warn: "deti-warn", tip: "deti-tip" };

type HighlightWindow = Window & { CSS: typeof CSS; Highlight: typeof Highlight };

/** @param sheet The style sheet to link, where the browser does not inject it. */
export function linkSheet(life: Life, page: Document, sheet: string | null): void {
  if (sheet === null) return;
  const link = page.createElement("link");
  link.rel = "stylesheet";
  link.href = sheet;
  (page.head ?? page.documentElement).append(link);
  life.onEnd(() => link.remove());
}

/** Puts the style into an open shadow root, where the document's does not reach. */
export function adoptSheet(life: Life, root: ShadowRoot): void {
  const { CSSStyleSheet } = constructorsOf(root.ownerDocument.defaultView ?? window);
  const { adoptedStyleSheets } = unveiled(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText.replaceAll("[data-deti-dark]", ":host([data-deti-dark])"));
  adoptedStyleSheets.push(sheet);
  life.onEnd(() => {
    const at = adoptedStyleSheets.indexOf(sheet);
    if (at >= 0) adoptedStyleSheets.splice(at, 1);
  });
}

export function paintHighlights(composer: EditableComposer, text: string, marks: readonly Mark[]): void {
  const view = composer.element.ownerDocument.defaultView as HighlightWindow | null;
  if (view === null || !("highlights" in view.CSS)) return;
  const model = composer.model();
  const current = model.text === text ? marks : [];
  for (const [level, name] of Object.entries(NAMES)) {
    const ranges = current
      .filter((mark) => mark.level === level && mark.end <= text.length)
      .map((mark) => composer.range(model, mark.start, mark.end));
    if (ranges.length > 0) view.CSS.highlights.set(name, new view.Highlight(...ranges));
    else view.CSS.highlights.delete(name);
  }
}
