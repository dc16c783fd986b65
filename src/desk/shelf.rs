//! The library on the desk: what the agent changes in it, what is kept of it, and
//! the editor, which holds new words against the check.

use std::collections::BTreeMap;

use crate::desk::draft::mark;
use crate::desk::view::{BinRow, Editor, Notice, Tab};
use crate::desk::{Desk, Effect, FocusTarget, Millis, Unkept};
use crate::record::Record;
use crate::reply::{
    Broken, Change, Fate, Plan, Query, Refusal, Reply, Row, Same, Wording, changes_in, first_words,
    plan,
};
use crate::rule::{Context, Level};
use crate::sort;
use crate::text::Script;

/// What is open of the library, and what is under way.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    pub editor: Option<Editor>,
    /// The editor's reply as it was opened.
    opened: Reply,
    pub plan: Option<Plan>,
    /// The plan's rows as the file has them.
    rows: Vec<Row>,
    /// What the check finds in rows that would be taken: by their places, the level and
    /// the words.
    pub plan_marks: Vec<(usize, Level, String)>,
    pub bin: bool,
    pub aside: Vec<crate::pack::Problem>,
    /// Whether what is kept was read: before that, nothing is written.
    pub read: bool,
    last: u32,
    /// The keys that each unanswered effect is about.
    under_way: BTreeMap<u32, Vec<String>>,
    /// The keys that could not be kept.
    pub unkept: Vec<String>,
}

impl Desk {
    /// Records came from storage.
    pub(super) fn stored(&mut self, records: Vec<Record>, now: Millis) {
        self.shelf.read = true;
        let mut other = self.orders.book.merge(&records);
        other.extend(self.promises.book.merge(&records));
        other.extend(self.merge_limits(&records));
        other.extend(self.merge_adapters(&records));
        self.forget_old();
        let problems = self.library.merge(records, now);
        // What another tab has changed since is not undone here, nor is another step in its place.
        if let Some(Notice::Changed(did)) = &self.notice
            && self.library.can_undo() != Some(did)
        {
            self.notice = None;
        }
        for problem in problems.into_iter().chain(other) {
            self.shelf.aside.retain(|known| known.file != problem.file);
            self.shelf.aside.push(problem);
        }
    }

    /// What has to be kept of the library, the orders and the promises, if anything.
    pub(super) fn keep(&mut self) -> Option<Effect> {
        if !self.shelf.read {
            return None;
        }
        let mut changed = self.library.take_changed();
        let others = [
            self.orders.book.take_changed(),
            self.promises.book.take_changed(),
            self.take_changed_limits(),
            self.take_changed_adapters(),
        ];
        for other in others {
            changed.put.extend(other.put);
            changed.remove.extend(other.remove);
        }
        if changed.is_empty() {
            return None;
        }
        self.shelf.last = self.shelf.last.wrapping_add(1);
        let id = self.shelf.last;
        let keys: Vec<String> = changed.keys().cloned().collect();
        self.shelf.unkept.retain(|key| !keys.contains(key));
        self.shelf.under_way.insert(id, keys);
        Some(Effect::Store { id, put: changed.put, remove: changed.remove })
    }

    pub(super) fn store_done(&mut self, id: u32) {
        self.shelf.under_way.remove(&id);
        if self.shelf.unkept.is_empty() && matches!(self.notice, Some(Notice::NotKept(_))) {
            self.notice = None;
        }
    }

    /// What could not be kept stays here, and is tried again with the next change
    /// or when the agent asks.
    pub(super) fn store_failed(&mut self, id: u32, reason: Unkept) {
        let Some(keys) = self.shelf.under_way.remove(&id) else { return };
        // A use that is not counted is nothing to stop for.
        if changes_in(&keys) > 0 {
            self.notice = Some(Notice::NotKept(reason));
        }
        for key in keys {
            if !self.shelf.unkept.contains(&key) {
                self.shelf.unkept.push(key);
            }
        }
    }

    /// The records that could not be kept are to be kept again.
    pub(super) fn store_again(&mut self) {
        let keys = std::mem::take(&mut self.shelf.unkept);
        self.orders.book.not_kept(&keys);
        self.promises.book.not_kept(&keys);
        self.limits_not_kept(&keys);
        self.adapters_not_kept(&keys);
        // The library would take away what it does not know.
        self.library.not_kept(keys.iter().filter(|key| is_replies(key)));
    }

