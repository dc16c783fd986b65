/** A textarea whose value React holds. */
import { reactValue } from "../react-value.ts";

reactValue("textarea");
