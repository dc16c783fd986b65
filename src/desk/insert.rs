//! A reply goes into the composer: filled in, whole, and over nothing but what
//! was typed to find it.

use crate::desk::act::after_writing;
use crate::desk::splice::{place_in, splice, units};
use crate::desk::view::{FieldForm, FormField, Notice, Tab};
use crate::desk::wire::ToPage;
use crate::desk::writing::Purpose;
use crate::desk::{Desk, Effect, FocusTarget, Millis};
use crate::reply::{Filled, Values};
use crate::rule::Edit;
use crate::text::Script;

/// A value of the page is stale after so many minutes, unless the agent says
/// otherwise.
const STALE_AFTER: u32 = 10;

/// A page that is asked for its values answers within so many milliseconds; what
/// it says later is not an answer.
const ANSWERS_WITHIN: Millis = 2_000;

/// A reply that is to be inserted, and what it replaces.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wanted {
    pub id: String,
    pub over: Option<Typed>,
    /// Whether a space asked for it: then Backspace right after gives back what was
    /// typed.
    pub spaced: bool,
    /// Whether it was asked for in the composer, where the keyboard goes back to.
    pub from_page: bool,
}

/// What was typed to find a reply, and where it stands in the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    pub start: u32,
    pub end: u32,
    pub words: String,
}

/// A form, and the script of the reply that it belongs to: the fields' names
/// differ, and must not change while they are filled in.
#[derive(Debug)]
pub(super) struct OpenForm {
    pub form: FieldForm,
    wanted: Wanted,
    script: Script,
    /// The fields that the agent filled in; the others have what the page says by now.
    entered: Vec<String>,
}

impl Desk {
    /// Inserts the reply at this place of the list.
    pub(super) fn insert_row(&mut self, place: usize, from_page: bool) -> Vec<Effect> {
        // A number is of a list that is seen, and what was written over it is not lost.
        if self.shelf.editor.is_some() {
            self.notice = Some(Notice::StillOpen);
            return self.unfold();
        }
        if self.replies.form.as_ref().is_some_and(|open| !open.entered.is_empty()) {
            let mut effects = self.unfold();
            effects.push(Effect::Focus(FocusTarget::Form));
            return effects;
        }
        match self.replies.rows.get(place).map(|row| row.id.clone()) {
            Some(id) if from_page => self.insert_from_page(&id),
            Some(id) => self.insert_reply(&id),
            None => Vec::new(),
        }
    }

    /// Inserts a reply at the caret, or asks for the fields that it lacks.
    pub(super) fn insert_reply(&mut self, id: &str) -> Vec<Effect> {
        self.insert_wanted(Wanted {
            id: id.to_owned(),
            over: None,
            spaced: false,
            from_page: false,
        })
    }

    /// The same by a key of the page.
    fn insert_from_page(&mut self, id: &str) -> Vec<Effect> {
        self.insert_wanted(Wanted { id: id.to_owned(), over: None, spaced: false, from_page: true })
    }

    /// Inserts a reply, or asks for the fields that it lacks, or asks the page for
    /// values that are not old.
    pub(super) fn insert_wanted(&mut self, wanted: Wanted) -> Vec<Effect> {
        let script = self.script();
        let Some(reply) = self.library.get(&wanted.id) else { return Vec::new() };
        if let Some(away) = self.away(reply) {
            self.notice = Some(Notice::NotOffered(away));
            return self.unfold();
        }
        let title = reply.title.of(script).to_owned();
        let filled = self.filled(reply, script, &self.values());
        if !filled.strays.is_empty() {
            self.notice = Some(Notice::Strays(filled.strays));
            return self.unfold();
        }
        if filled.is_whole() {
            return self.insert_filled(filled, wanted);
        }
        if filled.missing.is_empty() || !filled.broken.is_empty() {
            return self.refuse(&filled, wanted);
        }
        let blank = |asked: crate::reply::Asked| FormField {
            name: asked.name,
            value: asked.default,
            choices: asked.choices,
        };
        let fields = filled.asked.into_iter().map(blank).collect();
        let form = FieldForm { reply: wanted.id.clone(), title, fields, ..FieldForm::default() };
        // What was filled in is not given away for one Backspace.
        let wanted = Wanted { spaced: false, ..wanted };
        self.replies.form = Some(OpenForm { form, wanted, script, entered: Vec::new() });
        self.notice = None;
        // The form lies over the replies, so they must be what is open.
        self.tab = Tab::Replies;
        self.settings = false;
        let mut effects = self.unfold();
        effects.push(Effect::Focus(FocusTarget::Form));
        effects
    }

    /// The form as it is now: the page may have said its values anew.
    pub(super) fn form(&self) -> Option<FieldForm> {
        let open = self.replies.form.as_ref()?;
        let reply = self.library.get(&open.form.reply)?;
        let values = self.values();
        let known = self.filled(reply, open.script, &values).from;
        let orders = self.orders_for(&open.form.fields);
        let mut form = FieldForm { known, orders, ..open.form.clone() };
        let said = |field: &FormField| values.get(&field.name).filter(|_| field.choices.is_empty());
        for field in form.fields.iter_mut().filter(|it| !open.entered.contains(&it.name)) {
            if let Some(said) = said(field) {
                field.value = said.to_owned();
            }
        }
        Some(form)
    }

