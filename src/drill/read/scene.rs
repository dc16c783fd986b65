//! Reads a drill file: TOML in, a [`Drill`] and the list of problems out, each
//! with its line. A drill with a problem is not played.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Lines;
use super::cues::CueData;
use crate::drill::cue::Cues;
use crate::drill::scene::{Ask, Buyer, Drill, Line, OrderFacts, Reaction, State, Step, Waits};
use crate::pack::Problem;
use crate::rule::Words;

impl Drill {
    /// Reads a drill. `shared` are the cues that every drill can use.
    pub fn parse(file: &str, toml: &str, shared: &Cues) -> (Option<Self>, Vec<Problem>) {
        let lines = Lines::new(file, toml);
        let data = match toml::from_str::<DrillData>(toml) {
            Ok(data) => data,
            Err(error) => return (None, vec![lines.error(&error)]),
        };
        let (drill, problems) = data.read(shared, &lines);
        (problems.is_empty().then_some(drill), problems)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DrillData {
    id: String,
    version: String,
    source: String,
    title: Words,
    brief: Vec<Words>,
    buyer: BuyerData,
    opening: Spanned<Vec<Pair>>,
    order: OrderData,
    waits: WaitsData,
    #[serde(default)]
    cues: BTreeMap<String, CueData>,
    feels: BTreeMap<Spanned<String>, i32>,
    asks: Vec<AskData>,
    greeting: Pair,
    empathy: Pair,
    #[serde(default)]
    always: Vec<ReactionData>,
    states: BTreeMap<String, StateData>,
}

/// `["简体", "繁體"]`
#[derive(Deserialize)]
struct Pair(String, String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BuyerData {
    name: Pair,
    mood: Spanned<i32>,
    state: Spanned<String>,
    lost: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrderData {
    number: String,
    status: Pair,
    item: Pair,
    spec: Pair,
    amount: Pair,
    art: String,
    created: u32,
    track: Vec<StepData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepData {
    ago: u32,
    text: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WaitsData {
    late: u32,
    sorry: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskData {
    cue: Spanned<String>,
    name: Words,
    worth: i32,
    better: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StateData {
    patience: Option<Spanned<u32>>,
    #[serde(default)]
    silence: Vec<Pair>,
    #[serde(default)]
    reactions: Vec<ReactionData>,
    end: Option<EndData>,
    #[serde(default)]
    say: Vec<Pair>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum EndData {
    Well,
    Badly,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReactionData {
    #[serde(default)]
    on: Vec<Spanned<String>>,
    #[serde(default)]
    any: Vec<Spanned<String>>,
    #[serde(default)]
    known: Vec<Spanned<String>>,
    #[serde(default)]
    unknown: Vec<Spanned<String>>,
    say: Spanned<Vec<Pair>>,
    go: Option<Spanned<String>>,
}

impl DrillData {
    fn read(self, shared: &Cues, lines: &Lines<'_>) -> (Drill, Vec<Problem>) {
        let (own, mut problems) = Cues::read(self.cues, shared, lines);
        let cues = shared.with(&own);
        let names: Vec<String> = self.states.keys().cloned().collect();
        let mut check = Check { cues: &cues, states: &names, lines, problems: &mut problems };

        if !(1..=10).contains(self.buyer.mood.get_ref()) {
            check.problem(self.buyer.mood.span().start, "a mood at the start is from 1 to 10");
        }
        if self.opening.get_ref().is_empty() {
            check.problem(self.opening.span().start, "a drill opens with at least one line");
        }
        let feels = self.feels.into_iter().map(|(cue, change)| {
            if cue.get_ref() != "silence" {
                check.cue(&cue);
            }
            (cue.into_inner(), change)
        });
        let feels = feels.collect();
        let buyer = Buyer {
            name: self.buyer.name.into(),
            mood: *self.buyer.mood.get_ref(),
            state: check.state(self.buyer.state),
            lost: check.state(self.buyer.lost),
        };
        let asks = self.asks.into_iter().map(|ask| {
            check.cue(&ask.cue);
            Ask {
                cue: ask.cue.into_inner(),
                name: ask.name,
                worth: ask.worth,
                better: ask.better.into(),
            }
        });
        let asks = asks.collect();
        let always = check.reactions(self.always);
        let states = self.states.into_iter().map(|(name, data)| (name, check.read(data)));
        let states = states.collect();
        let drill = Drill {
            id: self.id,
            version: self.version,
            source: self.source,
            title: self.title,
            brief: self.brief,
            buyer,
            opening: pairs(self.opening.into_inner()),
            order: self.order.into(),
            feels,
            always,
            states,
            asks,
            greeting: self.greeting.into(),
            empathy: self.empathy.into(),
            waits: Waits { late: self.waits.late, sorry: self.waits.sorry },
            cues,
        };
        (drill, problems)
    }
}

/// Checks that what is named exists.
struct Check<'a> {
    cues: &'a Cues,
    states: &'a [String],
    lines: &'a Lines<'a>,
    problems: &'a mut Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, at: usize, message: impl Into<String>) {
        self.problems.push(self.lines.problem(at, message));
    }

    fn cue(&mut self, name: &Spanned<String>) {
        if !self.cues.knows(name.get_ref()) {
            let message = format!("the cue `{}` is not defined", name.get_ref());
            self.problem(name.span().start, message);
        }
    }

    fn cues(&mut self, names: Vec<Spanned<String>>) -> Vec<String> {
        names.iter().for_each(|name| self.cue(name));
        names.into_iter().map(Spanned::into_inner).collect()
    }

    fn state(&mut self, name: Spanned<String>) -> String {
        if !self.states.contains(name.get_ref()) {
            let message = format!("there is no state `{}`", name.get_ref());
            self.problem(name.span().start, message);
        }
        name.into_inner()
    }

    fn reactions(&mut self, data: Vec<ReactionData>) -> Vec<Reaction> {
        let read = |reaction: ReactionData| {
            if reaction.say.get_ref().is_empty() {
                self.problem(reaction.say.span().start, "a reaction says at least one line");
            }
            Reaction {
                on: self.cues(reaction.on),
                any: self.cues(reaction.any),
                known: self.cues(reaction.known),
                unknown: self.cues(reaction.unknown),
                say: pairs(reaction.say.into_inner()),
                go: reaction.go.map(|name| self.state(name)),
            }
        };
        data.into_iter().map(read).collect()
    }

    fn read(&mut self, data: StateData) -> State {
        if let Some(patience) = &data.patience
            && data.silence.is_empty()
        {
            self.problem(patience.span().start, "who loses patience needs lines for `silence`");
        }
        State {
            patience: data.patience.map(Spanned::into_inner),
            silence: pairs(data.silence),
            reactions: self.reactions(data.reactions),
            end: data.end.map(|end| matches!(end, EndData::Well)),
            say: pairs(data.say),
        }
    }
}

fn pairs(data: Vec<Pair>) -> Vec<Line> {
    data.into_iter().map(Line::from).collect()
}

impl From<Pair> for Line {
    fn from(Pair(hans, hant): Pair) -> Self {
        Self { hans, hant }
    }
}

impl From<OrderData> for OrderFacts {
    fn from(data: OrderData) -> Self {
        let step = |StepData { ago, text }| Step { ago, text: text.into() };
        Self {
            number: data.number,
            status: data.status.into(),
            item: data.item.into(),
            spec: data.spec.into(),
            amount: data.amount.into(),
            art: data.art,
            created: data.created,
            track: data.track.into_iter().map(step).collect(),
        }
    }
}
