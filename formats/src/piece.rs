//! What a reply's words are made of, whichever tool wrote them.

use deti::reply::{Template, TemplatePart};

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    Field { name: String, default: Option<String> },
    Choice { name: String, choices: Vec<String> },
    Date { days: i32 },
    Weekday { days: i32 },
    Snippet { id: String },
    Cursor,
}

impl Piece {
    /// A part of a text of ours.
    pub fn of(part: &TemplatePart<'_>) -> Self {
        match part {
            TemplatePart::Text(text) => Self::text(*text),
            TemplatePart::Field { name, default } => {
                Self::Field { name: (*name).to_owned(), default: default.map(str::to_owned) }
            }
            TemplatePart::Choice { name, choices } => Self::Choice {
                name: (*name).to_owned(),
                choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
            },
            TemplatePart::Date { days } => Self::Date { days: *days },
            TemplatePart::Weekday { days } => Self::Weekday { days: *days },
            TemplatePart::Snippet { id } => Self::Snippet { id: (*id).to_owned() },
            TemplatePart::Cursor => Self::Cursor,
        }
    }

    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A field of another tool: its name as ours may be, its default without
    /// what would end it.
    pub fn field(name: &str, default: Option<&str>) -> Self {
        let default = default.map(|text| inside(text, &['{', '}', '\n']));
        Self::Field { name: name_of(name), default: default.filter(|text| !text.is_empty()) }
    }

    /// A choice; with fewer than two things to choose from it is a field.
    pub fn choice(name: &str, choices: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let tidy = |choice: &str| inside(choice, &['{', '}', '\n', '|']);
        let mut choices: Vec<String> =
            choices.into_iter().map(|choice| tidy(choice.as_ref())).collect();
        choices.retain(|choice| !choice.is_empty());
        if choices.len() < 2 {
            return Self::field(name, choices.first().map(String::as_str));
        }
        Self::Choice { name: name_of(name), choices }
    }

    /// What stands between our braces for it.
    pub fn inside(&self) -> Option<String> {
        let days = |word: &str, days: i32| match days {
            0 => word.to_owned(),
            days => format!("{word}{days:+}"),
        };
        match self {
            Self::Text(_) => None,
            Self::Field { name, default: None } => Some(name.clone()),
            Self::Field { name, default: Some(default) } => Some(format!("{name}:{default}")),
            Self::Choice { name, choices } => Some(format!("{name}|{}", choices.join("|"))),
            Self::Date { days: on } => Some(days("date", *on)),
            Self::Weekday { days: on } => Some(days("weekday", *on)),
            Self::Snippet { id } => Some(format!("snippet:{id}")),
            Self::Cursor => Some("cursor".to_owned()),
        }
    }
}

/// The pieces of a text of ours.
pub(crate) fn read(text: &str) -> Vec<Piece> {
    Template::read(text).parts().iter().map(Piece::of).collect()
}

/// A text of ours from its pieces.
pub(crate) fn write(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match (piece, piece.inside()) {
            (Piece::Text(text), _) => out.push_str(text),
            (_, Some(inside)) => out.extend(["{", &inside, "}"]),
            (_, None) => {}
        }
    }
    out
}

/// What our braces mean with this between them.
pub(crate) fn of_inside(inside: &str) -> Option<Piece> {
    match read(&format!("{{{inside}}}")).as_slice() {
        [Piece::Text(_)] => None,
        [piece] => Some(piece.clone()),
        _ => None,
    }
}

/// Cuts a text at what stands between `open` and `close` where `piece` knows it.
pub(crate) fn split(
    text: &str,
    open: &str,
    close: &str,
    mut piece: impl FnMut(&str) -> Option<Piece>,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut kept, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(open) {
        let after = &rest[at + open.len()..];
        let found = after.find(close).and_then(|end| Some((piece(&after[..end])?, end)));
        if let Some((found, end)) = found {
            kept.push_str(&rest[..at]);
            if !kept.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut kept)));
            }
            pieces.push(found);
            rest = &after[end + close.len()..];
        } else {
            let next = at + rest[at..].chars().next().map_or(1, char::len_utf8);
            kept.push_str(&rest[..next]);
            rest = &rest[next..];
        }
    }
    kept.push_str(rest);
    if !kept.is_empty() {
        pieces.push(Piece::Text(kept));
    }
    pieces
}

/// A name as ours may be: `first name` is `first_name`.
fn name_of(name: &str) -> String {
    let name: String =
        name.trim().chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    match name.as_str() {
        "" => "field".to_owned(),
        // These words have a meaning of their own between our braces.
        "date" | "weekday" | "cursor" | "snippet" => format!("{name}_"),
        _ => name,
    }
}

fn inside(text: &str, without: &[char]) -> String {
    text.replace(without, " ").trim().to_owned()
}
