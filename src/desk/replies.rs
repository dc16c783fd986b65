//! The list of replies: searched, and chosen from.

use crate::day::Day;
use crate::desk::view::{Away, Ending, Only, ReplyRow};
use crate::desk::{Desk, Millis, insert};
use crate::reply::{Filled, Query, Reply, Setting, Template, Values};
use crate::sort;
use crate::text::Script;

/// So many rows are shown at first, and so many more each time.
const ROWS: usize = 60;

/// A reply that ends within so many days is spoken of.
const SOON: i32 = 3;

/// The list as it is shown.
#[derive(Debug, Default)]
pub(super) struct ReplyList {
    pub query: String,
    pub chosen: usize,
    pub rows: Vec<ReplyRow>,
    /// How many more match than are shown.
    pub more: usize,
    pub ending: Vec<Ending>,
    pub form: Option<insert::OpenForm>,
    /// The reply that waits for the page to say its values anew, and since when.
    pub waiting: Option<(insert::Wanted, Millis)>,
    /// How many rows were asked for beyond the first ones.
    pub asked: usize,
    /// The reply that is to be the chosen one, wherever it stands.
    pub follow: Option<String>,
    /// Which alone are listed, if not all.
    pub only: Option<Only>,
    /// What the rows were made from; other facts make other rows.
    facts: Option<Facts>,
}

#[derive(Debug, PartialEq)]
struct Facts {
    query: String,
    script: Script,
    values: Values,
    today: Option<Day>,
    site: String,
    library: u64,
    uses: u64,
    asked: usize,
    only: Option<Only>,
}

impl Desk {
    /// Lists the replies that match, unless nothing has changed.
    pub(super) fn list_replies(&mut self) {
        self.catalogue_replies();
        // When the last of them is gone, the others are listed again.
        self.replies.only = self.replies.only.filter(|only| self.catalogue.count(*only) > 0);
        let facts = Facts {
            query: self.replies.query.clone(),
            script: self.script(),
            values: self.values(),
            today: self.today(),
            site: self.site.clone(),
            library: self.library.revision(),
            uses: self.library.counted(),
            asked: self.replies.asked,
            only: self.replies.only,
        };
        if self.replies.facts.as_ref() == Some(&facts) {
            return;
        }
        let query = Query::read(&facts.query);
        let shown = ROWS.saturating_add(facts.asked);
        let found = self.catalogue.listed(&query, facts.only);
        let more = found.len().saturating_sub(shown);
        let rows = found.take(shown).filter_map(|id| self.row(id, &facts, &query));
        let rows: Vec<ReplyRow> = rows.collect();
        self.replies.more = more;
        let follow = self.replies.follow.take();
        let followed = follow.and_then(|id| rows.iter().position(|row| row.id == id));
        let chosen = followed.unwrap_or(self.replies.chosen);
        self.replies.chosen = chosen.min(rows.len().saturating_sub(1));
        self.replies.rows = rows;
        self.replies.ending = self.ending(facts.script);
        self.replies.facts = Some(facts);
    }

    pub(super) fn find(&mut self, query: String) {
        self.replies.query = query;
        self.replies.chosen = 0;
        self.replies.asked = 0;
        self.notice = None;
    }

    /// Lists only what is apart from the others in some way, or everything again.
    pub(super) fn list_only(&mut self, only: Option<Only>) {
        self.replies.only = only;
        self.replies.chosen = 0;
        self.replies.asked = 0;
        self.notice = None;
    }

    /// Shows more of the replies that match.
    pub(super) fn more(&mut self) {
        self.replies.asked = self.replies.asked.saturating_add(ROWS);
    }

    pub(super) fn choose(&mut self, rows: i32) {
        let last = self.replies.rows.len().saturating_sub(1);
        self.replies.chosen = moved(self.replies.chosen, rows, last);
    }

    /// The folders of all replies that may be said here, and how many are in each.
    pub(super) fn folders(&self) -> Vec<(String, usize)> {
        let script = self.script();
        let mut named: Vec<(String, usize)> = Vec::new();
        // One that is written in one script only is called as another one.
        for (name, count) in &self.catalogue.folders {
            let name = name.of(script);
            match named.iter_mut().find(|(known, _)| known == name) {
                Some((_, all)) => *all += count,
                None => named.push((name.to_owned(), *count)),
            }
        }
        named
    }

