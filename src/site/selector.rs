//! The selectors that an adapter may have: bounded in length and in steps, and
//! of the few pseudo-classes whose cost is known.
//!
//! Whether a browser knows a selector is a scene's to say; here is only said
//! what no adapter may ask of one. A selector that is in order by this can still
//! be slow on a page made for it: the page side measures, and lets an adapter go
//! that takes too long.

use super::spelled;

/// So many characters, at most.
const LONGEST: usize = 240;

/// So many steps from one element to another, at most.
const MOST_STEPS: usize = 12;

/// The pseudo-classes that there may be.
const KNOWN: &[&str] = &[
    "checked",
    "disabled",
    "empty",
    "enabled",
    "first-child",
    "first-of-type",
    "has",
    "is",
    "last-child",
    "last-of-type",
    "not",
    "nth-child",
    "nth-last-child",
    "nth-of-type",
    "only-child",
    "scope",
    "where",
];

/// What is wrong with the selector, and what to write; nothing where it is in order.
pub fn wrong(text: &str) -> Option<String> {
    if text.chars().count() > LONGEST {
        return Some(format!("write at most {LONGEST} characters"));
    }
    if let Some(advice) = spelled::turning(text) {
        return Some(advice);
    }
    let mut open: Vec<(char, bool)> = Vec::new();
    let (mut quote, mut steps, mut between) = (None, 0, false);
    // Whether an element is named since the last sign that asks for one.
    let (mut named, mut asked) = (false, false);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if let Some(mark) = quote {
            if c == '\\' {
                rest.next();
            } else if c == mark {
                quote = None;
            }
            continue;
        }
        let in_attribute = matches!(open.last(), Some(('[', _)));
        let blank = c.is_whitespace() || ">+~".contains(c);
        if !in_attribute && blank && !between {
            steps += 1;
        }
        between = blank;
        if !in_attribute && ">+~".contains(c) {
            // In :has the first step may go out from the element itself.
            let leads = !named && matches!(open.last(), Some(('(', true)));
            if asked || !(named || leads) {
                return Some(format!("name an element before the {c}: {text}"));
            }
            (named, asked) = (false, true);
        } else if !in_attribute && matches!(c, ',' | ')') {
            if !named {
                return Some(format!("name an element before the {c}: {text}"));
            }
            named = c == ')';
        } else if !blank {
            (named, asked) = (true, false);
        }
        match c {
            '\\' => {
                rest.next();
            }
            '.' | '#' if !in_attribute && !rest.peek().copied().is_some_and(begins_name) => {
                return Some(format!("write a name after the {c}: {text}"));
            }
            '"' | '\'' => quote = Some(c),
            '[' => open.push((c, false)),
            '(' => open.push((c, false)),
            ']' | ')' => {
                let opens = if c == ']' { '[' } else { '(' };
                if open.pop().map(|(it, _)| it) != Some(opens) {
                    return Some(format!("the {c} closes nothing: {text}"));
                }
            }
            ':' if !in_attribute => {
                let mut name = String::new();
                while let Some(next) = rest.next_if(|it| it.is_alphanumeric() || "-:".contains(*it))
                {
                    name.push(next);
                }
                if !KNOWN.contains(&name.as_str()) {
                    return Some(format!("take out :{name}: an adapter has no such word: {text}"));
                }
                let has = name == "has";
                if has && open.iter().any(|(_, within)| *within) {
                    return Some(format!("take one :has out of the other: {text}"));
                }
                if rest.next_if_eq(&'(').is_some() {
                    open.push(('(', has));
                    named = false;
                }
            }
            _ => {}
        }
    }
    if let Some(left) = quote.or_else(|| open.pop().map(|(it, _)| it)) {
        return Some(format!("close the {left}: {text}"));
    }
    if !named {
        return Some(format!("name an element at the end: {text}"));
    }
    (steps > MOST_STEPS).then(|| format!("take at most {MOST_STEPS} steps: {text}"))
}

/// What a class or an id can begin with.
fn begins_name(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '_' | '-' | '\\') || !c.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn selectors_are_closed_short_and_of_known_words() {
        let long = "a".repeat(241);
        let far = ["div"; 14].join(" > ");
        let table = [
            ("li:has(> [title=\"a)\"])", None),
            ("a:not(.b):is(textarea, [contenteditable])", None),
            ("[data-name='a:b'] > :scope", None),
            (r".a\:b", None),
            ("li[class", Some("close the [: li[class")),
            ("li)", Some("the ) closes nothing: li)")),
            ("[title='a]", Some("close the ': [title='a]")),
            ("a > b, .c:nth-child(-2n + 3)", None),
            ("a:has(> b, + c):not([x='>'])", None),
            ("div..a", Some("write a name after the .: div..a")),
            ("a.", Some("write a name after the .: a.")),
            ("#1a", Some("write a name after the #: #1a")),
            ("a > > b", Some("name an element before the >: a > > b")),
            ("> a", Some("name an element before the >: > a")),
            ("a,, b", Some("name an element before the ,: a,, b")),
            ("a:not()", Some("name an element before the ): a:not()")),
            ("a >", Some("name an element at the end: a >")),
            (" ", Some("name an element at the end:  ")),
            (
                "[title='\u{202e}a']",
                Some("take out the sign U+202E: it turns or hides what is written"),
            ),
            ("a:hover", Some("take out :hover: an adapter has no such word: a:hover")),
            ("a::before", Some("take out ::before: an adapter has no such word: a::before")),
            (
                "a:has(b:not(:has(c)))",
                Some("take one :has out of the other: a:has(b:not(:has(c)))"),
            ),
            (long.as_str(), Some("write at most 240 characters")),
            (
                far.as_str(),
                Some(
                    "take at most 12 steps: div > div > div > div > div > div > div > div > div > div > div > div > div > div",
                ),
            ),
        ];
        for (css, expected) in table {
            assert_eq!(wrong(css).as_deref(), expected, "{css}");
        }
    }
}
