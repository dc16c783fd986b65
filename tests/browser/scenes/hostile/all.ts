/** Pages that are not to be trusted. */

import type { Scene } from "../../scene.ts";
import { documents } from "./documents.ts";
import { forgeries, tampering } from "./tampering.ts";
import { overlay, readers } from "./overlay.ts";
import { panel } from "./panel.ts";
import { text } from "./text.ts";
import { sandboxed, underPolicies } from "./policies.ts";

export const hostile: Scene[] = [...panel, ...underPolicies, ...sandboxed, ...overlay, ...readers, ...documents, ...tampering, ...forgeries, ...text];
