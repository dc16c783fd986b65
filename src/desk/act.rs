//! What the desk does about what the agent does, in the panel or by a page key.

use crate::chat;
use crate::desk::splice::carried;
use crate::desk::view::Notice;
use crate::desk::wire::{Ask, ToPage};
use crate::desk::writing::Purpose;
use crate::desk::{Desk, Effect, FocusTarget, Millis, PanelEvent};

impl Desk {
    /// The agent did something in the panel.
    pub(super) fn act(&mut self, did: PanelEvent, now: Millis) -> Vec<Effect> {
        match did {
            PanelEvent::Ask(Ask::FocusPanel) | PanelEvent::Leave => {
                return vec![Effect::Page(ToPage::FocusComposer)];
            }
            PanelEvent::Ask(ask) => {
                let folds = ask == Ask::Fold { folded: true };
                let effects = self.ask(ask);
                return if folds { and_back(effects) } else { after_writing(effects) };
            }
            PanelEvent::Search(query) => self.find(query),
            PanelEvent::Away(only) => self.list_away(only),
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
            PanelEvent::Plan(rows) => self.look_at_plan(rows),
            PanelEvent::Import => self.import(now),
            PanelEvent::StoreAgain => self.store_again(),
            PanelEvent::SaveFile => return vec![Effect::File(self.own_replies())],
            PanelEvent::Choose(rows) => self.choose(rows),
            PanelEvent::Open(tab) => {
                self.tab = tab;
                self.notice = None;
            }
            PanelEvent::InsertReply(id) => return after_writing(self.insert_reply(&id)),
            PanelEvent::Fill { field, value } => self.fill(&field, value),
            PanelEvent::CloseForm => {
                // Without its form the keyboard would stand nowhere.
                self.replies.form = None;
                return vec![Effect::Focus(FocusTarget::Search)];
            }
            PanelEvent::SubmitForm => return after_writing(self.submit_form()),
            PanelEvent::ChooseOrder(number) => self.orders.chosen = Some(number),
            PanelEvent::WriteReminder(number) => return after_writing(self.remind(Some(&number))),
            PanelEvent::MarkOrder { number, mark } => self.orders.book.mark(&number, mark),
            PanelEvent::Because { number, cause } => self.orders.book.because(&number, cause),
            PanelEvent::LeaveAlone { number, alone } => self.leave_alone(&number, alone),
            PanelEvent::Tone(tone) => {
                self.preferences.tone = tone;
                return vec![self.store()];
            }
            PanelEvent::Filter(filter) => self.orders.filter = filter,
            PanelEvent::EnterOrder(card) => self.enter_order(&card),
            PanelEvent::TakeOrders(orders) => {
                orders.into_iter().for_each(|order| self.orders.book.see(order));
            }
            PanelEvent::WriteFollowUp(id) => return after_writing(self.follow_up(&id)),
            PanelEvent::LetAsked { id, alone } => self.let_asked(&id, alone),
            PanelEvent::Limit { platform, name, value } => {
                self.limit_orders(platform, name, value);
            }
            PanelEvent::NotePromise(by) => self.note_promise(by),
            PanelEvent::NoPromise => self.promises.offer = None,
            PanelEvent::PromiseKept(id) => self.promises.book.keep(&id, now),
            PanelEvent::PutOffPromise { id, by } => self.promises.book.put_off(&id, by),
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
            PanelEvent::Pause(paused) => return self.pause(paused),
            PanelEvent::Drag { x, y } => return vec![Effect::Page(ToPage::Drag { x, y })],
            PanelEvent::Dock(dock) => {
                self.preferences.placement.dock = dock;
                return vec![self.place(), self.store()];
            }
            PanelEvent::Settings(open) => self.settings = open,
        }
        Vec::new()
    }

    /// The agent asked for something by key or click, here or on the page.
    pub(super) fn ask(&mut self, ask: Ask) -> Vec<Effect> {
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
                    Some(fixed) if !self.preferences.paused => {
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
            Ask::InsertReply { place } => self.insert_row(place as usize),
            Ask::MoveList { rows } => self.move_in_list(rows),
            Ask::TakeListed { place } => self.take_listed(place),
            Ask::CloseList => self.close_list(),
            Ask::AddReply => self.open_editor(None),
            Ask::WriteReminder => self.remind(None),
            Ask::Fold { folded } => {
                self.preferences.placement.folded = folded;
                vec![self.place(), self.store()]
            }
            // Where it leads depends on who asks, so it is answered before.
            Ask::FocusPanel => Vec::new(),
        }
    }

    fn nothing_to_fix(&mut self) -> Vec<Effect> {
        self.notice = Some(Notice::NothingToFix);
        Vec::new()
    }

    fn pause(&mut self, paused: bool) -> Vec<Effect> {
        self.preferences.paused = paused;
        self.guard.let_go();
        self.notice = None;
        self.check();
        vec![self.store(), Effect::Page(ToPage::Pause { paused }), self.verdict()]
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
