//! Signs that nobody sees.
//!
//! They come along when words are copied from a page, a chat or a terminal, and they
//! keep a search from finding the words and a rule from knowing them. Line breaks and
//! tabs stay, and so do the joiners that make one picture of several: `👨‍👩‍👧`.

/// Leaves them out, with a terminal's colours as a whole; tells whether there were any.
pub(crate) fn leave_out(text: &mut String) -> bool {
    if !text.contains(|c| is_unseen(c) || is_joiner(c)) {
        return false;
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        if c == ESCAPE && rest.peek() == Some(&'[') {
            rest.next();
            while rest.next_if(|c| matches!(c, '\u{20}'..='\u{3F}')).is_some() {}
            rest.next_if(|c| matches!(c, '\u{40}'..='\u{7E}'));
        } else if !is_unseen(c) && (!is_joiner(c) || joins(before, rest.peek().copied())) {
            kept.push(c);
            before = Some(c);
        }
    }
    let any = kept.len() < text.len();
    *text = kept;
    any
}

/// What begins a command to a terminal, such as `ESC [ 31 m`.
const ESCAPE: char = '\u{1B}';

/// Controls, the marks that turn the direction of writing, and what has no width and
/// says nothing.
fn is_unseen(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\t');
    let turns =
        matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    control || turns || matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Whether a joiner between these has something to join: pictures, or letters of a
/// script that is joined. Nothing of Chinese or English is.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let joined = |c: char| {
        let apart = matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}');
        c > '\u{2AF}' && !apart && !c.is_whitespace() && !is_unseen(c)
    };
    before.is_some_and(joined) && after.is_some_and(joined)
}

#[cfg(test)]
mod tests {
    use super::leave_out;

    #[test]
    fn what_nobody_sees_goes_and_what_makes_a_picture_stays() {
        for (text, left) in [
            ("发\u{200B}票\u{FEFF}抬\u{2060}头", "发票抬头"),
            ("in\u{AD}voice", "invoice"),
            ("好\u{200D}的\u{200C}。", "好的。"),
            ("\u{200D}好\u{200D}", "好"),
            ("a\u{200D}b", "ab"),
            ("\u{1B}[31m红\u{1B}[0;1m字\u{1B}[", "红字"),
            ("\u{1B}[31[x]", "x]"),
            ("\u{7}铃\u{85}", "铃"),
            ("\u{202E}反\u{2069}向\u{200F}", "反向"),
        ] {
            let mut out = text.to_owned();
            assert!(leave_out(&mut out), "{text:?}");
            assert_eq!(out, left);
            assert!(!leave_out(&mut out), "{out:?}");
        }
        for text in ["一\n二\t三", "👨‍👩‍👧😀", "❤️‍🔥", "👩🏽‍⚕️", "🏳️‍🌈", "1️⃣", "क्‍ष", "می‌خواهم", ""]
        {
            let mut out = text.to_owned();
            assert!(!leave_out(&mut out), "{text:?}");
            assert_eq!(out, text);
        }
    }
}
