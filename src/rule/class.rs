//! What is no word, but is recognised all the same: numbers, account names,
//! links. A phrase speaks of them by name, as it does of a pack's own words.

use super::published;
use crate::shop::Shop;
use crate::text::{Folded, fold};

/// The classes. Their numbers are the first atoms of every lexicon.
pub(super) const NAMES: [&str; 10] = [
    "n",
    "digits",
    "handle",
    "link",
    "email",
    "token",
    "veiled",
    "phone",
    "ship-time",
    "refund-time",
];

const N: u32 = 0;
const DIGITS: u32 = 1;
const HANDLE: u32 = 2;
const LINK: u32 = 3;
const EMAIL: u32 = 4;
const TOKEN: u32 = 5;
const VEILED: u32 = 6;
pub(super) const PHONE: u32 = 7;
pub(super) const SHIP_TIME: u32 = 8;
pub(super) const REFUND_TIME: u32 = 9;

/// A class found: its atom and the units it covers.
pub(super) type Found = (u32, usize, usize);

/// Finds every class in a draft.
pub(super) fn find(raw: &str, folded: &Folded, shop: &Shop) -> Vec<Found> {
    let mut found = Vec::new();
    runs(folded, is_number, |start, end| found.push((N, start, end)));
    // A letter O between digits is a nought.
    let nought = |form: char| is_digit(form) || form == 'o';
    runs(folded, nought, |start, end| {
        let digit = |place: &usize| is_digit(folded.units[*place].form);
        let bounds = (start..end).find(digit).zip((start..end).rfind(digit));
        if let Some((first, last)) = bounds.filter(|(first, last)| last - first >= 4) {
            found.push((DIGITS, first, last + 1));
        }
    });
    runs(
        folded,
        |form| form.is_ascii_alphanumeric(),
        |start, end| {
            // The name of an app may stand before the account, a space between.
            for place in start..end.saturating_sub(3) {
                if place == start || folded.units[place].noise > 0 {
                    found.push((HANDLE, place, end));
                }
            }
        },
    );
    veiled(raw, folded, &mut found);
    tokens(folded, &mut found);
    links(raw, folded, shop, &mut found);
    published::find(folded, shop, &mut found);
    found
}

/// Digits, and the characters that count: `３` `两` `十`.
fn is_number(form: char) -> bool {
    is_digit(form) || "十百千万两几半数多".contains(form)
}

/// Digits in any writing. One of them says nothing; a run does.
fn is_digit(form: char) -> bool {
    form.is_ascii_digit() || "〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖".contains(form)
}

fn runs(folded: &Folded, belongs: impl Fn(char) -> bool, mut push: impl FnMut(usize, usize)) {
    let mut start = None;
    for place in 0..=folded.units.len() {
        let inside = folded.units.get(place).is_some_and(|unit| belongs(unit.form));
        let breaks = !inside || (start.is_some() && !folded.touches(place));
        if breaks && let Some(from) = start.take() {
            push(from, place);
        }
        if inside && start.is_none() {
            start = Some(place);
        }
    }
}

/// A mobile number that is written so that no one sees it: in characters or in
/// circled digits.
fn veiled(raw: &str, folded: &Folded, found: &mut Vec<Found>) {
    if raw.is_ascii() {
        return;
    }
    let wide: Vec<u16> = raw.encode_utf16().collect();
    let plain =
        |unit: usize| wide.get(folded.units[unit].start as usize).is_some_and(|code| *code < 0x80);
    runs(folded, is_digit, |start, end| {
        let first = folded.units[start].form;
        if end - start == 11 && "1一壹幺".contains(first) && !(start..end).all(plain) {
            found.push((VEILED, start, end));
        }
    });
}

/// The sealed words of a shopping app: letters and digits between two signs of money.
fn tokens(folded: &Folded, found: &mut Vec<Found>) {
    let mut open: Option<usize> = None;
    for (place, unit) in folded.units.iter().enumerate() {
        if unit.form == '¥' {
            if let Some(start) = open.filter(|start| (8..=24).contains(&(place - start))) {
                found.push((TOKEN, start, place + 1));
            }
            open = Some(place);
        } else if !unit.form.is_ascii_alphanumeric() {
            open = None;
        }
    }
}

