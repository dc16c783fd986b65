/**
 * Puts a text on the clipboard for the agent, who asked for a write that the composer did not take,
 * or for the copy itself; whether it is there.
 */
export async function copy(text: string, slot: HTMLElement, giveBack: () => void): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without the focus in this document, the old way still works.
    const area = document.createElement("textarea");
    area.value = text;
    slot.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    giveBack();
    return copied;
  }
}
