//! The list of replies: searched, chosen from, filled in, inserted.

use crate::desk::view::{FieldForm, Notice, ReplyRow, Tab};
use crate::desk::writing::Purpose;
use crate::desk::{Desk, Effect, FocusTarget};
use crate::reply::{Reply, Template, Values, highlight, search};
use crate::text::Script;

/// The list as it is shown.
#[derive(Debug, Default)]
pub(super) struct ReplyList {
    pub query: String,
    pub chosen: usize,
    pub rows: Vec<ReplyRow>,
    pub form: Option<OpenForm>,
    /// What the rows were made from; other facts make other rows.
    facts: Option<Facts>,
}

#[derive(Debug, PartialEq)]
struct Facts {
    query: String,
    script: Script,
    values: Values,
}

/// A form, and the script of the reply that it belongs to: the fields' names
/// differ, and must not change while they are filled in.
#[derive(Debug)]
pub(super) struct OpenForm {
    pub form: FieldForm,
    script: Script,
}

impl Desk {
    /// Lists the replies that match, unless nothing has changed.
    pub(super) fn list_replies(&mut self) {
        let facts = Facts {
            query: self.replies.query.clone(),
            script: self.script(),
            values: self.values(),
        };
        if self.replies.facts.as_ref() == Some(&facts) {
            return;
        }
        let hits = search(&self.stock.replies, &facts.query, facts.script);
        let rows = hits.into_iter().filter_map(|hit| {
            let reply = self.stock.replies.get(hit.reply)?;
            Some(row(reply, hit.title, &facts))
        });
        self.replies.rows = rows.collect();
        self.replies.chosen = self.replies.chosen.min(self.replies.rows.len().saturating_sub(1));
        self.replies.facts = Some(facts);
    }

    pub(super) fn find(&mut self, query: String) {
        self.replies.query = query;
        self.replies.chosen = 0;
        self.notice = None;
    }

    pub(super) fn choose(&mut self, rows: i32) {
        let last = self.replies.rows.len().saturating_sub(1);
        let step = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        let chosen = self.replies.chosen;
        self.replies.chosen = if rows < 0 {
            chosen.saturating_sub(step)
        } else {
            chosen.saturating_add(step).min(last)
        };
    }

    /// Inserts the reply at this place of the list.
    pub(super) fn insert_row(&mut self, place: usize) -> Vec<Effect> {
        match self.replies.rows.get(place).map(|row| row.id.clone()) {
            Some(id) => self.insert_reply(&id),
            None => Vec::new(),
        }
    }

    /// Inserts a reply, or asks for the fields that it lacks.
    pub(super) fn insert_reply(&mut self, id: &str) -> Vec<Effect> {
        let script = self.script();
        let Some(reply) = self.stock.replies.iter().find(|reply| reply.id == id) else {
            return Vec::new();
        };
        let filled = Template::read(reply.body.of(script)).fill(&self.values());
        if filled.missing.is_empty() {
            self.replies.form = None;
            return self.insert(filled.text, Purpose::Reply);
        }
        let form = FieldForm {
            reply: reply.id.clone(),
            title: reply.title.of(script).to_owned(),
            fields: filled.missing.into_iter().map(|name| (name, String::new())).collect(),
        };
        self.replies.form = Some(OpenForm { form, script });
        self.notice = None;
        // The form lies over the replies, so they must be what is open.
        self.tab = Tab::Replies;
        self.settings = false;
        let mut effects = self.unfold();
        effects.push(Effect::Focus(FocusTarget::Form));
        effects
    }

    pub(super) fn fill(&mut self, field: &str, value: String) {
        let fields = self.replies.form.iter_mut().flat_map(|open| &mut open.form.fields);
        if let Some((_, entered)) = fields.into_iter().find(|(name, _)| name == field) {
            *entered = value;
            self.notice = None;
        }
    }

    /// Inserts the form's reply, if every field has a value now.
    pub(super) fn submit_form(&mut self) -> Vec<Effect> {
        let Some(open) = &self.replies.form else { return Vec::new() };
        let reply = self.stock.replies.iter().find(|reply| reply.id == open.form.reply);
        let Some(reply) = reply else { return Vec::new() };
        let mut values = self.values();
        for (name, value) in &open.form.fields {
            values.set(name, value);
        }
        let filled = Template::read(reply.body.of(open.script)).fill(&values);
        if !filled.missing.is_empty() {
            self.notice = Some(Notice::Missing(filled.missing));
            return vec![Effect::Focus(FocusTarget::Form)];
        }
        self.replies.form = None;
        self.insert(filled.text, Purpose::Reply)
    }

    /// What the page knows of a reply's fields. A masked name such as `林**` is
    /// no name to call a buyer by.
    fn values(&self) -> Values {
        let mut values = self.order_at_hand().map(|order| order.values()).unwrap_or_default();
        if !self.conversation.buyer.contains(['*', '＊']) {
            values.set("buyer", &self.conversation.buyer);
        }
        values
    }
}

fn row(reply: &Reply, title_hits: Vec<(usize, usize)>, facts: &Facts) -> ReplyRow {
    let filled = Template::read(reply.body.of(facts.script)).fill(&facts.values);
    ReplyRow {
        id: reply.id.clone(),
        title: reply.title.of(facts.script).to_owned(),
        title_hits,
        folder: reply.folder.of(facts.script).to_owned(),
        body_hits: highlight(&filled.text, &facts.query),
        body: filled.text,
        missing: filled.missing,
    }
}
