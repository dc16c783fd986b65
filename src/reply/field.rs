//! The fields of a reply: `{item}` from the page, `{days:3-5}` with a default.
//!
//! A field that has neither a value nor a default is *missing*, and what has a
//! missing field cannot be inserted: neither a blank nor a dash has ever been
//! what the agent meant.

/// Values for fields, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(Vec<(String, String)>);

impl Values {
    /// Sets a field's value, as one line: a value comes from a page or from a
    /// form, and it must not break the reply into paragraphs. An empty value is
    /// no value.
    pub fn set(&mut self, name: &str, value: &str) {
        let line = value.split(|c: char| c.is_whitespace() || c.is_control());
        let line = line.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        self.0.retain(|(known, _)| known != name);
        if !line.is_empty() {
            self.0.push((name.to_owned(), line));
        }
    }

    /// The field's value, if it has one.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// A text with fields in it.
///
/// `{name}` is a field and `{name:default}` one with a default; a name is made
/// of letters (Chinese ones too), digits and `_`. Any other brace is a brace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template<'a> {
    parts: Vec<Part<'a>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part<'a> {
    Text(&'a str),
    Field { raw: &'a str, name: &'a str, default: Option<&'a str> },
}

/// A template with its fields filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The text; a missing field stands in it as `{name}`.
    pub text: String,
    /// The fields without a value, each once, in text order.
    pub missing: Vec<String>,
}

impl<'a> Template<'a> {
    /// Reads a text; every text is a template.
    pub fn read(text: &'a str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        let mut from = 0;
        while let Some(open) = rest[from..].find('{').map(|at| from + at) {
            let Some(field) = Part::field(&rest[open..]) else {
                from = open + 1;
                continue;
            };
            if open > 0 {
                parts.push(Part::Text(&rest[..open]));
            }
            rest = &rest[open + field.raw().len()..];
            from = 0;
            parts.push(field);
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest));
        }
        Self { parts }
    }

    /// Fills in the fields.
    pub fn fill(&self, values: &Values) -> Filled {
        let mut filled = Filled::default();
        for part in &self.parts {
            match *part {
                Part::Text(text) => filled.text.push_str(text),
                Part::Field { name, default, .. } => match values.get(name).or(default) {
                    Some(value) => filled.text.push_str(value),
                    None => {
                        filled.text.push('{');
                        filled.text.push_str(name);
                        filled.text.push('}');
                        if !filled.missing.iter().any(|missing| missing == name) {
                            filled.missing.push(name.to_owned());
                        }
                    }
                },
            }
        }
        filled
    }

    /// The names of its fields, in text order.
    pub fn fields(&self) -> impl Iterator<Item = &'a str> {
        self.parts.iter().filter_map(|part| match *part {
            Part::Field { name, .. } => Some(name),
            Part::Text(_) => None,
        })
    }

    /// Whether a brace in it belongs to no field: most often a mistyped one.
    pub fn has_stray_brace(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains(['{', '}'])))
    }
}

impl<'a> Part<'a> {
    /// The field that the text begins with.
    fn field(text: &'a str) -> Option<Self> {
        let inside = text.strip_prefix('{')?;
        let inside = &inside[..inside.find(['{', '}', '\n'])?];
        let raw = text.get(..inside.len() + 2).filter(|raw| raw.ends_with('}'))?;
        let (name, default) = match inside.split_once(':') {
            Some((name, default)) => (name, Some(default)),
            None => (inside, None),
        };
        let named = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        named.then_some(Self::Field { raw, name, default })
    }

    fn raw(&self) -> &'a str {
        match self {
            Self::Text(raw) | Self::Field { raw, .. } => raw,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Template, Values};
    use proptest::prelude::*;

    #[test]
    fn fields_are_filled_or_named() {
        let mut values = Values::default();
        values.set("item", "丹东草莓\n 3斤 ");
        values.set("days", "2");
        values.set("buyer", " \t");
        for (text, filled, missing) in [
            ("您好", "您好", ""),
            ("您买的{item}，", "您买的丹东草莓 3斤，", ""),
            ("{item}{item}", "丹东草莓 3斤丹东草莓 3斤", ""),
            ("{days:3-5}天", "2天", ""),
            ("{weeks:3-5}周", "3-5周", ""),
            ("{note:}好的", "好的", ""),
            ("{buyer}您好", "{buyer}您好", "buyer"),
            ("{原因}，{原因}，{办法}", "{原因}，{原因}，{办法}", "原因 办法"),
            ("{", "{", ""),
            ("{}", "{}", ""),
            ("{{item}}", "{丹东草莓 3斤}", ""),
            ("{a b}", "{a b}", ""),
            ("{item\n}", "{item\n}", ""),
            ("a}{item}{", "a}丹东草莓 3斤{", ""),
        ] {
            let got = Template::read(text).fill(&values);
            assert_eq!((got.text.as_str(), got.missing.join(" ").as_str()), (filled, missing));
        }
    }

    proptest! {
        #[test]
        fn without_fields_a_text_stays_as_it_is(text in "[^{]*") {
            let filled = Template::read(&text).fill(&Values::default());
            prop_assert_eq!(filled.text, text);
            prop_assert!(filled.missing.is_empty());
        }

        #[test]
        fn any_text_is_a_template(text in "[{}:a不\n 😀]{0,24}") {
            let template = Template::read(&text);
            let filled = template.fill(&Values::default());
            let mut values = Values::default();
            for name in &filled.missing {
                values.set(name, "x");
            }
            prop_assert!(template.fill(&values).missing.is_empty());
        }
    }
}
