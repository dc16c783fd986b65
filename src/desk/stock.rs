//! What a desk works with, read from packs before it opens.

use crate::order::{self, Reminder};
use crate::pack::Problem;
use crate::reply::{self, Reply};
use crate::rule::{Checker, Pack};
use crate::shop::Shop;

/// The check, the replies and the reminders of a shop.
pub struct Stock {
    /// The check.
    pub checker: Checker,
    /// The quick replies, in the packs' order.
    pub replies: Vec<Reply>,
    /// The reminders; the first is the one that is used.
    pub reminders: Vec<Reminder>,
}

impl Stock {
    /// Reads packs: each with its name below the folder of packs, such as
    /// `replies/handbook.toml`, and its text. The name's folder tells what a pack
    /// is; those that no desk works with are passed over. In whatever order the
    /// packs arrive, they are taken in the order of their names.
    pub fn read<'a>(
        packs: impl IntoIterator<Item = (&'a str, &'a str)>,
        shop: &Shop,
    ) -> (Self, Vec<Problem>) {
        let mut packs: Vec<(&str, &str)> = packs.into_iter().collect();
        packs.sort_unstable();
        let (mut rules, mut replies, mut reminders) = (Vec::new(), Vec::new(), Vec::new());
        let mut problems = Vec::new();
        for (name, text) in packs {
            match name.split_once('/') {
                Some(("rules", _)) => {
                    let (pack, wrong) = Pack::parse(name, text);
                    rules.push(pack);
                    problems.extend(wrong);
                }
                Some(("replies", _)) => {
                    let (read, wrong) = reply::parse(name, text);
                    problems.extend(wrong);
                    add(&mut replies, read, |reply| &reply.id, name, &mut problems);
                }
                Some(("reminders", _)) => {
                    let (read, wrong) = order::parse(name, text);
                    problems.extend(wrong);
                    add(&mut reminders, read, |reminder| &reminder.id, name, &mut problems);
                }
                _ => {}
            }
        }
        let (checker, wrong) = Checker::new(&rules, shop);
        problems.extend(wrong);
        (Self { checker, replies, reminders }, problems)
    }
}

/// Adds what was read; an id that an earlier pack has keeps its first meaning.
fn add<T>(
    all: &mut Vec<T>,
    read: Vec<T>,
    id: impl Fn(&T) -> &String,
    file: &str,
    problems: &mut Vec<Problem>,
) {
    for one in read {
        if all.iter().any(|other| id(other) == id(&one)) {
            let message = format!("an earlier pack has the id `{}`; choose another", id(&one));
            problems.push(Problem { file: file.to_owned(), line: 0, message });
        } else {
            all.push(one);
        }
    }
}
