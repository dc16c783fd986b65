//! Which names of an element last: what its authors wrote, and not what a build
//! made up or what says how it is at the moment.

use super::seen::{SeenBrother, SeenNode};

/// The attributes that pages give for tests and roles, best first.
const GIVEN: &[&str] = &[
    "data-testid",
    "data-test-id",
    "data-test",
    "data-cy",
    "data-e2e",
    "data-qa-id",
    "data-qa",
    "data-kora",
    "data-name",
    "data-role",
    "data-type",
    "data-side",
    "data-from",
    "data-direction",
    "role",
    "name",
    "contenteditable",
];

/// Words that say how something is now, and not what it is.
const STATES: &[&str] = &[
    "active", "actived", "checked", "chosen", "cur", "current", "disabled", "enabled", "expanded",
    "first", "focus", "focused", "hidden", "hover", "last", "on", "open", "opened", "select",
    "selected", "show", "shown", "unread", "visible", "waiting", "online", "offline",
];

/// What tools put before the classes that they make up.
const TOOLS: &[&str] =
    &["css", "sc", "jsx", "jss", "svelte", "emotion", "styled", "v", "ng", "ember"];

/// Shorter tokens are hardly made up.
const LEAST: usize = 5;

/// Whether a build made this token up.
fn is_made_up(token: &str) -> bool {
    let letters: Vec<char> = token.chars().collect();
    if letters.len() < LEAST || !token.is_ascii() {
        return false;
    }
    let digits = letters.iter().filter(|c| c.is_ascii_digit()).count();
    if digits == letters.len() {
        return true;
    }
    // `item10` counts its things; `x8Fj2` counts nothing.
    let trailing = letters.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    if digits > trailing || trailing > 2 {
        return true;
    }
    let word: String = token.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    odd_case(&word) || unspeakable(&word.to_ascii_lowercase())
}

/// Capitals where no word begins: `ePRNJi`, but not `chatWindowHeader` or `orderID`.
fn odd_case(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let (mut parts, mut run, mut odd) = (1, 0, 0);
    for (at, c) in letters.iter().enumerate() {
        if c.is_ascii_uppercase() {
            run += 1;
            if at > 0 && !letters[at - 1].is_ascii_uppercase() {
                parts += 1;
            }
        } else {
            if run > 2 {
                odd += 1;
            }
            run = 0;
        }
    }
    let all_upper = letters.iter().all(char::is_ascii_uppercase);
    !all_upper && (odd > 0 || (parts > 1 && letters.len() < parts * 3))
}

