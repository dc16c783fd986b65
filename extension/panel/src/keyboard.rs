//! What a key means in the panel, and how its name is written.
//!
//! The keys are those of the page, so that nothing has to be unlearned when
//! the focus moves over. While an IME is composing no key means anything.

use deti::desk::view::Notice;
use deti::desk::wire::{Ask, Span};
use deti::desk::{PanelEvent, View};

/// How a machine's keyboard names its keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyboard {
    /// With the signs of a Mac.
    Mac,
    /// With words, as everywhere else.
    Pc,
}

impl Keyboard {
    /// By what the browser says it runs on.
    pub fn of_platform(platform: &str) -> Self {
        if platform.starts_with("Mac") { Self::Mac } else { Self::Pc }
    }

    /// A key together with Alt.
    pub fn alt(self, key: &str) -> String {
        match self {
            Self::Mac => format!("⌥{key}"),
            Self::Pc => format!("Alt {key}"),
        }
    }

    /// A key together with Control, on a Mac with Command.
    pub fn control(self, key: &str) -> String {
        match self {
            Self::Mac => format!("⌘{key}"),
            Self::Pc => format!("Ctrl {key}"),
        }
    }

    /// A key together with Alt and Shift.
    pub fn alt_shift(self, key: &str) -> String {
        match self {
            Self::Mac => format!("⌥⇧{key}"),
            Self::Pc => format!("Alt ⇧ {key}"),
        }
    }
}

/// A key that was pressed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Press {
    /// What it writes, or its name: `a`, `Enter`.
    pub key: String,
    /// Where it is on the keyboard: `Digit1`. With Alt held a Mac writes other
    /// characters, so digits are told by their place.
    pub code: String,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Control or Command was held.
    pub control: bool,
    /// Whether that was Command.
    pub command: bool,
    /// Whether an IME is composing.
    pub composing: bool,
    /// Whether the key goes to a field that is typed in.
    pub typing: bool,
    /// Whether nothing is typed in that field.
    pub blank: bool,
}

impl Press {
    /// Whether it is the Enter that ends what is filled in: alone, or with Control
    /// as in a box of several lines.
    pub fn ends(&self) -> bool {
        self.key == "Enter" && !self.composing && !self.alt
    }
}

/// What a pause can be for, in the order in which it is offered.
pub const SPANS: [Span; 3] = [Span::Hour, Span::Site, Span::Conversation];

/// What a key asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// Something for the desk.
    Act(PanelEvent),
    /// To go to the search box.
    Search,
    /// To take the reason at this place, counted from 0.
    Reason(usize),
}

/// What a key means anywhere in the panel; `None` leaves it to the browser and
/// to the part that has the focus.
pub fn meaning(press: &Press, view: &View) -> Option<Meaning> {
    if press.composing {
        return None;
    }
    if press.control {
        // In a field it undoes what was typed there; but where nothing is typed, and right
        // after a change of the library or after one was undone, it is that which is meant.
        let open = view.editor.is_some() || view.form.is_some();
        let just = matches!(view.notice, Some(Notice::Changed(_) | Notice::Undone(_)));
        let meant = !press.typing || ((just || press.blank) && !open);
        let undoes = press.code == "KeyZ" && !press.alt && !press.shift && meant;
        if undoes && view.undo.is_some() {
            return Some(Meaning::Act(PanelEvent::Undo));
        }
        // Control with Alt is how some keyboards write a sign.
        let numbers = !press.alt && !press.shift && !press.command;
        return numbers.then(|| numbered(press, view)).flatten().map(Meaning::Act);
    }
    if press.alt {
        return with_alt(press, view).map(Meaning::Act);
    }
    match press.key.as_str() {
        "Escape" => Some(Meaning::Act(back(view))),
        "/" if !press.typing => Some(Meaning::Search),
        _ if !press.typing && view.pausing => {
            let span = *SPANS.get(digit(press)?)?;
            Some(Meaning::Act(PanelEvent::Ask(Ask::Pause { span: Some(span) })))
        }
        _ if !press.typing && asking(view) => {
            digit(press).filter(|it| *it < 3).map(Meaning::Reason)
        }
        _ => None,
    }
}

fn with_alt(press: &Press, view: &View) -> Option<PanelEvent> {
    let ask = match press.code.as_str() {
        "Enter" | "NumpadEnter" if press.shift => Ask::FixAll,
        "Enter" | "NumpadEnter" => Ask::TakeRewrite { mark: None, rewrite: 0 },
        "KeyU" => Ask::WriteReminder,
        "KeyS" => Ask::AddReply,
        "KeyP" if !press.shift => Ask::Pause { span: None },
        "KeyQ" => Ask::FocusPanel,
        _ if press.shift => return None,
        _ => return numbered(press, view),
    };
    Some(PanelEvent::Ask(ask))
}