    /// The agent's own replies, to be offered as a file.
    pub(super) fn file(&self) -> Effect {
        let replies = self.library.own().map(|own| own.reply.clone()).collect();
        let beside = self.library.taken_in().into_iter().cloned().collect();
        Effect::File { replies, beside }
    }

    pub(super) fn change(&mut self, change: Change, now: Millis) -> bool {
        let made = self.library.apply(change, now);
        if made.is_ok() {
            // A change is a good moment to try the others again.
            self.store_again();
        }
        let done = made.is_ok();
        self.notice = Some(made.map_or_else(Notice::Refused, Notice::Changed));
        done
    }

    /// A change that the agent asked for. An editor of what is gone is closed.
    pub(super) fn change_by_hand(&mut self, change: Change, now: Millis) -> Vec<Effect> {
        let gone = match &change {
            Change::Delete { id } | Change::Hide { id, .. } => Some(id.clone()),
            _ => None,
        };
        let edited = self.shelf.editor.as_ref().map(|editor| &editor.reply.id);
        let closes = gone.is_some() && edited == gone.as_ref();
        if !self.change(change, now) || !closes {
            return Vec::new();
        }
        self.shelf.editor = None;
        vec![Effect::Focus(FocusTarget::Search)]
    }

    /// Puts an own reply past the one that is shown above or below it.
    pub(super) fn step(&mut self, id: &str, down: bool, now: Millis) {
        let rows = &self.replies.rows;
        let Some(place) = rows.iter().position(|row| row.id == id) else { return };
        let next = if down { place.checked_add(1) } else { place.checked_sub(1) };
        let beside = next.and_then(|next| rows.get(next)).filter(|row| row.own);
        if let Some(beside) = beside.map(|row| row.id.clone()) {
            let folder = self.library.get(id).map(|reply| reply.folder.clone());
            self.move_beside(id, &beside, down, folder, now);
        }
    }

    /// Puts an own reply before or behind another one, and into its folder.
    pub(super) fn put(&mut self, id: &str, beside: &str, after: bool, now: Millis) {
        let folder = self.library.get(beside).map(|reply| reply.folder.clone());
        self.move_beside(id, beside, after, folder, now);
    }

    fn move_beside(
        &mut self,
        id: &str,
        beside: &str,
        after: bool,
        folder: Option<Wording>,
        now: Millis,
    ) {
        if Query::read(&self.replies.query).has_words() {
            self.notice = Some(Notice::NotWhileSearching);
            return;
        }
        let Some(folder) = folder else { return };
        let own: Vec<&Reply> = self.library.own().map(|own| own.reply).collect();
        let Some(place) = own.iter().position(|reply| reply.id == beside) else { return };
        // What is moved leaves its place first: it cannot go in front of itself.
        let mut behind = own[place + usize::from(after)..].iter().filter(|it| it.id != id);
        let before = behind.next().map(|reply| reply.id.clone());
        if id != beside {
            self.change(Change::Move { id: id.to_owned(), folder, before }, now);
            // What is moved can be moved on.
            self.replies.follow = Some(id.to_owned());
        }
    }

    pub(super) fn undo(&mut self, now: Millis) {
        if let Some(did) = self.library.undo(now) {
            self.notice = Some(Notice::Undone(did));
        }
    }

    /// Opens the editor: with a reply of the library, or with one that says what
    /// the draft says.
    pub(super) fn open_editor(&mut self, id: Option<&str>) -> Vec<Effect> {
        if let Some(editor) = self.shelf.editor.as_ref().filter(|editor| editor.unsaved) {
            // What is written there is not lost to another reply.
            let same = id.is_some_and(|id| id == editor.reply.id);
            self.notice = (!same).then_some(Notice::StillOpen);
            return self.show_editor();
        }
        let known = id.map(|id| self.library.get(id));
        let reply = match known {
            Some(None) => {
                self.notice = Some(Notice::Refused(Refusal::Unknown));
                return Vec::new();
            }
            Some(Some(reply)) => reply.clone(),
            None => self.reply_of_draft(),
        };
        let own = self.library.is_own(&reply.id);
        let (marks, strays) = (self.marks_of(&reply.body), reply.body.strays());
        let broken = self.broken_in(&reply);
        let same_letters = self.same_letters(&reply);
        self.shelf.opened = reply.clone();
        let (asked, unsaved, leaving, old) = (false, false, false, None);
        self.shelf.editor = Some(Editor {
            reply,
            own,
            marks,
            strays,
            broken,
            same_letters,
            old,
            asked,
            unsaved,
            leaving,
        });
        self.notice = None;
        self.show_editor()
    }

