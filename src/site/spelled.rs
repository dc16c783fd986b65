//! Texts that must be spelled in a certain way: ids, days, selectors, match
//! patterns. Each is refused with what to write instead.

use super::{pattern, selector};

/// What is wrong with a text that must be of this format; nothing where it is right.
pub fn wrong(format: &str, text: &str) -> Option<String> {
    match format {
        "id" => {
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            (!text.chars().all(fits) || text.is_empty())
                .then(|| "write small letters, digits and hyphens".to_owned())
        }
        "date" => (!is_date(text, 3..=3)).then(|| "write a day: 2026-11-22".to_owned()),
        "part-of-date" => (!is_date(text, 1..=3))
            .then(|| "write a year, a month or a day: 2026, 2026-11 or 2026-11-22".to_owned()),
        "selector" => selector::wrong(text),
        "match-pattern" => match_pattern(text).map(str::to_owned),
        "bounded-pattern" => pattern::wrong(text),
        _ => Some(format!("the schema asks for a format that nobody knows: {format}")),
    }
}

/// Whether there is a sign in a text by which it is read otherwise than it is: one that
/// turns its direction, and one that is no text.
pub fn turning(text: &str) -> Option<String> {
    let turns = |c: &char| {
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || c.is_control()
    };
    let sign = text.chars().find(turns)?;
    Some(format!("take out the sign U+{:04X}: it turns or hides what is written", u32::from(sign)))
}

fn is_date(text: &str, parts: std::ops::RangeInclusive<usize>) -> bool {
    let given: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, count: usize| {
        part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.contains(&given.len())
        && given.iter().enumerate().all(|(at, part)| digits(part, if at == 0 { 4 } else { 2 }))
}

/// As browsers know them, and narrower: a pattern of all hosts is only for consoles on hosts of the shops' own.
fn match_pattern(text: &str) -> Option<&'static str> {
    let Some((scheme, rest)) = text.split_once("://") else {
        return Some("write it as https://host/path*");
    };
    let Some((host, _path)) = rest.split_once('/') else {
        return Some("add a path after the host, such as /*");
    };
    if scheme != "https" && !(scheme == "http" && matches!(host, "localhost" | "*")) {
        return Some("begin with https://");
    }
    let name = if host == "*" { "" } else { host.strip_prefix("*.").unwrap_or(host) };
    if name.contains('*') {
        return Some("list the hosts: a star may only be the host's first part");
    }
    if name.contains(':') {
        return Some("leave the port out: a pattern covers every port");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn match_patterns() {
        let table = [
            ("https://mms.pinduoduo.com/chat-merchant/*", true),
            ("https://*.zendesk.com/agent/*", true),
            ("https://*/app/accounts/*", true),
            ("http://localhost/deti/*", true),
            ("http://mms.pinduoduo.com/*", false),
            ("https://seller.shopee.*/*", false),
            ("https://here.example:8080/*", false),
            ("https://here.example", false),
            ("<all_urls>", false),
        ];
        for (pattern, holds) in table {
            assert_eq!(wrong("match-pattern", pattern).is_none(), holds, "{pattern}");
        }
    }
}
