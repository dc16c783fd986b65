//! Packs of reminders: the header, and then a `[[reminder]]` for each.
//!
//! A pack that presses, asks why, or leaves no way out does not load: what goes
//! to a buyer under the shop's name is not left to good intentions.

use crate::order::Reminder;
use crate::pack::Problem;
use crate::reply::entries::Reading;
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

/// Reads a pack of reminders. A reminder with a problem is left out; the others
/// are there.
pub fn parse(file: &str, text: &str) -> (Vec<Reminder>, Vec<Problem>) {
    let mut reading = Reading::new(file, text);
    let mut reminders: Vec<Reminder> = Vec::new();
    for entry in reading.entries::<Reminder>("reminder") {
        let mut wrong = problems_of(&entry.value);
        if reminders.iter().any(|other| other.id == entry.value.id) {
            wrong.push(format!("a second reminder has the id `{}`", entry.value.id));
        }
        if wrong.is_empty() {
            reminders.push(entry.value);
        }
        for message in wrong {
            reading.problem(entry.line, message);
        }
    }
    (reminders, reading.finish())
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
        if !end.is_some_and(|end| WAYS_OUT.iter().any(|out| end.contains(out))) {
            wrong.push(format!("`{id}` must end with a way out, such as 若已不需要，请忽略"));
        }
        for never in NEVER.iter().filter(|never| said.contains(**never)) {
            wrong.push(format!("`{id}` says “{never}”: a reminder neither presses nor asks why"));
        }
    }
    wrong
}