    fn show_editor(&mut self) -> Vec<Effect> {
        self.tab = Tab::Replies;
        self.settings = false;
        let mut effects = self.unfold();
        effects.push(Effect::Focus(FocusTarget::Editor));
        effects
    }

    /// The editor's reply reads like this now. It stays the reply that was opened.
    pub(super) fn edit(&mut self, mut reply: Reply) {
        let (marks, strays) = (self.marks_of(&reply.body), reply.body.strays());
        if let Some(editor) = &self.shelf.editor {
            reply.id.clone_from(&editor.reply.id);
        }
        let (broken, same_letters) = (self.broken_in(&reply), self.same_letters(&reply));
        if let Some(editor) = &mut self.shelf.editor {
            editor.asked &= editor.reply.body == reply.body;
            editor.unsaved = reply != self.shelf.opened;
            editor.old = self.shelf.opened.body.left_behind(&reply.body);
            editor.leaving = false;
            (editor.reply, editor.marks, editor.strays) = (reply, marks, strays);
            editor.broken = broken;
            editor.same_letters = same_letters;
            self.notice = None;
        }
    }

    /// Closes the editor; words that are not saved are spoken of first.
    pub(super) fn close_editor(&mut self) -> Vec<Effect> {
        if let Some(editor) = self.shelf.editor.as_mut().filter(|it| it.unsaved && !it.leaving) {
            editor.leaving = true;
            self.notice = Some(Notice::Unsaved);
            return Vec::new();
        }
        self.shelf.editor = None;
        if matches!(self.notice, Some(Notice::Unsaved | Notice::StillOpen)) {
            self.notice = None;
        }
        vec![Effect::Focus(FocusTarget::Search)]
    }

    /// Saves the editor's reply. What the check would hold is said first.
    pub(super) fn save(&mut self, now: Millis) -> Vec<Effect> {
        let Some(editor) = &mut self.shelf.editor else { return Vec::new() };
        let held = editor.marks.iter().any(|(_, mark)| mark.level == Level::Block);
        if held && !editor.asked {
            editor.asked = true;
            self.notice = Some(Notice::Unfitting);
            return vec![Effect::Focus(FocusTarget::EditorBody)];
        }
        let mut reply = editor.reply.clone();
        let wordless = reply.body.is_empty();
        if reply.title.is_empty() {
            let Wording { hans, hant } = &reply.body;
            reply.title = Wording { hans: first_words(hans), hant: first_words(hant) };
        }
        // Another tab may have written it anew while it was edited, or thrown it away.
        let opened = &self.shelf.opened;
        let is_own = editor.own && self.library.is_own(&reply.id);
        let change = match self.library.get(&reply.id).filter(|_| is_own) {
            Some(now) => {
                reply.keep_untouched(opened, now);
                // What it says is one: words of both tabs would fit together by luck only.
                match now.title == opened.title && now.body == opened.body {
                    true => Change::Edit { reply },
                    false => Change::Replace { reply },
                }
            }
            None => {
                // The shop's stays; a copy of it is the agent's.
                reply.id = String::new();
                Change::Add { reply, before: None }
            }
        };
        if !self.change(change, now) {
            let missing = if wordless { FocusTarget::EditorBody } else { FocusTarget::Editor };
            return vec![Effect::Focus(missing)];
        }
        self.shelf.editor = None;
        vec![Effect::Focus(FocusTarget::Search)]
    }

    pub(super) fn look_at_plan(&mut self, rows: Option<Vec<Row>>) {
        self.shelf.rows = rows.clone().unwrap_or_default();
        self.shelf.plan = rows.map(|rows| plan(&self.library, rows));
        self.shelf.plan_marks = self.marks_of_plan();
    }