    /// How many replies are apart from the others, in each way in which some are.
    pub(super) fn apart(&self) -> Vec<(Only, usize)> {
        let counted = Only::ALL.map(|only| (only, self.catalogue.count(only)));
        counted.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// Whether a reply may be said today and on this console.
    pub(super) fn offers(&self, reply: &Reply) -> bool {
        self.away(reply).is_none()
    }

    /// Why a reply is not offered, if it is not.
    pub(super) fn away(&self, reply: &Reply) -> Option<Away> {
        if self.library.is_hidden(&reply.id) && !self.library.is_own(&reply.id) {
            return Some(Away::Hidden);
        }
        if !reply.is_for(&self.site) {
            return Some(Away::Elsewhere(reply.platforms.clone()));
        }
        let today = self.today()?;
        let ended = reply.valid_until.filter(|until| *until < today).map(Away::Ended);
        ended.or_else(|| reply.valid_from.filter(|from| today < *from).map(Away::NotYet))
    }

    /// The consoles that a reply can be for, as far as they are known.
    pub(super) fn platforms(&self) -> Vec<String> {
        let here = Some(&self.site).filter(|site| !site.is_empty());
        let others = self.catalogue.platforms.iter().filter(|it| **it != self.site);
        here.into_iter().chain(others).cloned().collect()
    }

    /// A reply's body, filled in with what the page knows and what the agent
    /// entered.
    pub(super) fn filled(&self, reply: &Reply, script: Script, values: &Values) -> Filled {
        let snippet = |id: &str| self.library.get(id).map(|reply| reply.body.of(script));
        let today = self.today();
        let setting = Setting { values, today, script, snippet: &snippet };
        Template::read(reply.body.of(script)).fill_in(&setting)
    }

    /// The agent's day, if the owner said where the clock hangs.
    pub(super) fn today(&self) -> Option<Day> {
        self.offset.map(|offset| Day::at(self.now, offset))
    }

    fn row(&self, id: &str, facts: &Facts, query: &Query) -> Option<ReplyRow> {
        let reply = self.library.get(id)?;
        let filled = self.filled(reply, facts.script, &facts.values);
        let changed = self.library.changed_at(id);
        let title = reply.title.of(facts.script);
        let (title_hits, body_hits) = query.marks(title, &reply.pinyin, &filled.text);
        Some(ReplyRow {
            id: reply.id.clone(),
            title: title.to_owned(),
            title_hits,
            folder: reply.folder.of(facts.script).to_owned(),
            body_hits,
            body: filled.text,
            missing: filled.missing,
            stale: filled.stale,
            from: filled.from,
            abbreviation: reply.abbreviation.clone(),
            own: changed.is_some(),
            updated: changed
                .zip(self.offset)
                .map(|(at, offset)| Day::at(at, offset))
                .or(reply.updated),
            until: reply.valid_until,
            uses: self.library.uses(id).map_or(0, |uses| uses.count),
            away: self.away(reply),
        })
    }

    /// The replies that end soon, the next to end first.
    fn ending(&self, script: Script) -> Vec<Ending> {
        let Some(today) = self.today() else { return Vec::new() };
        let ends = |reply: &Reply| {
            let days = reply.valid_until.filter(|_| self.offers(reply))?.since(today);
            (0..=SOON).contains(&days).then(|| Ending {
                id: reply.id.clone(),
                title: reply.title.of(script).to_owned(),
                days,
            })
        };
        let mut ending: Vec<Ending> =
            self.library.replies().filter_map(|shelved| ends(shelved.reply)).collect();
        sort::by_key(&mut ending, |it| [it.days.unsigned_abs(), 0, 0, 0]);
        ending
    }
}

/// A place so many rows further, and not beyond the last one.
pub(super) fn moved(place: usize, rows: i32, last: usize) -> usize {
    let step = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
    let further = if rows < 0 { place.saturating_sub(step) } else { place.saturating_add(step) };
    further.min(last)
}