    /// What each of the buyer's orders on screen says of these fields, if several say
    /// something that is not old.
    fn orders_for(&self, fields: &[FormField]) -> Vec<Vec<(String, String)>> {
        let here = self.orders.seen.iter().filter(|order| self.is_for_here(order));
        let said = here.map(|order| {
            let mut values = order.values_seen(0, self.orders.seen_at);
            values.age(self.aged());
            let value = |field: &FormField| {
                let known = values.known(&field.name).filter(|known| !known.stale)?;
                Some((field.name.clone(), known.text.clone()))
            };
            fields.iter().filter_map(value).collect::<Vec<_>>()
        });
        let said: Vec<_> = said.filter(|said| !said.is_empty()).collect();
        if said.len() < 2 { Vec::new() } else { said }
    }

    pub(super) fn fill(&mut self, field: &str, value: String) {
        let Some(open) = &mut self.replies.form else { return };
        if let Some(line) = open.form.fields.iter_mut().find(|line| line.name == field) {
            line.value = value;
            if !open.entered.contains(&line.name) {
                open.entered.push(line.name.clone());
            }
            self.notice = None;
        }
    }

    /// Closes the form; the keyboard goes back to where the reply was asked for.
    pub(super) fn close_form(&mut self) -> Vec<Effect> {
        let form = self.replies.form.take();
        match form.is_some_and(|open| open.wanted.from_page) {
            true => vec![Effect::Page(ToPage::FocusComposer)],
            false => vec![Effect::Focus(FocusTarget::Search)],
        }
    }

    /// Inserts the form's reply, if every field has a value now.
    pub(super) fn submit_form(&mut self) -> Vec<Effect> {
        let Some(open) = &self.replies.form else { return Vec::new() };
        let Some(reply) = self.library.get(&open.form.reply) else { return Vec::new() };
        let mut values = self.values();
        let entered = |line: &&FormField| open.entered.contains(&line.name);
        for line in open.form.fields.iter().filter(entered) {
            values.set(&line.name, &line.value);
        }
        let filled = self.filled(reply, open.script, &values);
        let wanted = open.wanted.clone();
        if !filled.missing.is_empty() {
            self.notice = Some(Notice::Missing(filled.missing));
            return vec![Effect::Focus(FocusTarget::Form)];
        }
        if !filled.is_whole() {
            return self.refuse(&filled, wanted);
        }
        self.insert_filled(filled, wanted)
    }

    /// The page said its orders or its conversation anew: what waited for that
    /// goes on, if it can now.
    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        let Some((wanted, asked)) = self.replies.waiting.take() else { return Vec::new() };
        if self.now.saturating_sub(asked) > ANSWERS_WITHIN {
            return Vec::new();
        }
        let effects = match self.replies.form {
            Some(_) => self.submit_form(),
            None => self.insert_wanted(wanted),
        };
        if let Some((_, since)) = &mut self.replies.waiting {
            // It is not there yet. The page was asked, and says what changes by itself.
            *since = asked;
            return Vec::new();
        }
        after_writing(effects)
    }

    /// What the page knows of a reply's fields. A masked name such as `林**` is
    /// no name to call a buyer by.
    pub(super) fn values(&self) -> Values {
        let mut values = self.order_values();
        if !self.conversation.buyer.contains(['*', '＊']) {
            let origin = crate::reply::Origin::Conversation;
            values.see("buyer", &self.conversation.buyer, origin, self.conversation_seen);
        }
        values.age(self.aged());
        values
    }

    /// What was seen before this moment is stale.
    fn aged(&self) -> Millis {
        let minutes = match self.preferences.stale_after {
            0 => STALE_AFTER,
            minutes => minutes,
        };
        let aged = self.now.saturating_sub(Millis::from(minutes) * 60_000);
        aged.max(self.conversation_since)
    }

    /// Says why a reply cannot be inserted. Values that are too old are asked
    /// for once more.
    fn refuse(&mut self, filled: &Filled, wanted: Wanted) -> Vec<Effect> {
        if !filled.broken.is_empty() {
            let known = |id: &&String| self.library.get(id).is_some();
            let (round, nowhere): (Vec<&String>, Vec<&String>) =
                filled.broken.iter().partition(known);
            let ids = |ids: Vec<&String>| ids.into_iter().cloned().collect();
            self.notice = Some(match nowhere.is_empty() {
                true => Notice::Round(ids(round)),
                false => Notice::Broken(ids(nowhere)),
            });
            return self.unfold();
        }
        let stale = filled.from.iter().filter(|(_, known)| known.stale);
        self.notice = Some(Notice::Stale(stale.cloned().collect()));
        self.replies.waiting = Some((wanted, self.now));
        // What is refused is said on the panel, so it must be seen.
        let mut effects = self.unfold();
        effects.push(Effect::Page(ToPage::Look));
        effects
    }

    fn insert_filled(&mut self, filled: Filled, wanted: Wanted) -> Vec<Effect> {
        self.replies.form = None;
        self.replies.waiting = None;
        let typed = wanted.over.filter(|typed| self.stands(typed));
        let at = place_in(&self.draft.text, self.draft.caret);
        let (start, end) = typed.as_ref().map_or((at, at), |typed| (typed.start, typed.end));
        let caret = start + filled.caret.unwrap_or_else(|| units(&filled.text));
        let edit = Edit { start, end, text: filled.text };
        // What was looked for is found: the next key means the whole list again.
        if !self.replies.query.is_empty() {
            self.find(String::new());
        }
        let typed = typed.filter(|_| wanted.spaced).map(|typed| typed.words);
        self.write_over(edit, caret, Purpose::Reply(wanted.id), typed)
    }

    /// Whether what was typed still stands where it stood.
    fn stands(&self, typed: &Typed) -> bool {
        let Typed { start, end, words } = typed;
        let (start, end) = (*start, *end);
        let same = Edit { start, end, text: words.clone() };
        end - start == units(words)
            && splice(&self.draft.text, &same).as_ref() == Some(&self.draft.text)
    }
}
