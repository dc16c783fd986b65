//! The words of the interface, from a WebExtension `messages.json`.
//!
//! The same files serve the browser's own `i18n`, so the format is the
//! browser's: a message names its placeholders (`$buyer$`), and each
//! placeholder says which argument stands there (`$1`).

use std::collections::HashMap;

use serde::Deserialize;

use crate::{Failure, files};

/// The words of one language.
#[derive(Debug, Clone, Default)]
pub struct Words {
    messages: HashMap<String, Message>,
}

/// One entry of `messages.json`; its description is for translators.
#[derive(Debug, Clone, Default, Deserialize)]
struct Message {
    message: String,
    #[serde(default)]
    placeholders: HashMap<String, Placeholder>,
}

#[derive(Debug, Clone, Deserialize)]
struct Placeholder {
    content: String,
}

impl Words {
    /// Fetches the words at this address.
    pub async fn fetch(address: &str) -> Result<Self, Failure> {
        Ok(Self { messages: files::json(address).await? })
    }

    /// A message without arguments. A key that is missing stands for itself,
    /// so that a gap is seen rather than blank.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A message with arguments, the first one for `$1`.
    pub fn say_with(&self, key: &str, arguments: &[&str]) -> String {
        match self.messages.get(key) {
            Some(message) => message.fill(arguments),
            None => key.to_owned(),
        }
    }
}

impl Message {
    fn fill(&self, arguments: &[&str]) -> String {
        let mut filled = String::with_capacity(self.message.len());
        let mut rest = self.message.as_str();
        while let Some(at) = rest.find('$') {
            filled.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix('$') {
                filled.push('$');
                rest = after;
                continue;
            }
            match rest.split_once('$') {
                Some((name, after)) if self.argument(name, arguments).is_some() => {
                    filled.push_str(self.argument(name, arguments).unwrap_or_default());
                    rest = after;
                }
                _ => filled.push('$'),
            }
        }
        filled + rest
    }

    /// The argument that a placeholder stands for; its name is not
    /// case-sensitive, as in the browser's own reading.
    fn argument<'a>(&self, name: &str, arguments: &[&'a str]) -> Option<&'a str> {
        let (_, placeholder) =
            self.placeholders.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
        let place: usize = placeholder.content.strip_prefix('$')?.parse().ok()?;
        arguments.get(place.checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn placeholders_take_the_arguments_that_they_name() {
        let say = |message: &str, arguments: &[&str]| {
            let json = serde_json::json!({
                "message": message,
                "placeholders": {"buyer": {"content": "$1"}, "clock": {"content": "$2"}},
            });
            serde_json::from_value::<Message>(json).unwrap().fill(arguments)
        };
        for (message, said) in [
            ("没有占位", "没有占位"),
            ("$buyer$ 等了 $clock$", "小鹿 等了 01:42"),
            ("$clock$, $BUYER$", "01:42, 小鹿"),
            ("五块 $$5", "五块 $5"),
            ("$other$ 留着", "$other$ 留着"),
            ("尾巴 $", "尾巴 $"),
        ] {
            assert_eq!(say(message, &["小鹿", "01:42"]), said);
        }
        // An argument is never read as a message again.
        assert_eq!(say("$buyer$ 等了", &["$clock$", "x"]), "$clock$ 等了");
    }
}
