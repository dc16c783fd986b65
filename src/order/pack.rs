//! Packs about unpaid orders: the header, and then `[[reminder]]`s, `[[limits]]`,
//! what buyers say (`[[said]]`) and what agents promise (`[[promise]]`).
//!
//! A pack that presses, asks why, or leaves no way out does not load: what goes
//! to a buyer under the shop's name is not left to good intentions.

use std::collections::BTreeMap;

use crate::order::platform::{platform_named, platforms};
use crate::order::{
    Cause, Ear, Limits, Meaning, Occasion, Reminder, SAID, Said, Setting, named, when,
};
use crate::pack::Problem;
use crate::promise::{Pledge, Pledges};
use crate::reply::entries::{Entry, Reading};
use crate::reply::problems_of_body;
use crate::rule::{self, Checker, Nearby, Saying, Vocabulary, hint};
use crate::saying::Means;
use crate::shop::Shop;
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
    /// What the two of them speak of.
    pub vocabulary: Vocabulary,
}

/// What a pack of reminders consists of.
const KINDS: [&str; 6] = ["reminder", "limits", "said", "words", "context", "promise"];

/// Words that phrases call by a name.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
    any: Vec<String>,
}

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
                pack.said.push(Said { line, ..value });
                (line, wrong)
            }
            "words" => {
                let Some(Entry { value, .. }) = reading.read::<Named>(table) else { continue };
                pack.vocabulary.words.insert(value.name, value.any);
                continue;
            }
            "context" => {
                let Some(Entry { value, .. }) = reading.read::<Nearby>(table) else { continue };
                pack.vocabulary.contexts.push(value);
                continue;
            }
            _ => {
                let Some(Entry { line, value }) = reading.read::<Pledge>(table) else { continue };
                let wrong = value.problems();
                pack.promises.push(Pledge { line, ..value });
                (line, wrong)
            }
        };
        for message in wrong {
            reading.problem(line, message);
        }
    }
    for problem in uncompiled(&pack) {
        reading.problem(problem.line, problem.message);
    }
    for message in wrongly_heard(&pack).into_iter().chain(wrongly_promised(&pack)) {
        reading.problem(0, message);
    }
    (pack, reading.finish())
}

/// A value as it is written in a file: text, a number, yes or no.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Given {
    Number(i64),
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
    let name = table.get("platform").map(text).unwrap_or_default();
    let (platform, known) = platform_named(&name);
    // A console that no adapter is for goes by its address.
    if !(known || name.is_empty() || platform.starts_with("at-")) {
        let hint = hint(&platform, platforms());
        return vec![format!("no platform is called `{name}`{hint}")];
    }
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
    if later && said.when != SAID && named(&said.when, 1).is_none() {
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

/// Phrases that are none, names that nothing has.
fn uncompiled(pack: &Pack) -> Vec<Problem> {
    let said = pack.said.iter().map(Means::saying);
    let sayings: Vec<Saying<'_>> = said.chain(pack.promises.iter().map(Means::saying)).collect();
    let pack = rule::Pack::of_sayings("", &pack.vocabulary, sayings);
    Checker::new(&[pack], &Shop::default()).1
}

/// The sentences of all meanings against all of them together.
fn wrongly_heard(pack: &Pack) -> Vec<String> {
    let mut ear = Ear::default();
    ear.learn(pack.vocabulary.clone(), pack.said.clone());
    let mut wrong = Vec::new();
    for entry in &pack.said {
        let name = if entry.when.is_empty() { entry.means.name() } else { entry.when.as_str() };
        let means_it = |text: &String| {
            ear.listen(text, 0).into_iter().any(|heard| {
                let then = || heard.when == Some(when(&entry.when, &heard.words));
                heard.meaning == entry.means && (entry.when.is_empty() || then())
            })
        };
        let missed = entry.yes.iter().filter(|text| !means_it(text));
        wrong.extend(missed.map(|text| format!("“{text}” should mean `{name}` and does not")));
        let met = entry.no.iter().filter(|text| means_it(text));
        wrong.extend(met.map(|text| format!("“{text}” means `{name}` and should not")));
    }
    wrong
}

fn wrongly_promised(pack: &Pack) -> Vec<String> {
    let mut pledges = Pledges::default();
    pledges.learn(pack.vocabulary.clone(), pack.promises.clone());
    pledges.wrong()
}

fn problems_of(reminder: &Reminder) -> Vec<String> {
    let id = &reminder.id;
    let mut wrong = problems_of_body(id, &reminder.body);
    let several = matches!(reminder.occasion, Occasion::Several | Occasion::SeveralAgain);
    if several && !reminder.is_for_all() {
        wrong.push(format!("`{id}` is for several orders and must say how many: {{orders}}"));
    }
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
