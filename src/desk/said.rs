//! How what the page says is read.
//!
//! The messages are told apart by a key among their others. Read as they come,
//! they would be kept whole in a general form until that key is met. Here every
//! key of every message has its place instead, and the message is what its
//! `type` makes of them.

use serde::Deserialize;

use super::wire::{
    Ask, FromPage, Placement, Revision, SeenConversation, SeenOrder, SeenRow, Span, WriteOutcome,
};
use crate::site::{Count, Part, SeenElement, Slot, Tried};

/// The keys of all messages from the page.
#[derive(Deserialize)]
pub(super) struct Said {
    r#type: String,
    site: Option<String>,
    host: Option<String>,
    languages: Option<Vec<String>>,
    dark: Option<bool>,
    revision: Option<Revision>,
    text: Option<String>,
    caret: Option<u32>,
    focused: Option<bool>,
    ask: Option<Ask>,
    id: Option<u32>,
    outcome: Option<WriteOutcome>,
    conversation: Option<SeenConversation>,
    cards: Option<Vec<SeenOrder>>,
    rows: Option<Vec<SeenRow>>,
    placement: Option<Placement>,
    counts: Option<Vec<Count>>,
    typed: Option<bool>,
    part: Option<Part>,
    element: Option<SeenElement>,
    slot: Option<Slot>,
    tried: Option<Vec<Tried>>,
}

/// The keys of all requests.
#[derive(Deserialize)]
pub(super) struct Asked {
    what: String,
    mark: Option<u32>,
    rewrite: Option<u32>,
    place: Option<u32>,
    folded: Option<bool>,
    rows: Option<i32>,
    span: Option<Span>,
}

impl Said {
    fn message(self) -> Option<FromPage> {
        let Self { revision, text, caret, dark, .. } = self;
        Some(match self.r#type.as_str() {
            "hello" => FromPage::Hello {
                site: self.site?,
                host: self.host?,
                languages: self.languages?,
                dark: dark?,
            },
            "draft" => FromPage::Draft { revision: revision?, text: text?, caret: caret? },
            "caret" => FromPage::Caret { revision: revision?, caret: caret? },
            "focus" => FromPage::Focus { focused: self.focused? },
            "ask" => FromPage::Ask { ask: self.ask? },
            "held" => FromPage::Held { text: text? },
            "sent" => FromPage::Sent { text: text? },
            "wrote" => FromPage::Wrote { id: self.id?, outcome: self.outcome? },
            "conversation" => FromPage::Conversation { conversation: self.conversation? },
            "orders" => FromPage::Orders { cards: self.cards? },
            "rows" => FromPage::Rows { rows: self.rows? },
            "placed" => FromPage::Placed { placement: self.placement? },
            "theme" => FromPage::Theme { dark: dark? },
            "measured" => FromPage::Measured { counts: self.counts?, typed: self.typed? },
            "pointed" => FromPage::Pointed { part: self.part?, element: self.element },
            "tried" => FromPage::Tried { slot: self.slot?, tried: self.tried? },
            "too-slow" => FromPage::TooSlow,
            _ => return None,
        })
    }
}

impl Asked {
    fn ask(self) -> Option<Ask> {
        Some(match self.what.as_str() {
            "take-rewrite" => Ask::TakeRewrite { mark: self.mark, rewrite: self.rewrite? },
            "fix-all" => Ask::FixAll,
            "ignore" => Ask::Ignore { mark: self.mark? },
            "send-anyway" => Ask::SendAnyway,
            "focus-panel" => Ask::FocusPanel,
            "insert-reply" => Ask::InsertReply { place: self.place? },
            "move-list" => Ask::MoveList { rows: self.rows? },
            "take-listed" => Ask::TakeListed { place: self.place },
            "close-list" => Ask::CloseList,
            "add-reply" => Ask::AddReply,
            "write-reminder" => Ask::WriteReminder,
            "fold" => Ask::Fold { folded: self.folded? },
            "pause" => Ask::Pause { span: self.span },
            "go-on" => Ask::GoOn,
            _ => return None,
        })
    }
}

impl TryFrom<Said> for FromPage {
    type Error = String;

    fn try_from(said: Said) -> Result<Self, String> {
        let named = said.r#type.clone();
        said.message().ok_or_else(|| format!("no whole message of the type `{named}`"))
    }
}

impl TryFrom<Asked> for Ask {
    type Error = String;

    fn try_from(asked: Asked) -> Result<Self, String> {
        let named = asked.what.clone();
        asked.ask().ok_or_else(|| format!("nothing whole is asked by `{named}`"))
    }
}
