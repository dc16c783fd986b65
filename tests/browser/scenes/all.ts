/** The table of scenes. */

import type { Scene } from "../scene.ts";
import { caret } from "./caret.ts";
import { check } from "./check.ts";
import { consoles } from "./console.ts";
import { editors } from "./editors.ts";
import { guard } from "./guard.ts";
import { hostile } from "./hostile.ts";
import { ime } from "./ime.ts";
import { keeping } from "./keeping.ts";
import { library } from "./library.ts";
import { life } from "./life.ts";
import { due } from "./due.ts";
import { look } from "./look.ts";
import { orders } from "./orders.ts";
import { place } from "./place.ts";
import { replies } from "./replies.ts";
import { training } from "./training.ts";

export const scenes: Scene[] = [
  ...consoles,
  ...check,
  ...guard,
  ...ime,
  ...hostile,
  ...life,
  ...replies,
  ...orders,
  ...due,
  ...caret,
  ...library,
  ...keeping,
  ...editors,
  ...place,
  ...look,
  ...training,
];
