//! Where things are found on the page: whether the adapter still finds them, the
//! adapters of the agent's own, and the making of one from what she points at.
//!
//! The page is told of an adapter whenever it has to be another one than it was
//! told last. Before what is kept was read nothing is told: the page side has
//! asked for it by itself when it started.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::day::Day;
use crate::desk::event::ConsoleEvent;
use crate::desk::view::{ConsolePlan, ConsoleRow, Mend, MendRow, Notice};
use crate::desk::wire::{ToPage, Who};
use crate::desk::{Desk, Effect, FocusTarget, Meeting};
use crate::kept::Kept;
use crate::record::{Record, Value};
use crate::reply::Changed;
use crate::site::{
    self, Around, Count, Fault, Health, Mending, Own, Part, Refused, SeenElement, Slot, Tried, Wish,
};

/// What the key of an own adapter begins with; the page side knows it too.
const KEY: &str = "site:";

/// The format that is written now.
const FORMAT: u64 = 1;

/// The adapter of pages of which nothing is known.
const ELSEWHERE: &str = "elsewhere";

/// What the id of such a page begins with. What is kept of one host is not another's.
const UNKNOWN: &str = "at-";

/// The id under which a page's orders and its own adapter are kept: the adapter's, or
/// one of the host where that is for every page. The page side makes the same of it.
pub(super) fn id_of(site: String, host: &str) -> String {
    if site != ELSEWHERE {
        return site;
    }
    let lower = host.to_ascii_lowercase();
    let parts =
        lower.replace('-', "--").replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "-");
    format!("{UNKNOWN}{parts}")
}

/// The adapters of this page and of the agent's own.
#[derive(Debug, Default)]
pub(super) struct Console {
    /// The page's host.
    pub host: String,
    health: Health,
    typed: bool,
    /// The agent does not want to hear of it on this page.
    quiet: bool,
    open: bool,
    pointing: Option<Part>,
    outlined: Option<Slot>,
    mending: Mending,
    refused: Option<(Part, Refused)>,
    own: BTreeMap<String, Own>,
    kept: Kept,
    /// An id and what was kept under it before the last change.
    undo: Option<(String, Option<Own>)>,
    plan: Option<ConsolePlan>,
    /// What the page was told last, if anything.
    told: Option<Option<Value>>,
    /// What is kept for this page cannot be read: the page side may have it all the same.
    unread: bool,
}

impl Console {
    /// The page is another one.
    pub fn clear(&mut self) {
        self.health.forget();
        (self.typed, self.quiet, self.open) = (false, false, false);
        (self.pointing, self.outlined, self.refused) = (None, None, None);
        self.mending = Mending::default();
        self.told = None;
        self.unread = false;
    }

    /// A message left the composer.
    pub fn sent(&mut self) {
        self.health.sent();
    }
}

