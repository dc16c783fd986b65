/** A contenteditable `pre`, as two of the consoles have it. */
import { editable } from "../editable.ts";

editable("true", { whiteSpace: "pre-wrap" }, "pre");
