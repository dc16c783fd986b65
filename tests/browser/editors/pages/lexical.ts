/** Lexical for rich text. */
import { registerRichText } from "@lexical/rich-text";
import { lexical } from "../lexical.ts";

lexical(registerRichText);