impl Desk {
    /// Something about adapters that the agent did.
    pub(super) fn on_console(&mut self, did: ConsoleEvent) -> Vec<Effect> {
        let console = &mut self.console;
        match did {
            ConsoleEvent::Open(open) => {
                console.open = open;
                console.refused = None;
                self.settings = false;
                if !open {
                    return self.close_mending();
                }
            }
            ConsoleEvent::Point(part) => {
                (console.pointing, console.refused) = (part, None);
                console.outlined = None;
                return vec![Effect::Page(ToPage::Point { part })];
            }
            ConsoleEvent::Outline(slot) => {
                console.outlined = slot;
                return vec![Effect::Page(ToPage::Outline { slot })];
            }
            ConsoleEvent::Next(slot) => {
                console.mending.next(slot);
                console.outlined = Some(slot);
                // The page learns first what is found otherwise now.
                let told = self.tell_adapter();
                return told
                    .into_iter()
                    .chain([Effect::Page(ToPage::Outline { slot: Some(slot) })])
                    .collect();
            }
            ConsoleEvent::Save => return self.save_adapter(),
            ConsoleEvent::Quiet => console.quiet = true,
            ConsoleEvent::Remove(id) => {
                if let Some(own) = console.own.remove(&id) {
                    console.undo = Some((id.clone(), Some(own)));
                    console.kept.touch(key(&id));
                    self.notice = Some(Notice::AdapterRemoved);
                }
            }
            ConsoleEvent::Undo => {
                if let Some((id, before)) = console.undo.take() {
                    match before {
                        Some(own) => drop(console.own.insert(id.clone(), own)),
                        None => drop(console.own.remove(&id)),
                    }
                    console.kept.touch(key(&id));
                    self.notice = Some(Notice::AdapterUndone);
                }
            }
            ConsoleEvent::Export(id) => {
                let own = console.own.get(&id);
                return own
                    .map(|own| Effect::AdapterFile { name: id, adapter: own.value.clone() })
                    .into_iter()
                    .collect();
            }
            ConsoleEvent::Plan(value) => {
                let known = &console.own;
                console.plan =
                    value.map(|value| match site::read_own(&self.stock.adapters, &value) {
                        Ok(own) => {
                            let replaces = known.contains_key(&own.id);
                            ConsolePlan {
                                row: Some(row(&own)),
                                replaces,
                                refused: Vec::new(),
                                own: Some(own),
                            }
                        }
                        Err(problems) => ConsolePlan {
                            refused: problems.iter().map(ToString::to_string).collect(),
                            ..ConsolePlan::default()
                        },
                    });
            }
            ConsoleEvent::Take => {
                if let Some(own) = console.plan.take().and_then(|plan| plan.own) {
                    self.keep_adapter(own);
                }
            }
        }
        Vec::new()
    }

    /// What is open is closed; what was pointed at and is not saved goes.
    fn close_mending(&mut self) -> Vec<Effect> {
        let console = &mut self.console;
        let pointing = console.pointing.take().is_some();
        let outlined = console.outlined.take().is_some();
        console.mending = Mending::default();
        let mut effects = Vec::new();
        if pointing {
            effects.push(Effect::Page(ToPage::Point { part: None }));
        }
        if outlined {
            effects.push(Effect::Page(ToPage::Outline { slot: None }));
        }
        effects
    }

    fn save_adapter(&mut self) -> Vec<Effect> {
        let Some(value) = self.trial() else { return Vec::new() };
        match site::read_own(&self.stock.adapters, &value) {
            Ok(own) => {
                self.keep_adapter(own);
                self.console.open = false;
                self.console.quiet = false;
                self.close_mending()
            }
            Err(problems) => {
                let first = problems.first().map(ToString::to_string).unwrap_or_default();
                self.notice = Some(Notice::AdapterRefused(first));
                Vec::new()
            }
        }
    }

    fn keep_adapter(&mut self, own: Own) {
        let id = own.id.clone();
        let before = self.console.own.insert(id.clone(), own);
        self.console.kept.touch(key(&id));
        self.console.undo = Some((id, before));
        self.notice = Some(Notice::AdapterKept);
    }

    /// The adapter that is being made, over the one that is kept for this page.
    fn trial(&self) -> Option<Value> {
        let console = &self.console;
        let day = Day::at(self.now, self.offset.unwrap_or(0));
        let wish = Wish {
            id: &self.site,
            title: &console.host,
            host: &console.host,
            key: if console.health.count(Slot::Key).is_some_and(|it| it.read > 0)
                && !self.makes_key()
            {
                &self.conversation.key
            } else {
                ""
            },
            buyer: &self.conversation.buyer,
            day,
        };
        let made = console.mending.adapter(&wish)?;
        Some(match console.own.get(&self.site) {
            Some(own) => site::over(&own.value, made),
            None => made,
        })
    }

    /// Whether the page knows conversations apart only by what was pointed at.
    fn makes_key(&self) -> bool {
        self.site.starts_with(UNKNOWN) || self.console.mending.made_key()
    }

