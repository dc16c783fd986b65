//! Packs about unpaid orders: the header, and then `[[reminder]]`s, `[[limits]]`,
//! what buyers say (`[[said]]`) and what agents promise (`[[promise]]`).
//!
//! A pack that presses, asks why, or leaves no way out does not load: what goes
//! to a buyer under the shop's name is not left to good intentions.

use std::collections::BTreeMap;

use crate::order::{Cause, Ear, Limits, Meaning, Reminder, Said, Setting, named, number_within};
use crate::pack::Problem;
use crate::phrase::fold;
use crate::promise::Pledge;
use crate::reply::entries::{Entry, Reading};
use crate::reply::problems_of_body;
use crate::text::simplify;

/// Every reminder ends with one of these, simplified.
const WAYS_OUT: &[&str] = &["请忽略", "不必理会", "无需理会"];

/// What no reminder says, simplified: asking why, and urgency without a fact.
const NEVER: &[&str] = &[
    "为什么还",
    "怎么还没",
    "为何还",
    "赶紧",
    "赶快",
    "马上付",
    "立即付",
    "最后机会",
    "即将售罄",
    "仅剩",
    "只剩",
    "库存紧张",
    "过时不候",
];

/// What a pack about unpaid orders holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pack {
    /// The words.
    pub reminders: Vec<Reminder>,
    /// The limits.
    pub limits: Vec<Setting>,
    /// How what buyers say is recognised.
    pub said: Vec<Said>,
    /// How what agents promise is recognised.
    pub promises: Vec<Pledge>,
}

/// What a pack of reminders consists of.
const KINDS: [&str; 4] = ["reminder", "limits", "said", "promise"];

/// Reads a pack of reminders. An entry with a problem is left out; the others are
/// there.
pub fn parse(file: &str, text: &str) -> (Pack, Vec<Problem>) {
    let mut reading = Reading::new(file, text);
    let mut pack = Pack::default();
    for (kind, table) in reading.tables(&KINDS) {
        let (line, wrong) = match KINDS[kind] {
            "reminder" => {
                let Some(Entry { line, value }) = reading.read::<Reminder>(table) else { continue };
                let mut wrong = problems_of(&value);
                if pack.reminders.iter().any(|other| other.id == value.id) {
                    wrong.push(format!("a second reminder has the id `{}`", value.id));
                }
                if wrong.is_empty() {
                    pack.reminders.push(value);
                }
                (line, wrong)
            }
            "limits" => {
                let Some(Entry { line, value }) = reading.read::<BTreeMap<String, Given>>(table)
                else {
                    continue;
                };
                (line, limits(value, &mut pack.limits))
            }
            "said" => {
                let Some(Entry { line, value }) = reading.read::<Said>(table) else { continue };
                let wrong = problems_of_said(&value);
                pack.said.push(value);
                (line, wrong)
            }
            _ => {
                let Some(Entry { line, value }) = reading.read::<Pledge>(table) else { continue };
                let wrong = value.problems();
                pack.promises.push(value);
                (line, wrong)
            }
        };
        for message in wrong {
            reading.problem(line, message);
        }
    }
    if pack.said.iter().any(|said| !said.yes.is_empty() || !said.no.is_empty()) {
        for message in wrongly_heard(&pack.said) {
            reading.problem(0, message);
        }
    }
    (pack, reading.finish())
}

/// A value as it is written in a file: text, a number, yes or no.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Given {
    Number(u32),
    Flag(bool),
    Text(String),
}

/// Takes in one table of limits; says what is wrong with it.
fn limits(table: BTreeMap<String, Given>, all: &mut Vec<Setting>) -> Vec<String> {
    let text = |given: &Given| match given {
        Given::Number(number) => number.to_string(),
        Given::Flag(flag) => flag.to_string(),
        Given::Text(text) => text.clone(),
    };
    let platform = table.get("platform").map(text).unwrap_or_default();
    let mut wrong = Vec::new();
    for (name, given) in table.iter().filter(|(name, _)| *name != "platform") {
        let setting =
            Setting { platform: platform.clone(), name: name.clone(), value: text(given) };
        match Limits::default().set(name, &setting.value) {
            Ok(()) => all.push(setting),
            Err(wrong_how) => wrong.push(wrong_how.said(name)),
        }
    }
    wrong
}

fn problems_of_said(said: &Said) -> Vec<String> {
    let mut wrong = Vec::new();
    let later = said.means == Meaning::Later;
    if later && named(&said.when, 1).is_none() {
        wrong.push(format!("`when = \"{}\"` names no time", said.when));
    }
    if !later && !said.when.is_empty() {
        wrong.push("only what is for later has a `when`".to_owned());
    }
    if said.any.is_empty() || said.yes.is_empty() || said.no.is_empty() {
        wrong.push("a meaning needs phrases in `any`, and sentences in `yes` and `no`".to_owned());
    }
    wrong
}

/// The sentences of all meanings against all of them together.
fn wrongly_heard(said: &[Said]) -> Vec<String> {
    let ear = Ear(said.to_vec());
    let mut wrong = Vec::new();
    for entry in said {
        let name = if entry.when.is_empty() { entry.means.name() } else { entry.when.as_str() };
        let means_it = |text: &String| {
            ear.listen(text, 0).into_iter().any(|heard| {
                let number = number_within(&fold(&heard.words)).unwrap_or(1);
                heard.meaning == entry.means && heard.when == named(&entry.when, number)
            })
        };
        let missed = entry.yes.iter().filter(|text| !means_it(text));
        wrong.extend(missed.map(|text| format!("“{text}” should mean `{name}` and does not")));
        let met = entry.no.iter().filter(|text| means_it(text));
        wrong.extend(met.map(|text| format!("“{text}” means `{name}` and should not")));
    }
    wrong
}

fn problems_of(reminder: &Reminder) -> Vec<String> {
    let id = &reminder.id;
    let mut wrong = problems_of_body(id, &reminder.body);
    if id.is_empty() || reminder.source.trim().is_empty() {
        wrong.push(format!("`{id}` needs an id and a source"));
    }
    for body in [&reminder.body.hans, &reminder.body.hant] {
        let said = simplify(body);
        let end = said.rsplit(['。', '！', '!', '？', '\n']).find(|part| !part.trim().is_empty());
        // Who wants it no longer is thanked, and asked for nothing.
        let asks = reminder.cause != Cause::Unwanted;
        if asks && !end.is_some_and(|end| WAYS_OUT.iter().any(|out| end.contains(out))) {
            wrong.push(format!("`{id}` must end with a way out, such as 若已不需要，请忽略"));
        }
        for never in NEVER.iter().filter(|never| said.contains(**never)) {
            wrong.push(format!("`{id}` says “{never}”: a reminder neither presses nor asks why"));
        }
    }
    wrong
}
