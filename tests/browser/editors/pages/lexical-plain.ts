/** Lexical for plain text. */
import { registerPlainText } from "@lexical/plain-text";
import { lexical } from "../lexical.ts";

lexical(registerPlainText);
