//! What the desk does about what the agent does, in the panel or by a page key.

use crate::chat;
use crate::desk::sought::Sought;
use crate::desk::splice::carried;
use crate::desk::view::Notice;
use crate::desk::wire::{Ask, ToPage};
use crate::desk::writing::Purpose;
use crate::desk::{Desk, Effect, FocusTarget, Millis, PanelEvent};

impl Desk {
    /// The agent did something in the panel.
    pub(super) fn act(&mut self, did: PanelEvent, now: Millis) -> Vec<Effect> {
        match did {
            PanelEvent::Ask(Ask::FocusPanel) => return vec![Effect::Page(ToPage::FocusComposer)],
            PanelEvent::Leave => {
                // What was looked for is given up: a digit means the whole list again.
                if !self.replies.query.is_empty() {
                    self.find(String::new());
                }
                return vec![Effect::Page(ToPage::FocusComposer)];
            }
            PanelEvent::Ask(ask) => {
                let folds = ask == Ask::Fold { folded: true };
                // What was asked for is done: the agent goes on writing.
                let pauses = matches!(ask, Ask::Pause { span: Some(_) } | Ask::GoOn);
                let effects = self.ask(ask, false);
                return if folds || pauses { and_back(effects) } else { after_writing(effects) };
            }
            PanelEvent::Search(query) => self.find(query),
            PanelEvent::Only(only) => self.list_only(only),
            PanelEvent::More => self.more(),
            PanelEvent::OpenEditor(id) => return self.open_editor(id.as_deref()),
            PanelEvent::Edit(reply) => self.edit(*reply),
            PanelEvent::Save => return self.save(now),
            PanelEvent::CloseEditor => return self.close_editor(),
            PanelEvent::Change(change) => return self.change_by_hand(*change, now),
            PanelEvent::Put { id, beside, after } => self.put(&id, &beside, after, now),
            PanelEvent::Step { id, down } => self.step(&id, down, now),
            PanelEvent::Undo => self.undo(now),
            PanelEvent::Bin(open) => self.shelf.bin = open,
            PanelEvent::Plan(rows) => {
                let closes = rows.is_none();
                self.look_at_plan(rows);
                // Without the dry run the keyboard would stand nowhere.
                if closes {
                    return vec![Effect::Focus(FocusTarget::Search)];
                }
            }
            PanelEvent::Import => self.import(now),
            PanelEvent::StoreAgain => self.store_again(),
            PanelEvent::SaveFile => {
                // What becomes of the file is not to stand behind an older notice.
                self.notice = None;
                return vec![self.file()];
            }
            PanelEvent::Choose(rows) => self.choose(rows),
            PanelEvent::Open(tab) => {
                self.tab = tab;
                self.notice = None;
            }
            PanelEvent::InsertReply(id) => return after_writing(self.insert_reply(&id)),
            PanelEvent::Fill { field, value } => self.fill(&field, value),
            PanelEvent::CloseForm => return self.close_form(),
            PanelEvent::SubmitForm => return after_writing(self.submit_form()),
            PanelEvent::ChooseOrder(id) => self.orders.chosen = Some(id),
            PanelEvent::WriteReminder(id) => return after_writing(self.remind(Some(&id))),
            PanelEvent::Say { id, say } => self.say(&id, say),
            PanelEvent::Because { id, cause } => self.orders.book.because(&id, cause),
            PanelEvent::Tone(tone) => {
                self.preferences.tone = tone;
                return vec![self.store()];
            }
            PanelEvent::Filter(filter) => self.orders.filter = filter,
            PanelEvent::FindOrders(words) => self.orders.sought = Sought::new(&words),
            PanelEvent::Entry(open) => self.open_entry(open),
            PanelEvent::EnterOrder(card) => self.enter_order(&card),
            PanelEvent::PlanOrders(rows) => self.look_at_orders(rows),
            PanelEvent::TakeOrders => self.take_orders(),
            PanelEvent::UndoOrders => self.undo_orders(),
            PanelEvent::WriteFollowUp(id) => return after_writing(self.follow_up(&id)),
            PanelEvent::LetAsked { id, alone } => self.let_asked(&id, alone),
            PanelEvent::FollowHere => self.follow_here(),
            PanelEvent::RunErrand(errand) => return self.run_errand(&errand),
            PanelEvent::Limits(platform) => self.open_limits(platform),
            PanelEvent::Limit { platform, name, value } => {
                self.limit_orders(platform, name, value);
            }
            PanelEvent::NotePromise(by) => self.note_promise(by),
            PanelEvent::NoPromise => self.promises.offer = None,
            PanelEvent::PromiseKept(id) => self.promises.book.keep(&id, now),
            PanelEvent::PutOffPromise(id) => {
                self.promises.book.put_off(&id, self.tomorrow_morning());
            }
            PanelEvent::DropPromise(id) => self.promises.book.drop(&id),
            PanelEvent::Look(mark) => {
                if mark < self.draft.shown().count() {
                    self.draft.current = Some(mark);
                    return vec![self.verdict()];
                }
            }
            PanelEvent::Reason(reason) => return self.release(&reason, now),
            PanelEvent::KeepEditing => {
                self.guard.held = None;
                return vec![Effect::Page(ToPage::FocusComposer)];
            }
            PanelEvent::Pausing(open) => return self.show_pauses(open),
            PanelEvent::Drag { x, y } => return vec![Effect::Page(ToPage::Drag { x, y })],
            PanelEvent::Dock(dock) => {
                self.preferences.placement.dock = dock;
                return vec![self.place(), self.store()];
            }
            PanelEvent::Settings(open) => {
                self.settings = open;
                self.pause.asking = false;
            }
            PanelEvent::Console(did) => return self.on_console(did),
        }
        Vec::new()
    }

