//! An adapter that did not ship: one of the agent's own, or from a file.
//!
//! It is held against the same format as those that ship, and against bounds that
//! theirs keep by themselves: it names its hosts, is no longer than it must be, and
//! changes nothing but where things are found and which keys send; the keys are said
//! wherever it is shown. It lies over what is known of the page: the slots that it has
//! count, the others stay as they were.

use super::schema::{self, Problem};
use super::slot::Slot;
use super::spelled;
use crate::record::Value;

/// So many values it may have, lists and names included.
const MOST_VALUES: usize = 3_000;

/// So many characters a text in it may have.
const LONGEST: usize = 400;

/// So many characters its title.
const LONGEST_TITLE: usize = 60;

/// So many places a slot may have, and so many surfaces an adapter.
const MOST_PLACES: usize = 24;

/// Words that are for adapters that ship.
const NOT_OWN: &[&str] = &["announce", "own", "verified"];

/// Words of a surface that are, too: by them a page is not looked at, or in part, or the
/// composer is whatever has the focus. The page side passes over them.
const NOT_OWN_SURFACE: &[&str] = &["away", "focused", "scope"];

/// A file's brackets may be so deep in each other.
const DEEPEST: usize = 40;

/// Whether a file's text can be read at all: one whose brackets are deep in each other
/// would take a reader down that follows them.
pub fn is_shallow(text: &str) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '[' | '{' if !quoted => depth += 1,
            ']' | '}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return false;
        }
    }
    true
}

/// An adapter of the agent's own that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// The console's id: what is kept of its orders is kept under it.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The match patterns of its pages.
    pub matches: Vec<String>,
    /// The slots that it has.
    pub slots: Vec<Slot>,
    /// The keys that it takes for sending, of each surface that says so: at no other key a
    /// message is held.
    pub keys: Vec<Vec<String>>,
    /// When it was last seen to hold, as the file says it.
    pub seen: String,
    /// The whole of it.
    pub value: Value,
}

/// Reads one, or says by place all that is wrong with it.
pub fn read(schema: &Value, value: &Value) -> Result<Own, Vec<Problem>> {
    if schema.get("properties").is_none() {
        return Err(vec![Problem::new("", "the format is not there: load the panel anew")]);
    }
    let mut problems = Vec::new();
    let mut left = MOST_VALUES;
    bound(value, "", &mut left, &mut problems);
    if left == 0 {
        problems.push(Problem::new("", "take something out: it is too long to be an adapter"));
    }
    // What is out of bounds is not looked at any closer.
    if problems.is_empty() {
        problems = schema::problems(schema, value);
    }
    if problems.is_empty() {
        problems = beyond(value);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let word = |name: &str| value.get(name).and_then(Value::as_text).unwrap_or_default().to_owned();
    let seen = value.get("evidence").and_then(Value::as_map).unwrap_or_default();
    let seen = seen.iter().filter_map(|(_, grade)| grade.get("seen")?.as_text()).max();
    Ok(Own {
        id: word("id"),
        title: word("title"),
        matches: surfaces(value).flat_map(matches).collect(),
        slots: Slot::ALL
            .into_iter()
            .filter(|slot| surfaces(value).any(|it| has(it, *slot)))
            .collect(),
        keys: keys(value),
        seen: seen.unwrap_or_default().to_owned(),
        value: value.clone(),
    })
}

fn surfaces(adapter: &Value) -> impl Iterator<Item = &Value> {
    adapter.get("surfaces").and_then(Value::as_list).unwrap_or_default().iter()
}

fn matches(surface: &Value) -> Vec<String> {
    let all = surface.get("matches").and_then(Value::as_list).unwrap_or_default();
    all.iter().filter_map(Value::as_text).map(str::to_owned).collect()
}

fn keys(adapter: &Value) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = surfaces(adapter)
        .filter_map(|it| it.get("sendKeys")?.as_list())
        .map(|keys| keys.iter().filter_map(Value::as_text).map(str::to_owned).collect())
        .collect();
    all.sort();
    all.dedup();
    all
}

/// Whether a surface has a slot.
fn has(surface: &Value, slot: Slot) -> bool {
    let of = |part: &str, name: &str| surface.get(part).is_some_and(|it| it.get(name).is_some());
    match slot {
        Slot::Composer => surface.get("composer").is_some(),
        Slot::Send => surface.get("send").and_then(Value::as_list).is_some_and(|it| !it.is_empty()),
        Slot::Key => of("conversation", "key"),
        Slot::Buyer => of("conversation", "buyer"),
        Slot::Messages => of("conversation", "messages"),
        Slot::Rows => surface.get("rows").is_some(),
        Slot::Orders => surface.get("orders").is_some(),
    }
}

/// Whatever a file may hold, no more of it is read than an adapter can be.
fn bound(value: &Value, place: &str, left: &mut usize, problems: &mut Vec<Problem>) {
    if *left == 0 {
        return;
    }
    *left -= 1;
    match value {
        Value::Text(text) if text.chars().count() > LONGEST => {
            problems.push(Problem::new(place, format!("write at most {LONGEST} characters")));
        }
        Value::Text(text) => {
            problems.extend(spelled::turning(text).map(|advice| Problem::new(place, advice)));
        }
        Value::List(list) => {
            if list.len() > MOST_PLACES {
                problems.push(Problem::new(place, format!("name at most {MOST_PLACES}")));
            }
            for (at, item) in list.iter().enumerate() {
                bound(item, &format!("{place}[{at}]"), left, problems);
            }
        }
        Value::Map(entries) => {
            for (name, item) in entries {
                let below = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
                bound(item, &below, left, problems);
            }
        }
        _ => {}
    }
}

/// What the format allows to those that ship only.
fn beyond(adapter: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    for word in NOT_OWN.iter().filter(|word| adapter.get(word).is_some()) {
        problems.push(Problem::new(*word, "take it out: it is for adapters that ship"));
    }
    let title = adapter.get("title").and_then(Value::as_text).unwrap_or_default();
    if title.chars().count() > LONGEST_TITLE {
        problems.push(Problem::new("title", format!("write at most {LONGEST_TITLE} characters")));
    }
    for (at, surface) in surfaces(adapter).enumerate() {
        for word in NOT_OWN_SURFACE.iter().filter(|word| surface.get(word).is_some()) {
            let place = format!("surfaces[{at}].{word}");
            problems.push(Problem::new(place, "take it out: it is for adapters that ship"));
        }
        for (place, pattern) in matches(surface).iter().enumerate() {
            let host = pattern.split("://").nth(1).and_then(|rest| rest.split('/').next());
            if host.is_some_and(|host| host.starts_with('*')) {
                let place = format!("surfaces[{at}].matches[{place}]");
                problems.push(Problem::new(
                    place,
                    "name the host: it has no star in a file of your own",
                ));
            }
        }
    }
    if Slot::ALL.iter().all(|slot| !surfaces(adapter).any(|it| has(it, *slot))) {
        problems.push(Problem::new("surfaces", "name at least one slot, such as \"composer\""));
    }
    problems
}
