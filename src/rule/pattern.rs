//! The small language of phrases.
//!
//! | written | means |
//! |---|---|
//! | `不好意思` | these characters, however they are written |
//! | `掉?` | this character or nothing |
//! | `(给\|为)` | one of these; `(给\|为)?` one of these or nothing |
//! | `{time}` | one of the words of that name; `{time}?` or nothing |
//! | `..4` | up to four characters within the clause |
//! | `.,9` | up to nine characters, commas included |
//! | `^` `$` | the clause starts or ends here |
//! | `^^` `$$` | the draft starts or ends here |
//!
//! Spaces are for the reader. There is nothing else: no repetition and no
//! nesting, so a phrase costs at most its length wherever it is tried.

/// One step of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// One of these.
    Any { choices: Vec<Choice>, optional: bool },
    /// Up to this many characters; `wide` ones may be commas.
    Gap { most: u8, wide: bool },
    /// A place without width.
    Edge(Edge),
}

/// What can stand in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// These characters.
    Literal(String),
    /// One of the words, or the class, of that name.
    Named(String),
}

/// A place between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// The start of a clause.
    Start,
    /// The end of a clause.
    End,
    /// The start of the draft.
    First,
    /// The end of the draft.
    Last,
}

/// Whether a phrase is a word and nothing else: it means what it says.
pub(super) fn is_literal(phrase: &str) -> bool {
    !phrase.is_empty() && !phrase.bytes().any(|byte| b" (){}|^$.?".contains(&byte))
}

/// The longest phrase, in bytes. Nobody says more in one breath, and what
/// tries a pack looks at every pair of its places.
const LONGEST: usize = 6_000;

/// Reads a phrase.
pub(super) fn parse(phrase: &str) -> Result<Vec<Item>, String> {
    if phrase.len() > LONGEST {
        let start: String = phrase.chars().take(12).collect();
        return Err(format!("the phrase `{start}…` is too long; make several of it"));
    }
    let mut items = Vec::new();
    let mut rest = phrase;
    let mut literal = String::new();
    while let Some(character) = rest.chars().next() {
        let (item, after) = match character {
            ' ' => (None, &rest[1..]),
            '(' | '{' => {
                let (choices, after) = if character == '(' { group(rest)? } else { named(rest)? };
                let optional = after.starts_with('?');
                (Some(Item::Any { choices, optional }), after.strip_prefix('?').unwrap_or(after))
            }
            '^' | '$' => {
                let twice = rest[1..].starts_with(character);
                let edge = match (character, twice) {
                    ('^', false) => Edge::Start,
                    ('^', true) => Edge::First,
                    (_, false) => Edge::End,
                    (_, true) => Edge::Last,
                };
                (Some(Item::Edge(edge)), &rest[if twice { 2 } else { 1 }..])
            }
            '.' => gap(rest)?,
            '?' if !literal.is_empty() => {
                let last = literal.pop().map(String::from).unwrap_or_default();
                let choices = vec![Choice::Literal(last)];
                (Some(Item::Any { choices, optional: true }), &rest[1..])
            }
            ')' | '}' | '|' | '?' => {
                return Err(format!(
                    "`{character}` stands alone in `{phrase}`; close or remove it"
                ));
            }
            _ => {
                literal.push(character);
                rest = &rest[character.len_utf8()..];
                continue;
            }
        };
        if item.is_some() {
            flush(&mut literal, &mut items);
        }
        items.extend(item);
        rest = after;
    }
    flush(&mut literal, &mut items);
    if !items.iter().any(|item| matches!(item, Item::Any { optional: false, .. })) {
        return Err(format!("`{phrase}` has nothing that must stand there; add a word"));
    }
    Ok(items)
}

fn flush(literal: &mut String, items: &mut Vec<Item>) {
    if !literal.is_empty() {
        let choices = vec![Choice::Literal(std::mem::take(literal))];
        items.push(Item::Any { choices, optional: false });
    }
}

fn group(rest: &str) -> Result<(Vec<Choice>, &str), String> {
    let end = rest.find(')').ok_or_else(|| format!("`{rest}` opens a group; close it with `)`"))?;
    let mut choices = Vec::new();
    for choice in rest[1..end].split('|').map(str::trim) {
        match choice.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) => choices.push(Choice::Named(name.to_owned())),
            None if choice.is_empty() || choice.contains(['(', '{', '}', '^', '$']) => {
                return Err(format!(
                    "`{}` may hold words and {{names}} only; write `( )?` for nothing",
                    &rest[..=end]
                ));
            }
            None => choices.push(Choice::Literal(choice.to_owned())),
        }
    }
    Ok((choices, &rest[end + 1..]))
}

fn named(rest: &str) -> Result<(Vec<Choice>, &str), String> {
    let end = rest.find('}').ok_or_else(|| format!("`{rest}` opens a name; close it with `}}`"))?;
    Ok((vec![Choice::Named(rest[1..end].to_owned())], &rest[end + 1..]))
}

fn gap(rest: &str) -> Result<(Option<Item>, &str), String> {
    let wide = rest.starts_with(".,");
    let digits: String = rest.chars().skip(2).take_while(char::is_ascii_digit).collect();
    let most: u8 = digits.parse().unwrap_or(0);
    if !(wide || rest.starts_with("..")) || !(1..=40).contains(&most) {
        return Err(format!("`{rest}` is no gap; write `..4` or `.,9`, at most 40"));
    }
    Ok((Some(Item::Gap { most, wide }), &rest[2 + digits.len()..]))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_phrase_that_means_nothing_says_what_to_do() {
        for (phrase, said) in [
            ("(a|b", "close it with `)`"),
            ("{a", "close it with `}`"),
            ("a)", "stands alone"),
            ("a.b", "is no gap"),
            ("a..99b", "is no gap"),
            ("(a||b)", "words and {names} only"),
            ("..4", "nothing that must stand there"),
            ("(a|b)?", "nothing that must stand there"),
            (&"茶".repeat(200_000), "too long; make several"),
        ] {
            let problem = parse(phrase).unwrap_err();
            assert!(problem.contains(said), "{phrase}: {problem}");
        }
    }
}
