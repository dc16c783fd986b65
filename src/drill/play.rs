//! One performance of a drill: what was said so far, how the buyer feels, and
//! what she writes next.

use std::collections::BTreeSet;

use super::chance::Chance;
use super::cue::Heard;
use super::scene::{Drill, Line, Reaction, State};
use crate::rule::Finding;
use crate::text::Script;

/// Milliseconds since the epoch, as the owner's clock has it.
type Millis = u64;

/// The cue of an agent who asks for a moment: it doubles her patience, once.
const HOLD: &str = "hold";

/// A play.
#[derive(Debug, Clone, PartialEq)]
pub struct Play {
    drill: Drill,
    script: Script,
    chance: Chance,
    state: String,
    mood: i32,
    heard: BTreeSet<String>,
    turns: Vec<Turn>,
    /// When the buyer's wait began, unless the agent spoke last.
    waiting_since: Option<Millis>,
    /// Since when nobody has written, for her patience.
    quiet_since: Millis,
    /// How many of the state's lines for silence are used up.
    silences: usize,
    /// Whether she was asked for a moment since she last wrote.
    held: bool,
    ending: Option<Ending>,
}

/// A message that the buyer is going to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Say {
    /// Milliseconds from now.
    pub after_ms: u32,
    /// What it says.
    pub text: String,
}

/// How a play ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// Whether the buyer is content.
    pub well: bool,
    /// The mood at the end, 0 to 10.
    pub mood: i32,
}

/// Something said in a play.
#[derive(Debug, Clone, PartialEq)]
pub enum Turn {
    /// By the buyer.
    Buyer(BuyerLine),
    /// By the agent.
    Agent(AgentLine),
}

/// A line of the buyer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuyerLine {
    /// What it says.
    pub text: String,
    /// When it appears.
    pub at: Millis,
    /// Whether it was written into a silence.
    pub into_silence: bool,
}

/// A line of the agent.
#[derive(Debug, Clone, PartialEq)]
pub struct AgentLine {
    /// What it says.
    pub text: String,
    /// When it was sent.
    pub at: Millis,
    /// How long the buyer had waited, if she did.
    pub waited: Option<Millis>,
    /// What it amounts to.
    pub heard: Vec<Heard>,
    /// What the live rules found in it.
    pub findings: Vec<Finding>,
}

impl Play {
    /// Starts a drill: the play, and what the buyer opens with.
    pub fn start(drill: Drill, script: Script, seed: u64, now: Millis) -> (Self, Vec<Say>) {
        let mut play = Self {
            state: drill.buyer.state.clone(),
            mood: drill.buyer.mood,
            script,
            chance: Chance::new(seed),
            heard: BTreeSet::new(),
            turns: Vec::new(),
            waiting_since: None,
            quiet_since: now,
            silences: 0,
            held: false,
            ending: None,
            drill,
        };
        let opening = play.drill.opening.clone();
        let said = play.says(&opening, now, false);
        (play, said)
    }

    /// The agent sent a line; `findings` are those of the live rules on it.
    pub fn hear(&mut self, line: &str, findings: &[Finding], now: Millis) -> Vec<Say> {
        if self.ending.is_some() {
            return Vec::new();
        }
        let heard = self.drill.cues.hear(line, findings);
        for Heard { cue, .. } in &heard {
            let first = self.heard.insert(cue.clone());
            let change = self.drill.feels.get(cue).copied().unwrap_or(0);
            if first || change < 0 {
                self.feel(change);
            }
        }
        let here: Vec<&str> = heard.iter().map(|heard| heard.cue.as_str()).collect();
        let reaction = self.reaction(&here).cloned();
        self.held = !self.held && here.contains(&HOLD);
        self.quiet_since = now;
        let waited = self.waiting_since.take().map(|since| now.saturating_sub(since));
        let findings = findings.to_vec();
        self.turns.push(Turn::Agent(AgentLine {
            text: line.to_owned(),
            at: now,
            waited,
            heard,
            findings,
        }));
        if self.mood <= 0 {
            return self.lose(now);
        }
        let Some(Reaction { say, go, .. }) = reaction else { return Vec::new() };
        if let Some(state) = go {
            self.enter(state);
        }
        let place = self.chance.below(say.len());
        let chosen = say.get(place..=place).unwrap_or_default();
        self.says(chosen, now, false)
    }

