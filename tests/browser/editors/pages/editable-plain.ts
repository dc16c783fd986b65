/** A contenteditable for plain text only. */
import { editable } from "../editable.ts";

editable("plaintext-only", { whiteSpace: "pre-wrap" });