    /// The agent asked for something by key or click, here or on the page.
    pub(super) fn ask(&mut self, ask: Ask, from_page: bool) -> Vec<Effect> {
        match ask {
            Ask::TakeRewrite { mark, rewrite } => {
                let mark = mark.map(|mark| mark as usize);
                match self.draft.rewrite(mark, rewrite as usize) {
                    Some(edit) => {
                        let caret = carried(self.draft.caret, &edit);
                        self.write(edit, caret, Purpose::Rewrite(1))
                    }
                    None => self.nothing_to_fix(),
                }
            }
            Ask::FixAll => {
                let buyer = chat::last_words(&self.conversation);
                match self.draft.fix_all(&self.stock.checker, buyer) {
                    Some(fixed) if self.paused().is_none() => {
                        self.write(fixed.edit, fixed.caret, Purpose::Rewrite(fixed.settled))
                    }
                    _ => self.nothing_to_fix(),
                }
            }
            Ask::Ignore { mark } => {
                self.draft.ignore(mark as usize);
                vec![self.verdict()]
            }
            Ask::SendAnyway => self.ask_reason(),
            Ask::InsertReply { place } if self.has_list() => self.take_listed(Some(place)),
            Ask::InsertReply { place } => self.insert_row(place as usize, from_page),
            Ask::MoveList { rows } => self.move_in_list(rows),
            Ask::TakeListed { place } => self.take_listed(place),
            Ask::CloseList => self.close_list(),
            Ask::AddReply => self.open_editor(None),
            Ask::WriteReminder => self.remind(None),
            Ask::Fold { folded } => {
                if folded {
                    // What nobody sees does not choose what a key inserts.
                    self.find(String::new());
                    self.list_only(None);
                }
                self.preferences.placement.folded = folded;
                vec![self.place(), self.store()]
            }
            Ask::Pause { span: Some(span) } => {
                self.pause_for(span);
                Vec::new()
            }
            Ask::Pause { span: None } => self.ask_pause(),
            Ask::GoOn => {
                self.go_on_checking();
                Vec::new()
            }
            // Where it leads depends on who asks, so it is answered before.
            Ask::FocusPanel => Vec::new(),
        }
    }

    fn nothing_to_fix(&mut self) -> Vec<Effect> {
        self.notice = Some(Notice::NothingToFix);
        Vec::new()
    }
}

/// What was written from the panel is gone on with in the composer.
pub(super) fn after_writing(effects: Vec<Effect>) -> Vec<Effect> {
    let writes = effects.iter().any(|effect| matches!(effect, Effect::Page(ToPage::Write { .. })));
    if writes { and_back(effects) } else { effects }
}

/// The keyboard goes back to the composer.
fn and_back(mut effects: Vec<Effect>) -> Vec<Effect> {
    effects.push(Effect::Page(ToPage::FocusComposer));
    effects
}