/// A digit inserts the reply of that number, unless something lies over the list.
fn numbered(press: &Press, view: &View) -> Option<PanelEvent> {
    let over = view.editor.is_some()
        || view.form.is_some()
        || view.plan.is_some()
        || view.bin.is_some()
        || view.settings;
    if over {
        return None;
    }
    let reply = view.replies.get(digit(press)?)?;
    Some(PanelEvent::InsertReply(reply.id.clone()))
}

/// Escape closes what is open, the innermost first, and leaves when nothing is.
fn back(view: &View) -> PanelEvent {
    if view.settings {
        PanelEvent::Settings(false)
    } else if view.pausing {
        PanelEvent::Pausing(false)
    } else if view.editor.is_some() {
        PanelEvent::CloseEditor
    } else if view.plan.is_some() {
        PanelEvent::Plan(None)
    } else if view.intake.is_some() {
        PanelEvent::PlanOrders(None)
    } else if view.limits.is_some() {
        PanelEvent::Limits(None)
    } else if view.bin.is_some() {
        PanelEvent::Bin(false)
    } else if view.form.is_some() {
        PanelEvent::CloseForm
    } else if view.only.is_some() {
        PanelEvent::Only(None)
    } else if asking(view) {
        PanelEvent::KeepEditing
    } else {
        PanelEvent::Leave
    }
}

fn asking(view: &View) -> bool {
    view.held.as_ref().is_some_and(|held| held.asking_reason)
}

