/** Puts a text on the clipboard for the agent, who asked for a write that the composer did not take. */
export async function copy(text: string, slot: HTMLElement, giveBack: () => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without the focus in this document, the old way still works.
    const area = document.createElement("textarea");
    area.value = text;
    slot.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    giveBack();
  }
}
