/**
 * Whether anybody may type into the box now. A console makes its box read-only while a
 * conversation is closed or handed over, and setting its value would write past that.
 */
export function isWritable(element: HTMLElement): boolean {
  if (element.getAttribute("aria-readonly") === "true" || element.getAttribute("aria-disabled") === "true") return false;
  return element.matches(":read-write");
}
