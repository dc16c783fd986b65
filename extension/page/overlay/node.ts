/** An element of the overlay. Whatever a person wrote gets in as text, never as HTML. */
export function node(tag: string, name: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
  if (name !== "") element.className = name;
  element.textContent = text;
  return element;
}