    /// The page said what it counted.
    pub(super) fn measured(&mut self, counts: Vec<Count>, typed: bool) {
        self.console.typed = typed;
        let key = &self.conversation.key;
        let said = |row: &crate::desk::wire::SeenRow| row.key == *key && !row.preview.is_empty();
        let around = Around {
            now: self.now,
            key,
            has_preview: !key.is_empty() && self.asked.rows.iter().any(said),
            drafting: !self.draft.text.trim().is_empty(),
            typed_elsewhere: typed,
        };
        self.console.health.measured(counts, around);
    }

    /// Time has passed: what is still missing may be missing for long enough now.
    pub(super) fn settle_console(&mut self) {
        self.console.health.settle(self.now);
    }

    /// The agent pointed at something, or at nothing.
    pub(super) fn pointed(&mut self, part: Part, element: Option<SeenElement>) -> Vec<Effect> {
        let console = &mut self.console;
        if console.pointing != Some(part) {
            return Vec::new();
        }
        console.pointing = None;
        let mut effects =
            vec![Effect::Page(ToPage::FocusPanel), Effect::Focus(FocusTarget::Part(part))];
        let Some(element) = element else { return effects };
        if console.health.count(Slot::Key).is_none_or(|it| it.read == 0) {
            console.mending.makes_key();
        }
        match console.mending.point(part, element) {
            Ok(Some(wanted)) => {
                let site::Wanted { slot, places, hold, frames, shadow } = wanted;
                effects.push(Effect::Page(ToPage::Try { slot, places, hold, frames, shadow }));
            }
            Ok(None) => {}
            Err(why) => console.refused = Some((part, why)),
        }
        effects
    }

    /// The page says what selectors found.
    pub(super) fn tried(&mut self, slot: Slot, tried: &[Tried]) -> Vec<Effect> {
        let part = self.console.mending.wanted();
        match self.console.mending.tried(slot, tried) {
            Ok(()) => {
                self.console.outlined = Some(slot);
                let mut effects: Vec<Effect> = self.tell_adapter().into_iter().collect();
                effects.push(Effect::Page(ToPage::Outline { slot: Some(slot) }));
                effects
            }
            Err(why) => {
                self.console.refused = part.map(|part| (part, why));
                Vec::new()
            }
        }
    }

    /// The own adapter cannot be used on this page.
    pub(super) fn too_slow(&mut self) {
        // The page uses it no longer; what is told next is something else.
        self.console.told = Some(self.adapter());
        self.notice = Some(Notice::AdapterTooSlow);
    }

    /// The adapter that counts on this page beside what is known of it.
    fn adapter(&self) -> Option<Value> {
        let own = self.console.own.get(&self.site).map(|own| own.value.clone());
        self.trial().or(own)
    }

    /// Tells the page of the adapter, if it is another one than it was.
    pub(super) fn tell_adapter(&mut self) -> Option<Effect> {
        let ready = matches!(self.meeting, Meeting::Ready | Meeting::Working) && self.shelf.read;
        if !ready {
            return None;
        }
        let adapter = self.adapter();
        if self.console.told.as_ref() == Some(&adapter) {
            return None;
        }
        let first = self.console.told.is_none();
        self.console.told = Some(adapter.clone());
        if first && adapter.is_none() && !self.console.unread {
            return None;
        }
        if !first {
            self.console.health.forget();
        }
        Some(Effect::Page(ToPage::Adapter { own: adapter }))
    }

