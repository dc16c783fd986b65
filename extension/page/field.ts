/**
 * Whether an element of the page is typed in, so that its keys are its own.
 *
 * What cannot be looked into counts as a field: a closed component, a frame of
 * another origin, a plug-in.
 */

const TYPED_IN = "input, textarea, select, iframe, frame, object, embed";

/** The roles that a page gives to what it has made a field of. */
const ROLES = ["textbox", "searchbox", "combobox", "spinbutton", "application"].map((role) => `[role="${role}"]`).join();

export function isField(element: Element): boolean {
  if ((element as HTMLElement).isContentEditable) return true;
  if (element.matches?.(TYPED_IN) !== false || element.closest(ROLES) !== null) return true;
  return element.localName.includes("-") && element.shadowRoot === null;
}