    /// Time has passed: what the buyer writes into a silence, if it is time.
    pub fn wait(&mut self, now: Millis) -> Vec<Say> {
        if self.wake_at().is_none_or(|at| now < at) {
            return Vec::new();
        }
        self.feel(self.drill.feels.get("silence").copied().unwrap_or(0));
        let line = self.at().and_then(|state| state.silence.get(self.silences)).cloned();
        self.silences += 1;
        self.held = false;
        match line {
            Some(line) if self.mood > 0 => self.says(&[line], now, true),
            _ => self.lose(now),
        }
    }

    /// When [`wait`](Self::wait) will next have something to say.
    pub fn wake_at(&self) -> Option<Millis> {
        let patience = u64::from(self.at()?.patience?) * 1000;
        let patience = if self.held { patience * 2 } else { patience };
        self.ending.is_none().then_some(self.quiet_since + patience)
    }

    /// How the play ended, once it has.
    pub fn ended(&self) -> Option<Ending> {
        self.ending
    }

    /// How the buyer feels, from 0 to 10.
    pub fn mood(&self) -> i32 {
        self.mood
    }

    /// What was said, in order.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// When the wait that is going on began.
    pub fn waiting_since(&self) -> Option<Millis> {
        self.waiting_since
    }

    /// The drill that is played.
    pub fn drill(&self) -> &Drill {
        &self.drill
    }

    /// The script that the buyer writes in.
    pub fn script(&self) -> Script {
        self.script
    }

    fn at(&self) -> Option<&State> {
        self.drill.states.get(&self.state)
    }

    fn reaction(&self, here: &[&str]) -> Option<&Reaction> {
        let now = |cue: &String| here.contains(&cue.as_str());
        let fits = |reaction: &&Reaction| {
            reaction.on.iter().all(now)
                && (reaction.any.is_empty() || reaction.any.iter().any(now))
                && reaction.known.iter().all(|cue| self.heard.contains(cue))
                && !reaction.unknown.iter().any(|cue| self.heard.contains(cue))
        };
        let own = self.at().map(|state| state.reactions.as_slice()).unwrap_or_default();
        self.drill.always.iter().chain(own).find(fits)
    }

    fn feel(&mut self, change: i32) {
        self.mood = (self.mood + change).clamp(0, 10);
    }

    fn enter(&mut self, state: String) {
        if state != self.state {
            self.silences = 0;
        }
        self.state = state;
        if let Some(well) = self.at().and_then(|state| state.end) {
            self.ending = Some(Ending { well, mood: self.mood });
        }
    }

    fn lose(&mut self, now: Millis) -> Vec<Say> {
        self.enter(self.drill.buyer.lost.clone());
        self.ending.get_or_insert(Ending { well: false, mood: self.mood });
        let parting = self.at().map(|state| state.say.clone()).unwrap_or_default();
        self.says(&parting, now, false)
    }

    /// The buyer types her lines one after the other.
    fn says(&mut self, lines: &[Line], now: Millis, into_silence: bool) -> Vec<Say> {
        let mut after = 0;
        let mut said = Vec::new();
        for line in lines {
            let text = line.in_script(self.script).to_owned();
            after += self.typing(&text);
            let at = now + u64::from(after);
            self.waiting_since.get_or_insert(at);
            self.quiet_since = at;
            self.turns.push(Turn::Buyer(BuyerLine { text: text.clone(), at, into_silence }));
            said.push(Say { after_ms: after, text });
        }
        said
    }

    /// How long she takes: to read, then to type.
    fn typing(&mut self, text: &str) -> u32 {
        let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let pause = u32::try_from(self.chance.below(700)).unwrap_or(0);
        900 + pause + characters.min(40) * 80
    }
}
