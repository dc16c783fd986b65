/** The table of scenes. */

import type { Scene } from "../scene.ts";
import { board } from "./board.ts";
import { caret } from "./caret.ts";
import { check } from "./check.ts";
import { consoles } from "./console.ts";
import { cost } from "./cost.ts";
import { daily } from "./daily.ts";
import { desk } from "./desk.ts";
import { editors } from "./editors.ts";
import { faults } from "./faults.ts";
import { guard } from "./guard.ts";
import { hostile } from "./hostile/all.ts";
import { ime } from "./ime.ts";
import { keeping } from "./keeping.ts";
import { library } from "./library.ts";
import { life } from "./life.ts";
import { due } from "./due.ts";
import { look } from "./look.ts";
import { mending } from "./mending.ts";
import { orders } from "./orders.ts";
import { pauses } from "./pause.ts";
import { place } from "./place.ts";
import { pointing } from "./pointing.ts";
import { reminders } from "./reminders.ts";
import { replicas } from "./replicas.ts";
import { replies } from "./replies.ts";
import { sites } from "./sites.ts";
import { training } from "./training.ts";
import { where } from "./where.ts";

export const scenes: Scene[] = [
  ...consoles,
  ...check,
  ...guard,
  ...ime,
  ...hostile,
  ...life,
  ...cost,
  ...faults,
  ...replies,
  ...orders,
  ...board,
  ...daily,
  ...reminders,
  ...desk,
  ...due,
  ...caret,
  ...library,
  ...keeping,
  ...editors,
  ...place,
  ...sites,
  ...where,
  ...pauses,
  ...replicas,
  ...mending,
  ...pointing,
  ...look,
  ...training,
];
