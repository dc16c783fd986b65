/** Builds elements. Text goes in as text; nothing here reads markup. */

type Child = Node | string;

/** An element with classes (`"a b"`), attributes and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  classes: string,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Writes a text only where it differs, so that observers hear of real changes. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
