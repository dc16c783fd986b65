/** A input whose value React holds. */
import { reactValue } from "../react-value.ts";

reactValue("input");
