//! The patterns that an adapter may have: regular expressions that cannot hang.
//!
//! A page can write any text, and a browser's regular expressions try one way
//! after the other. So every repetition has an end, only single characters are
//! repeated, and the number of ways in which a pattern can match from one place
//! is counted here and kept small. The page side bounds the text.

use std::{iter::Peekable, str::Chars};

/// So many ways from one place, at most.
const MOST_WAYS: u64 = 1000;

/// What is wrong with the pattern, and what to write; nothing where it is in order.
pub fn wrong(pattern: &str) -> Option<String> {
    let mut reader = Reader { rest: pattern.chars().peekable() };
    match reader.alternatives(0) {
        Err(advice) => Some(advice),
        Ok(ways) if ways > MOST_WAYS => Some(format!(
            "make it narrower: it can match in {ways} ways from one place, and {MOST_WAYS} is the most"
        )),
        Ok(_) => None,
    }
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
}

impl Reader<'_> {
    /// Alternatives up to the end, or to the bracket that closes their group.
    fn alternatives(&mut self, depth: usize) -> Result<u64, String> {
        let (mut all, mut one) = (0_u64, 1_u64);
        loop {
            match self.rest.next() {
                None if depth > 0 => return Err("close the group with )".to_owned()),
                None => return Ok(all.saturating_add(one)),
                Some(')') if depth > 0 => return Ok(all.saturating_add(one)),
                Some(')') => {
                    return Err("take out the ) that closes nothing, or write \\)".to_owned());
                }
                Some('|') => {
                    all = all.saturating_add(one);
                    one = 1;
                }
                Some('(') => {
                    self.group_start()?;
                    let inner = self.alternatives(depth + 1)?;
                    let ways = match self.repetition()? {
                        None => inner,
                        Some((0, 1)) => inner.saturating_add(1),
                        Some(_) => return Err("repeat single characters, not a group".to_owned()),
                    };
                    one = one.saturating_mul(ways);
                }
                Some(c) => {
                    self.atom(c)?;
                    let (least, most) = self.repetition()?.unwrap_or((1, 1));
                    one = one.saturating_mul(most - least + 1);
                }
            }
        }
    }

    /// What may follow an opening bracket: nothing, or the sign that the group is not kept.
    fn group_start(&mut self) -> Result<(), String> {
        if self.rest.next_if_eq(&'?').is_none() || self.rest.next_if_eq(&':').is_some() {
            return Ok(());
        }
        Err("write (?:…) or (…): nothing looks around".to_owned())
    }

    fn atom(&mut self, first: char) -> Result<(), String> {
        match first {
            '*' | '+' | '?' | '{' => Err(format!("write \\{first} for the character itself")),
            '\\' => self.escape(),
            '[' => loop {
                match self.rest.next() {
                    None => return Err("close the [ with ]".to_owned()),
                    Some(']') => return Ok(()),
                    Some('\\') => self.escape()?,
                    Some(_) => {}
                }
            },
            _ => Ok(()),
        }
    }

    fn escape(&mut self) -> Result<(), String> {
        match self.rest.next() {
            Some(c) if "dDwWsSbn".contains(c) || c.is_ascii_punctuation() => Ok(()),
            Some(c) => Err(format!("write {c} without \\: nothing looks back or has a name")),
            None => Err("write \\\\ for the character itself".to_owned()),
        }
    }

    /// How often what stands before is repeated, if it is.
    fn repetition(&mut self) -> Result<Option<(u64, u64)>, String> {
        match self.rest.peek() {
            Some('?') => {
                self.rest.next();
                Ok(Some((0, 1)))
            }
            Some(&mark @ ('*' | '+')) => {
                Err(format!("say how often at most, such as {{1,20}}, in place of {mark}"))
            }
            Some('{') => {
                self.rest.next();
                let mut said = String::new();
                loop {
                    match self.rest.next() {
                        None => return Err("close the { with }".to_owned()),
                        Some('}') => break,
                        Some(c) => said.push(c),
                    }
                }
                let (least, most) = said.split_once(',').unwrap_or((&said, &said));
                match (least.parse(), most.parse()) {
                    (Ok(least), Ok(most)) if least <= most => Ok(Some((least, most))),
                    (Ok(_), Err(_)) if most.is_empty() => Err(format!(
                        "say how often at most, such as {{1,20}}, in place of {{{said}}}"
                    )),
                    _ => Err(format!("{{{said}}} is no number of times")),
                }
            }
            _ => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn patterns_that_end_and_those_that_may_not() {
        let table = [
            (r"\d{6}-\d{15}", None),
            (r"^(\d{1,24})-", None),
            (r"发送给\s{0,4}([^，,\n]{1,60})", None),
            (r"(?:已读|未读)$", None),
            (r"^[¥￥]\s?[\d,]{1,12}(?:\.\d{1,2})?$", None),
            (r"\(\d{3}\)", None),
            (r"[)(*+{]", None),
            (r"\d+", Some("say how often at most, such as {1,20}, in place of +")),
            (r".*号", Some("say how often at most, such as {1,20}, in place of *")),
            (r"\d{3,}", Some("say how often at most, such as {1,20}, in place of {3,}")),
            (r"(a|b){1,3}", Some("repeat single characters, not a group")),
            (r"(a{1,9}){2}", Some("repeat single characters, not a group")),
            (r"(?=a)", Some("write (?:…) or (…): nothing looks around")),
            (r"(?<name>a)", Some("write (?:…) or (…): nothing looks around")),
            (r"(a)\1", Some("write 1 without \\: nothing looks back or has a name")),
            (r"\u1234", Some("write u without \\: nothing looks back or has a name")),
            (r"a)", Some("take out the ) that closes nothing, or write \\)")),
            (r"(a", Some("close the group with )")),
            (r"[a", Some("close the [ with ]")),
            (r"{2}", Some("write \\{ for the character itself")),
            (r"a{2,1}", Some("{2,1} is no number of times")),
            (
                r"\d{0,40}\d{0,40}x",
                Some(
                    "make it narrower: it can match in 1681 ways from one place, and 1000 is the most",
                ),
            ),
        ];
        for (pattern, expected) in table {
            assert_eq!(wrong(pattern).as_deref(), expected, "{pattern}");
        }
    }
}
