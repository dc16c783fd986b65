//! Reads the packs of a desk: TOML in, [`Packs`] and the list of problems out.

use super::packs::Packs;
use crate::order::{Reminder, Settings};
use crate::pack::Problem;
use crate::reply::{Reply, Setting, Template, Values};
use crate::text::Script;
use crate::{order, reply, rule};

impl Packs {
    /// Takes in a pack about unpaid orders. An id that an earlier pack has keeps
    /// its first meaning; of limits given twice the later one holds.
    pub fn take_orders(&mut self, pack: order::Pack) {
        for reminder in pack.reminders {
            if !self.reminders.iter().any(|other| other.id == reminder.id) {
                self.reminders.push(reminder);
            }
        }
        self.limits = Settings::from(pack.limits).over(&self.limits);
        self.ear.learn(pack.vocabulary.clone(), pack.said);
        self.pledges.learn(pack.vocabulary, pack.promises);
    }

    /// Reads packs: each with its name below the folder of packs, such as
    /// `replies/handbook.toml`, and its text. The name's folder tells what a pack
    /// is; those that no desk works with are passed over. In whatever order the
    /// packs arrive, they are taken in the order of their names. The packs of
    /// rules are tried: a problem refuses them.
    pub fn read<'a>(packs: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Self, Vec<Problem>) {
        let mut packs: Vec<(&str, &str)> = packs.into_iter().collect();
        packs.sort_unstable();
        let mut all = Self::default();
        let (mut rules, mut problems) = (Vec::new(), Vec::new());
        let mut files: Vec<(String, String)> = Vec::new();
        for (name, text) in packs {
            match name.split_once('/') {
                Some(("rules", _)) => {
                    let (pack, wrong) = rule::Pack::parse(name, text);
                    all.rules.push(pack);
                    rules.extend(wrong);
                }
                Some(("replies", _)) => {
                    let (read, wrong) = reply::parse(name, text);
                    problems.extend(wrong);
                    files.extend(read.iter().map(|reply| (reply.id.clone(), name.to_owned())));
                    add(&mut all.replies, read, |reply| &reply.id, name, &mut problems);
                }
                Some(("reminders", _)) => {
                    let (read, wrong) = order::parse(name, text);
                    problems.extend(wrong);
                    let known = |it: &Reminder| all.reminders.iter().any(|other| other.id == it.id);
                    let twice: Vec<String> = read
                        .reminders
                        .iter()
                        .filter(|it| known(it))
                        .map(|it| it.id.clone())
                        .collect();
                    problems.extend(twice.iter().map(|id| taken(id, name)));
                    all.take_orders(read);
                }
                _ => {}
            }
        }
        problems.extend(without_snippets(&all.replies, &files));
        let trial = rule::Trial::read(all.rules, rules);
        all.rules = trial.packs;
        problems.splice(..0, trial.problems);
        (all, problems)
    }
}

/// Replies that take in what there is not, or themselves; each with its file.
fn without_snippets(replies: &[Reply], files: &[(String, String)]) -> Vec<Problem> {
    let values = Values::default();
    let mut problems = Vec::new();
    for reply in replies {
        for script in [Script::Hans, Script::Hant] {
            let find =
                |id: &str| replies.iter().find(|it| it.id == id).map(|it| it.body.of(script));
            let setting = Setting { values: &values, today: None, script, snippet: &find };
            let broken = Template::read(reply.body.of(script)).fill_in(&setting).broken;
            let file = files.iter().find(|(id, _)| *id == reply.id);
            problems.extend(broken.iter().map(|id| Problem {
                file: file.map_or_else(String::new, |(_, name)| name.clone()),
                line: 0,
                message: format!(
                    "`{}` takes in `{id}`, which there is not or which takes it in",
                    reply.id
                ),
            }));
        }
    }
    problems
}

fn taken(id: &str, file: &str) -> Problem {
    let message = format!("an earlier pack has the id `{id}`; choose another");
    Problem { file: file.to_owned(), line: 0, message }
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
            problems.push(taken(id(&one), file));
        } else {
            all.push(one);
        }
    }
}