fn digit(press: &Press) -> Option<usize> {
    // With Alt, a digit of the number pad is part of a sign's number on Windows.
    let pad = press.code.strip_prefix("Numpad").filter(|_| !press.alt);
    let place: usize = press.code.strip_prefix("Digit").or(pad)?.parse().ok()?;
    place.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use deti::desk::view::{Editor, FieldForm, Held, Only, ReplyRow};
    use deti::reply::{Did, Plan};

    use super::{Notice, Press, View, meaning};

    fn press(keys: &str) -> Press {
        let mut press = Press::default();
        for part in keys.split('+') {
            match part {
                "alt" => press.alt = true,
                "shift" => press.shift = true,
                "ctrl" => press.control = true,
                "cmd" => (press.control, press.command) = (true, true),
                "ime" => press.composing = true,
                "typing" => press.typing = true,
                "blank" => (press.typing, press.blank) = (true, true),
                key => {
                    press.key = key.to_owned();
                    press.code = match key {
                        "1" | "2" | "4" => format!("Digit{key}"),
                        "q" | "u" | "z" => format!("Key{}", key.to_uppercase()),
                        other => other.to_owned(),
                    };
                }
            }
        }
        press
    }

    fn read(views: &[(&str, &View)]) -> String {
        let keys = [
            "Escape",
            "ime+Escape",
            "/",
            "typing+/",
            "1",
            "typing+1",
            "4",
            "alt+1",
            "alt+2",
            "typing+alt+1",
            "ctrl+1",
            "typing+ctrl+1",
            "ctrl+alt+1",
            "ctrl+shift+1",
            "alt+shift+1",
            "cmd+1",
            "ctrl+z",
            "typing+ctrl+z",
            "blank+ctrl+z",
            "alt+Enter",
            "alt+shift+Enter",
            "ime+alt+Enter",
            "alt+u",
            "alt+q",
            "Enter",
        ];
        let mut table = String::new();
        for (name, view) in views {
            for key in keys {
                if let Some(meaning) = meaning(&press(key), view) {
                    table += &format!("{name:8} {key:16} {meaning:?}\n");
                }
            }
        }
        table
    }

    #[test]
    fn every_key_means_one_thing() {
        let reply = ReplyRow { id: "r1".into(), ..ReplyRow::default() };
        let list = View { replies: vec![reply], ..View::default() };
        let held = Held { text: "加我微信".into(), asking_reason: true };
        let reasons = View { held: Some(held), ..View::default() };
        let form = FieldForm { reply: "r1".into(), title: String::new(), ..FieldForm::default() };
        let form = View { form: Some(form), ..View::default() };
        let settings = View { settings: true, ..form.clone() };
        let undo = Some(Did::Moved("r1".into()));
        let notice = undo.clone().map(Notice::Changed);
        let moved = View { undo: undo.clone(), notice, ..View::default() };
        let undone = View { notice: undo.clone().map(Notice::Undone), ..moved.clone() };
        let later = View { undo, ..View::default() };
        let plan = View { plan: Some(Plan::default()), ..list.clone() };
        let bin = View { bin: Some(Vec::new()), ..list.clone() };
        let editor = View { editor: Some(Editor::default()), ..moved.clone() };
        let only = View { only: Some(Only::Twins), ..View::default() };
        expect_test::expect![[r#"
            list     Escape           Act(Leave)
            list     /                Search
            list     alt+1            Act(InsertReply("r1"))
            list     typing+alt+1     Act(InsertReply("r1"))
            list     ctrl+1           Act(InsertReply("r1"))
            list     typing+ctrl+1    Act(InsertReply("r1"))
            list     alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            list     alt+shift+Enter  Act(Ask(FixAll))
            list     alt+u            Act(Ask(WriteReminder))
            list     alt+q            Act(Ask(FocusPanel))
            reasons  Escape           Act(KeepEditing)
            reasons  /                Search
            reasons  1                Reason(0)
            reasons  alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            reasons  alt+shift+Enter  Act(Ask(FixAll))
            reasons  alt+u            Act(Ask(WriteReminder))
            reasons  alt+q            Act(Ask(FocusPanel))
            form     Escape           Act(CloseForm)
            form     /                Search
            form     alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            form     alt+shift+Enter  Act(Ask(FixAll))
            form     alt+u            Act(Ask(WriteReminder))
            form     alt+q            Act(Ask(FocusPanel))
            settings Escape           Act(Settings(false))
            settings /                Search
            settings alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            settings alt+shift+Enter  Act(Ask(FixAll))
            settings alt+u            Act(Ask(WriteReminder))
            settings alt+q            Act(Ask(FocusPanel))
            moved    Escape           Act(Leave)
            moved    /                Search
            moved    ctrl+z           Act(Undo)
            moved    typing+ctrl+z    Act(Undo)
            moved    blank+ctrl+z     Act(Undo)
            moved    alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            moved    alt+shift+Enter  Act(Ask(FixAll))
            moved    alt+u            Act(Ask(WriteReminder))
            moved    alt+q            Act(Ask(FocusPanel))
            undone   Escape           Act(Leave)
            undone   /                Search
            undone   ctrl+z           Act(Undo)
            undone   typing+ctrl+z    Act(Undo)
            undone   blank+ctrl+z     Act(Undo)
            undone   alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            undone   alt+shift+Enter  Act(Ask(FixAll))
            undone   alt+u            Act(Ask(WriteReminder))
            undone   alt+q            Act(Ask(FocusPanel))
            later    Escape           Act(Leave)
            later    /                Search
            later    ctrl+z           Act(Undo)
            later    blank+ctrl+z     Act(Undo)
            later    alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            later    alt+shift+Enter  Act(Ask(FixAll))
            later    alt+u            Act(Ask(WriteReminder))
            later    alt+q            Act(Ask(FocusPanel))
            plan     Escape           Act(Plan(None))
            plan     /                Search
            plan     alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            plan     alt+shift+Enter  Act(Ask(FixAll))
            plan     alt+u            Act(Ask(WriteReminder))
            plan     alt+q            Act(Ask(FocusPanel))
            only     Escape           Act(Only(None))
            only     /                Search
            only     alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            only     alt+shift+Enter  Act(Ask(FixAll))
            only     alt+u            Act(Ask(WriteReminder))
            only     alt+q            Act(Ask(FocusPanel))
            bin      Escape           Act(Bin(false))
            bin      /                Search
            bin      alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            bin      alt+shift+Enter  Act(Ask(FixAll))
            bin      alt+u            Act(Ask(WriteReminder))
            bin      alt+q            Act(Ask(FocusPanel))
            editor   Escape           Act(CloseEditor)
            editor   /                Search
            editor   ctrl+z           Act(Undo)
            editor   alt+Enter        Act(Ask(TakeRewrite { mark: None, rewrite: 0 }))
            editor   alt+shift+Enter  Act(Ask(FixAll))
            editor   alt+u            Act(Ask(WriteReminder))
            editor   alt+q            Act(Ask(FocusPanel))
        "#]]
        .assert_eq(&read(&[
            ("list", &list),
            ("reasons", &reasons),
            ("form", &form),
            ("settings", &settings),
            ("moved", &moved),
            ("undone", &undone),
            ("later", &later),
            ("plan", &plan),
            ("only", &only),
            ("bin", &bin),
            ("editor", &editor),
        ]));
    }
}