/// Six consonants in a row are no word.
fn unspeakable(word: &str) -> bool {
    let mut run = 0;
    let mut longest = 0;
    for c in word.chars() {
        run = if c.is_ascii_alphabetic() && !"aeiouy".contains(c) { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest > 5 || (word.len() > LEAST && longest > 3 && !word.contains(['a', 'e', 'i', 'o', 'u']))
}

/// How a class can be named for good: whole, by the part that was written, or not at all.
pub(super) fn class(class: &str) -> Option<String> {
    if class.is_empty() || class.chars().count() > 60 || class.chars().any(char::is_whitespace) {
        return None;
    }
    let (mut at, mut tokens) = (0, Vec::new());
    for token in class.split(['-', '_']) {
        tokens.push((at, token));
        at += token.len() + 1;
    }
    let made_up = tokens.iter().position(|(_, token)| is_made_up(token));
    match made_up {
        None => Some(format!(".{}", ident(class))),
        Some(0) => None,
        Some(place) => {
            let (at, _) = tokens[place];
            let written = &class[..at];
            let first = tokens.iter().map(|(_, token)| *token).find(|token| !token.is_empty())?;
            let word = written.trim_end_matches(['-', '_']);
            let kept = !TOOLS.contains(&first) && word.len() >= 3;
            kept.then(|| format!("[class*=\"{}\"]", quoted(written)))
        }
    }
}

/// Whether a class says how the element is at the moment.
pub(super) fn is_state(class: &str) -> bool {
    let lower = class.to_ascii_lowercase();
    let mut tokens = lower.split(['-', '_']).filter(|token| !token.is_empty());
    tokens.any(|token| STATES.contains(&token))
        || lower.starts_with("is-")
        || lower.starts_with("has-")
}

/// An id that is the same tomorrow.
pub(super) fn id(id: &str) -> Option<String> {
    let counted = id.chars().filter(char::is_ascii_digit).count() > 1;
    let lasts = !id.is_empty()
        && id.chars().count() <= 60
        && !counted
        && !id.contains([':', ' '])
        && !id.split(['-', '_']).any(is_made_up);
    lasts.then(|| format!("#{}", ident(id)))
}

/// Attributes with values that were written and not counted.
pub(super) fn attributes(node: &SeenNode) -> Vec<String> {
    let lasts = |value: &str| {
        let digits = value.chars().filter(char::is_ascii_digit).count();
        !value.is_empty() && value.len() <= 60 && value.is_ascii() && digits <= 2
    };
    let given = GIVEN.iter().filter_map(|given| {
        let (name, value) = node.attributes.iter().find(|(name, _)| name == given)?;
        let made_up = value.split(['-', '_', '.', ' ']).any(is_made_up);
        (lasts(value) && !made_up).then(|| format!("[{name}=\"{}\"]", quoted(value)))
    });
    given.collect()
}

/// The classes of a node that last and say what it is.
pub(super) fn classes(node: &SeenNode) -> Vec<String> {
    let lasting = node.classes.iter().filter(|it| !is_state(it)).filter_map(|it| class(it));
    // What was written whole comes before a part of what was made up.
    let (whole, parts): (Vec<String>, Vec<String>) = lasting.partition(|it| it.starts_with('.'));
    whole.into_iter().chain(parts).collect()
}

/// All that can be said of a node for good, the surest first.
pub(super) fn compounds(node: &SeenNode) -> Vec<String> {
    let mut all: Vec<String> = id(&node.id).into_iter().collect();
    let (roles, given): (Vec<String>, Vec<String>) = attributes(node)
        .into_iter()
        .partition(|it| it.starts_with("[role") || it.starts_with("[content"));
    all.extend(given);
    all.extend(classes(node));
    all.extend(roles.into_iter().map(|it| format!("{}{it}", tag(node))));
    all
}

/// What a node and those beside it have in common: a row of a list is named by that.
pub(super) fn common(node: &SeenNode) -> Vec<String> {
    let alike: Vec<&SeenBrother> = alike(node).collect();
    let shared = |name: &str| {
        let needed = alike.len().div_ceil(2);
        let has =
            |it: &&&SeenBrother| it.classes.iter().any(|it| class(it).as_deref() == Some(name));
        alike.iter().filter(has).count() >= needed
    };
    let given = attributes(node).into_iter();
    let mut all: Vec<String> = given
        .filter(|it| {
            let written =
                |(name, value): &(String, String)| format!("[{name}=\"{}\"]", quoted(value));
            alike.iter().filter(|one| one.attributes.iter().any(|at| written(at) == *it)).count()
                >= alike.len().div_ceil(2)
        })
        .collect();
    all.extend(classes(node).into_iter().filter(|it| shared(it)));
    all.extend(identities(node).into_iter().map(|(name, _)| format!("[{name}]")));
    all
}

/// Attributes by which those of a list are told apart: each has its own value.
pub(super) fn identities(node: &SeenNode) -> Vec<(String, String)> {
    let alike: Vec<&SeenBrother> = alike(node).collect();
    let own = |name: &str, value: &str| {
        let others: Vec<&String> = alike
            .iter()
            .filter_map(|it| it.attributes.iter().find(|(other, _)| other == name))
            .map(|(_, value)| value)
            .collect();
        !alike.is_empty() && others.len() == alike.len() && others.iter().all(|it| *it != value)
    };
    let mut found: Vec<(String, String)> = node
        .attributes
        .iter()
        .filter(|(name, value)| {
            name.starts_with("data-")
                && value.chars().count() >= 3
                && value.len() <= 60
                && own(name, value)
        })
        .cloned()
        .collect();
    let rank = |name: &str| {
        let words = ["key", "uid", "user", "buyer", "conv", "session", "chat", "id"];
        words.iter().position(|word| name.contains(word)).unwrap_or(words.len())
    };
    found.sort_by_key(|(name, _)| rank(name));
    found
}

/// Those beside a node that are of its kind.
pub(super) fn alike(node: &SeenNode) -> impl Iterator<Item = &SeenBrother> {
    let own = node.classes.iter().filter_map(|it| class(it)).collect::<Vec<_>>();
    node.brothers.iter().filter(move |brother| {
        let shares = brother.classes.iter().filter_map(|it| class(it)).any(|it| own.contains(&it));
        let nameless = own.is_empty() && !brother.classes.iter().any(|it| class(it).is_some());
        brother.name == node.name && (shares || nameless)
    })
}

/// The element's name, where it is one that a selector can say.
pub(super) fn tag(node: &SeenNode) -> String {
    let plain = !node.name.is_empty()
        && node.name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && node.name.starts_with(|c: char| c.is_ascii_alphabetic());
    if plain { node.name.clone() } else { "*".to_owned() }
}

/// A name as a selector writes it.
fn ident(text: &str) -> String {
    let mut written = String::new();
    for (at, c) in text.chars().enumerate() {
        match c {
            '0'..='9' if at == 0 => written.push_str(&format!("\\{:x} ", u32::from(c))),
            _ if c.is_alphanumeric() || c == '-' || c == '_' => written.push(c),
            _ => written.extend(['\\', c]),
        }
    }
    written
}

/// A value as it stands between quotes.
pub(super) fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use super::{class, id, is_state};

    #[test]
    fn classes_that_last() {
        let table = [
            ("reply-box", Some(".reply-box")),
            ("chatWindowHeader", Some(".chatWindowHeader")),
            ("SessionBaseCard-topHeadName", Some(".SessionBaseCard-topHeadName")),
            ("auxo-btn", Some(".auxo-btn")),
            ("col2", Some(".col2")),
            ("item10", Some(".item10")),
            ("orderID", Some(".orderID")),
            ("md:flex", Some(".md\\:flex")),
            ("消息", Some(".消息")),
            ("conversationCard-ePRNJi", Some("[class*=\"conversationCard-\"]")),
            ("nameLine-Q8PQwE", Some("[class*=\"nameLine-\"]")),
            ("message-text--a1b2c3", Some("[class*=\"message-text--\"]")),
            ("styles_wrapper__3xKq2", Some("[class*=\"styles_wrapper__\"]")),
            ("Jv6FtqUv5VoYARd2pp4y", None),
            ("css-1q2w3e", None),
            ("sc-bdVaJa", None),
            ("svelte-1x2y3z", None),
            ("ePRNJi", None),
            ("bhtkqzw", None),
            ("_2fK9aB", None),
            ("", None),
        ];
        for (name, expected) in table {
            assert_eq!(class(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn ids_that_last() {
        let table = [
            ("replyTextarea", Some("#replyTextarea")),
            ("im-input-box", Some("#im-input-box")),
            ("middlePanel_list_2000000001m0", None),
            ("esim-editor5678", None),
            (":r1:", None),
            ("", None),
        ];
        for (name, expected) in table {
            assert_eq!(id(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn states_say_how_it_is() {
        for state in ["active", "is-open", "chat-item_selected", "unread"] {
            assert!(is_state(state), "{state}");
        }
        for name in ["message", "activity", "selection", "buyer-item"] {
            assert!(!is_state(name), "{name}");
        }
    }
}
