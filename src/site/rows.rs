//! The conversation list, from the row of the open conversation: what tells the
//! rows apart, which one is open, and where its buyer's name is.

use super::names::{alike, class, identities, is_state, quoted};
use super::places::{listed, tree, within};
use super::seen::{SeenElement, SeenLeaf, SeenNode};
use super::value::{list, map, text, words_of};
use crate::record::Value;

/// So far up is the row of what was pointed at.
const STEPS: usize = 8;

/// The row itself, and what it stands in: the nearest that has others of its kind
/// beside it.
pub(super) fn row(element: &SeenElement) -> &[SeenNode] {
    let tree = tree(&element.path);
    let is_row = |node: &SeenNode| alike(node).next().is_some();
    // An element that tells itself apart from the others is a row for certain.
    let named = tree.iter().take(STEPS).position(|node| !identities(node).is_empty());
    let at = named.or_else(|| tree.iter().take(STEPS).position(is_row)).unwrap_or(0);
    &tree[at..]
}

pub(super) fn places(element: &SeenElement) -> Vec<String> {
    listed(&[row(element)])
}

/// What is known of the buyer whose row it is.
pub(super) struct Whose<'a> {
    /// What tells the conversation from others, if the page already says so.
    pub key: &'a str,
    /// The buyer's name, if it is known.
    pub name: &'a str,
}

/// What a row made known: the list, and what tells the open conversation from others.
pub(super) struct Made {
    pub rows: Value,
    pub key: Option<Value>,
}

pub(super) fn made(element: &SeenElement, places: &[String], whose: &Whose<'_>) -> Option<Made> {
    let row = row(element);
    let node = row.first()?;
    let leaves = leaves_of(element, node);
    let name = leaves
        .iter()
        .find(|leaf| !whose.name.is_empty() && leaf.text == whose.name)
        .or_else(|| leaves.iter().find(|leaf| is_name(&leaf.text)))?;
    let buyer = words_of(&within(&name.path).into_iter().take(2).collect::<Vec<_>>());
    let key = key(node, whose).unwrap_or_else(|| buyer.clone());
    let longest = leaves.iter().filter(|leaf| leaf.path != name.path && is_said(&leaf.text));
    let preview = longest.max_by_key(|leaf| leaf.text.chars().count());
    let mut rows = vec![("all", list(places)), ("key", key.clone()), ("buyer", buyer.clone())];
    if let Some(preview) = preview {
        rows.push((
            "preview",
            words_of(&within(&preview.path).into_iter().take(2).collect::<Vec<_>>()),
        ));
    }
    let open = open(node).and_then(|sign| {
        let of: Vec<String> = places.iter().take(2).map(|place| format!("{place}{sign}")).collect();
        opened(&key, &buyer, &of)
    });
    Some(Made { rows: map(rows), key: open })
}

/// The reader of the key, of the open row of the list.
fn opened(key: &Value, buyer: &Value, open: &[String]) -> Option<Value> {
    if key != buyer {
        let Value::Map(entries) = key else { return None };
        let mut entries = entries.clone();
        entries.insert(0, ("css".to_owned(), list(open)));
        return Some(Value::Map(entries));
    }
    let inner = buyer.get("css")?.as_list()?;
    let inside = |css: &Value| Some(format!("{} {}", open.first()?, css.as_text()?));
    let places: Vec<String> =
        inner.iter().filter_map(inside).filter(|it| !it.contains(":scope")).collect();
    (!places.is_empty()).then(|| words_of(&places))
}

/// The attribute that tells the rows apart: the one that says what the page already
/// calls the conversation, or else the likeliest.
fn key(node: &SeenNode, whose: &Whose<'_>) -> Option<Value> {
    let all = identities(node);
    let known = |value: &str| !whose.key.is_empty() && value.starts_with(whose.key);
    let (name, value) = all.iter().find(|(_, value)| known(value)).or_else(|| {
        // Another key than the page's own would make two buyers of one.
        if whose.key.is_empty() { all.first() } else { None }
    })?;
    let mut reader = vec![("read", text("attribute")), ("attribute", text(name))];
    let digits = whose.key.chars().all(|c| c.is_ascii_digit());
    if known(value) && value != whose.key {
        if !digits {
            return None;
        }
        reader.push(("match", text("^(\\d{1,40})")));
    }
    Some(map(reader))
}

/// What can be seen on the open row and on none beside it.
fn open(node: &SeenNode) -> Option<String> {
    let brothers: Vec<_> = alike(node).collect();
    if brothers.is_empty() {
        return None;
    }
    for name in ["aria-selected", "aria-current", "data-active", "data-selected"] {
        let own = node.attributes.iter().find(|(known, _)| known == name);
        let others = |value: &str| {
            brothers.iter().any(|it| {
                it.attributes.iter().any(|(known, other)| known == name && other == value)
            })
        };
        if let Some((_, value)) = own.filter(|(_, value)| !others(value)) {
            return Some(format!("[{name}=\"{}\"]", quoted(value)));
        }
    }
    let only =
        node.classes.iter().filter(|it| brothers.iter().all(|one| !one.classes.contains(it)));
    let mut only: Vec<&String> = only.collect();
    only.sort_by_key(|it| !is_state(it));
    only.into_iter().find_map(|it| class(it))
}

/// The words in the row, with the ways to them from the row.
fn leaves_of(element: &SeenElement, row: &SeenNode) -> Vec<SeenLeaf> {
    let above: Vec<&SeenNode> =
        element.path.iter().take_while(|node| node.number != row.number).collect();
    let reach = |leaf: &SeenLeaf| {
        let own = above.iter().map(|node| (*node).clone());
        SeenLeaf { path: leaf.path.iter().cloned().chain(own).collect(), text: leaf.text.clone() }
    };
    element.leaves.iter().map(reach).filter(|leaf| !leaf.path.is_empty()).collect()
}

fn is_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters > 0 && text.chars().count() <= 40
}

/// Words, and not a time or a count.
fn is_said(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && letters * 2 >= text.chars().filter(|c| !c.is_whitespace()).count()
}
