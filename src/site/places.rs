//! Selectors for what the agent pointed at, the likeliest to last first.
//!
//! Each is only a proposal: the page says what it finds, and the one is taken
//! that finds what was meant and no more.

use super::names::{alike, classes, common, compounds, tag};
use super::seen::{Hop, SeenElement, SeenNode};
use super::selector;

/// So many are proposed, at most.
const MOST: usize = 24;

/// So far up an element may be named by what it stands in.
const ANCHORS: usize = 12;

/// Where a tree of the page begins: the frames and shadow hosts outside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ground {
    /// The frame that it stands in, if any.
    pub frame: Option<String>,
    /// The hosts of the shadow roots that it stands in, from the outside.
    pub shadow: Vec<String>,
}

/// The nodes of the element's own tree, the element first.
pub(super) fn tree(path: &[SeenNode]) -> &[SeenNode] {
    let end = path.iter().position(|node| node.hop.is_some()).unwrap_or(path.len());
    &path[..end]
}

/// Where the element's tree begins; none where the page side does not look: in a
/// frame within a frame or within a shadow root.
pub fn ground(element: &SeenElement) -> Option<Ground> {
    let mut ground = Ground::default();
    for (at, node) in element.path.iter().enumerate() {
        match node.hop {
            None => {}
            Some(_) if ground.frame.is_some() => return None,
            Some(Hop::Frame) => {
                let named = single(&element.path[at..]).into_iter().next();
                ground.frame = Some(named.unwrap_or_else(|| "iframe".to_owned()));
            }
            Some(Hop::Shadow) => {
                let named = compounds(node).into_iter().next();
                ground.shadow.insert(0, named.unwrap_or_else(|| tag(node)));
            }
        }
    }
    Some(ground)
}

/// Selectors for this one element.
pub fn single(path: &[SeenNode]) -> Vec<String> {
    let tree = match path.first() {
        Some(first) if first.hop.is_some() => {
            let end = path.iter().skip(1).position(|node| node.hop.is_some());
            &path[..end.map_or(path.len(), |end| end + 1)]
        }
        _ => tree(path),
    };
    let Some(node) = tree.first() else { return Vec::new() };
    // An id, or a name that was given for tests, stands by itself; a class may stand
    // elsewhere tomorrow, and is better named with what it stands in.
    let (sure, own): (Vec<String>, Vec<String>) =
        compounds(node).into_iter().partition(|it| it.starts_with('#') || it.starts_with("[data-"));
    let kinds: Vec<String> = own.iter().take(2).cloned().chain([tag(node)]).collect();
    let mut all = sure;
    for anchor in anchors(tree) {
        all.extend(kinds.iter().map(|kind| format!("{anchor} {kind}")));
    }
    all.extend(own);
    if all.is_empty() {
        all.push(tag(node));
    }
    all.extend(by_place(tree));
    bounded(all)
}

/// Selectors for all elements of a list, of which these are some: what they have
/// in common with each other and with those beside them.
pub(super) fn listed(rows: &[&[SeenNode]]) -> Vec<String> {
    let Some((first, others)) = rows.split_first() else { return Vec::new() };
    let Some(node) = first.first() else { return Vec::new() };
    let has = |name: &String, row: &&[SeenNode]| {
        row.first().is_some_and(|it| classes(it).contains(name) || common(it).contains(name))
    };
    let names =
        if others.is_empty() { common(node) } else { [common(node), classes(node)].concat() };
    let mut shared: Vec<String> = Vec::new();
    for name in names {
        if others.iter().all(|row| has(&name, row)) && !shared.contains(&name) {
            shared.push(name);
        }
    }
    if shared.is_empty() && alike(node).next().is_none() {
        shared = compounds(node);
    }
    let mut all = Vec::new();
    let parents = anchors(first);
    for name in &shared {
        all.extend(parents.first().map(|parent| format!("{parent} {name}")));
        all.push(name.clone());
    }
    let same_tag = others.iter().all(|row| row.first().is_some_and(|it| it.name == node.name));
    let kind = if same_tag { tag(node) } else { "*".to_owned() };
    // The list is the row's own parent: where that has a name, its children are the rows.
    let parent = first.get(1).map(compounds).unwrap_or_default();
    all.extend(parent.iter().take(2).map(|parent| format!("{parent} > {kind}")));
    for (steps, node) in first.iter().enumerate().skip(2).take(3) {
        let between = "* > ".repeat(steps - 1);
        all.extend(compounds(node).first().map(|anchor| format!("{anchor} > {between}{kind}")));
    }
    bounded(all)
}

/// Selectors for an element within the one that its way ends in.
pub(super) fn within(path: &[SeenNode]) -> Vec<String> {
    let Some(node) = path.first() else { return Vec::new() };
    let mut all = compounds(node);
    if !["div", "span", "p", "i", "b"].contains(&node.name.as_str()) {
        all.push(tag(node));
    }
    let outer = path.iter().skip(1).find_map(|node| compounds(node).into_iter().next());
    all.extend(outer.map(|outer| format!("{outer} {}", tag(node))));
    let steps: Vec<String> = path
        .iter()
        .rev()
        .map(|node| format!("{}:nth-of-type({})", tag(node), node.place))
        .collect();
    all.push(format!(":scope > {}", steps.join(" > ")));
    bounded(all)
}

/// What the element stands in that has a name, the nearest first.
pub(super) fn anchors(tree: &[SeenNode]) -> Vec<String> {
    let around = tree.iter().skip(1).take(ANCHORS);
    let mut named: Vec<(bool, String)> = around
        .filter(|node| !["html", "body"].contains(&node.name.as_str()))
        .filter_map(|node| compounds(node).into_iter().next())
        .map(|name| (!name.starts_with('#'), name))
        .collect();
    named.truncate(4);
    // An id is the surest, wherever it stands.
    named.sort_by_key(|(late, _)| *late);
    named.into_iter().map(|(_, name)| name).collect()
}

/// The last resort: by its place below the nearest element with a name.
fn by_place(tree: &[SeenNode]) -> Vec<String> {
    let step = |node: &SeenNode| format!("{}:nth-of-type({})", tag(node), node.place);
    let mut steps = Vec::new();
    for (at, node) in tree.iter().enumerate().take(9) {
        let named = if at == 0 { None } else { compounds(node).into_iter().next() };
        let root = (node.name == "body").then(|| "body".to_owned());
        if let Some(anchor) = named.or(root) {
            steps.reverse();
            return vec![format!("{anchor} > {}", steps.join(" > "))];
        }
        steps.push(step(node));
    }
    Vec::new()
}

/// Each once, those that an adapter may have, and not too many.
fn bounded(all: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for one in all {
        if kept.len() < MOST && !kept.contains(&one) && selector::wrong(&one).is_none() {
            kept.push(one);
        }
    }
    kept
}
