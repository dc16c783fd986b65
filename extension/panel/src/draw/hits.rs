//! A text with the words that were searched for, and the fields that are still
//! open, told apart.

use std::ops::Range;

use dominator::{Dom, html, text};

/// What a piece of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Hit,
    Field,
}

/// How many characters stand before the first hit of a text in one line.
const BEFORE: usize = 6;
/// A hit that starts earlier than this is in view without cutting.
const IN_VIEW: usize = 16;

/// The pieces of the text as elements. `hits` are ranges of `char`s; `fields`
/// are the names of the open fields, which stand in the text as `{name}`.
pub(super) fn pieces(text_: &str, hits: &[(usize, usize)], fields: &[String]) -> Vec<Dom> {
    split(text_, hits, fields)
        .into_iter()
        .map(|(kind, piece)| match kind {
            Kind::Plain => text(&piece),
            Kind::Hit => html!("mark", { .text(&piece) }),
            Kind::Field => html!("span", { .class("field").text(&piece) }),
        })
        .collect()
}

/// A text of one line that begins near its first hit.
pub(super) fn from_first_hit(text: &str, hits: &[(usize, usize)]) -> (String, Vec<(usize, usize)>) {
    let first = hits.iter().map(|(start, _)| *start).min().unwrap_or(0);
    if first < IN_VIEW {
        return (text.to_owned(), hits.to_vec());
    }
    let cut = first - BEFORE;
    let text: String = "…".chars().chain(text.chars().skip(cut)).collect();
    // The ellipsis takes one character's place.
    let hits = hits.iter().map(|(start, end)| (start - cut + 1, end - cut + 1)).collect();
    (text, hits)
}

/// The text with the name of each open field as it is read, and the hits where
/// they are then.
pub(super) fn worded(
    text: &str,
    hits: &[(usize, usize)],
    fields: &[String],
    name: impl Fn(&str) -> String,
) -> (String, Vec<(usize, usize)>) {
    let chars: Vec<char> = text.chars().collect();
    let mut said: Vec<char> = Vec::new();
    // Where each character has gone, and after them the end.
    let mut gone_to = Vec::new();
    let mut done = 0;
    for place in places(&chars, fields) {
        gone_to.extend(said.len()..said.len() + place.start - done);
        said.extend(&chars[done..place.start]);
        let field: String = chars[place.start + 1..place.end - 1].iter().collect();
        let start = said.len();
        let name = name(&field);
        // A hit within a name that nobody sees is no hit.
        let step = usize::from(name == field);
        gone_to.extend((0..place.len()).map(|at| start + at * step));
        said.extend(format!("{{{name}}}").chars());
        done = place.end;
    }
    gone_to.extend(said.len()..=said.len() + chars.len() - done);
    said.extend(&chars[done..]);
    let to = |at: usize| gone_to.get(at).copied().unwrap_or(said.len());
    let hits = hits.iter().map(|(start, end)| (to(*start), to(*end)));
    let hits = hits.filter(|(start, end)| start < end).collect();
    (said.into_iter().collect(), hits)
}

fn split(text: &str, hits: &[(usize, usize)], fields: &[String]) -> Vec<(Kind, String)> {
    let chars: Vec<char> = text.chars().collect();
    let open = places(&chars, fields);
    let kind = |at: usize| {
        if hits.iter().any(|(start, end)| (*start..*end).contains(&at)) {
            Kind::Hit
        } else if open.iter().any(|range| range.contains(&at)) {
            Kind::Field
        } else {
            Kind::Plain
        }
    };
    let mut pieces: Vec<(Kind, String)> = Vec::new();
    for (at, letter) in chars.iter().enumerate() {
        let kind = kind(at);
        match pieces.last_mut() {
            Some((last, piece)) if *last == kind => piece.push(*letter),
            _ => pieces.push((kind, letter.to_string())),
        }
    }
    pieces
}

/// Where `{name}` stands for one of the fields.
fn places(chars: &[char], fields: &[String]) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for (start, _) in chars.iter().enumerate().filter(|(_, letter)| **letter == '{') {
        let Some(length) = chars[start..].iter().position(|letter| *letter == '}') else { break };
        let name: String = chars[start + 1..start + length].iter().collect();
        if fields.contains(&name) {
            places.push(start..start + length + 1);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{Kind, from_first_hit, split, worded};

    fn read(text: &str, hits: &[(usize, usize)], fields: &[&str]) -> String {
        let fields: Vec<String> = fields.iter().map(|it| (*it).to_owned()).collect();
        let pieces = split(text, hits, &fields);
        pieces
            .iter()
            .map(|(kind, piece)| match kind {
                Kind::Plain => piece.clone(),
                Kind::Hit => format!("[{piece}]"),
                Kind::Field => format!("<{piece}>"),
            })
            .collect()
    }

    #[test]
    fn hits_and_open_fields_are_told_apart() {
        assert_eq!(read("议价 · 已是最低", &[(0, 2)], &[]), "[议价] · 已是最低");
        assert_eq!(read("两件 {price} 元", &[], &["price"]), "两件 <{price}> 元");
        assert_eq!(read("两件 {price} 元", &[], &[]), "两件 {price} 元");
        assert_eq!(read("送{赠品}一份", &[(4, 6)], &["赠品"]), "送<{赠品>[}一]份");
        assert_eq!(read("没合上 {price", &[], &["price"]), "没合上 {price");
        // Ranges that reach past the end are as long as the text.
        assert_eq!(read("短", &[(0, 9)], &[]), "[短]");
    }

    #[test]
    fn an_open_field_is_read_by_its_word() {
        let fields = ["order_no", "赠品"].map(str::to_owned);
        let word = |field: &str| field.replace("order_no", "订单号");
        for (text, hits, read_as) in [
            ("订单 {order_no} 的赠品", &[(0, 2), (15, 17)][..], "[订单] <{订单号}> 的[赠品]"),
            ("{order_no}{赠品}", &[(11, 13)], "<{订单号}{>[赠品]<}>"),
            ("{order_no}好", &[(1, 6), (10, 11)], "<{订单号}>[好]"),
            ("{item} {order_no", &[(0, 99)], "[{item} {order_no]"),
            ("", &[], ""),
        ] {
            let (said, hits) = worded(text, hits, &fields, word);
            let open = ["订单号", "赠品"];
            assert_eq!(read(&said, &hits, &open), read_as, "{text}");
        }
    }

    #[test]
    fn a_late_hit_is_brought_into_view() {
        let text = "一二三四五六七八九十一二三四五六七八九十";
        assert_eq!(from_first_hit(text, &[(3, 5)]).0, text);
        let (cut, hits) = from_first_hit(text, &[(18, 20)]);
        assert_eq!(read(&cut, &hits, &[]), "…三四五六七八[九十]");
    }
}
