//! Messages, from one of the buyer's and one of the agent's: what the rows of the
//! list are, which of their names tell the two sides apart, and where the words are.

use super::names::{attributes, class, is_state};
use super::places::{tree, within};
use super::seen::{SeenElement, SeenNode};
use crate::record::Value;

use super::value::{list, map, text};

/// Words that pages use for sides; a name with one is likelier to mean one.
const SIDES: &[&str] = &[
    "left", "right", "self", "mine", "me", "own", "other", "buyer", "seller", "agent", "customer",
    "staff", "send", "sent", "receive", "in", "out", "from", "to", "user", "guest", "service",
    "kefu", "cs", "notme", "ismine", "isme", "start", "end",
];

/// The rows that two messages stand in: the parts of the two ways up to there.
pub(super) fn rows<'a>(
    theirs: &'a SeenElement,
    own: &'a SeenElement,
) -> Option<(&'a [SeenNode], &'a [SeenNode])> {
    let (theirs, own) = (tree(&theirs.path), tree(&own.path));
    let shared = |node: &SeenNode| own.iter().position(|other| other.number == node.number);
    let (at, other) = theirs.iter().enumerate().find_map(|(at, node)| Some((at, shared(node)?)))?;
    // One that stands in the other is no second message.
    (at > 0 && other > 0).then(|| (&theirs[at - 1..], &own[other - 1..]))
}

/// The way from an element up to its row, both among them.
fn inside<'a>(element: &'a SeenElement, row: &[SeenNode]) -> &'a [SeenNode] {
    let tree = tree(&element.path);
    &tree[..=tree.len() - row.len()]
}

/// What can be seen on a row of each side, and not on one of the other.
pub(super) fn signs(theirs: &SeenElement, own: &SeenElement) -> Option<(Value, Value)> {
    let (their_row, own_row) = rows(theirs, own)?;
    let (theirs, own) = (marks(inside(theirs, their_row)), marks(inside(own, own_row)));
    let only = |some: &[Mark], others: &[Mark]| {
        let apart = some.iter().filter(|mark| others.iter().all(|other| other.seen != mark.seen));
        apart.min_by_key(|mark| (!mark.is_side, mark.depth)).cloned()
    };
    match (only(&theirs, &own), only(&own, &theirs)) {
        (Some(theirs), Some(own)) => Some((theirs.sign(), own.sign())),
        (Some(theirs), None) => Some((theirs.sign(), theirs.absent()?)),
        (None, Some(own)) => Some((own.absent()?, own.sign())),
        (None, None) => None,
    }
}

/// Where the words of a message are in its row; nothing where the row was meant itself.
pub(super) fn words(theirs: &SeenElement, own: &SeenElement) -> Vec<String> {
    let Some((their_row, own_row)) = rows(theirs, own) else { return Vec::new() };
    let mut all = Vec::new();
    for (element, row) in [(theirs, their_row), (own, own_row)] {
        let inside = inside(element, row);
        let inner = &inside[..inside.len() - 1];
        for css in within(inner).into_iter().take(2) {
            if !all.contains(&css) {
                all.push(css);
            }
        }
    }
    // What both sides call their words comes first.
    let shared = |css: &String| {
        [(theirs, their_row), (own, own_row)].iter().all(|(element, row)| {
            let inside = inside(element, row);
            within(&inside[..inside.len() - 1]).contains(css)
        })
    };
    all.sort_by_key(|css| !shared(css));
    all
}

/// One thing that can be seen on an element of a row.
#[derive(Debug, Clone)]
struct Mark {
    seen: Seen,
    /// How far below the row.
    depth: usize,
    is_side: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum Seen {
    Name(String),
    Style(String, String),
}

impl Mark {
    /// The sign, as an adapter writes it.
    fn sign(&self) -> Value {
        match (&self.seen, self.depth) {
            (Seen::Name(css), 0) => text(css),
            (Seen::Name(css), _) => map([("has", text(css))]),
            (style, 0) => map([("style", style.written())]),
            (style, _) => map([("has", map([("style", style.written())]))]),
        }
    }

    /// The sign of its absence; a style's cannot be said.
    fn absent(&self) -> Option<Value> {
        let Seen::Name(css) = &self.seen else { return None };
        let css =
            if self.depth == 0 { format!(":not({css})") } else { format!(":not(:has({css}))") };
        Some(text(&css))
    }
}

impl Seen {
    fn written(&self) -> Value {
        match self {
            Self::Style(property, value) => {
                map([("property", text(property)), ("value", text(value))])
            }
            Self::Name(css) => text(css),
        }
    }
}

/// All that can be seen on the elements of a way, from the row inwards.
fn marks(inside: &[SeenNode]) -> Vec<Mark> {
    let mut all = Vec::new();
    for (depth, node) in inside.iter().rev().enumerate() {
        let classes = node.classes.iter().filter(|it| !is_state(it));
        let names = classes.filter_map(|it| class(it)).chain(attributes(node));
        all.extend(names.map(|name| Mark {
            is_side: is_side(&name),
            seen: Seen::Name(name),
            depth,
        }));
        all.extend(node.styles.iter().map(|(property, value)| Mark {
            seen: Seen::Style(property.clone(), value.clone()),
            depth,
            is_side: false,
        }));
    }
    all
}

fn is_side(name: &str) -> bool {
    let mut spaced = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            spaced.push(' ');
        }
        spaced.push(if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' });
    }
    spaced.split_whitespace().any(|word| SIDES.contains(&word))
}

/// The readers and signs of a conversation that two messages make known.
pub(super) fn entries(
    theirs: &SeenElement,
    own: &SeenElement,
    places: &[String],
) -> Option<Vec<(String, Value)>> {
    let (buyer, agent) = signs(theirs, own)?;
    let css = words(theirs, own);
    let mut reader = vec![("read", text("text"))];
    if !css.is_empty() {
        reader.insert(0, ("css", list(&css)));
    }
    Some(vec![
        ("messages".to_owned(), list(places)),
        ("text".to_owned(), map(reader)),
        (
            "roles".to_owned(),
            map([("buyer", Value::List(vec![buyer])), ("agent", Value::List(vec![agent]))]),
        ),
    ])
}
