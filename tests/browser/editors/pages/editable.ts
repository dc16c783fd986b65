/** A contenteditable whose lines the browser makes into blocks. */
import { editable } from "../editable.ts";

editable("true");
