//! A value held against a schema, as much of JSON Schema as the adapters' own
//! uses: what it does not know of a schema it says.

use std::fmt;

use super::spelled;
use crate::record::Value;

/// What is wrong at a place, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, such as `surfaces[0].composer[1]`.
    pub place: String,
    /// What to write instead.
    pub advice: String,
}

impl Problem {
    /// A problem at a place.
    pub fn new(place: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { place: place.into(), advice: advice.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.advice)
    }
}

/// Everything that is wrong with the value.
pub fn problems(schema: &Value, value: &Value) -> Vec<Problem> {
    let mut against = Against { root: schema, problems: Vec::new() };
    against.hold(schema, value, "");
    against.problems
}

struct Against<'a> {
    root: &'a Value,
    problems: Vec<Problem>,
}

impl<'a> Against<'a> {
    fn hold(&mut self, schema: &'a Value, value: &Value, place: &str) {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_text) {
            match pointed(self.root, reference) {
                Some(meant) => self.hold(meant, value, place),
                None => self.say(place, format!("the schema has no {reference}")),
            }
            return;
        }
        let kinds = names(schema.get("type"));
        if !kinds.is_empty() && !kinds.contains(&kind(value)) {
            let article = if kinds[0].starts_with(['a', 'o', 'i']) { "an" } else { "a" };
            return self.say(
                place,
                format!("write {article} {}, not a {}", kinds.join(" or "), kind(value)),
            );
        }
        if let Some(allowed) = schema.get("enum").and_then(Value::as_list)
            && !allowed.contains(value)
        {
            let allowed: Vec<String> = allowed.iter().map(written).collect();
            let advice = format!("write one of {}, not {}", allowed.join(", "), written(value));
            return self.say(place, advice);
        }
        match value {
            Value::Text(text) => self.hold_text(schema, text, place),
            Value::List(list) => self.hold_list(schema, list, place),
            Value::Map(entries) => self.hold_map(schema, entries, place),
            Value::Number(_) => self.hold_number(schema, value, place),
            _ => {}
        }
    }

    fn hold_list(&mut self, schema: &'a Value, list: &[Value], place: &str) {
        let least = count(schema, "minItems").unwrap_or(0);
        let most = count(schema, "maxItems").unwrap_or(u64::MAX);
        if (list.len() as u64) < least {
            self.say(place, format!("name at least {least}"));
        } else if list.len() as u64 > most {
            self.say(place, format!("name at most {most}"));
        }
        let Some(items) = schema.get("items") else { return };
        for (at, item) in list.iter().enumerate() {
            self.hold(items, item, &format!("{place}[{at}]"));
        }
    }

    fn hold_map(&mut self, schema: &'a Value, entries: &[(String, Value)], place: &str) {
        let properties = schema.get("properties");
        let property = |key: &str| properties.and_then(|all| all.get(key));
        for key in names(schema.get("required")) {
            if entries.iter().all(|(known, _)| known != key) {
                let about = property(key).map_or("", |schema| self.description(schema));
                self.say(place, format!("add \"{key}\". {about}").trim_end().to_owned());
            }
        }
        for (key, value) in entries {
            let below = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            match property(key) {
                Some(schema) => self.hold(schema, value, &below),
                None => self.say(&below, "take it out: the format has no such word".to_owned()),
            }
        }
    }

    fn hold_number(&mut self, schema: &Value, value: &Value, place: &str) {
        let least = count(schema, "minimum").unwrap_or(0);
        let most = count(schema, "maximum").unwrap_or(u64::MAX);
        if !value.as_count().is_some_and(|number| (least..=most).contains(&number)) {
            self.say(place, format!("write a whole number from {least}"));
        }
    }

    fn hold_text(&mut self, schema: &Value, text: &str, place: &str) {
        let length = text.chars().count() as u64;
        let most = count(schema, "maxLength").unwrap_or(u64::MAX);
        if count(schema, "minLength").unwrap_or(0) > length {
            self.say(place, "write something".to_owned());
        } else if length > most {
            self.say(place, format!("write at most {most} characters"));
        } else if let Some(advice) = schema
            .get("format")
            .and_then(Value::as_text)
            .and_then(|name| spelled::wrong(name, text))
        {
            self.say(place, advice);
        }
    }

    /// What the schema says about a part.
    fn description(&self, schema: &'a Value) -> &'a str {
        let meant = schema.get("$ref").and_then(Value::as_text);
        let meant = meant.and_then(|name| pointed(self.root, name));
        let about = |schema: &'a Value| schema.get("description").and_then(Value::as_text);
        about(schema).or_else(|| about(meant?)).unwrap_or_default()
    }

    fn say(&mut self, place: &str, advice: String) {
        self.problems.push(Problem::new(place, advice));
    }
}

/// What a reference of the schema names.
fn pointed<'a>(root: &'a Value, reference: &str) -> Option<&'a Value> {
    let path = reference.trim_start_matches("#/");
    path.split('/').try_fold(root, |value, name| value.get(name))
}

fn count(schema: &Value, name: &str) -> Option<u64> {
    schema.get(name).and_then(Value::as_count)
}

/// One name, or a list of them.
fn names(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::Text(name)) => vec![name],
        Some(Value::List(list)) => list.iter().filter_map(Value::as_text).collect(),
        _ => Vec::new(),
    }
}

/// A value of the schema's own lists as it is written.
fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("\"{text}\""),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        other => kind(other).to_owned(),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.fract() != 0.0 => "number",
        Value::Number(_) => "integer",
        Value::Text(_) => "string",
        Value::List(_) => "array",
        Value::Map(_) => "object",
    }
}
