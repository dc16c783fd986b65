//! What a row says of one order.

use deti::order::{
    Amount, Buyer, Order, Row, Source, Sources, Status, platform_named, read_closing, read_moment,
};

use super::{Fields, OrderColumn as Column, OrdersHow, OrdersRead};
use crate::Says;

/// An order is of the time since there are such shops.
const FIRST: u64 = 946_684_800_000;
/// The clocks of two machines differ by so much at most, in milliseconds.
const AHEAD: u64 = 24 * 60 * 60 * 1000;

impl OrdersRead {
    /// Takes a row, or refuses it.
    pub(super) fn row(&mut self, line: usize, fields: &Fields, how: &OrdersHow<'_>) {
        let get = |column: Column| fields.get(&column).map_or("", String::as_str);
        if fields.values().any(|words| words.contains('\u{FFFD}')) {
            return self.refuse(line, Says::BadBytes, &[]);
        }
        let number = get(Column::Number).trim_matches(['=', '"', '\'', '\t', ' ', '`']).to_owned();
        if number.is_empty() {
            return self.refuse(line, Says::NoNumber, &[]);
        }
        if is_rounded(&number) {
            return self.refuse(line, Says::RoundedNumber, &[&number]);
        }
        // The row below the last order is often a sum: `合计`.
        if number.chars().filter(char::is_ascii_digit).count() < 4 {
            return self.refuse(line, Says::NotNumber, &[&number]);
        }
        let platform = match get(Column::Platform) {
            "" if how.platform.is_empty() => self.platform.unwrap_or_default().to_owned(),
            "" => how.platform.to_owned(),
            named => {
                let (platform, known) = platform_named(named);
                if !known {
                    self.note(line, Says::UnknownPlatform, &[named]);
                }
                platform
            }
        };
        let mut moments = [None; 3];
        for (slot, column, closing) in
            [(0, Column::Created, false), (1, Column::Closes, true), (2, Column::Contact, false)]
        {
            let words = get(column);
            let read = if closing { read_closing } else { read_moment };
            moments[slot] = read(words, how.seen, how.zone);
            if !words.is_empty() && moments[slot].is_none() {
                return self.refuse(line, Says::NoMoment, &[words]);
            }
        }
        let [created, closes, contact] = moments;
        if created.is_some_and(|at| at > how.seen.saturating_add(AHEAD)) {
            return self.refuse(line, Says::ToCome, &[get(Column::Created)]);
        }
        let Some(paid) = paid(get(Column::Paid), how) else {
            return self.refuse(line, Says::NoMoment, &[get(Column::Paid)]);
        };
        let mut sent = Vec::new();
        for words in get(Column::Sent).split(['\n', ';', '；', ',', '，', '、', '|']) {
            if words.trim().is_empty() {
                continue;
            }
            if let Some(count) = times(words) {
                // Nobody says when: each export that says so again means the same reminders.
                let from = created.unwrap_or(1);
                sent.extend((0..count).map(|place| from + place));
                continue;
            }
            let Some(at) = read_moment(words, how.seen, how.zone) else {
                return self.refuse(line, Says::NoMoment, &[words.trim()]);
            };
            sent.push(at);
        }
        sent.sort_unstable();
        let (status, status_text) = self.status(line, get(Column::Status), paid);
        let amount_text = with_currency(get(Column::Amount), get(Column::Currency), &platform);
        let amount = Amount::read(&amount_text);
        if amount.is_none() && !amount_text.is_empty() {
            let says =
                if Amount::is_nothing(&amount_text) { Says::Nothing } else { Says::NoCurrency };
            self.note(line, says, &[&amount_text]);
        }
        let order = Order {
            number,
            platform,
            buyer: Buyer { key: get(Column::Key).to_owned(), name: get(Column::Buyer).to_owned() },
            status,
            status_text,
            item: get(Column::Item).split_whitespace().collect::<Vec<_>>().join(" "),
            amount,
            amount_text,
            created,
            created_text: get(Column::Created).to_owned(),
            closes,
            closes_text: get(Column::Closes).to_owned(),
            tracking: get(Column::Tracking).to_owned(),
            seen: how.seen,
            from: Sources::all(Source::File),
        };
        let said = get(Column::Said).to_owned();
        self.rows.push(Row { line, order, sent, contact, said });
    }

