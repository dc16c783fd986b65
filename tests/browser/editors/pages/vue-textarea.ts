/** A textarea whose value Vue holds. */
import { vueValue } from "../vue-value.ts";

vueValue("textarea");
