/** The table of scenes. */

import type { Scene } from "../scene.ts";
import { consoles } from "./console.ts";

export const scenes: Scene[] = [...consoles];
