//! A text with fields in it, as it is written.

/// A text with fields in it.
///
/// | written | is |
/// |---|---|
/// | `{name}` | a field; a name is made of letters (Chinese ones too), digits and `_` |
/// | `{name:default}` | a field with a default; without words behind the colon it has none |
/// | <code>{name\|a\|b}</code> | a choice |
/// | `{date}`, `{date+3}` | today, and so many days on: a year at most, since no year is said |
/// | `{weekday}`, `{weekday+1}` | the day of the week |
/// | `{snippet:id}` | the words of another reply |
/// | `{cursor}` | where the caret goes |
///
/// Any other brace is a brace. What the page fills in has a name in each language of
/// the interface as well, since that is what the panel shows: `{买家}` is `{buyer}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template<'a> {
    pub(super) parts: Vec<Part<'a>>,
}

/// A part of a text with fields, in the order of [`Template`]'s table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words, as they are.
    Text(&'a str),
    /// A field.
    Field {
        /// Its name.
        name: &'a str,
        /// What stands there where nobody says otherwise.
        default: Option<&'a str>,
    },
    /// A choice.
    Choice {
        /// Its name.
        name: &'a str,
        /// What there is to choose from: two at least.
        choices: Vec<&'a str>,
    },
    /// A date.
    Date {
        /// How many days from today.
        days: i32,
    },
    /// A day of the week.
    Weekday {
        /// How many days from today.
        days: i32,
    },
    /// Another reply's words.
    Snippet {
        /// The reply's id.
        id: &'a str,
    },
    /// Where the caret goes.
    Cursor,
}

impl<'a> Template<'a> {
    /// Reads a text; every text is a template.
    pub fn read(text: &'a str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        let mut from = 0;
        while let Some(open) = rest[from..].find('{').map(|at| from + at) {
            let Some((part, length)) = Part::read(&rest[open..]) else {
                from = open + 1;
                continue;
            };
            if open > 0 {
                parts.push(Part::Text(&rest[..open]));
            }
            rest = &rest[open + length..];
            from = 0;
            parts.push(part);
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest));
        }
        Self { parts }
    }

    /// Its parts, in text order.
    pub fn parts(&self) -> &[Part<'a>] {
        &self.parts
    }

    /// The names of its fields and choices, in text order.
    pub fn fields(&self) -> impl Iterator<Item = &'a str> {
        self.parts.iter().filter_map(|part| match *part {
            Part::Field { name, .. } | Part::Choice { name, .. } => Some(name),
            _ => None,
        })
    }

    /// The ids of the replies whose words it takes in, in text order.
    pub fn snippets(&self) -> impl Iterator<Item = &'a str> {
        self.parts.iter().filter_map(|part| match *part {
            Part::Snippet { id } => Some(id),
            _ => None,
        })
    }

    /// What stands in braces, or is one, and is no field: most often a mistyped
    /// one. Full-width braces count: an IME writes them where a field was meant.
    pub fn strays(&self) -> Vec<&'a str> {
        let texts = self.parts.iter().filter_map(|part| match *part {
            Part::Text(text) => Some(text),
            _ => None,
        });
        texts.flat_map(strays).collect()
    }
}

/// The pairs of braces in a text, and the braces that have none.
pub(super) fn strays(text: &str) -> Vec<&str> {
    const BRACES: [char; 4] = ['{', '}', '｛', '｝'];
    let mut strays = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(BRACES) {
        rest = &rest[at..];
        let brace = rest.chars().next().map_or(1, char::len_utf8);
        let next = rest[brace..].find(|c| c == '\n' || BRACES.contains(&c)).map(|at| brace + at);
        let closed =
            next.filter(|at| rest.starts_with(['{', '｛']) && rest[*at..].starts_with(['}', '｝']));
        let end =
            closed.map_or(brace, |at| at + rest[at..].chars().next().map_or(1, char::len_utf8));
        strays.push(&rest[..end]);
        rest = &rest[end..];
    }
    strays
}

impl<'a> Part<'a> {
    /// The field that the text begins with, and its length in bytes.
    fn read(text: &'a str) -> Option<(Self, usize)> {
        let inside = text.strip_prefix('{')?;
        let inside = &inside[..inside.find(['{', '}', '\n'])?];
        let length = inside.len() + 2;
        text.get(..length).filter(|raw| raw.ends_with('}'))?;
        Some((Self::of(inside)?, length))
    }

    /// What stands between two braces, if it is a field.
    fn of(inside: &'a str) -> Option<Self> {
        match inside.split_once([':', '|']) {
            Some((name, rest)) if inside[name.len()..].starts_with('|') => {
                let choices: Vec<&str> = rest.split('|').map(str::trim).collect();
                let real = choices.len() > 1 && choices.iter().all(|choice| !choice.is_empty());
                (is_name(name) && real).then_some(Self::Choice { name, choices })
            }
            Some(("snippet", id)) => {
                (!id.trim().is_empty()).then(|| Self::Snippet { id: id.trim() })
            }
            Some((name, default)) => {
                let name = called(name);
                let default = Some(default).filter(|default| !default.trim().is_empty());
                is_name(name).then_some(Self::Field { name, default })
            }
            None if inside == "cursor" => Some(Self::Cursor),
            None => {
                if let Some(days) = inside.strip_prefix("date").and_then(days) {
                    return Some(Self::Date { days });
                }
                if let Some(days) = inside.strip_prefix("weekday").and_then(days) {
                    return Some(Self::Weekday { days });
                }
                let name = called(inside);
                is_name(name).then_some(Self::Field { name, default: None })
            }
        }
    }
}

/// What the page fills in, by the names that people have for it.
const CALLED: [(&str, &[&str]); 5] = [
    ("buyer", &["buyer", "买家", "買家"]),
    ("order_no", &["order_no", "order number", "订单号", "訂單號", "订单编号", "訂單編號"]),
    ("item", &["item", "商品"]),
    ("amount", &["amount", "金额", "金額"]),
    ("tracking", &["tracking", "tracking number", "物流单号", "物流單號", "快递单号", "快遞單號"]),
];

/// The field's own name, if people call it so; else the name as it is.
fn called(name: &str) -> &str {
    let is = |other: &&str| other.eq_ignore_ascii_case(name.trim());
    let known = CALLED.iter().find(|(_, names)| names.iter().any(is));
    known.map_or(name, |(field, _)| field)
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// A date further away would be taken for one of this year.
const FURTHEST: i32 = 365;

/// How many days on: nothing is today, `+3` and `-1` are not.
fn days(text: &str) -> Option<i32> {
    match text.split_at_checked(1) {
        None => Some(0),
        Some((sign @ ("+" | "-"), digits)) if digits.bytes().all(|it| it.is_ascii_digit()) => {
            let days: i32 = digits.parse().ok().filter(|days| *days <= FURTHEST)?;
            Some(if sign == "-" { -days } else { days })
        }
        Some(_) => None,
    }
}