    /// What the check finds in the rows that would be taken: an import is a way of
    /// saving, and they can still be taken.
    fn marks_of_plan(&self) -> Vec<(usize, Level, String)> {
        let rows = self.shelf.plan.iter().flat_map(|plan| &plan.rows).enumerate();
        let taken = rows.filter(|(_, row)| matches!(row.fate, Fate::New | Fate::Changed(_)));
        let mut marks = Vec::new();
        for (place, row) in taken {
            let mut found: Vec<(Level, String)> = Vec::new();
            for words in [&row.reply.body.hans, &row.reply.body.hant] {
                for finding in self.stock.checker.check(words, &Context { buyer: None }) {
                    let mark = (finding.level, finding.found);
                    if !found.contains(&mark) {
                        found.push(mark);
                    }
                }
            }
            for level in [Level::Block, Level::Warn, Level::Tip] {
                let here = found.iter().filter(|(it, _)| *it == level);
                let words: Vec<&str> = here.map(|(_, words)| words.as_str()).collect();
                if !words.is_empty() {
                    marks.push((place, level, words.join("、")));
                }
            }
        }
        marks
    }

    /// What the replies are called that the plan names by their ids.
    pub(super) fn plan_names(&self) -> Vec<(String, String)> {
        let script = self.script();
        let rows = self.shelf.plan.iter().flat_map(|plan| &plan.rows);
        let named = rows.flat_map(|row| {
            let same = match &row.fate {
                Fate::Duplicate(same) => Some(same),
                _ => None,
            };
            same.into_iter().chain(&row.abbreviation_of)
        });
        let called = |same: &Same| {
            let Same::Reply(id) = same else { return None };
            Some((id.clone(), self.library.get(id)?.title.of(script).to_owned()))
        };
        named.filter_map(called).collect()
    }

    /// Imports what the plan says. The library may have changed since it was made,
    /// so it is made anew.
    pub(super) fn import(&mut self, now: Millis) {
        if self.shelf.plan.take().is_none() {
            return;
        }
        self.shelf.plan_marks.clear();
        let plan = plan(&self.library, std::mem::take(&mut self.shelf.rows));
        if let Some(change) = plan.change(&self.library, now) {
            self.change(change, now);
        }
    }

    /// The recycle bin, newest first.
    pub(super) fn bin_rows(&self) -> Vec<BinRow> {
        let script = self.script();
        let row = |(entry, binned): (&str, &crate::reply::Binned)| BinRow {
            entry: entry.to_owned(),
            title: binned.reply.title.of(script).to_owned(),
            folder: binned.reply.folder.of(script).to_owned(),
            body: binned.reply.body.of(script).to_owned(),
            deleted: binned.deleted,
        };
        let mut rows: Vec<BinRow> = self.library.bin().map(row).collect();
        let seconds = |at: u64| u32::try_from(at / 1000).unwrap_or(u32::MAX);
        sort::by_key(&mut rows, |row| [!seconds(row.deleted), 0, 0, 0]);
        rows
    }

    fn reply_of_draft(&self) -> Reply {
        let body = Wording::one(self.draft.text.trim());
        Reply { title: Wording::one(first_words(&body.hans)), body, ..Reply::default() }
    }

    /// What another reply is called that has the abbreviation of this one. One of the
    /// same name is what it was copied from, and no surprise.
    fn same_letters(&self, reply: &Reply) -> Option<String> {
        let letters = reply.abbreviation.trim();
        let other = |it: &&Reply| it.id != reply.id && it.title != reply.title;
        let mut others = self.library.replies().map(|it| it.reply).filter(other);
        let same = others.find(|it| {
            !letters.is_empty() && crate::reply::same_letters(&it.abbreviation, letters)
        });
        same.map(|it| it.title.of(self.script()).to_owned())
    }

    /// What a reply would take in and cannot, as it reads now.
    fn broken_in(&self, reply: &Reply) -> Broken {
        let body = |id: &str| match id == reply.id {
            true => Some(&reply.body),
            false => self.library.get(id).map(|known| &known.body),
        };
        reply.body.broken(&body)
    }

    /// What the check finds in a body, by the script that it is written in.
    fn marks_of(&self, body: &Wording) -> Vec<(Script, crate::desk::wire::Mark)> {
        let scripts = [(Script::Hans, &body.hans), (Script::Hant, &body.hant)];
        let mut marks = Vec::new();
        for (script, words) in scripts {
            let found = self.stock.checker.check(words, &Context { buyer: None });
            marks.extend(found.iter().map(|finding| (script, mark(finding, self.language))));
        }
        marks
    }
}

/// Whether a record is the library's, and not one of orders or promises.
fn is_replies(key: &str) -> bool {
    let key = key.strip_prefix("aside:").unwrap_or(key);
    !["order:", "buyer:", "promise:", "orders:"].iter().any(|start| key.starts_with(start))
}