    /// Own adapters came from storage, or from another tab.
    pub(super) fn merge_adapters(&mut self, records: &[Record]) -> Vec<crate::pack::Problem> {
        let mut problems = Vec::new();
        for (key, value) in records {
            let Some(id) = key.strip_prefix(KEY) else { continue };
            let Some(value) = value else {
                self.console.own.remove(id);
                continue;
            };
            let read = |value: &Value| {
                let own = site::read_own(&self.stock.adapters, value.get("adapter")?).ok()?;
                (own.id == id).then_some(own)
            };
            match self.console.kept.format(key, value, FORMAT).map(|_| read(value)) {
                Ok(Some(own)) => drop(self.console.own.insert(own.id.clone(), own)),
                Ok(None) => {
                    self.console.unread |= id == self.site;
                    problems.push(self.console.kept.set_aside(key, value));
                }
                Err(newer) => {
                    self.console.unread |= id == self.site;
                    problems.push(newer);
                }
            }
        }
        problems
    }

    pub(super) fn take_changed_adapters(&mut self) -> Changed {
        let own = &self.console.own;
        self.console.kept.take(|key| {
            let adapter = own.get(key.strip_prefix(KEY)?)?.value.clone();
            let entries = [("format", FORMAT.into()), ("adapter", adapter)];
            Some(Value::Map(entries.map(|(name, value)| (name.to_owned(), value)).to_vec()))
        })
    }

    pub(super) fn adapters_not_kept(&mut self, keys: &[String]) {
        self.console.kept.not_kept(keys, &[KEY]);
    }

    /// What the page no longer says, for the line about it.
    pub(super) fn faults(&self) -> Vec<Fault> {
        let console = &self.console;
        if console.quiet || console.open { Vec::new() } else { console.health.faults().to_vec() }
    }

    /// What shows where things are found, if it is open.
    pub(super) fn mend(&self) -> Option<Rc<Mend>> {
        let console = &self.console;
        if !console.open {
            return None;
        }
        let unknown = self.site.starts_with(UNKNOWN);
        let rows = Part::ALL.map(|part| {
            let slot = site::slot(part);
            MendRow {
                part,
                slot,
                pointed: console.mending.has(part),
                found: self.found(part),
                more: console.mending.has_next(slot) && part != Part::Own,
                place: console.mending.place(slot).unwrap_or_default().to_owned(),
                // Whose it is must be known first.
                waits: unknown
                    && matches!(part, Part::Theirs | Part::Own | Part::Order)
                    && self.conversation.buyer.is_empty()
                    && !console.mending.has(Part::Buyer),
                refused: console.refused.and_then(|(of, why)| (of == part).then_some(why)),
            }
        });
        Some(Rc::new(Mend {
            unknown,
            rows: rows.to_vec(),
            pointing: console.pointing,
            outlined: console.outlined,
            changed: !console.mending.is_empty(),
        }))
    }

    /// How many of these are read on the page.
    fn found(&self, part: Part) -> usize {
        let count = |slot| self.console.health.count(slot).map_or(0, |it| it.read as usize);
        let said = |who| self.conversation.messages.iter().filter(|it| it.who == who).count();
        match part {
            Part::Composer => {
                count(Slot::Composer).max(usize::from(self.meeting == Meeting::Working))
            }
            Part::Send => count(Slot::Send),
            Part::Buyer => usize::from(!self.conversation.buyer.is_empty()),
            Part::Theirs => said(Who::Buyer),
            Part::Own => said(Who::Agent),
            Part::Row => self.asked.rows.len(),
            Part::Order => self.orders.seen.len(),
        }
    }

    /// The adapters of the agent's own.
    pub(super) fn console_rows(&self) -> Rc<Vec<ConsoleRow>> {
        Rc::new(self.console.own.values().map(row).collect())
    }

    pub(super) fn console_plan(&self) -> Option<ConsolePlan> {
        self.console.plan.clone()
    }

    pub(super) fn can_undo_console(&self) -> bool {
        self.console.undo.is_some()
    }
}

fn row(own: &Own) -> ConsoleRow {
    let Own { id, title, matches, slots, keys, seen, .. } = own.clone();
    ConsoleRow { id, title, matches, slots, keys, seen }
}

fn key(id: &str) -> String {
    format!("{KEY}{id}")
}