/// Endings of a host name that shops and shorteners use.
const ENDINGS: [&str; 25] = [
    "com", "cn", "net", "tw", "hk", "org", "shop", "top", "cc", "me", "vip", "xyz", "store", "io",
    "co", "site", "link", "ee", "gl", "gg", "ly", "app", "fun", "club", "info",
];

/// A character of an address, as written.
struct Letter {
    form: char,
    start: u32,
    end: u32,
}

fn links(raw: &str, folded: &Folded, shop: &Shop, found: &mut Vec<Found>) {
    let latin = folded.units.iter().any(|unit| unit.form.is_ascii_lowercase());
    if !latin || !ENDINGS.iter().any(|ending| folded.text.contains(ending)) {
        return;
    }
    let letters = letters(raw);
    let mut at = 0;
    while at < letters.len() {
        let end = host_end(&letters, at);
        if end == at {
            at += 1;
            continue;
        }
        let host: String = letters[at..end].iter().map(|letter| letter.form).collect();
        let mut stop = end;
        let path = letters.get(end).is_some_and(|letter| letter.form == '/');
        if host_ends_well(&host, path) {
            while letters.get(stop).is_some_and(|letter| is_path(letter.form)) {
                stop += 1;
            }
            let mail = at > 0 && letters[at - 1].form == '@';
            let address: String = letters[at..stop].iter().map(|letter| letter.form).collect();
            let (from, to) = (letters[at].start, letters[stop - 1].end);
            let units = folded.units.partition_point(|unit| unit.end <= from)
                ..folded.units.partition_point(|unit| unit.start < to);
            if mail {
                found.push((EMAIL, units.start, units.end));
            } else if !is_own(&address, shop) {
                found.push((LINK, units.start, units.end));
            }
        }
        at = stop.max(at + 1);
    }
}

/// The raw text with widths folded and the invisible left out; a dot may be
/// written in any way.
fn letters(raw: &str) -> Vec<Letter> {
    let mut at = 0;
    let mut letters = Vec::new();
    for character in raw.chars() {
        let start = at;
        at += character.len_utf16() as u32;
        let form = match character {
            '。' | '．' | '点' | '點' | '｡' => '.',
            '／' => '/',
            '？' => '?',
            '＝' => '=',
            '＠' => '@',
            '：' => ':',
            '.' | '/' | '?' | '=' | '@' | '-' | '_' | '&' | '%' | '#' | ':' | '~' => character,
            _ => match fold(character.encode_utf8(&mut [0; 4])).units.first() {
                Some(unit) => unit.form,
                None if character.is_whitespace() => ' ',
                None => continue,
            },
        };
        letters.push(Letter { form, start, end: at });
    }
    letters
}

fn is_host(form: char) -> bool {
    form.is_ascii_alphanumeric() || form == '-' || form == '_'
}

fn is_path(form: char) -> bool {
    is_host(form) || ".:/?=&%#~".contains(form)
}

/// The end of a run of host letters with dots between them.
fn host_end(letters: &[Letter], at: usize) -> usize {
    let is = |place: usize, test: fn(char) -> bool| {
        letters.get(place).is_some_and(|letter| test(letter.form))
    };
    let mut end = at;
    while is(end, is_host) || (end > at && is(end, |form| form == '.') && is(end + 1, is_host)) {
        end += 1;
    }
    end
}

/// Whether a host name ends as one does. The name before the ending may be a
/// single letter only where a path follows, as in `t.cn/A6x`.
fn host_ends_well(host: &str, path: bool) -> bool {
    let mut labels = host.rsplit('.');
    let ending = labels.next().unwrap_or_default();
    labels.next().is_some_and(|label| label.len() > 1 || (path && label.len() == 1))
        && ENDINGS.contains(&ending)
}

/// Whether an address is the shop's own: an allowed prefix, and nothing that
/// makes it another address.
fn is_own(address: &str, shop: &Shop) -> bool {
    shop.own_links.iter().any(|own| {
        let own = own.to_ascii_lowercase();
        address
            .strip_prefix(own.as_str())
            .is_some_and(|rest| !rest.starts_with(|form: char| is_host(form) || form == '.'))
    })
}
