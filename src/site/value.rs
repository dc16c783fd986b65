//! Values as an adapter's file has them.

use crate::record::Value;

pub(super) fn text(text: &str) -> Value {
    Value::from(text)
}

pub(super) fn list(texts: &[String]) -> Value {
    Value::from(texts)
}

pub(super) fn map<'a>(entries: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    Value::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// What reads the words of the first of these places.
pub(super) fn words_of(places: &[String]) -> Value {
    map([("css", list(places)), ("read", text("text"))])
}
