/** A contenteditable whose lines are ended by breaks. */
import { editable } from "../editable.ts";

document.execCommand("defaultParagraphSeparator", false, "br");
editable("true");