    /// The status by its words and by whether there is a time of payment; and the
    /// words that say so.
    fn status(&mut self, line: usize, words: &str, paid: bool) -> (Status, String) {
        let status = Status::of(words);
        if paid && matches!(status, Status::Unpaid | Status::Unknown) {
            if status == Status::Unpaid {
                self.note(line, Says::PaidAfterAll, &[words]);
            }
            return (Status::Paid, Status::Paid.words().to_owned());
        }
        if status == Status::Unknown {
            if words.is_empty() {
                self.note(line, Says::NoStatus, &[]);
            } else {
                self.note(line, Says::UnknownStatus, &[words]);
            }
        }
        (status, words.to_owned())
    }
}

/// Whether there is a time of payment; none if what stands there cannot be read.
/// Exports fill the column of an unpaid order with a dash, a nought or the first day
/// that computers count.
fn paid(words: &str, how: &OrdersHow<'_>) -> Option<bool> {
    let read = |words: &str| read_moment(words, how.seen, how.zone);
    let filler = !words.contains(|c: char| c.is_alphanumeric() && c != '0');
    let none = ["无", "無", "null", "none", "n/a", "nan"].contains(&words.to_lowercase().as_str());
    if filler || none || Status::of(words) == Status::Unpaid {
        return Some(false);
    }
    // A day alone is time enough.
    let dated = words.starts_with(|c: char| c.is_ascii_digit());
    let day = || dated.then(|| read(&format!("{words} 12:00"))).flatten();
    let at = read(words).or_else(day);
    match at {
        Some(at) => Some(at >= FIRST),
        None => (Status::of(words) == Status::Paid).then_some(true),
    }
}

/// How many times an order was reminded, where that is all that is said: `2`, `2次`.
fn times(words: &str) -> Option<u64> {
    let number = words.trim().trim_end_matches(['次', '回']).trim();
    let short = number.len() <= 2 && number.chars().all(|c| c.is_ascii_digit());
    if short { number.parse().ok() } else { None }
}

/// Whether a spreadsheet has made a number of it: `2.84716E+18`.
fn is_rounded(number: &str) -> bool {
    let lower = number.to_lowercase();
    lower.split_once('e').is_some_and(|(head, tail)| {
        let digits = |text: &str| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || "+.-".contains(c))
        };
        digits(head) && digits(tail) && head.contains('.')
    })
}

/// An amount with its currency: as it stands, else by the column, else by the
/// platform, of which these sell in one currency only.
fn with_currency(amount: &str, currency: &str, platform: &str) -> String {
    if amount.is_empty() || Amount::read(amount).is_some() {
        return amount.to_owned();
    }
    // A number of a sheet has no noughts at its end, and no groups of three behind its point.
    let amount = match amount.split_once('.') {
        Some((_, fraction)) if fraction.len() > 2 && !amount.contains(',') => {
            return amount.to_owned();
        }
        Some((_, fraction)) if fraction.len() == 1 => format!("{amount}0"),
        _ => amount.to_owned(),
    };
    let sign = match currency.to_uppercase().as_str() {
        "CNY" | "RMB" | "人民币" => "¥",
        "TWD" | "NTD" => "NT$",
        "USD" => "US$",
        "" => match platform {
            "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "kuaishou" | "xiaohongshu"
            | "youzan" | "1688" | "weixin" => "¥",
            _ => "",
        },
        other => return format!("{other}{amount}"),
    };
    format!("{sign}{amount}")
}
